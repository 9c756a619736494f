"""Reports as canonical JSON, and back: strictly, exactly, with the place of every mistake."""

from grantkit.codec.paths import Placed
from grantkit.codec.plain import VERSION, dumps, from_plain, to_plain
from grantkit.codec.problems import InvalidData, JsonPath, NotFinite, Problem
from grantkit.codec.reading import Decoded, loads
from grantkit.codec.schema import schema

__all__ = [
    "VERSION",
    "Decoded",
    "InvalidData",
    "JsonPath",
    "NotFinite",
    "Placed",
    "Problem",
    "dumps",
    "from_plain",
    "loads",
    "schema",
    "to_plain",
]
