"""The quickest honest way to a zip of mostly constant parts: those are compressed beforehand."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping

__all__ = ["ReadyZip"]

_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DEFLATED, _VERSION, _UTF8 = 8, 20, 0x800
_MIDNIGHT, _FIRST_DAY = 0, 0x21  # 1 January 1980

_Part = tuple[bytes, int, int, bytes]


def _part(name: str, data: bytes) -> _Part:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush()
    return name.encode(), zlib.crc32(data), len(data), packed


class ReadyZip:
    """A zip whose constant parts are ready.

    Args:
        constant: Their names and contents.
    """

    def __init__(self, constant: Mapping[str, bytes]) -> None:
        self._ready = [_part(name, data) for name, data in constant.items()]

    def with_parts(self, fresh: Mapping[str, bytes]) -> bytes:
        """Return the whole file with *fresh* parts after the constant ones."""
        return _zip([*self._ready, *(_part(name, data) for name, data in fresh.items())])


def _zip(parts: Iterable[_Part]) -> bytes:
    out: list[bytes] = []
    entries, at = [], 0
    for name, crc, size, packed in parts:
        told = (_VERSION, _UTF8, _DEFLATED, _MIDNIGHT, _FIRST_DAY, crc, len(packed), size)
        head = _LOCAL.pack(b"PK\3\4", *told, len(name), 0)
        entries.append(_ENTRY.pack(b"PK\1\2", _VERSION, *told, len(name), 0, 0, 0, 0, 0, at) + name)
        out += (head, name, packed)
        at += len(head) + len(name) + len(packed)
    directory = b"".join(entries)
    count = len(entries)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), at, 0)
    return b"".join((*out, directory, end))
