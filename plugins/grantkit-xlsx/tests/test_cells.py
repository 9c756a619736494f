import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from grantkit.errors import ExportFailed
from grantkit.model import (
    Activity,
    Axis,
    Category,
    Grant,
    Headcount,
    HeadcountCell,
    Indicator,
    Money,
    Part,
    Period,
    Quantity,
    Report,
    Task,
    Text,
    Written,
    clean_text,
)
from grantkit_xlsx.cells import put, split
from grantkit_xlsx.styles import Look, Styles
from grantkit_xlsx.titles import MAX_TITLE, sheet_title, units

Export = Callable[..., Any]

LOOK_LIKE_SOMETHING_ELSE = [
    "=1+1",
    "=HYPERLINK('http://example.org','x')",
    "=",
    "+7 700 000 00 00",
    "-5",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "＝1+1",
    "#N/A",
    "#REF!",
    "#DIV/0!",
    "TRUE",
    "1.5",
    "12345678901234567890",
    "1E5",
    "2024-01-01",
    "3/4",
    "_x000D_",
    "_x0041__x0042_ a_x00G1_",
    "'quoted'",
    "a\tb\n\nc  ",
    "  spaces around  ",
    "<c>&amp;]]>",
    "👩‍👩‍👧 Әә Ққ \u202e \u2028",
]


def of(text: str, **more: Any) -> Report:
    task = Task(id="1", title=Text.of(text, "en"), **more)
    return Report(id="r", language="en", grant=Grant(id="g", tasks=[task]))


def cell_of(made: Any, heading: str = "Title") -> Any:
    sheet = made.book["Tasks"]
    (column,) = [cell.column for cell in sheet[1] if cell.value == heading]
    return sheet.cell(2, column)


@pytest.mark.parametrize("text", LOOK_LIKE_SOMETHING_ELSE)
def test_text_stays_text(export: Export, text: str) -> None:
    cell = cell_of(export(of(text), "en"))
    assert cell.data_type == "s"
    # openpyxl reads back the escape as it stands; what it stands for is checked with LibreOffice.
    assert cell.value.replace("_x005F_", "_") == text


def test_what_may_be_taken_for_a_formula_is_marked_as_text(export: Export) -> None:
    assert cell_of(export(of("=1+1"), "en")).quotePrefix
    assert cell_of(export(of("@a"), "en")).quotePrefix
    assert not cell_of(export(of("a=1"), "en")).quotePrefix


def test_an_escape_that_a_person_typed_is_escaped(export: Export) -> None:
    assert cell_of(export(of("_x000D_"), "en")).value == "_x005F_x000D_"
    assert cell_of(export(of("_xyz_"), "en")).value == "_xyz_"


@pytest.mark.parametrize(
    ("number", "written", "shape"),
    [
        ("0", 0, "#,##0"),
        ("-3", -3, "#,##0"),
        ("82.5", 82.5, "#,##0.0"),
        ("10500000", 10_500_000, "#,##0"),
        ("999999999999999", 999_999_999_999_999, "#,##0"),
        ("9.00000000000001", 9.00000000000001, "#,##0.00000000000000"),
        ("100000000000000000000", 1e20, "#,##0"),
        ("0.000001", 0.000001, "#,##0.000000"),
    ],
)
def test_exact_numbers_are_numbers(export: Export, number: str, written: float, shape: str) -> None:
    made = export(with_target(Quantity((Part(Decimal(number)),))), "en")
    sheet = made.book["Indicators"]
    (column,) = [cell.column for cell in sheet[1] if cell.value == "Plan: value"]
    assert sheet.cell(2, column).value == written
    assert sheet.cell(2, column).number_format == shape
    assert not made.job.notes


def with_target(target: Quantity) -> Report:
    name = Text.of("Posts", "en")
    indicator = Indicator(id="a", name=name, target=Written(target, text="as written"))
    activity = Activity(id="1.1", indicators=[indicator])
    return of("A task", activities=[activity])


@pytest.mark.parametrize(
    "number", ["12345678901234567890", "1234567890.123456", "-0.1234567890123456"]
)
def test_a_number_of_too_many_digits_is_text_and_a_finding(export: Export, number: str) -> None:
    made = export(with_target(Quantity((Part(Decimal(number)),))), "en")
    (row,) = made.table("indicators")
    assert row["Plan: value"] == number
    (note,) = made.job.notes
    assert (note.code, note.severity, note.origin) == ("XL101", "warning", "grantkit-xlsx")
    assert note.path == "grant.tasks[1].activities[1.1].indicators[a].target"
    assert note.args["value"] == number


def test_money_of_too_many_digits_too(export: Export) -> None:
    grant = Grant(id="g", amount=Written(Money(Decimal("12345678901234567.89"))))
    made = export(Report(id="r", language="en", grant=grant), "en")
    assert [note.path for note in made.job.notes] == ["grant.amount"]


def test_a_day_that_programs_disagree_on_is_text(export: Export) -> None:
    for day, typed in [(dt.date(1900, 2, 28), False), (dt.date(1900, 3, 1), True)]:
        grant = Grant(id="g", period=Written(Period.days(day)))
        made = export(Report(id="r", language="en", grant=grant), "en")
        values = [row["Value"] for row in made.table("report")]
        assert (str(day) in values) is not typed
        assert {note.code for note in made.job.notes} == (set() if typed else {"XL103"})


def test_a_long_text_goes_on_in_numbered_lines(export: Export) -> None:
    text = "Бір сөйлем. " * 8_000
    made = export(of(text), "en")
    rows = made.table("tasks")
    assert "".join(row["Title"] for row in rows) == text
    assert [row["Line"] for row in rows] == [1, 2, 3]
    assert {row["Task no."] for row in rows} == {"1"}
    assert all(units(row["Title"]) <= 32_767 for row in rows)
    assert [(note.code, note.args["rows"]) for note in made.job.notes] == [("XL102", 3)]
    (line,) = [cell.column_letter for cell in made.book["Tasks"][1] if cell.value == "Line"]
    assert not made.book["Tasks"].column_dimensions[line].hidden


def test_the_limit_is_counted_as_excel_counts(export: Export) -> None:
    fits, over = export(of("x" * 32_767), "en"), export(of("👍" * 16_384), "en")
    assert len(fits.table("tasks")) == 1
    assert [len(row["Title"]) for row in over.table("tasks")] == [16_383, 1]
    assert not fits.job.notes


def test_narrative_is_cut_where_a_reader_pauses(export: Export) -> None:
    text = "First line.\n" + "A sentence of the narrative. " * 120
    report = Report(
        id="r", language="en", grant=Grant(id="g"), narrative={"change": Text.of(text, "en")}
    )
    made = export(report, "en")
    lines = [row for row in made.table("report") if row["Line"]]
    assert "".join(row["Value"] for row in lines) == text
    assert {row["Field"] for row in lines} == {"Social and other change"}
    assert all(row["Value"].endswith(". ") for row in lines)
    assert not made.job.notes


def test_narrative_and_codes_without_words_keep_their_ids(export: Export) -> None:
    head = Headcount(
        axes=[Axis("{age}", (Category("{0}"),))], cells=[HeadcountCell({"{age}": "{0}"}, 5)]
    )
    report = Report(
        id="r",
        language="en",
        grant=Grant(id="g"),
        narrative={"our-own{": Text.of("x", "en")},
        statistics=head,
    )
    made = export(report, "en")
    assert "our-own{" in {row["Field"] for row in made.table("report")}
    (row,) = made.table("people")
    assert (row["{age}"], row["People"]) == ("{0}", 5)


def test_more_rows_than_a_sheet_has_are_an_error_that_says_where(
    export: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grantkit_xlsx.table.MAX_ROWS", 2)
    report = of("a")
    two = (*report.grant.tasks, Task(id="2"))
    full = attrs.evolve(report, grant=attrs.evolve(report.grant, tasks=two))
    with pytest.raises(ExportFailed) as caught:
        export(full, "en", sheets="tasks")
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("XL104", "grant.tasks[2]")


@given(st.text(max_size=200), st.integers(1, 20))
def test_pieces_make_the_text_again(text: str, most: int) -> None:
    pieces = list(split(text, max(most, 2)))
    assert "".join(pieces) == text
    assert all(units(piece) <= max(most, 2) for piece in pieces)


@given(st.lists(st.text(max_size=50), max_size=8))
def test_sheet_titles_are_what_every_program_takes(names: list[str]) -> None:
    taken: set[str] = set()
    titles = [sheet_title(name, taken) for name in names]
    assert len({title.casefold() for title in titles}) == len(titles)
    for title in titles:
        assert 1 <= units(title) <= MAX_TITLE
        assert not set(title) & set("[]:*?/\\\n\t")
        assert title.strip("' ") == title
        assert title.casefold() != "history"


def test_sheet_titles_by_example() -> None:
    taken: set[str] = set()
    assert sheet_title("'History'", taken) == "History 2"
    assert sheet_title("📄" * 31, taken) == "📄" * 15
    assert sheet_title("📄" * 31, taken) == "📄" * 14 + " 2"
    assert sheet_title("//", taken) == "Sheet"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_whatever_text_there_is_comes_back(text: str) -> None:
    sheet = Workbook().worksheets[0]
    kept, _ = clean_text(text)
    cell: Any = sheet.cell(1, 1)
    assert put(cell, kept, Styles(sheet, "yyyy-mm-dd"), Look.TEXT) is None
    assert cell.data_type == "s"
    assert cell.value.replace("_x005F_", "_") == kept.replace("_x005F_", "_")
