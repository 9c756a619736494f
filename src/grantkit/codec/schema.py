"""The wire format as JSON Schema, made from the model's own annotations."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Any

from grantkit.codec.cells import KINDS
from grantkit.codec.plain import KEY, VERSION
from grantkit.codec.scalars import NUMBER
from grantkit.codec.types import fields, held, is_optional, needed, strip
from grantkit.model import Category, FrozenMap, Money, Period, Quantity, Report, Text, Unit, Written
from grantkit.model.text import MAX_TEXT

__all__ = ["schema"]

_TAG = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_DAY = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_DATE = "([0-9]{4}|-)-[0-9]{2}(-[0-9]{2})?"
_SPAN = f"^{_DATE}(/{_DATE})?$"
_ID = r"^[^\s\[\]~]{1,80}$"
_CODE = "^([a-z][a-z0-9-]{0,39}|[A-Z]{3})$"
#: Attributes that are ids, by the model's field makers.
_IDS = ("id", "code")

Schema = dict[str, Any]


def schema() -> Schema:
    """Return the JSON Schema (2020-12) of a report in the wire format.

    Every canonical report is valid by it. It says all of the structure; a few of the model's rules
    (a range goes upwards, coordinates are declared) no schema can say.

    >>> schema()["properties"]["grantkit"]
    {'const': 1}
    """
    definitions: dict[str, Schema] = {}
    top = _node(Report, definitions)
    top["properties"] = {KEY: {"const": VERSION}, **top["properties"]}
    top["required"] = [KEY, *top["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "grantkit report",
        **top,
        "$defs": dict(sorted(definitions.items())),
    }


def _node(cls: type, definitions: dict[str, Schema]) -> Schema:
    properties: Schema = {
        name: _of(tp, definitions) if tp is not str or name not in _IDS else {"$ref": "#/$defs/id"}
        for name, tp in fields(cls).items()
    }
    if any("$ref" in value and value["$ref"].endswith("/id") for value in properties.values()):
        definitions["id"] = {"type": "string", "pattern": _ID}
    if "language" in properties:
        properties["language"] = {"type": "string", "pattern": _TAG}
    if cls is Money:
        properties["currency"] = {"type": "string", "pattern": "^[A-Z]{3}$"}
        properties["scale"] = {"enum": [1, 10**3, 10**6, 10**9]}
    if cls is Quantity:
        properties["parts"]["minItems"] = 1
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if needed(cls):
        made["required"] = list(needed(cls))
    return made


def _of(tp: Any, definitions: dict[str, Schema]) -> Schema:
    if is_optional(tp):
        return {"anyOf": [_of(strip(tp), definitions), {"type": "null"}]}
    container, item = held(tp)
    if container is tuple:
        return {"type": "array", "items": _of(item, definitions)}
    if container is FrozenMap:
        return {"type": "object", "additionalProperties": _of(item, definitions)}
    name = f"cell-of-{item.__name__.lower()}" if container is Written else tp.__name__.lower()
    if name not in definitions:
        definitions[name] = {}  # it may hold itself
        definitions[name] = (
            _cell(item, definitions) if container is Written else _value(tp, definitions)
        )
    return {"$ref": f"#/$defs/{name}"}


def _value(tp: Any, definitions: dict[str, Schema]) -> Schema:
    if tp in _PLAIN:
        return dict(_PLAIN[tp])
    if issubclass(tp, StrEnum):
        return {"enum": [member.value for member in tp]}
    if tp is Category:
        return {"anyOf": [{"type": "string", "pattern": _ID}, _node(tp, definitions)]}
    return _node(tp, definitions)


def _cell(tp: Any, definitions: dict[str, Schema]) -> Schema:
    """Alternatives by their kind: never told from one another by anything else."""
    text = {"type": "string", "maxLength": MAX_TEXT}
    tag = {"anyOf": [{"type": "string", "pattern": _TAG}, {"type": "null"}]}
    more = {
        "value": _of(tp, definitions),
        "reason": {"type": "string", "pattern": "^[a-z][a-z-]{0,39}$"},
    }
    kinds = []
    for kind, keys in KINDS.items():
        properties: Schema = {"text": text, "language": tag, "kind": {"const": kind}}
        extra = [key for key in keys if key in more]
        properties |= {key: more[key] for key in extra}
        kinds.append(
            {
                "type": "object",
                "properties": properties,
                "required": ["kind", *extra],
                "additionalProperties": False,
            }
        )
    words: Schema = {"type": "object", "properties": {"text": text, "language": tag}}
    kinds.append(words | {"additionalProperties": False})
    bare: list[Schema] = [{"type": "number"}] if tp is Quantity else []
    return {"anyOf": [text, *bare, {"type": "null"}, *kinds]}


_FREE_UNIT = {
    "type": "object",
    "properties": {
        "text": {"type": "string", "pattern": r"^[^0-9/%]*\S[^0-9/%]*$"},
        "language": {"type": "string", "pattern": _TAG},
    },
    "required": ["text", "language"],
    "additionalProperties": False,
}
_WORDS = {"type": "string", "minLength": 1, "maxLength": MAX_TEXT}
_PLAIN: dict[Any, Schema] = {
    str: {"type": "string", "maxLength": MAX_TEXT},
    int: {"type": "integer", "minimum": 0},
    bool: {"type": "boolean"},
    Decimal: {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{NUMBER}$"}]},
    dt.date: {"type": "string", "pattern": _DAY},
    Unit: {"anyOf": [{"type": "string", "pattern": _CODE}, _FREE_UNIT]},
    Period: {
        "anyOf": [
            {"type": "string", "pattern": _SPAN},
            {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": _SPAN}},
        ]
    },
    Text: {
        "anyOf": [
            _WORDS,
            {
                "type": "object",
                "minProperties": 1,
                "propertyNames": {"pattern": _TAG},
                "additionalProperties": _WORDS,
            },
        ]
    },
}
