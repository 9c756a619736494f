"""What to read: files, folders, ``*.jsonl``, ``@list`` and ``-``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from grantkit.errors import ImportFailed
from grantkit.exchange.api import Finding, Loaded, suffix_of
from grantkit.kit import Kit
from grantkit.model import FrozenMap

__all__ = ["Input", "inputs"]


@frozen
class Input:
    """One report to read: a path, or bytes with a name and the importer that knows them.

    One that cannot even be found carries its error, so that the others are still read.
    """

    name: str
    data: bytes | None = None
    importer: str | None = None
    error: ImportFailed | None = None

    def read(self, kit: Kit) -> Loaded:
        """Read it, or raise ImportFailed."""
        if self.error is not None:
            raise self.error
        if self.data is None:
            return kit.read(self.name)
        return kit.read(self.data, importer=self.importer, name=self.name)


def inputs(given: Iterable[str], kit: Kit) -> Iterator[Input]:
    """Yield the reports that the arguments name; folders give the files some importer knows."""
    suffixes = {suffix for importer in kit.importers.values() for suffix in importer.suffixes}
    for word in given:
        if word == "-":
            yield Input("-", sys.stdin.buffer.read())
        elif word.startswith("@"):
            try:
                lines = Path(word[1:]).read_text(encoding="utf-8-sig").splitlines()
            except (OSError, UnicodeDecodeError) as error:
                yield _lost(word[1:], getattr(error, "strerror", None) or str(error))
                continue
            yield from inputs((line for line in lines if line.strip()), kit)
        elif Path(word).is_dir():
            paths = sorted(Path(word).rglob("*"))
            found = [p for p in paths if p.is_file() and suffix_of(p.name, {*suffixes, ".jsonl"})]
            if not found:
                yield _lost(word, "there is no report in this folder")
            for path in found:
                yield from _file(path)
        else:
            yield from _file(Path(word))


def _lost(name: str, cause: str) -> Input:
    args = FrozenMap({"file": name, "cause": cause})
    return Input(name, error=ImportFailed([Finding(code="GK012", args=args)]))


def _file(path: Path) -> Iterator[Input]:
    if path.suffix.lower() != ".jsonl" or not path.is_file():
        yield Input(str(path))
        return
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield Input(f"{path}:{number}", line, "json")
