"""A file is written whole or not at all: beside its place first, then renamed over it."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from grantkit.errors import ExportFailed
from grantkit.findings import Finding
from grantkit.model import FrozenMap

__all__ = ["atomic"]

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
    path = _through_links(path)
    try:
        _sweep(path)
        if path.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
        handle, name = tempfile.mkstemp(prefix=_prefix(path), suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise _failed(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_default_mode() if mode is None else mode)
        temporary.replace(path)
    except OSError as error:
        _remove(temporary)
        raise _failed(path, error) from error
    except BaseException:
        _remove(temporary)
        raise


def _through_links(path: Path) -> Path:
    """Write through a link, as an editor would; it stays a link."""
    return path.resolve() if path.is_symlink() else path


def _prefix(path: Path) -> str:
    return f".{path.name[:40]}."


def _sweep(path: Path) -> None:
    """Remove what a killed process left here for the same file."""
    for left in path.parent.glob(f"{_prefix(path).replace('[', '[[]')}*.tmp"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()


def _default_mode() -> int:
    # mkstemp makes a private file, and os.umask cannot be read without setting it for all threads.
    return 0o644


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _failed(path: Path, error: OSError) -> ExportFailed:
    args = FrozenMap({"file": str(path), "cause": error.strerror or str(error)})
    return ExportFailed([Finding(code="GK040", args=args)])
