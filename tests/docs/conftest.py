"""What stands in the documentation, block by block."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", flags=re.DOTALL | re.MULTILINE)


@frozen
class Block:
    """A fenced block: its language, its text, and the line of the file it starts in."""

    language: str
    text: str
    line: int


@pytest.fixture
def blocks() -> Callable[..., list[Block]]:
    """Find the blocks of a language in a file of the documentation."""

    def found(name: str, language: str) -> list[Block]:
        text = (ROOT / name).read_text(encoding="utf-8")
        return [
            Block(match[1], match[2], text.count("\n", 0, match.start()) + 1)
            for match in _BLOCK.finditer(text)
            if match[1] == language
        ]

    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the examples."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path
