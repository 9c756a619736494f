"""A file is written whole or not at all: beside its place first, then renamed over it."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from grantkit.errors import ExportFailed
from grantkit.findings import Finding
from grantkit.model import FrozenMap

__all__ = ["atomic", "not_written"]

_BINARY = getattr(os, "O_BINARY", 0)  # only Windows has it
_STALE = 3600  # seconds after which a temporary file of ours was left by a killed process


@contextlib.contextmanager
def atomic(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write that takes *path*'s place when the block ends without an error.

    Raises:
        ExportFailed: The system refuses to create, write or rename it. What stood at *path* before
            is as it was.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     target = Path(folder, "a.txt")
    ...     with atomic(target) as file:
    ...         _ = file.write(b"whole")
    ...     target.read_bytes(), len(list(target.parent.iterdir()))
    (b'whole', 1)
    """
    try:
        path = _target(path)
        _sweep(path)
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
        temporary = path.parent / f"{_prefix(path)}{secrets.token_hex(8)}.tmp"
        handle = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links; a NUL in the name
        raise not_written(path, error) from error
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(path)
    except OSError as error:
        _remove(temporary)
        raise not_written(path, error) from error
    except BaseException:
        _remove(temporary)
        raise


def _target(path: Path) -> Path:
    """Return the file to replace: a link stays a link, a device or a folder is refused."""
    real = path.resolve() if path.is_symlink() else path
    if real.exists() and not real.is_file():
        raise OSError(None, "it is no regular file")
    return real


def _prefix(path: Path) -> str:
    return f".grantkit-{path.name[:40]}-"


def _sweep(path: Path) -> None:
    """Remove what a killed process left here for the same file."""
    for left in path.parent.iterdir():
        if left.name.startswith(_prefix(path)) and left.suffix == ".tmp":
            with contextlib.suppress(OSError):
                if time.time() - left.stat().st_mtime > _STALE:
                    left.unlink()


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def not_written(path: Path, error: Exception) -> ExportFailed:
    """Return the failure that names a path and why it cannot be written."""
    cause = getattr(error, "strerror", None) or str(error)
    args = FrozenMap({"file": str(path), "cause": cause})
    return ExportFailed([Finding(code="GK040", args=args)])
