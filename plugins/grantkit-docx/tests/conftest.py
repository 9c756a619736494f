"""A job to export with, and a document like the one that Kazakhstan's grantees hand in."""

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal
from io import BytesIO
from typing import BinaryIO

import pytest
from attrs import define, field

from grantkit.document import (
    Align,
    Attachment,
    Cell,
    Column,
    Document,
    Emphasis,
    Heading,
    List,
    Orientation,
    PageCount,
    Paragraph,
    Role,
    Row,
    Run,
    Section,
    SignatureBlock,
    Table,
)
from grantkit.exchange.api import Finding
from grantkit_docx.exporter import DocxExporter, DocxOptions


class Plain:
    """As much of a locale as the exporter asks for."""

    def format_number(self, number: Decimal | int) -> str:
        return f"{number:,}".replace(",", "\u00a0").replace(".", ",")


@define
class Job:
    """As much of a job as the exporter asks for."""

    document: Document
    options: DocxOptions = field(factory=DocxOptions)
    created_at: dt.datetime = dt.datetime(2024, 11, 29, 12, tzinfo=dt.UTC)
    locale: Plain = field(factory=Plain)
    files: dict[str, bytes] = field(factory=dict)
    notes: list[Finding] = field(factory=list)

    def note(self, finding: Finding) -> None:
        self.notes.append(finding)

    def open(self, name: str) -> BinaryIO:
        try:
            return BytesIO(self.files[name])
        except KeyError:
            raise FileNotFoundError(name) from None

    def bytes(self) -> bytes:
        sink = BytesIO()
        DocxExporter().export(self, sink)  # type: ignore[arg-type]
        return sink.getvalue()


@pytest.fixture
def job() -> type[Job]:
    return Job


@pytest.fixture
def document() -> Callable[..., Document]:
    """Make a document of one section."""

    def make(*blocks: object, **more: object) -> Document:
        return Document(
            **{"title": "Есеп", "language": "kk", "sections": (Section(blocks),), **more}  # type: ignore[arg-type]
        )

    return make


def cell(text: str, **more: object) -> Cell:
    blocks = [Paragraph(line) for line in text.split("\n")]
    return Cell(blocks, **more)  # type: ignore[arg-type]


def row(*texts: str) -> Row:
    return Row([cell(text) for text in texts])


def field_line(number: int, label: str, value: str) -> Paragraph:
    return Paragraph((Run(f"{number}. {label}: "), Run(value, emphasis=Emphasis.STRONG)))


COVER = (
    ("Үкіметтік емес ұйымның толық атауы", "«Үлгі» қоғамдық бірлестігі"),
    (
        "Үкіметтік емес ұйым басшысының тегі, аты, әкесінің аты (болған жағдайда)",
        "бірлестіктің төрайымы",
    ),
    ("Заңды мекенжайы, байланыс телефоны", "Ақтау қаласы, 1-шағын аудан"),
    (
        "Грантты іске асыру шеңберіндегі әлеуметтік жобаның атауы (бағыты)",
        "Парасаттылық мәдениеті",
    ),
    (
        "Әлеуметтік жобаны іске асыру кезеңінің басталу және аяқталу күні",
        "2024 жылғы 30 сәуір – 29 қараша",
    ),
    (
        "Грантты іске асыруға бөлінген қаражаттың жалпы сомасы",
        "10 500 000 (он миллион бес жүз мың) теңге",
    ),
)
HEADS = (
    ("Міндет", 9),
    ("Міндет шеңберіндегі іс-шаралар", 12),
    ("Өткізілу күні", 8),
    ("Өткізілу орны", 8),
    ("Қатысушылардың саны", 8),
    ("(Іс-шараларға) қол жеткізілген қысқа мерзімді нәтижелер", 12),
    ("Сандық және сапалық көрсеткіштер", 14),
    ("Индикаторлар", 9),
    ("", 9),
    ("Ұзақ мерзімді келешектегі нәтижелері/әсері (міндеттерге)", 11),
)
TASKS = (
    "Бейнероликтер мен аудиороликтер әзірлеу, оларды тарату",
    "Тұрғындар арасында сауалнама жүргізу",
    "Сарапшылармен бірге семинар-тренингтер өткізу",
    "Көрмелер мен шығармашылық байқаулар ұйымдастыру",
    "Журналистер арасында медиабайқау жариялау",
    "Елді мекендерде ақпараттық-түсіндірме жұмысын жүргізу",
)
INDICATORS = (
    ("Тапсырыс берушімен келісілген сценарий", "6", "6"),
    ("Танымал парақшалардағы жарияланымдар", "3 парақша / 6 материал", "3 парақша / 6 материал"),
    ("Әлеуметтік желілердегі жарияланымдар", "35 пост", "41 пост"),
    ("Шараға қатысушылар саны", "Әр шарадан 25-тен кем емес", "Әр шарадан 25-тен кем емес"),
    ("Фото/бейнеесеп", "Әр шарадан 5/1-ден кем емес", "5/1"),
    ("Қатысушылардың қанағаттану деңгейі", "70 %", "82 %"),
)
EFFECTS = (
    ("Тікелей бенефициарлардың саны", "адам", "1295", "1716"),
    ("Жанама бенефициарлардың саны (БАҚ-та жарықтандыру есебінен)", "адам", "10 000", "10 000"),
    ("Штаттық қызметкерлердің саны", "адам", "3", "3"),
    ("Салықтар (тек штаттық қызметкерлердің ӘС, ӘА, МӘМС)", "теңге", "266 392", "-"),
    ("Экономикаға қосқан үлесі (тауарлар мен қызметтерді сатып алу)", "теңге", "7 796 500", "-"),
)
STORY = (
    "Жоба барысында облыстың екі қаласы мен бес ауданында кездесулер, көрмелер және оқыту "
    "шаралары ұйымдастырылып, әр шарадан кейін қатысушылардың пікірі жиналды. Жиналған жауаптар "
    "келесі шараның бағдарламасын нақтылауға пайдаланылды, ал қорытындысы тапсырыс "
    "берушіге жазбаша жіберілді. "
)


def main_table() -> Table:
    heads = [
        Cell([Paragraph(text)], rows=1 if text == "Индикаторлар" else 2, header=True)
        if text != "Индикаторлар"
        else Cell([Paragraph(text)], columns=2, header=True)
        for text, _ in HEADS
        if text
    ]
    rows = []
    for number, task in enumerate(TASKS, 1):
        activities = 2
        height = activities * len(INDICATORS)
        for activity in range(1, activities + 1):
            for at, (name, plan, fact) in enumerate(INDICATORS):
                cells: list[Cell] = []
                if activity == 1 and at == 0:
                    cells.append(cell(f"{number} міндет. {task}", rows=height))
                if at == 0:
                    tall = {"rows": len(INDICATORS)}
                    cells += [
                        cell(f"{activity} іс-шара. {task}, ашық алаңда", **tall),
                        cell("маусым–қазан 2024 жыл", **tall),
                        cell("Маңғыстау облысы, Ақтау қаласы", **tall),
                        cell("300", align=Align.CENTER, **tall),
                        cell("Тұрғындар ақпараттандырылды, пікірлер жиналды", **tall),
                    ]
                cells += [
                    cell(name),
                    cell(plan, align=Align.CENTER),
                    cell(fact, align=Align.CENTER),
                ]
                if activity == 1 and at == 0:
                    cells.append(cell(STORY, rows=height))
                rows.append(Row(cells))
    return Table(
        [Column(width) for _, width in HEADS],
        head=(Row(heads), Row([cell("жоспар", header=True), cell("факт", header=True)])),
        body=rows,
        title="Жоспарланған және алынған нәтижелер",
    )


def narrative() -> Iterable[object]:
    for number, task in enumerate(TASKS, 1):
        yield Heading(f"{number} міндет. {task}", level=2)
        yield Heading(f"1 іс-шара. {task}", level=3)
        yield Paragraph(STORY * 2)
        yield List(
            [
                [Paragraph((Run("Жарияланым: "), Run(LINK, link=LINK)))],
                [Paragraph("Ақтау қаласы – 122 оқушы;"), Paragraph("оның ішінде 57 студент.")],
                [
                    Paragraph("Қатысушылар:"),
                    List([[Paragraph("оқушылар")], [Paragraph("мұғалімдер")]]),
                ],
            ],
            ordered=True,
        )


LINK = "https://example.org/%D0%B6%D0%BE%D0%B1%D0%B0/" + "a1B2c3D4" * 14


@pytest.fixture
def official() -> Document:
    """The whole form: cover, narrative, the table of ten columns, small tables, signature."""
    first = [
        Paragraph(
            "Әлеуметтік жобаны іске асыру нәтижелері бойынша\nқорытынды есеп", role=Role.TITLE
        ),
        *(field_line(number, *both) for number, both in enumerate(COVER, 1)),
        Heading("1. Әлеуметтік жоба шеңберіндегі іс-шараларды сипаттаңыз"),
        *narrative(),
    ]
    table = [
        Paragraph(
            "Кестені толтырыңыз және алынған нәтижелерді жоспарланған нәтижелермен салыстырыңыз:",
            role=Role.LABEL,
        ),
        Table(
            [Column(1), Column(3)],
            body=(
                row("Жобаның мақсаты:", STORY),
                Row(
                    [
                        cell("Жобаны іске асырудан қол жеткізілген нәтиже:"),
                        Cell([List([[Paragraph(task)] for task in TASKS], ordered=True)]),
                    ]
                ),
            ),
        ),
        main_table(),
    ]
    last = [
        Heading("Әлеуметтік жобаның әлеуметтік-экономикалық әсерін көрсететін кестені толтырыңыз"),
        Table(
            [Column(1), Column(8), Column(3), Column(4), Column(4)],
            head=(row("№", "Индикатор", "Өлшем бірлігі", "Жоспарланған деңгейі", "Нақты деңгейі"),),
            body=[row(f"{number}.", *texts) for number, texts in enumerate(EFFECTS, 1)],
        ),
        Heading(
            "2. Мақсатқа жету (фактілерді сипаттау және мақсатқа жету туралы дәлелдерді көрсету)"
        ),
        Paragraph(STORY * 3, align=Align.JUSTIFY),
        Heading("4. Әлеуметтік жобаға қатысушылар бөлінісінде статистикалық ақпарат"),
        Paragraph("1) Гендерлік көрсеткіш:", role=Role.LABEL),
        Table(
            [Column(2), Column(1), Column(1)],
            head=(row("Жобаға қатысушылардың саны барлығы", "Ерлер", "Әйелдер"),),
            body=(row("", "", ""),),
        ),
        Paragraph("Кесте аралық есепті ұсыну кезінде толтырылады.", role=Role.NOTE),
        Table([Column(1)] * 11, body=[row(*(["Мемлекеттік қызметкерлер"] * 11)), row(*[""] * 11)]),
        Table([Column(1), Column(1)], body=[row("Мемлекеттік органдар", "Ұсынымдар"), row("", "")]),
        Paragraph((Run("Есеп беттерінің жалпы саны: "), PageCount(), Run(" бет"))),
        SignatureBlock(
            [("Грант алушы:", ""), ("Төрайым", "бірлестіктің төрайымы"), ("Толтыру күні", "")],
            seal="Мөрдің орны",
        ),
    ]
    return Document(
        title="Қорытынды есеп",
        language="kk",
        sections=[
            Section(first),
            Section(table, orientation=Orientation.LANDSCAPE),
            Section(last),
        ],
        attachments=[Attachment("report.json", "application/json", '{"тіл": "kk"}'.encode())],
    )
