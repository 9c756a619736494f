"""Options are checked by their type; sources are read once, within the limits."""

import io
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from grantkit.errors import ImportFailed, InvalidValue
from grantkit.exchange.api import Limits
from grantkit.exchange.options import make_options
from grantkit.exchange.sources import open_source


@attrs.frozen
class Options:
    embed: bool = True
    indent: int = 2
    scale: Decimal = Decimal(1)
    template: Path | None = None
    font: str = "Times"


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ({}, Options()),
        ({"embed": "no"}, Options(embed=False)),
        ({"embed": "YES"}, Options()),
        ({"indent": "-4"}, Options(indent=-4)),
        ({"scale": "1.5"}, Options(scale=Decimal("1.5"))),
        ({"template": "a.docx"}, Options(template=Path("a.docx"))),
        ({"font": "Arial"}, Options(font="Arial")),
        ({"indent": 8}, Options(indent=8)),
    ],
    ids=str,
)
def test_a_string_becomes_what_the_option_takes(given, made):
    assert make_options(Options, given) == made


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"indentt": "4"}, "did you mean indent"),
        ({"zzz": "4"}, "there are: embed, font, indent, scale, template"),
        ({"indent": "four"}, "indent takes int, not 'four'"),
        ({"embed": "perhaps"}, "embed takes bool"),
        ({"scale": "1,5"}, "1,5"),
    ],
    ids=str,
)
def test_a_wrong_option_says_what_there_is(given, words):
    with pytest.raises(InvalidValue, match=words):
        make_options(Options, given)


def test_bytes_paths_and_files_give_the_same(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(b"{}")
    with path.open("rb") as file:
        read = [open_source(s, Limits()).data for s in (b"{}", path, str(path), file)]
    assert read == [b"{}"] * 4
    assert open_source(io.BytesIO(b"{}"), Limits(), "mine").name == "mine"


def test_a_text_file_is_refused(tmp_path):
    path = tmp_path / "a.json"
    path.write_text("{}", "utf-8")
    with path.open(encoding="utf-8") as file, pytest.raises(TypeError, match="binary"):
        open_source(file, Limits())


@pytest.mark.parametrize("source", [b"12345", io.BytesIO(b"12345")], ids=["bytes", "file"])
def test_what_is_larger_than_the_limit_is_refused_with_it(source):
    with pytest.raises(ImportFailed) as caught:
        open_source(source, Limits(bytes=4))
    (finding,) = caught.value.findings
    assert (finding.code, finding.args["limit"]) == ("GK011", 4)


@pytest.mark.parametrize("name", ["none.json", "a\0b", "."])
def test_what_cannot_be_opened_is_named(tmp_path, name):
    with pytest.raises(ImportFailed) as caught:
        open_source(str(tmp_path) + "/" + name, Limits())
    (finding,) = caught.value.findings
    assert finding.code == "GK012"
    assert finding.args["file"] == str(Path(f"{tmp_path}/{name}"))
