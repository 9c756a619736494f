"""The command, run in this process."""

import io
import sys

import pytest

from grantkit.cli import main


@pytest.fixture
def grantkit(monkeypatch, capfd, tmp_path):
    """Run the command in this process, in a folder of its own; a traceback fails the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def call(*args, stdin=None):
        monkeypatch.setattr(sys, "argv", ["grantkit", *map(str, args)])
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            main()
        said = capfd.readouterr()
        return left.value.code, said.out, said.err

    return call
