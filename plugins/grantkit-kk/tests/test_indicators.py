"""Every distinct plan and fact cell of the ten-column table of a real report, read by hand."""

import pytest
from attrs import evolve

from grantkit.model import NOT_REPORTED, Comparator, Part, Quantity
from grantkit_kk.kazakh import KazakhLocale

KK = KazakhLocale()
REPORT = "Фото/бейнеесеп"
PEOPLE = "Қатысушылар саны"
AT_LEAST = Comparator.AT_LEAST


def least(*values: int, per: str | None = None, units: tuple[str | None, ...] = ()) -> Quantity:
    units = units or (None,) * len(values)
    return Quantity(tuple(Part(v, u, AT_LEAST) for v, u in zip(values, units, strict=True)), per)


def exact(*values: int, per: str | None = None, units: tuple[str | None, ...] = ()) -> Quantity:
    bounded = least(*values, per=per, units=units)
    return Quantity(
        tuple(evolve(part, comparator=Comparator.EXACTLY) for part in bounded.parts), per
    )


BOTH = ("photo", "video")

# text, name of the indicator, meaning, notes
CELLS = [
    *(
        (str(n), "Тапсырыс берушімен келісілген сценарий", exact(n), ())
        for n in (1, 2, 3, 4, 5, 6, 15, 20, 67, 300, 500)
    ),
    ("1", "Пре/пост сауалнама үлгісі", exact(1), ()),
    ("4", REPORT, exact(4), ()),
    (
        "3 парақша/6 материал",
        "Танымал парақшалардағы жарияланым",
        exact(3, 6, units=("page", "material")),
        (),
    ),
    (
        "6 материал",
        "Маңғыстау медиа әлеуметтік желідегі парақшасында тарату",
        exact(6, units=("material",)),
        (),
    ),
    ("35 пост", "Әлеуметтік желілердегі жарияланымдар", exact(35, units=("post",)), ()),
    ("3 пост", "Әлеуметтік желілерге арналған қысқа пост", exact(3, units=("post",)), ()),
    (
        "Әр шараға 3 пост",
        "Әлеуметтік желілерге арналған қысқа пост",
        exact(3, per="event", units=("post",)),
        (),
    ),
    ("1-ден кем емес", "БАҚ-тағы жарияланым", least(1), ()),
    ("2-ден кем емес", "БАҚ-тағы жарияланым", least(2), ()),
    ("15-тен кем емес", PEOPLE, least(15), ()),
    ("20-дан кем емес", PEOPLE, least(20), ()),
    ("35-тен кем емес", "Дайджест (жалпы қаралым 10 000)", least(35), ()),
    ("100-ден кем емес", "Шараға қатысушылар саны", least(100), ()),
    ("3000-нан кем емес", "Дайджест (3000 азаматты жанама қамту)", least(3000), ()),
    ("5/1", REPORT, exact(5, 1, units=BOTH), ()),
    ("46/4", REPORT, exact(46, 4, units=BOTH), ()),
    ("5/1 кем емес", REPORT, least(5, 1, units=BOTH), ("suffix",)),
    ("Әр шарадан 3/1", REPORT, exact(3, 1, per="event", units=BOTH), ()),
    ("Әр шарадан 5/1-ден кем емес", REPORT, least(5, 1, per="event", units=BOTH), ()),
    (
        "Әр байқаудан 4/1-тен кем емес",
        REPORT,
        least(4, 1, per="contest", units=BOTH),
        ("harmony",),
    ),
    ("Әр байқаудан 10-нан кем емес", PEOPLE, least(10, per="contest"), ()),
    ("Әр шараға 1-ден кем емес", "Спикерлер тізімі, ақпарат", least(1, per="event"), ()),
    ("Әр шараға 2-ден кем емес", "Пікір", least(2, per="event"), ()),
    ("Әр шарадан 1-ден кем емес", "Пікір", least(1, per="event"), ()),
    ("Әр шарадан 2-ден кем емес", "Пікір", least(2, per="event"), ()),
    (
        "Әр шарадан 5-тен кем емес",
        "Көрмедегі жағымсыз салдар фотолары",
        least(5, per="event"),
        (),
    ),
    (
        "Әр шарадан 25-дан кем емес",
        "Шараға қатысушылар саны",
        least(25, per="event"),
        ("harmony",),
    ),
]


@pytest.mark.parametrize(
    ("text", "label", "meaning", "notes"), CELLS, ids=[f"{c[0]} | {c[1][:12]}" for c in CELLS]
)
def test_cell(text: str, label: str, meaning: Quantity, notes: tuple[str, ...]) -> None:
    reading = KK.parse_quantity(text, label)
    assert (reading.value, reading.notes) == (meaning, notes)


@pytest.mark.parametrize("text", ["", " ", "-", "–", "—", "\N{NO-BREAK SPACE}"])
def test_nothing_reported(text: str) -> None:
    assert KK.parse_quantity(text, PEOPLE).value == NOT_REPORTED
    assert KK.parse_money(text).value == KK.parse_period(text).value == NOT_REPORTED
