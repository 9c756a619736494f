"""Looks at a zip archive from outside before any library opens it.

Only the central directory and the local headers are read, nothing is unpacked. What passes is what
`zipfile` will read: a directory that lies about a part's size fails there on the checksum.
"""

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from grantkit.errors import GrantkitError

if TYPE_CHECKING:
    from grantkit.exchange.api import Limits

__all__ = ["BadArchive", "preflight"]

_LOCAL, _DIRECTORY, _END, _END64 = b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\7"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END_SIZE, _LOCAL_SIZE, _LOCATOR_SIZE = 22, 30, 20
_COMMENT = 2**16 - 1
_ENCRYPTED = 0x1 | 0x40 | 0x2000
#: Parts below this size may be packed as tightly as they like: sheets of blanks are.
_BIG = 2**20


class BadArchive(GrantkitError, ValueError):
    """An archive that is not opened, because it is damaged or hostile.

    Attributes:
        reason: ``bytes``, ``not-zip``, ``ole`` (an old or a password-protected Office file),
            ``truncated``, ``damaged``, ``zip64``, ``entries``, ``duplicate``, ``name``,
            ``encrypted``, ``method``, ``unpacked``, ``ratio`` or ``overlap``.
        limit: The limit that was broken, None where there is no number.
        part: The name of the part at fault, None where it is the whole.
    """

    def __init__(self, reason: str, limit: int | None = None, part: str | None = None) -> None:
        at = "" if part is None else f" at {part[:80]!r}"
        most = "" if limit is None else f" (the limit is {limit})"
        super().__init__(f"the archive cannot be opened: {reason}{at}{most}")
        self.reason = reason
        self.limit = limit
        self.part = part

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.reason, self.limit, self.part)


def preflight(data: bytes, limits: Limits) -> None:
    """Check that *data* is a zip archive that is safe to open.

    Args:
        data: All the bytes of the file.
        limits: How large, how many and how tightly packed its parts may be.

    Raises:
        BadArchive: It is none, or it breaks a limit.
    """
    if len(data) > limits.bytes:
        raise BadArchive("bytes", limits.bytes)
    if not data.startswith(_LOCAL):
        raise BadArchive("ole" if data.startswith(_OLE) else "not-zip")
    start, end = _directory(data)
    # Counted before zipfile makes an object of each; a name may hold the mark, but not many do.
    if data.count(_DIRECTORY, start, end) > limits.entries:
        raise BadArchive("entries", limits.entries)
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (BadZipFile, NotImplementedError, ValueError, OSError, EOFError, struct.error):
        raise BadArchive("damaged") from None
    _check_names(parts)
    _check_parts(parts, limits)
    _check_spans(data, parts, start)


def _directory(data: bytes) -> tuple[int, int]:
    """Return where the central directory starts and ends, as zipfile finds it."""
    end = data.rfind(_END, max(0, len(data) - _END_SIZE - _COMMENT))
    if end < 0 or len(data) - end < _END_SIZE:
        raise BadArchive("truncated")
    if data[max(0, end - _LOCATOR_SIZE) : end].startswith(_END64):
        # Only for more than 65,535 parts or 4 GB; and a second place to lie in.
        raise BadArchive("zip64")
    size, offset = struct.unpack_from("<2L", data, end + 12)
    if offset + size != end:
        raise BadArchive("damaged" if offset + size > end else "overlap")
    return offset, end


def _check_names(parts: list[ZipInfo]) -> None:
    seen = set()
    for part in parts:
        name = part.orig_filename
        steps = name.removesuffix("/").split("/")
        if "\\" in name or "\0" in name or ":" in name or not {"", ".", ".."}.isdisjoint(steps):
            raise BadArchive("name", None, name)
        if name.lower() in seen:  # names of parts that differ in case only are the same name
            raise BadArchive("duplicate", None, name)
        seen.add(name.lower())


def _check_parts(parts: list[ZipInfo], limits: Limits) -> None:
    for part in parts:
        if part.flag_bits & _ENCRYPTED:
            raise BadArchive("encrypted", None, part.filename)
        if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise BadArchive("method", None, part.filename)
        if part.file_size > _BIG and part.file_size > limits.ratio * part.compress_size:
            raise BadArchive("ratio", limits.ratio, part.filename)
    if sum(part.file_size for part in parts) > limits.unpacked:
        raise BadArchive("unpacked", limits.unpacked)


def _check_spans(data: bytes, parts: list[ZipInfo], directory: int) -> None:
    """Refuse parts that share bytes: the way to pack a thousand bombs into one."""
    free = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        at = part.header_offset
        if at < free:
            raise BadArchive("overlap", None, part.filename)
        if at + _LOCAL_SIZE > directory or not data.startswith(_LOCAL, at):
            raise BadArchive("damaged", None, part.filename)
        name, extra = struct.unpack_from("<2H", data, at + 26)
        free = at + _LOCAL_SIZE + name + extra + part.compress_size
    if free > directory:
        raise BadArchive("overlap")
