import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Any, BinaryIO

import openpyxl
import pytest
from attrs import define, field

from grantkit.exchange.api import Finding
from grantkit.locales.catalogues import Catalogues
from grantkit.model import (
    NOT_APPLICABLE,
    NOT_REPORTED,
    Activity,
    Axis,
    Category,
    Comparator,
    Contract,
    Counts,
    Event,
    Evidence,
    Grant,
    Headcount,
    HeadcountCell,
    Indicator,
    Money,
    Organisation,
    Part,
    Partner,
    Period,
    Person,
    Proposal,
    Quantity,
    Recommendation,
    Report,
    Signature,
    Task,
    Text,
    Unit,
    Written,
)  # fmt: skip
from grantkit_xlsx.exporter import XlsxExporter, XlsxOptions

CREATED = dt.datetime(2024, 12, 2, 9, 30, tzinfo=dt.UTC)
CATALOGUES = Catalogues({"grantkit-xlsx": "grantkit_xlsx"}, {})


@define
class FakeLocale:
    """What the workbook asks of a locale, simply answered: ``<kk: …>`` shows that it was asked."""

    tag: str = "kk"

    def format_quantity(self, quantity: Quantity) -> str:
        parts = (f"{part.comparator} {part.value} {part.unit or ''}" for part in quantity.parts)
        return f"<{self.tag}: {' / '.join(parts).strip()}>"

    def format_unit(self, unit: Unit, count: object = None) -> str:
        assert count is None
        words = {"kk": "адам", "ru": "человек", "en": "people"}
        return words[self.tag] if unit == Unit("person") else str(unit)

    def format_money(self, money: Money) -> str:
        return f"<{self.tag}: {money.total:,f} {money.currency}>"

    def format_period(self, period: Period) -> str:
        return f"<{self.tag}: {period}>"


@define
class FakeJob:
    """A job without a Kit; its labels are the real catalogue's."""

    report: Report
    locale: FakeLocale = field(factory=FakeLocale)
    options: XlsxOptions = field(factory=XlsxOptions)
    created_at: dt.datetime = CREATED
    form: Any = None
    findings: Any = ()
    summary: Any = None
    notes: list[Finding] = field(factory=list)

    def label(self, key: str, /, **args: object) -> str:
        words, _ = CATALOGUES.message("grantkit-xlsx", self.locale.tag, "label", key)
        return words.format(**args)

    def note(self, finding: Finding) -> None:
        self.notes.append(finding)

    def open(self, name: str) -> BinaryIO:
        raise FileNotFoundError(name)


@define
class Made:
    """A workbook that was made."""

    data: bytes
    job: FakeJob

    @property
    def book(self) -> openpyxl.Workbook:
        return openpyxl.load_workbook(BytesIO(self.data))

    def table(self, sheet: str) -> list[dict[str, Any]]:
        """The rows of a sheet by its id, each from heading to value."""
        rows = list(self.book[self.job.label(f"sheet.{sheet}")].values)
        return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def export(report: Report, language: str = "kk", **options: Any) -> Made:
    job = FakeJob(report, FakeLocale(language), XlsxOptions(**options))
    sink = BytesIO()
    XlsxExporter().export(job, sink)
    return Made(sink.getvalue(), job)


@pytest.fixture(name="export")
def _export() -> Callable[..., Made]:
    return export


def kk(text: str) -> Text:
    return Text.of(text, "kk")


def written(text: str, value: Any = None) -> Written[Any]:
    return Written(text=text) if value is None else Written(value, text=text)


def indicator(id: str, name: str, target: Written[Any], actual: Written[Any]) -> Indicator:
    return Indicator(id=id, name=kk(name), target=target, actual=actual)


def full_report() -> Report:
    """The same kinds of things as in a real report, in words of our own."""
    least = Part(100, Unit("person"), Comparator.AT_LEAST)
    sexes = Axis("sex", (Category("male"), Category("female")))
    districts = Axis("district", (Category("Бейнеу"), Category("Мұнайлы")))
    head = Headcount(
        82,
        counts=Counts.UNIQUE,
        axes=[sexes, districts],
        cells=[
            HeadcountCell({"sex": "male"}, 40),
            HeadcountCell({"sex": "female"}, 42),
            HeadcountCell({"sex": "female", "district": "Бейнеу"}, 20),
        ],
    )
    seminar = Activity(
        id="3.1",
        title=Text(
            {
                "kk": "ҮЕҰ мен БАҚ өкілдеріне қоғамдық бақылау бойынша екі оқыту шарасын өткізу",
                "ru": "Провести два обучения по общественному контролю для НПО и СМИ",
            }
        ),
        period=written("маусым-қазан 2024 жыл", Period.parse("2024-06/2024-10")),
        place=kk("Ақтау қаласы"),
        participants=written("100 адамнан кем емес", Quantity((least,))),
        headcount=head,
        planned_events=2,
        held_events=2,
        events=[
            Event(
                id="1",
                date=written("12 маусым", Period.days(dt.date(2024, 6, 12))),
                place=kk("Ақтау қаласы, 4 ш/а"),
                headcount=Headcount(52),
            ),
            Event(
                id="2", date=written("қыркүйекте"), headcount=Headcount(30, Comparator.MORE_THAN)
            ),
        ],
        indicators=[
            indicator(
                "people",
                "Қатысушылар саны",
                written("100 адамнан кем емес", Quantity((least,))),
                written("104", Quantity.of(104, "person")),
            ),
            indicator(
                "photo",
                "Фото/бейнеесеп",
                written("әр шарадан 5/1", Quantity((Part(5), Part(1)), per="event")),
                written("10/2", Quantity((Part(10), Part(2)))),
            ),
            indicator(
                "level",
                "Қанағаттану деңгейі",
                written("70–80 %", Quantity((Part(70, "percent", "between", upper=80),))),
                written("82,5 %", Quantity.of("82.5", "percent")),
            ),
            indicator("digest", "Дайджест", written("дайындау"), Written()),
            indicator(
                "grade",
                "Баға",
                written("5-тен 4", Quantity((Part(4, of=5),))),
                Written(NOT_REPORTED, text="-"),
            ),
            indicator(
                "none",
                "Шағымдар",
                written("0", Quantity.of(0)),
                written("қолданылмайды", NOT_APPLICABLE),
            ),
        ],
        short_term_result=kk("104 адам қоғамдық бақылаудың құқықтық негіздерімен танысты."),
        narrative=kk("Екі күндік семинарда бақылау актісін жасау пысықталды. " * 14),
        evidence=[
            Evidence(title=kk("Тіркеу парағы"), link="https://example.org/act"),
            Evidence(kind="photo", file="photo-1.jpg"),
        ],
    )
    effects = [
        Indicator(
            id="1",
            code="direct-beneficiaries",
            name=kk("Тікелей бенефициарлардың саны"),
            unit="person",
            target=written("1295", Quantity.of(1295)),
            actual=written("1716", Quantity.of(1716)),
        ),
        Indicator(
            id="6",
            code="payroll",
            name=kk("Гранттың жалпы сомасынан еңбекақы төлеу қоры"),
            unit="KZT",
            target=written("2 345 000,50", Quantity.of("2345000.5")),
            actual=Written(),
        ),
    ]
    return Report(
        id="r-2024",
        language="kk",
        as_of=dt.date(2024, 12, 1),
        form="kz-grant-final",
        edition="2022",
        grant=Grant(
            id="g-47",
            contract=Contract(number="№ 12", signed=dt.date(2024, 4, 30)),
            funder=Organisation(name=kk("Азаматтық бастамаларды қолдау орталығы")),
            grantee=Organisation(
                name=kk("«Үлгі» қоғамдық бірлестігі"),
                head=Person(name=kk("Үлгі Үлгіұлы"), role=kk("Төраға")),
                address=kk("Ақтау қаласы, 1-шағынаудан"),
                phone="+7 700 000 00 00",
            ),
            regions=["KZ-47"],
            title=kk("Сыбайлас жемқорлыққа қарсы мәдениетті қалыптастыру"),
            theme="integrity",
            period=written(
                "30 сәуір – 29 қараша 2024 жыл",
                Period.days(dt.date(2024, 4, 30), dt.date(2024, 11, 29)),
            ),
            amount=written("10 500 000 (он миллион бес жүз мың) теңге", Money(10_500_000)),
            goal=kk("Тұрғындардың адалдық туралы түсінігін кеңейту."),
            achieved=[kk("Алты ролик таратылды."), kk("Екі семинар өтті.")],
            tasks=[
                Task(
                    id="1",
                    title=kk("Төрт әлеуметтік ролик пен екі аудиоролик әзірлеп, тарату"),
                    long_term_result=kk("Адалдық мәдениеті туралы жарияланымдар көбейеді."),
                    activities=[Activity(id="1.1", title=kk("Роликтерді әзірлеу"))],
                ),
                Task(id="3", title=kk("Екі семинар-тренинг өткізу"), activities=[seminar]),
            ],
            effects=effects,
        ),
        narrative={"goal-attainment": kk("Мақсатқа толық қол жеткізілді. " * 120)},
        statistics=Headcount(1006, axes=[sexes], cells=[HeadcountCell({"sex": "male"}, 480)]),
        partners=[
            Partner(
                id="1", name=kk("Облыстық телеарна"), role=kk("Эфирге шығару"), contacts="tv.kz"
            )
        ],
        proposals=[
            Proposal(
                id="1",
                sphere=kk("Азаматтық қоғамды дамыту"),
                direction=kk("Қоғамдық бақылау мектебі"),
                problem=kk("Бақылау дағдыларының жетіспеуі"),
                funding=written("12 000", Money(12_000, "KZT", 1000)),
                grant_kind=kk("қысқа мерзімді"),
            )
        ],
        recommendations=[
            Recommendation(
                id="1",
                addressee=kk("Облыс әкімдігі"),
                text=kk("Оқыту бағдарламасын жыл сайын өткізу."),
                letter_number="15-ш",
                letter_date=dt.date(2024, 11, 25),
            )
        ],
        signature=Signature(
            position=kk("Төраға"), name=kk("Үлгі Ү. Ү."), signed=dt.date(2024, 12, 1)
        ),
    )


@pytest.fixture
def report() -> Report:
    return full_report()
