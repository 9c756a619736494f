"""What users are told: broken files and damaged numbers, in Kazakh and in Russian, without English."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import grantkit
from grantkit import Kit
from grantkit.findings import Finding
from grantkit.locales.messages import with_words

EXAMPLE = Path(__file__).parents[2] / "examples/anticorruption-2024.json"
LANGUAGES = ("en", "kk", "ru")
#: Words in Latin letters that are the same in every language.
NAMES = {"CR", "JSON", "NFC", "UTF", "false", "grantkit", "null", "true"}


@pytest.fixture(scope="module")
def kit() -> Kit:
    return Kit(strict=True)


GOOD = (
    '{"grantkit": 1, "id": "r", "language": "kk", "grant": {"id": "g", "tasks": [{"id": "1",'
    ' "activities": [{"id": "1.1", "planned_events": 5, "indicators": [{"id": "a",'
    ' "name": "А", "target": "6"}]}]}]}}'
)
BROKEN = {
    "GK001": ["[]", b"\xff\xfe\x00", b'{"a": "\xff"}'],
    "GK002": ["{", "{}}", '{"a" 1}', "{1: 2}", '{"a": 1 "b"}', '{"a": \n}', '{"a": "\\x"}',
              '{"a": "\x01"}', '{"a": "\\u12"}', '{"a": "b\n}'],
    "GK003": [('"target"', '"targit"')],
    "GK004": [('"name": "А", ', "")],
    "GK005": [("5,", value) for value in ('"5",', "[1],", '{"a": 1},', "true,", "2.5,")]
    + [('"А"', "5"), ('"grant": {', '"grant": [], "x": {'), ("[{", '"", "x": [{')],
    "GK006": [("5,", "-5,"), ('"1.1"', '"1 1"'), ('"kk"', '"Kazakh"'), ('"А"', '""'),
              ('"id": "r"', '"id": "r", "as_of": "2024-02-30"'),
              ('"6"', '{"kind": "value", "value": {"parts": []}}'),
              ('"6"', '{"kind": "value", "value": {"parts": [{"value": "1,5"}]}}')],
    "GK007": [('"id": "r"', '"id": "r", "id": "r"')],
    "GK008": [("5,", "NaN,")],
    "GK009": [('"grantkit": 1, ', ""), ('"grantkit": 1', '"grantkit": 2')],
    "GK010": [('"А"', '"А\\r\\n"'), ('"А"', '"\\u0007\\r"'), ('"А"', '"\\ud800"'),
              ('"А"', '"И\\u0306"')],
    "GK011": ["[" * 100],
    "GK012": [None],
    "GK014": [('"id": "r"', '"id": "r", "kind": "finale"')],
}  # fmt: skip


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("code", BROKEN)
def test_what_is_wrong_with_a_file_is_told_without_english(kit, code, language):
    for case in BROKEN[code]:
        findings = _broken(kit, case)
        assert code in {finding.code for finding in findings}, case
        for finding in findings:
            if finding.code != code:
                continue
            own = " ".join(str(v) for k, v in finding.args.items() if k in _QUOTED[code])
            said = kit.message(finding, language)
            left = set(re.findall("[A-Za-z]{2,}", said)) - NAMES - set(re.findall("[A-Za-z]+", own))
            assert not left, said


#: Arguments that are the user's own words, or the format's.
_QUOTED = {
    "GK003": ("key", "suggestion"), "GK004": ("key",), "GK005": ("value",), "GK006": ("reason",),
    "GK007": ("key",), "GK008": ("value",), "GK012": ("file",), "GK014": ("value", "suggestion"),
    **dict.fromkeys(("GK001", "GK002", "GK009", "GK010", "GK011"), ()),
}  # fmt: skip


def _broken(kit, case):
    if case is None:
        data = "no/such/file.json"
    elif isinstance(case, tuple):
        assert case[0] in GOOD
        data = GOOD.replace(*case, 1).encode()
    else:
        data = case if isinstance(case, bytes) else case.encode()
    try:
        return kit.read(data, importer="json").findings
    except grantkit.ImportFailed as error:
        return error.findings


REPAIRED = {
    "suffix": "100 кем емес",
    "hyphen": "100ден кем емес",
    "harmony": "100-дан кем емес",
    "look-alike": "100-дeн кем емес",
    "spaces": "100-ден  кем емес",
    "invisible": "100-ден кем\u200b емес",
    "full-stop": "100-ден кем емес.",
}


@pytest.mark.parametrize("repair", REPAIRED)
def test_a_repair_is_named_in_words(kit, repair):
    read = kit.read(GOOD.replace('"6"', f'"{REPAIRED[repair]}"').encode(), importer="json")
    (finding,) = (f for f in read.findings if f.code == "GK022")
    assert finding.args["repair"] == repair
    for language in LANGUAGES:
        words = kit.words("grantkit-core", "word", repair, language)
        assert kit.message(finding, language).endswith(f": {words}")


@pytest.mark.parametrize(
    ("language", "counts", "said"),
    [
        ("en", (1, 0, 2), "1 error, 0 warnings, 2 notes"),
        ("ru", (1, 2, 5), "1 ошибка, 2 предупреждения, 5 примечаний"),
        ("ru", (21, 11, 104), "21 ошибка, 11 предупреждений, 104 примечания"),
        ("kk", (1, 2, 5), "1 қате, 2 ескерту, 5 ескертпе"),
    ],
)
def test_numbers_and_nouns_agree(kit, language, counts, said):
    args = dict(zip(("errors", "warnings", "notes"), counts, strict=True))
    assert kit.words("grantkit-core", "cli", "summary", language, **args) == said


@pytest.mark.parametrize(
    ("code", "args", "language", "said"),
    [
        ("GK005", {"expected": "whole number", "found": "string", "value": "a"}, "ru",
         "здесь ожидается целое число, а стоит текст в кавычках: a"),
        ("GK010", {"changes": "newline, control"}, "kk",
         "құжатта сақтауға болмайтын таңбалар ауыстырылды: жол үзгіштер (CR), басқару таңбалары"),
        ("GK011", {"what": "levels", "limit": 60}, "kk",
         "жақша деңгейлерінің саны 60-тан асады; файл одан әрі оқылмады"),
        ("GK030", {"language": "kk", "instead": "ru"}, "en",
         "there is no text in Kazakh; printed in Russian"),
        ("GK030", {"language": "uz", "instead": "ru"}, "kk",
         "uz тілінде мәтін жоқ; орыс тіліндегісі басылды"),
        ("GK006", {"reason": "no such date: year 2024, month 2, day 30"}, "ru",
         "это значение нельзя использовать: такой даты нет: year 2024, month 2, day 30"),
    ],
)  # fmt: skip
def test_codes_are_told_in_words(kit, code, args, language, said):
    assert kit.message(Finding(code=code, args=args), language) == said


def test_only_what_asks_for_words_is_looked_up():
    told = with_words("{a} {b:word} {c:word}", {"a": "x", "b": "x", "c": 5}, {"x": "y"}.get)
    assert told == {"a": "x", "b": "y", "c": 5}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_printed_in_a_workbook(kit, language):
    report = kit.read(EXAMPLE)
    book = kit.render(report, "xlsx", locale=language)
    with zipfile.ZipFile(BytesIO(book)) as archive:
        text = "".join(archive.read(n).decode() for n in archive.namelist() if n.endswith(".xml"))
    left = r">(?:axis|column|field|kind|narrative|part|sheet|state|counts|direction)\.[\w.-]+<"
    assert re.findall(left, text) == []
