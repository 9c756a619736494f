"""The catalogues: the same in three languages, in the right letters, and no message without words."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from grantkit import Kit
from grantkit.findings import Severity
from grantkit.forms.api import Breakdown, Field, FieldTable, Required, Signature, Table
from grantkit.forms.generic import FORM as GENERIC
from grantkit.locales.messages import fields
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
    "CR", "JPEG", "JSON", "NFC", "PNG", "UTF", "Word", "between", "check", "dd", "false", "force", "grantkit",
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
    # a code of the core may be found by a plugin too; its words stay the core's
    found = {
        ("grantkit-core" if code.startswith("GK") else _domain(path), code)
        for code, path in STRINGS.items()
        if CODE.fullmatch(code)
    }
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
