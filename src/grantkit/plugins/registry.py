"""What is offered here, by kind and id: each hook asked once, when its kind is first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from threading import RLock
from typing import Any

import pluggy
from attrs import field, frozen

from grantkit.errors import PluginConflict, PluginError, UnknownPlugin
from grantkit.plugins.loading import LoadedPlugin, Problem, cause, load, offers

__all__ = ["KINDS", "Registry", "languages_offered", "offered_by"]


@frozen
class _Kind:
    """One of the six kinds of object: its hook, what makes one, and how it is called."""

    hook: str
    key: Callable[[Any], Any]
    needs: tuple[str, ...]
    types: Mapping[str, type | tuple[type, ...]] = field(factory=dict)


def _id(thing: Any) -> Any:
    return thing.id


KINDS: Mapping[str, _Kind] = {
    "exporter": _Kind(
        "grantkit_register_exporters",
        _id,
        ("id", "suffixes", "media_type", "takes", "options", "export"),
        {"suffixes": (tuple, list), "options": type},
    ),
    "importer": _Kind(
        "grantkit_register_importers",
        _id,
        ("id", "suffixes", "can_read", "read"),
        {"suffixes": (tuple, list)},
    ),
    "locale": _Kind(
        "grantkit_register_locales",
        lambda locale: locale.tag,
        ("tag", "parse_quantity", "format_quantity", "format_message"),
    ),
    "form": _Kind(
        "grantkit_register_forms",
        lambda form: (form.id, form.edition),
        ("id", "edition", "domain", "sections"),
    ),
    "rule": _Kind(
        "grantkit_register_rules",
        lambda rule: rule.code,
        ("code", "severity", "looks_at", "check"),
    ),
    "measure": _Kind(
        "grantkit_register_measures", _id, ("id", "zero", "lift", "combine", "finish")
    ),
}

#: Which of our own distributions offers what, for the remedy in an error.
_OURS = {
    ("exporter", "docx"): "grantkit-docx",
    ("exporter", "xlsx"): "grantkit-xlsx",
    ("locale", "kk"): "grantkit-kk",
    ("locale", "ru"): "grantkit-ru",
    ("form", "kz-grant-final"): "grantkit-kz",
}


def offered_by(kind: str, id: str) -> str | None:
    """Name our distribution that offers an id, None when there is none."""
    if kind == "rule" and id.startswith("KZ"):
        return "grantkit-kz"
    return _OURS.get((kind, id))


class _Unfit(Exception):
    """What a plugin offered is no such object; its text says why."""


def _key(kind: str, thing: Any) -> Any:
    """Return what an offered object is looked up by, or raise what is wrong with it."""
    asked = KINDS[kind]
    name = getattr(thing, "__name__", type(thing).__name__)
    if isinstance(thing, type):
        msg = f"offers the class {name}, not an object of it"
        raise _Unfit(msg)
    lacking = [needed for needed in asked.needs if not hasattr(thing, needed)]
    if lacking:
        msg = f"offers {name}, no {kind}: it lacks {lacking[0]}"
        raise _Unfit(msg)
    key = asked.key(thing)
    parts = key if kind == "form" else (key,)
    if not all(isinstance(part, str) and part for part in parts):
        msg = f"offers {name} with the id {key!r:.60}, which is no text"
        raise _Unfit(msg)
    for needed, wanted in asked.types.items():
        if not isinstance(getattr(thing, needed), wanted):
            msg = f"offers {name}, no {kind}: its {needed} is {getattr(thing, needed)!r:.60}"
            raise _Unfit(msg)
    if "takes" in asked.needs and thing.takes not in ("document", "report", "portfolio"):
        msg = f"offers {name}, which takes {thing.takes!r:.60}"
        raise _Unfit(msg)
    return key


def _shown(key: Any) -> str:
    return " ".join(key) if isinstance(key, tuple) else str(key)


def languages_offered() -> dict[str, str]:
    """Name our distribution for each language that one brings."""
    return {id: distribution for (kind, id), distribution in _OURS.items() if kind == "locale"}


@frozen
class _Offer:
    loaded: LoadedPlugin
    thing: Any


@frozen(eq=False)
class Registry:
    """The plugins of one Kit.

    Args:
        explicit: Plugins passed by the embedder (modules or objects with hooks).
        discover: Whether to look for installed ones.
        block: Distributions to leave out.
        strict: Whether a problem raises PluginError instead of being listed.
    """

    explicit: tuple[object, ...]
    discover: bool
    block: tuple[str, ...]
    strict: bool
    plugins: list[LoadedPlugin] = field(init=False, factory=list)
    problems: list[Problem] = field(init=False, factory=list)
    _manager: pluggy.PluginManager = field(init=False)
    _offers: dict[str, dict[Any, list[_Offer]]] = field(init=False, factory=dict)
    _lock: RLock = field(init=False, factory=RLock)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_manager", pluggy.PluginManager("grantkit"))
        found, problems = load(
            self._manager, self.explicit, discover=self.discover, block=self.block
        )
        self.plugins.extend(found)
        self._tell(problems)

    def of(self, kind: str) -> dict[Any, Any]:
        """Return the usable objects of a kind by their keys, in a stable order."""
        table = self._table(kind)
        usable = {key: held for key, held in table.items() if len(held) == 1}
        return {key: usable[key][0].thing for key in sorted(usable)}

    def get(self, kind: str, key: Any, name: str | None = None) -> Any:
        """Return one object.

        Raises:
            UnknownPlugin: Nothing here offers it; the error names what is there and the remedy.
            PluginConflict: Two distributions offer it.
        """
        return self._offer(kind, key, name).thing

    def owner(self, kind: str, key: Any) -> str:
        """Return the distribution that offers an object."""
        return self._offer(kind, key, None).loaded.distribution

    def packages(self) -> dict[str, str]:
        """Return the import package of each distribution, for its catalogues."""
        return {plugin.distribution: plugin.package for plugin in self.plugins}

    def package(self, kind: str, key: Any) -> str:
        """Return the import package that an object came from."""
        return self._offer(kind, key, None).loaded.package

    def _offer(self, kind: str, key: Any, name: str | None) -> _Offer:
        held = self._table(kind).get(key)
        if held is None:
            wanted = name or str(key)
            there = {k[0] if isinstance(k, tuple) else str(k) for k in self.of(kind)}
            raise UnknownPlugin(kind, wanted, there, offered_by(kind, wanted))
        if len(held) > 1:
            who = [offer.loaded.distribution for offer in held]
            what = f"{kind} {name or _shown(key)}"
            if len(set(who)) == 1:
                raise PluginConflict(who[0], what, "it offers this id twice")
            others = ", ".join(dict.fromkeys(who[1:]))
            raise PluginConflict(who[0], what, f"also offered by {others}; block one of them")
        return held[0]

    def _table(self, kind: str) -> dict[Any, list[_Offer]]:
        table = self._offers.get(kind)
        if table is not None:
            return table
        with self._lock:
            if kind not in self._offers:
                problems: list[Problem] = []
                asked = self._ask(kind, problems)
                self._tell(problems)
                self._offers[kind] = asked
            return self._offers[kind]

    def ask_all(self) -> None:
        """Ask every hook now, so that ``problems`` is complete."""
        for kind in KINDS:
            self._table(kind)

    def keys(self, kind: str) -> list[Any]:
        """Return the keys of a kind, those in conflict too."""
        return sorted(self._table(kind))

    def _ask(self, kind: str, problems: list[Problem]) -> dict[Any, list[_Offer]]:
        asked = KINDS[kind]
        table: dict[Any, list[_Offer]] = {}
        for plugin in self.plugins:
            for thing in offers(self._manager, plugin, asked.hook, problems):
                try:
                    key = _key(kind, thing)
                except Exception as error:  # noqa: BLE001  an attribute may raise anything
                    said = str(error) if isinstance(error, _Unfit) else cause(error)
                    problems.append(Problem(plugin.distribution, asked.hook, said))
                    continue
                held = table.setdefault(key, [])
                if held:
                    first = held[0].loaded.distribution
                    said = f"{_shown(key)} is already offered by {first}"
                    problems.append(Problem(plugin.distribution, asked.hook, said))
                if not held or held[0].loaded.rank <= plugin.rank:
                    held.append(_Offer(plugin, thing))
        return table

    def _tell(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.problems.append(problem)
            if self.strict:
                raise PluginError(problem.distribution, problem.what, problem.cause)
