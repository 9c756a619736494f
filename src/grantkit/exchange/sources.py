"""Where reports come from: paths, bytes, binary files; read once, within the limits."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import BinaryIO

from attrs import frozen

from grantkit.errors import ImportFailed
from grantkit.exchange.api import Limits
from grantkit.findings import Finding
from grantkit.model import FrozenMap

__all__ = ["BytesSource", "open_source"]


@frozen
class BytesSource:
    """Bytes with a name, and the folder they stand in when they came from a file."""

    name: str
    data: bytes
    folder: Path | None = None


def open_source(
    source: str | os.PathLike[str] | bytes | BinaryIO, limits: Limits, name: str | None = None
) -> BytesSource:
    """Return the bytes of a path, of bytes or of a binary file.

    Raises:
        ImportFailed: There is no such file, it cannot be read (GK012), or it is larger than
            ``limits.bytes`` (GK011).
    """
    if isinstance(source, bytes | bytearray | memoryview):
        return _checked(BytesSource(name or "<bytes>", bytes(source)), limits)
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        try:
            with path.open("rb") as file:
                data = _take(file, limits)
            return _checked(BytesSource(name or str(path), data, path.parent), limits)
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            cause = getattr(error, "strerror", None) or str(error)
            args = FrozenMap({"file": str(path), "cause": cause})
            raise ImportFailed([Finding(code="GK012", args=args)]) from error
    if isinstance(source, io.TextIOBase):
        msg = "open the file in binary mode"
        raise TypeError(msg)
    data = _take(source, limits)
    return _checked(BytesSource(name or str(getattr(source, "name", "<file>")), data), limits)


def _take(file: BinaryIO, limits: Limits) -> bytes:
    return file.read(limits.bytes + 1)


def _checked(source: BytesSource, limits: Limits) -> BytesSource:
    if len(source.data) > limits.bytes:
        args = FrozenMap({"file": source.name, "what": "bytes", "limit": limits.bytes})
        raise ImportFailed([Finding(code="GK011", args=args)])
    return source
