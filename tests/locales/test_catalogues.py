"""The catalogues: the same in three languages, in the right letters, and no message without words.

What is printed is read too: broken files and damaged numbers, told in Kazakh and in Russian.
"""

import ast
import re
import string
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import grantkit
from grantkit import Kit
from grantkit.findings import Finding, Severity
from grantkit.forms.api import Breakdown, Field, FieldTable, Required, Signature, Table
from grantkit.forms.generic import FORM as GENERIC
from grantkit.locales.messages import fields, with_words
from grantkit.measures.compare import Change
from grantkit.measures.totals import Totals
from grantkit_kk.kazakh import KazakhLocale
from grantkit_kz.form_2022 import FORM as OFFICIAL

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "kk", "ru")
SOURCES = (ROOT / "src", *sorted((ROOT / "plugins").glob("*/src")))
FILES = [path for source in SOURCES for path in source.glob("*/locale/*/LC_MESSAGES/*.po")]
DOMAINS = sorted({path.stem for path in FILES})
CODE = re.compile(r"(?:GK|KZ|DOCX|XL)\d{2,3}")
#: Reasons that come from Python: its JSON reader's and the system's.
OUTSIDE = (
    "expecting", "extra data", "invalid", "illegal", "unterminated", "No ", "Permission",
    "Is a directory", "Not a directory", "File name", "Read-only", "embedded null",
)  # fmt: skip
#: Words in Latin letters that are the same in every language.
NAMES = {
    "CR", "JPEG", "JSON", "NFC", "PNG", "UTF", "Word", "between", "check", "dd", "false", "grantkit",
    "install", "mm", "null", "pip", "true", "u", "words", "yyyy",
}  # fmt: skip


def _read(path):
    with path.open("rb") as source:
        catalogue = read_po(source, abort_invalid=True)
    return catalogue, {(m.context, m.id): m.string for m in catalogue if m.id}


CATALOGUES = {(path.stem, path.parts[-3]): _read(path) for path in FILES}
MESSAGES = {place: messages for place, (_, messages) in CATALOGUES.items()}
EVERY = [
    pytest.param(language, key, words, id=f"{domain}-{language}-{key[0]}-{key[1]}")
    for (domain, language), messages in MESSAGES.items()
    for key, words in messages.items()
]


def _literal(template: str) -> str:
    """The words of a message without what is filled in, its plural forms kept."""
    text = ""
    for literal, _, specifier, _ in string.Formatter().parse(template):
        forms = specifier.replace("|", " ") if specifier and "|" in specifier else ""
        text += f"{literal} {forms} "
    return text


def test_each_domain_has_one_catalogue_a_language():
    assert sorted(CATALOGUES) == [(d, language) for d in DOMAINS for language in LANGUAGES]
    assert len(FILES) == len(CATALOGUES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.stem}-{path.parts[-3]}")
def test_the_file_is_sound(path):
    catalogue, messages = CATALOGUES[path.stem, path.parts[-3]]
    source = path.read_text(encoding="utf-8")
    header = dict(re.findall(r'^"([\w-]+): (.+)\\n"$', source.split("\n\n")[0], re.MULTILINE))
    assert header == {
        "Project-Id-Version": path.stem,
        "Language": path.parts[-3],
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    assert not catalogue.obsolete
    assert not any(message.fuzzy for message in catalogue if message.id)
    entries = re.findall(r'^msgctxt "(.+)"\nmsgid "(.+)"$', source, re.MULTILINE)
    assert len(entries) == source.count("\nmsgctxt ") == len(set(entries)) == len(messages)


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_languages_have_the_same_keys_and_arguments(domain):
    english, kazakh, russian = (MESSAGES[domain, language] for language in LANGUAGES)
    assert set(kazakh) == set(russian)
    # What Python and the model say in English is English already.
    own = {(context, key) for context, key in kazakh if context == "word" and " " in key}
    assert set(english) | own == set(kazakh)
    for key, words in english.items():
        if key[0] != "word":
            assert fields(words) == fields(kazakh[key]) == fields(russian[key]), key
            # "No." is the only label that an abbreviation ends.
            for end in ".:?" if key[0] in ("finding", "rule", "cli") else ":":
                ends = {words.endswith(end), kazakh[key].endswith(end), russian[key].endswith(end)}
                assert len(ends) == 1, key


@pytest.mark.parametrize(("language", "key", "words"), EVERY)
def test_a_message_is_written_in_its_language(language, key, words):
    assert words.strip() == words != ""
    if key[0] == "word":
        assert "{" not in words
        said = words
    else:
        said = _literal(words)
        for _, name, specifier, conversion in string.Formatter().parse(words):
            assert name is None or (name.isidentifier() and not conversion)
            _check_specifier(language, specifier or "")
    cyrillic = re.findall(r"[Ѐ-ӿ]", said)
    if language == "en":
        assert not cyrillic
        return
    for word in re.findall(r"[^\W\d_]+", said):
        assert word.isascii() or not re.search("[A-Za-z]", word), word
        assert not word.isascii() or word in NAMES, word
    if language == "kk":
        assert len(cyrillic) < 30 or re.search("[әіңғүұқөһӘІҢҒҮҰҚӨҺ]", said)
        assert not re.search("[ёщЁЩ]", said)
    else:
        # Official papers here are printed without "ё".
        assert not re.search("[әіңғүұқөһёӘІҢҒҮҰҚӨҺЁ]", said)
    if key[0] != "word":
        assert '"' not in said


def _check_specifier(language, specifier):
    if "|" in specifier:
        forms = specifier.split("|")
        assert len(forms) == {"en": 2, "ru": 3}[language]
        assert all(forms)
    else:
        known = {"", "number", "words", "date", "period", "money", "quantity", "list", "word"}
        cases = KazakhLocale().lexicon().cases if language == "kk" else ()
        assert specifier in known | set(cases)


def test_a_plain_question_is_not_answered_by_its_key():
    for (domain, language), messages in MESSAGES.items():
        for (context, key), words in messages.items():
            same = words == key and (context, key, language) not in {
                ("word", "bytes", "en"), ("word", "true or false", "en"),
            }  # fmt: skip
            assert not same, (domain, language, key)


def _trees() -> Iterator[tuple[Path, ast.Module]]:
    for source in SOURCES:
        for path in sorted(source.rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


TREES = dict(_trees())
STRINGS = {
    node.value: path
    for path, tree in TREES.items()
    for node in ast.walk(tree)
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
}


def _calls(path, *names):
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.Call) and node.args:
            function = node.func
            name = getattr(function, "attr", getattr(function, "id", ""))
            if name in names:
                yield name, node.args[0]


def _domain(path):
    package = path.relative_to(next(s for s in SOURCES if path.is_relative_to(s))).parts[0]
    return "grantkit-core" if package == "grantkit" else package.replace("_", "-")


def test_every_code_of_a_finding_has_words_and_nothing_else_has():
    found = {(_domain(path), code) for code, path in STRINGS.items() if CODE.fullmatch(code)}
    told = {
        (domain, key)
        for (domain, _), messages in MESSAGES.items()
        for context, key in messages
        if context == "finding"
    }
    assert found == told


def test_every_rule_has_title_reason_and_remedy_and_nothing_else_has():
    kit = Kit(strict=True)
    rules = [(rule.origin, code) for code, rule in kit.rules.items()]
    rules += [("grantkit-core", "GK090"), ("grantkit-core", "GK091")]
    wanted = {(d, f"{code}.{part}") for d, code in rules for part in ("title", "why", "remedy")}
    told = {
        (domain, key)
        for (domain, _), messages in MESSAGES.items()
        for context, key in messages
        if context == "rule"
    }
    assert wanted == told


def _labels(form) -> Iterator[str]:
    yield "not-applicable"
    for section in form.sections:
        if section.headed:
            yield section.id
    for item in form.items():
        yield from _labels_of(item)


def _labels_of(item) -> Iterator[str]:
    match item:
        case Field():
            yield from _questions(item)
        case FieldTable():
            yield from (item.id, *_questions(*item.fields))
        case Signature():
            yield from _questions(*item.fields)
            yield from [f"{item.id}.seal"] * item.seal
        case Breakdown():
            yield from (item.id, f"{item.id}.total")
            yield from (f"{item.axis}.{code}" for code in item.codes)
        case Table():
            yield item.id
            yield from (f"{item.id}.{column.id}" for column in item.columns)
            yield from (f"{item.id}.{column.group}" for column in item.columns if column.group)
            for code in item.codes:
                yield from (f"{item.id}.{code}", f"{item.id}.{code}.unit")
        case _:
            yield item.id


def _questions(*questions) -> Iterator[str]:
    for question in questions:
        # One without a label of its own is still named by the rule that it must be filled in.
        if question.labelled or question.required is not Required.NEVER:
            yield question.id
        yield from (f"{question.id}.{code}" for code in question.codes)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [GENERIC, OFFICIAL], ids=lambda form: form.id)
def test_every_label_of_a_form_has_words(form, language):
    messages = MESSAGES[form.domain, language]
    assert [key for key in _labels(form) if (form.id, key) not in messages] == []


def test_labels_that_are_not_official_are_marked_so():
    for language in LANGUAGES:
        catalogue, _ = CATALOGUES[OFFICIAL.domain, language]
        for message in catalogue:
            if message.context == OFFICIAL.id:
                marked = "unofficial translation" in message.user_comments
                assert marked == (language not in OFFICIAL.languages), message.id


def test_all_that_the_command_line_says_has_words_and_nothing_else_has():
    kit = Kit()
    parts = {
        "kind.": ("exporter", "importer", "locale", "form", "rule", "measure"),
        "severity.": [*map(str, Severity), "accepted"],
        "change.": map(str, Change),
        "result.": [id for id, measure in kit.measures.items() if isinstance(measure, Totals)],
        "reason.": re.findall("``([a-z-]+)``", Totals.__doc__ or ""),
        "left-out.": ("final-exists", "later-exists", "copy", "same-day"),
    }
    said = {f"{start}{end}" for start, ends in parts.items() for end in ends}
    for path in TREES:
        if "cli" not in path.relative_to(ROOT).parts:
            continue
        for _, argument in _calls(path, "say", "note"):
            match argument:
                case ast.Constant(value=str(key)):
                    said.add(key)
                case ast.JoinedStr(values=[ast.Constant(value=start), _]):
                    assert start in parts
                case _:
                    # Teller.note hands its key on; a failure chooses between these two.
                    said |= {"unknown-plugin", "unknown-plugin-remedy"}
    keys = {key for context, key in MESSAGES["grantkit-core", "en"] if context == "cli"}
    assert keys == said


def test_every_reason_of_the_model_has_words_and_no_word_is_stale():
    words = {k for context, k in MESSAGES["grantkit-core", "kk"] if context == "word" and " " in k}
    heads = set()
    for path, tree in TREES.items():
        if not path.is_relative_to(ROOT / "src/grantkit/model"):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "msg":
                heads.add(_head(node.value))
    heads -= {None, "not a path"}  # the one is no reason of a value
    assert heads <= words
    text = "\n".join(path.read_text(encoding="utf-8") for path in TREES)
    for word in words:
        pieces = word if word.startswith("a number of more") else re.escape(word)
        known = word.startswith(OUTSIDE) or word.startswith("no utf")
        filled = re.sub("[0-9]+", ".+", pieces) if pieces is word else pieces
        assert known or re.search(filled, text), word


def _head(value) -> str | None:
    """What a message of the model starts with, if it is fixed: all, or all before a colon."""
    if isinstance(value, ast.Constant):
        return str(value.value)
    first = value.values[0]
    head, colon, _ = (first.value if isinstance(first, ast.Constant) else "").partition(": ")
    return head if colon else None


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
            assert not left - {"No", "None"}, said


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
        words = MESSAGES["grantkit-core", language]["word", repair]
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
    report = kit.read(ROOT / "examples/anticorruption-2024.json")
    book = kit.render(report, "xlsx", locale=language)
    with zipfile.ZipFile(BytesIO(book)) as archive:
        text = "".join(archive.read(n).decode() for n in archive.namelist() if n.endswith(".xml"))
    left = r">(?:axis|column|field|kind|narrative|part|sheet|state|counts|direction)\.[\w.-]+<"
    assert re.findall(left, text) == []
