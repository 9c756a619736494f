"""English words for quantities, money and dates."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from grantkit.locales.en.numerals import value, words
from grantkit.locales.lexicon import Bound, Dates, Lexicon, Noun, Scope, Score, nouns
from grantkit.model import Comparator, FrozenMap

__all__ = ["LEXICON"]

# code | singular, plural (left out: with s) | other words
_NOUNS = nouns("""
post | post
publication | publication | media publication, media publications
person | person, people | persons
participant | participant | attendee, attendees
pupil | pupil | schoolchild, schoolchildren
student | student
teacher | teacher
expert | expert
specialist | specialist
speaker | speaker
volunteer | volunteer
journalist | journalist
child | child, children
family | family, families
woman | woman, women
resident | resident
winner | winner
beneficiary | beneficiary, beneficiaries
material | material
page | page
clip | clip | video clip, video clips, reel, reels
audio-clip | audio clip
story | story, stories | news story, news stories
article | article
photo | photo | photograph, photographs
video | video
piece | piece | pc, pcs, pc., pcs., item, items, unit, units
copy | copy, copies
percent % | percent, percent | per cent
KZT | tenge, tenge | tg, tg., kzt, ₸
USD | US dollar, US dollars | dollar, dollars, usd, $
EUR | euro, euros | eur, €
RUB | ruble, rubles | rouble, roubles, rub, ₽
event | event
action | activity, activities | action, actions
contest | contest | competition, competitions
exhibition | exhibition
seminar | seminar
training | training | training session, training sessions
meeting | meeting
debate | debate
briefing | briefing
webinar | webinar
lecture | lecture
round-table | round table
workshop | workshop | master class, master classes, masterclass, masterclasses
survey | survey
questionnaire | questionnaire
conference | conference
session | session
lesson | lesson
forum | forum
course | course
settlement | settlement
city | city, cities | town, towns
district | district
region | region
village | village
school | school
college | college
university | university, universities
organisation | organisation | organization, organizations
ngo | NGO
book | book
booklet | booklet
brochure | brochure
leaflet | leaflet
flyer | flyer
poster | poster
banner | banner
document | document
report | report
list | list
programme | programme | program, programs
diploma | diploma
certificate | certificate
gift | gift | prize, prizes
review | review | testimonial, testimonials
comment | comment
view | view
like | like
subscriber | subscriber | follower, followers
link | link
screenshot | screenshot
application | application
consultation | consultation
trip | trip
broadcast | broadcast
interview | interview
podcast | podcast
digest | digest
letter | letter
project | project
method | method
question | question
work | work
drawing | drawing
job | job
set | set | kit, kits
point | point
time | time
minute | minute | min, min.
hour | hour
day | day
week | week
month | month
quarter | quarter
half-year | half-year
year | year
""")


def _with_plural(noun: Noun) -> Noun:
    if len(noun.forms) > 1:
        return noun
    single = noun.forms[0]
    return Noun(noun.code, (single, f"{single}s"), noun.also, noun.sign)


def _noun(noun: Noun, number: Decimal | int | None, case: str) -> str:  # noqa: ARG001 - no cases
    return noun.forms[0] if number is None or number in (1, -1) else noun.forms[1]


def _readings(noun: Noun) -> Iterable[tuple[str, str]]:
    return [(form, "") for form in (*noun.forms, *noun.also)]


def _plural(number: Decimal | int) -> int:
    return 0 if number in (1, -1) else 1


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_AT_LEAST, _AT_MOST = Comparator.AT_LEAST, Comparator.AT_MOST

LEXICON = Lexicon(
    tag="en",
    decimal=".",
    group=",",
    nouns=tuple(map(_with_plural, _NOUNS)),
    noun=_noun,
    readings=_readings,
    bounds=(
        Bound(
            _AT_LEAST,
            (
                "at least", "not fewer than", "no fewer than", "not less than", "no less than",
                "minimum", "a minimum of", "minimum of", "min", "min.", "from", "at a minimum",
            ),
        ),
        Bound(Comparator.MORE_THAN, ("more than", "over", "above", "greater than", "upwards of")),
        Bound(
            _AT_MOST,
            (
                "no more than", "not more than", "at most", "up to", "maximum", "a maximum of",
                "maximum of", "max", "max.", "not over", "not exceeding",
            ),
        ),
        Bound(Comparator.LESS_THAN, ("less than", "fewer than", "under", "below")),
        Bound(
            Comparator.ABOUT,
            ("about", "around", "approximately", "approx", "approx.", "roughly", "some", "circa"),
        ),
        Bound(_AT_LEAST, ("or more", "and more", "or above", "and above", "at least", "minimum"),
              place="after"),
        Bound(_AT_MOST, ("or fewer", "or less", "at most", "maximum"), place="after"),
    ),
    scope=Scope(
        fixed=FrozenMap(
            {
                "day": ("per day", "a day", "daily", "per each day"),
                "week": ("per week", "a week", "weekly"),
                "month": ("per month", "a month", "monthly"),
                "quarter": ("per quarter", "a quarter", "quarterly"),
                "year": ("per year", "a year", "yearly", "annually", "per annum"),
                "person": ("per person", "per capita"),
            }
        ),
        each=("per", "each", "every"),
        before=("from", "for", "at", "in", "on", "of", "by", "per", "after", "during"),
        write=lambda noun: f"per {noun.forms[0]}",
        place="after",
        fixed_place="after",
    ),
    score=Score(words=("of", "out of")),
    conjunctions=("and", "as well as", "&"),
    ranges=("to",),
    range_pairs=(("from", "to"), ("between", "and")),
    scales=FrozenMap(
        {
            "thousand": 1000, "thousands": 1000, "million": 10**6, "millions": 10**6, "mln": 10**6,
            "billion": 10**9, "bn": 10**9, "bln": 10**9,
        }
    ),
    scale_names=FrozenMap({1000: "thousand", 10**6: "million", 10**9: "billion"}),
    value=value,
    words=words,
    plural=_plural,
    not_applicable=("n/a", "na", "n.a", "not applicable", "does not apply", "inapplicable"),
    ambiguous=("none", "no", "nil", "nothing", "absent"),
    parts=FrozenMap(
        {
            "photo report": "photo", "photo reports": "photo", "video report": "video",
            "video reports": "video", "photo-report": "photo", "video-report": "video",
        }
    ),
    look_alikes=str.maketrans("асеорхуікмтһ", "aceopxyikmth"),
    coins=("tiyn",),
    dates=Dates(
        months=_MONTHS,
        also=FrozenMap(
            {name[:3].lower() + "." if name != "May" else "may": n
             for n, name in enumerate(_MONTHS, 1)} | {"sept.": 9}
        ),
        start=("from", "between"),
        middle=("to", "until", "till", "through"),
        ordinal=("st", "nd", "rd", "th", "of"),
        month_first=True,
        patterns=FrozenMap(
            {
                "day": "{d} {m} {y}",
                "day-yearless": "{d} {m}",
                "daysame": "{d}–{d2} {m} {y}",
                "daysame-yearless": "{d}–{d2} {m}",
                "days": "{d} {m} – {d2} {m2} {y}",
                "days-yearless": "{d} {m} – {d2} {m2}",
                "dayyears": "{d} {m} {y} – {d2} {m2} {y2}",
                "month": "{M} {y}",
                "month-yearless": "{M}",
                "months": "{M}–{M2} {y}",
                "months-yearless": "{M}–{M2}",
                "monthyears": "{M} {y} – {M2} {y2}",
                "list": "{list} {y}",
            }
        ),
    ),
)  # fmt: skip
