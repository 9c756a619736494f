import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grantkit.model import Grant, Report, Task, Text, Written
from grantkit.testing.office import (
    convert,
    convert_all,
    have_office,
    have_validator,
    pdf_text,
    validate_ooxml,
)

pytestmark = pytest.mark.office
Export = Callable[..., Any]
TEXTS = [
    "=1+1",
    '=HYPERLINK("http://example.org")',
    "+7 700",
    "-5",
    "@SUM(A1)",
    "#N/A",
    "12345678901234567890",
    "_x0041_ _x000D_",
    "Әәңғүұқөһі",
    "<b>&amp;",
]


def hostile() -> Report:
    tasks = [
        Task(id=str(number), title=Text.of(text, "en")) for number, text in enumerate(TEXTS, 1)
    ]
    return Report(id="r", language="en", grant=Grant(id="g", tasks=tasks))


def saved(made: Any, path: Path) -> Path:
    path.write_bytes(made.data)
    return path


@pytest.mark.skipif(not have_validator(), reason="no Open XML validator")
def test_the_open_xml_sdk_finds_nothing_wrong(
    export: Export, report: Report, tmp_path: Path
) -> None:
    empty = Report(id="r", language="kk", grant=Grant(id="g"))
    long = Report(
        id="r",
        language="kk",
        grant=Grant(
            id="g",
            title=Text.of("Ә" * 70_000, "kk"),
            amount=Written(text="көп"),
            tasks=[Task(id="1", title=Text.of("👍\n" * 30_000, "kk"))],
        ),
    )
    for name, made in [
        *((language, export(report, language)) for language in ("kk", "ru", "en")),
        ("unfolded", export(report, fold=False)),
        ("empty", export(empty)),
        ("hostile", export(hostile(), "en")),
        ("long", export(long)),
    ]:
        assert validate_ooxml(saved(made, tmp_path / f"{name}.xlsx")) == [], name


@pytest.mark.skipif(not have_office(), reason="no LibreOffice")
def test_libreoffice_shows_text_as_it_was_written(export: Export, tmp_path: Path) -> None:
    path = saved(export(hostile(), "en", sheets="tasks"), tmp_path / "hostile.xlsx")
    with convert(path, "csv", tmp_path / "out").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[1] for row in rows[1:]] == TEXTS


@pytest.mark.skipif(not have_office(), reason="no LibreOffice")
def test_libreoffice_reads_numbers_and_dates(
    export: Export, report: Report, tmp_path: Path
) -> None:
    path = saved(export(report, "en", sheets="effects"), tmp_path / "effects.xlsx")
    with convert(path, "csv", tmp_path / "out").open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert first["Fact: value"].replace(",", "") == "1716"
    assert second["Plan: value"].replace(",", "") == "2345000.5"
    assert second["Fact: value"] == second["Fact"] == ""


@pytest.mark.skipif(not have_office(), reason="no LibreOffice")
def test_every_sheet_prints_and_nothing_is_cut_off(
    export: Export, report: Report, tmp_path: Path
) -> None:
    paths = [saved(export(report, tag), tmp_path / f"{tag}.xlsx") for tag in ("kk", "ru", "en")]
    for pdf in convert_all(paths, "pdf", tmp_path / "out"):
        printed = " ".join(pdf_text(pdf).split())
        for text in ("Облыстық телеарна", "Қанағаттану деңгейі", "12,000,000", "82.5", "Дайджест"):
            assert text in printed
        assert "###" not in printed
