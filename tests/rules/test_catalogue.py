"""Every rule that comes with the core: its examples, its page, its words in three languages."""

import re
import string
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve
from babel.messages.pofile import read_po

from grantkit.forms.api import Section
from grantkit.forms.generic import FORM as GENERIC
from grantkit.rules.builtin import BUILTIN
from grantkit.rules.check import CRASHED, LAPSED, check

#: The generic form, with a code of its own, so that every rule has something to compare with.
_EFFECTS = next(item for item in GENERIC.items() if getattr(item, "id", "") == "effects")
FORM = evolve(
    GENERIC,
    sections=(*GENERIC.sections, Section(id="more", items=(evolve(_EFFECTS, codes=("payroll",)),))),
)

ROOT = Path(__file__).parents[2]
CATALOGUES = {
    "en": ROOT / "src/grantkit/locale/en/LC_MESSAGES/grantkit-core.po",
    "kk": ROOT / "plugins/grantkit-kk/src/grantkit_kk/locale/kk/LC_MESSAGES/grantkit-core.po",
    "ru": ROOT / "plugins/grantkit-ru/src/grantkit_ru/locale/ru/LC_MESSAGES/grantkit-core.po",
}
CODES = [rule.code for rule in BUILTIN]


def words(language):
    with CATALOGUES[language].open("rb") as source:
        catalogue = read_po(source, locale=language)
    return {(message.context, message.id): message.string for message in catalogue}


def placeholders(template):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("rule", BUILTIN, ids=CODES)
def test_good_example_passes(rule):
    findings, crashed = check(rule.example_good, [rule], form=FORM)
    assert (findings, crashed) == ((), ())


@pytest.mark.parametrize("rule", BUILTIN, ids=CODES)
def test_bad_example_is_found_and_its_words_can_be_filled_in(rule):
    findings, crashed = check(rule.example_bad, [rule], form=FORM)
    assert crashed == ()
    assert {(f.code, f.origin) for f in findings} == {(rule.code, "grantkit-core")}
    for language in CATALOGUES:
        wanted = placeholders(words(language)["finding", rule.code])
        assert wanted <= set(findings[0].args), language


@pytest.mark.parametrize("rule", BUILTIN, ids=CODES)
def test_its_module_says_what_why_and_whence(rule):
    first, rest = rule.documentation.split("\n\n", 1)
    assert first.endswith(".")
    assert "Source:" in rest
    assert re.fullmatch(r"GK\d{3}", rule.code)


def test_codes_are_in_order_and_unique():
    assert sorted(set(CODES)) == CODES


@pytest.mark.parametrize("language", CATALOGUES)
def test_words_are_complete_and_use_the_same_arguments(language):
    here, english = words(language), words("en")
    for code in (*CODES, CRASHED, LAPSED):
        for key in (
            ("finding", code),
            *(("rule", f"{code}.{k}") for k in ("title", "why", "remedy")),
        ):
            assert here.get(key), key
            assert placeholders(here[key]) <= placeholders(english[key]), key


def test_listing_the_rules_is_cheap():
    code = (
        "import sys; import grantkit.rules.builtin;"
        "print([m for m in ('babel', 'cattrs', 'pluggy', 'grantkit.codec') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
