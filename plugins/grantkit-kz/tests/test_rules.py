"""The rules of the form: examples, words, and where they keep silent."""

import re
import string
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve
from babel.messages.pofile import read_po

from grantkit.model import Headcount, Money, Quantity, Written
from grantkit.rules.check import check
from grantkit_kz.rules.catalogue import RULES
from grantkit_kz.rules.common import effect_row, example

CODES = [rule.code for rule in RULES]
LOCALE = Path(__file__).parents[1] / "src/grantkit_kz/locale"


def found(report):
    findings, crashed = check(report, RULES)
    assert crashed == ()
    return [(f.code, str(f.severity)) for f in findings]


def words(language):
    with (LOCALE / language / "LC_MESSAGES/grantkit-kz.po").open("rb") as source:
        return {(m.context, m.id): m.string for m in read_po(source, locale=language)}


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_examples(rule):
    assert check(rule.example_good, [rule]) == ((), ())
    findings, crashed = check(rule.example_bad, [rule])
    assert crashed == ()
    assert {(f.code, f.origin) for f in findings} == {(rule.code, "grantkit-kz")}
    for language in ("en", "kk", "ru"):
        template = words(language)["finding", rule.code]
        names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
        assert names <= set(findings[0].args)


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_pages(rule):
    assert re.fullmatch(r"KZ\d{3}", rule.code)
    assert "Source:" in rule.documentation
    for language in ("en", "kk", "ru"):
        for key in ("title", "why", "remedy"):
            assert words(language).get(("rule", f"{rule.code}.{key}"))


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_other_forms_are_left_alone(rule):
    assert check(evolve(rule.example_bad, form="eu-grant"), [rule]) == ((), ())


def test_statistics_may_be_empty_in_a_final_report():
    assert found(example()) == []
    assert found(example({"kind": "interim"})) == [("KZ201", "error")]
    assert found(example({"kind": "interim", "statistics": Headcount()})) == [("KZ201", "error")]


def money(amount=10_500_000, **rows):
    return example(
        amount=Written(Money(amount)) if amount else Written(),
        effects=[effect_row(code, n) for code, n in rows.items()],
    )


@pytest.mark.parametrize(
    ("report", "codes"),
    [
        (money(payroll=2345, taxes=266_392, purchases=7_796_500), ["KZ501"]),
        (money(payroll=2_345_000, taxes=266_392, purchases=7_796_500), []),
        (money(payroll=2_345_000, taxes=266, purchases=7_796_500), []),
        (money(payroll=2_345_000, taxes=266_392, purchases=7_796), ["KZ501"]),
        (money(payroll=2345, taxes=266_392), ["KZ501"]),
        (money(payroll=200_000, taxes=266_392, purchases=7_796_500), ["KZ502"]),
        (money(None, payroll=2345, taxes=266_392), ["KZ502"]),
        (money(payroll=0, taxes=0, purchases=10_500_000), []),
        (money(purchases=7_796), []),
        (money(payroll=5000, taxes=900, purchases=9_000_000), []),
    ],
)
def test_scale(report, codes):
    assert [code for code, _ in found(report)] == codes


def test_the_slip_is_told_with_both_readings():
    report = money(payroll=2345, taxes=266_392, purchases=7_796_500)
    (finding,), _ = check(report, RULES)
    assert finding.path == "grant.effects[payroll].target"
    assert finding.args["instead"].total == Decimal(2_345_000)


def test_grants_in_other_money_are_not_judged():
    report = money(payroll=2345, purchases=7_796_500)
    euros = evolve(report, grant=evolve(report.grant, amount=Written(Money(10_500_000, "EUR"))))
    assert found(euros) == []


def test_partners():
    assert found(example(effects=[effect_row("partners", None, 15)])) == [("KZ601", "warning")]
    assert found(example(effects=[effect_row("partners", None, 0)])) == []
    assert found(example(effects=[effect_row("partners", 15)])) == []
    bound = evolve(effect_row("partners"), actual=Written(Quantity.of(5, None, "at-least")))
    assert found(example(effects=[bound])) == []
