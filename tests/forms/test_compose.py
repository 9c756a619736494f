"""A form and a report make a document: every section in order, every value in its place."""

from pathlib import Path

import pytest

import grantkit
from grantkit.document import (
    Cell,
    Heading,
    List,
    Orientation,
    PageCount,
    Paragraph,
    Role,
    Run,
    SignatureBlock,
    Table,
    texts,
)
from grantkit.forms.api import (
    Breakdown,
    Column,
    Field,
    FieldTable,
    Form,
    Repeat,
    Section,
    Signature,
)
from grantkit.forms.api import Table as FormTable
from grantkit.forms.values import resolve, rows
from grantkit.model import (
    NOT_APPLICABLE,
    Activity,
    Axis,
    Category,
    Evidence,
    Grant,
    Headcount,
    HeadcountCell,
    Indicator,
    Quantity,
    Report,
    Statement,
    Task,
    Text,
    Unit,
    Written,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "anticorruption-2024.json"


@pytest.fixture(scope="module")
def kit():
    return grantkit.Kit(strict=True)


@pytest.fixture(scope="module")
def official(kit):
    return kit.compose(kit.read(EXAMPLE), form="kz-grant-final", locale="kk")


def words(content):
    return "".join(run.text for run in content if isinstance(run, Run))


def cell(node: Cell) -> str:
    return "\n".join(words(b.content) for b in node.blocks if isinstance(b, Paragraph))


def blocks(document, kind):
    return [b for section in document.sections for b in section.blocks if isinstance(b, kind)]


def table(document, title):
    return next(t for t in blocks(document, Table) if t.title == title)


def report(*tasks, language="en", **grant):
    return Report(id="r", language=language, grant=Grant(id="g", tasks=tasks, **grant))


def test_sections_come_in_the_form_s_order(official):
    headings = [words(h.content) for h in blocks(official, Heading) if h.level == 1]
    assert [text.partition(".")[0] for text in headings] == ["1", "2", "3", "4", "5", "6"]
    assert headings[1].startswith("2. Мақсатқа жету")


def test_the_cover_has_its_six_items_even_the_empty_one(official):
    cover = [words(p.content) for p in blocks(official, Paragraph)[1:7]]
    assert [line[:2] for line in cover] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert cover[1].endswith("(болған жағдайда): ")
    assert cover[5].endswith(": 10 500 000 (он миллион бес жүз мың) теңге")


def test_the_wide_table_lies_on_landscape_pages(official):
    lying = [section.orientation for section in official.sections]
    assert lying[:3] == [Orientation.PORTRAIT, Orientation.LANDSCAPE, Orientation.PORTRAIT]
    wide = table(official, "Міндеттер, іс-шаралар және индикаторлар")
    assert wide in official.sections[1].blocks
    assert len(wide.columns) == 10


def test_the_wide_table_has_a_heading_of_two_rows_and_a_row_an_indicator(official):
    wide = table(official, "Міндеттер, іс-шаралар және индикаторлар")
    upper, lower = wide.head
    assert [c.rows for c in upper.cells] == [2] * 7 + [1, 2]
    assert [cell(c) for c in lower.cells] == ["жоспар", "факт"]
    assert len(wide.body) == 84 + 1  # activity 2.1 has none and keeps its row


def test_task_and_activity_cells_are_merged_down(official):
    wide = table(official, "Міндеттер, іс-шаралар және индикаторлар")
    first = wide.body[0].cells
    assert cell(first[0]).startswith("1 міндет. ")
    assert [c.rows for c in first] == [7] * 6 + [1, 1, 1, 7]
    assert [cell(c) for c in wide.body[1].cells][1:] == ["4", "4"]


def test_cells_stand_as_written_in_the_report_s_own_language(official):
    shown = list(texts(official))
    assert shown.count("5/1 кем емес") == 2
    assert "2 сурет көрмесі, 2 шығарма байқауы" in shown


def test_in_another_language_values_are_said_in_it_and_words_stay_tagged(kit):
    document = kit.compose(kit.read(EXAMPLE), form="kz-grant-final", locale="ru")
    shown = list(texts(document))
    assert "с каждого мероприятия не менее 2" in shown
    tagged = [
        run
        for t in blocks(document, Table)
        for row in t.body
        for c in row.cells
        for p in c.blocks
        if isinstance(p, Paragraph)
        for run in p.content
        if isinstance(run, Run) and run.language == "kk"
    ]
    assert "2 сурет көрмесі, 2 шығарма байқауы" in [run.text for run in tagged]


def test_the_nine_effects_have_their_rows_whether_reported_or_not(kit):
    document = kit.compose(report(), form="kz-grant-final", locale="en")
    effects = table(
        document, "Fill in the table that shows the socio-economic effect of the social project"
    )
    assert [cell(row.cells[0]) for row in effects.body] == [f"{n}." for n in range(1, 10)]
    assert cell(effects.body[5].cells[1]) == "Payroll out of the total of the grant"
    assert [cell(c) for c in effects.body[5].cells[2:]] == ["tenge", "", ""]


def test_an_effect_outside_the_list_follows_it(kit):
    own = Indicator(id="trees", name=Text.of("Trees planted", "en"), unit=Unit("piece"))
    document = kit.compose(report(effects=[own]), form="kz-grant-final", locale="en")
    effects = table(
        document, "Fill in the table that shows the socio-economic effect of the social project"
    )
    assert cell(effects.body[-1].cells[1]) == "Trees planted"
    assert cell(effects.body[-1].cells[0]) == "10."


def test_empty_tables_keep_a_blank_row_as_on_paper(official):
    proposals = next(
        t for t in blocks(official, Table) if t.title.startswith("Мемлекеттік гранттардың")
    )
    assert [[cell(c) for c in row.cells] for row in proposals.body] == [[""] * 7]


def test_statistics_use_the_report_s_own_categories(kit):
    ages = Axis("age", (Category("14-17"), Category("age-7")))
    counted = Headcount(30, axes=[ages], cells=[HeadcountCell({"age": "14-17"}, 20)])
    document = kit.compose(
        Report(id="r", language="en", grant=Grant(id="g"), statistics=counted),
        form="kz-grant-final",
        locale="en",
    )
    by_age = table(document, "Age:")
    assert [cell(c) for c in by_age.head[0].cells][1:] == ["14-17", "… years and over"]
    assert [cell(c) for c in by_age.body[0].cells] == ["30", "20", ""]
    assert [cell(c) for c in table(document, "Gender:").body[0].cells] == ["", "", ""]


def test_the_page_count_is_a_field_and_the_signature_has_a_place_for_the_seal(official):
    counted = [p for p in blocks(official, Paragraph) if PageCount() in p.content]
    assert words(counted[0].content) == "Есеп беттерінің жалпы саны: "
    (signature,) = blocks(official, SignatureBlock)
    assert signature.seal == "Мөрдің орны"
    assert words(signature.lines[2][1]) == "2024 жылғы 29 қараша"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (Written(), ""),
        (Written(text="-"), "-"),
        (Written(Quantity.of(0)), "0"),
        (Written(NOT_APPLICABLE, text="қолданылмайды", language="kk"), "not applicable"),
        (Written(Statement("words"), text="көп", language="kk"), "көп"),
        (Written(Quantity.of(35, "post"), text="35 пост", language="kk"), "35 posts"),
    ],
    ids=["blank", "dash", "zero", "not applicable", "words", "value"],
)
def test_what_was_not_reported_is_never_zero_and_zero_never_nothing(kit, written, shown):
    indicator = Indicator(id="i", name=Text.of("Posts", "en"), actual=written)
    document = kit.compose(
        report(Task(id="1", activities=[Activity(id="1.1", indicators=[indicator])])),
        form="generic",
        locale="en",
    )
    main = table(document, "Tasks, activities and indicators")
    assert cell(main.body[0].cells[-1]) == shown


def test_narratives_and_links_follow_their_activity(kit):
    activity = Activity(
        id="1.1",
        title=Text.of("Clips", "en"),
        narrative=Text.of("One.\n\nTwo.", "en"),
        evidence=[Evidence(title=Text.of("A clip", "en"), link="https://example.org/1")],
    )
    document = kit.compose(
        report(Task(id="1", title=Text.of("Show", "en"), activities=[activity])), form="generic"
    )
    shown = list(texts(document))
    at = shown.index("Activity 1. Clips")
    assert shown[at + 1 : at + 3] == ["One.", "Two."]
    (links,) = [b for b in blocks(document, List) if not b.ordered]
    assert links.items[0][0].content[-1] == Run(
        "https://example.org/1", link="https://example.org/1"
    )


def test_the_title_says_what_it_is(official):
    (title,) = [p for p in blocks(official, Paragraph) if p.role is Role.TITLE]
    assert words(title.content) == official.title


def _questions(items, node):
    """Yield every path that the items ask for, and the node it starts from."""
    for item in items:
        if isinstance(item, Field | Breakdown):
            yield node, item.path
        elif isinstance(item, FieldTable | Signature):
            yield from _questions(item.fields, node)
        elif isinstance(item, FormTable):
            for column in item.columns:
                for _, row in rows(node, item.levels[: column.level + 1]):
                    yield row, column.path
        elif isinstance(item, Repeat):
            for _, child in rows(node, (item.path,)):
                yield from _questions(item.items, child)


@pytest.mark.parametrize("form", ["kz-grant-final", "generic"])
def test_every_path_of_a_form_leads_somewhere(kit, form):
    example = kit.load(EXAMPLE)
    asked = [
        (type(node).__name__, path)
        for section in kit.form(form).sections
        for node, paths in _questions(section.items, example)
        for path in filter(None, paths.split("+"))
        if resolve(node, path) is not None
    ]
    assert {"Report", "Task", "Activity", "Indicator"} <= {name for name, _ in asked}


def test_missing_names_each_required_field_that_is_empty(kit):
    form = kit.form("kz-grant-final")
    missing = dict(form.missing(report(Task(id="1"))))
    assert missing["grant.grantee.name"] == "grantee"
    assert missing["grant.tasks[1].title"] == "main.task"
    assert "statistics" not in missing


def test_two_rows_of_one_code_are_both_printed_and_told(kit):
    twice = [
        Indicator(id=id, code="staff", name=Text.of(id, "en"), actual=Written(Quantity.of(n)))
        for id, n in (("a", 3), ("b", 4))
    ]
    made = report(effects=twice)
    document = kit.compose(made, form="kz-grant-final", locale="en")
    effects = table(
        document, "Fill in the table that shows the socio-economic effect of the social project"
    )
    assert [cell(row.cells[4]) for row in effects.body[2:4]] == ["3", "4"]
    assert "GK207" in {finding.code for finding in kit.validate(made, form="kz-grant-final")}


def test_a_table_in_a_repeat_is_of_the_node_repeated(kit):
    columns = [Column(id="title", path="title", required="always")]
    inner = FormTable(id="inner", levels=["activities"], columns=columns)
    repeat = Repeat(id="task", path="grant.tasks", items=[inner])
    form = Form(
        id="own", edition="1", domain="grantkit-core", sections=[Section(id="s", items=[repeat])]
    )
    tasks = [
        Task(
            id=n,
            title=Text.of(n, "en"),
            activities=[Activity(id=f"{n}.1", title=Text.of(f"{n}.1", "en"))],
        )
        for n in ("1", "2")
    ]
    document = kit.compose(report(*tasks, Task(id="3", activities=[Activity(id="3.1")])), form=form)
    assert [cell(t.body[0].cells[0]) for t in blocks(document, Table)] == ["1.1", "2.1", ""]
    missing = list(form.missing(report(Task(id="3", activities=[Activity(id="3.1")]))))
    assert missing == [("grant.tasks[3].activities[3.1].title", "inner.title")]
