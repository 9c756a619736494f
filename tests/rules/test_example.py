"""What is wrong in the example, found without being told where: §4 of the study of the form."""

from collections import Counter
from pathlib import Path

import pytest

from grantkit.rules.builtin import BUILTIN
from grantkit.rules.check import check

pytest.importorskip("grantkit_kk")
pytest.importorskip("grantkit_kz")

EXAMPLE = Path(__file__).parents[2] / "examples/anticorruption-2024.json"


@pytest.fixture(scope="module")
def findings():
    import grantkit_kk.plugin
    import grantkit_kz.plugin
    from grantkit.kit import Kit
    from grantkit_kz.rules.catalogue import RULES

    kit = Kit([grantkit_kk.plugin, grantkit_kz.plugin], discover=False)
    found, crashed = check(kit.read(EXAMPLE).report, (*BUILTIN, *RULES))
    assert crashed == ()
    return found


def paths(findings, code):
    return [finding.path for finding in findings if finding.code == code]


def test_beineu_is_named_and_mends_both_sums(findings):
    sums = [f for f in findings if f.code == "GK301"]
    assert sorted((f.args["sum"], f.args["given"]) for f in sums) == [
        (82, "beineu 80"),
        (890, "pupil 888"),
    ]
    (mend,) = [f for f in findings if f.code == "GK304"]
    assert (mend.args["cell"], mend.args["value"], mend.args["instead"]) == ("beineu pupil", 57, 55)


def test_eighteen_facts_repeat_the_plan(findings):
    assert len(paths(findings, "GK202")) == 18


def test_plans_without_a_fact(findings):
    missing = paths(findings, "GK201")
    assert sum(path.startswith("grant.tasks[6].activities[6.2]") for path in missing) == 4
    assert [path for path in missing if path.startswith("grant.effects")] == [
        "grant.effects[payroll].actual",
        "grant.effects[taxes].actual",
        "grant.effects[purchases].actual",
    ]


def test_contests_do_not_fit(findings):
    contests = "grant.tasks[4].activities[4.2]"
    assert paths(findings, "GK303") == [f"{contests}.indicators[participants].actual"]
    assert len(paths(findings, "GK207")) == 2
    dates = Counter(path.partition(".events")[0] for path in paths(findings, "GK402"))
    assert dates == {contests: 5, "grant.tasks[5].activities[5.1]": 1}


def test_specialists_payroll_and_partners(findings):
    assert "grant.effects[specialists].actual" in paths(findings, "GK206")
    assert paths(findings, "KZ501") == ["grant.effects[payroll].target"]
    (partners,) = [f for f in findings if f.code == "KZ601"]
    assert (partners.args["reported"], partners.args["listed"]) == (15, 10)


def test_the_only_errors_are_the_broken_sums(findings):
    assert {finding.code for finding in findings.errors} == {"GK301"}
