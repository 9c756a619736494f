"""The walk that feeds all rules: order, crashes, acceptances, choosing."""

from types import SimpleNamespace

import pytest

from grantkit.findings import Finding
from grantkit.model import Acceptance, Activity, Grant, Report, Task, Text
from grantkit.rules.api import Rule
from grantkit.rules.builtin import BUILTIN
from grantkit.rules.check import check
from grantkit.rules.examples import example, with_indicator


def every(code="XX101", cls=Task, **rest):
    def find(node, context):
        yield context.find("title", id=node.id)

    return Rule(code=code, severity="warning", looks_at=cls, check=find, **rest)


TASKS = example(tasks=[Task(id="2", activities=[Activity(id="2.1")]), Task(id="1")])


def test_findings_come_in_the_order_of_the_report_and_then_of_the_codes():
    rules = [every("XX201"), every("XX101"), every("XX301", Activity)]
    found, _ = check(TASKS, rules)
    assert [(f.path, f.code) for f in found] == [
        ("grant.tasks[2].title", "XX101"),
        ("grant.tasks[2].title", "XX201"),
        ("grant.tasks[2].activities[2.1].title", "XX301"),
        ("grant.tasks[1].title", "XX101"),
        ("grant.tasks[1].title", "XX201"),
    ]
    assert check(TASKS, rules[::-1])[0] == found


def test_a_rule_that_crashes_is_a_finding_and_the_others_go_on():
    def crash(_, context):
        yield context.find()
        raise ValueError("no year")

    bad = Rule(code="XX101", severity="note", looks_at=Task, check=crash, origin="grantkit-xx")
    found, crashed = check(TASKS, [bad, every("XX201")])
    assert [f.code for f in found] == ["GK090", "XX201", "XX201"]
    assert dict(found[0].args) == {
        "rule": "XX101",
        "distribution": "grantkit-xx",
        "cause": "ValueError: no year",
    }
    (error,) = crashed
    assert (error.distribution, error.what) == ("grantkit-xx", "rule XX101")
    assert isinstance(error.__cause__, ValueError)


def test_what_is_no_finding_is_a_crash():
    bad = Rule(code="XX101", severity="note", looks_at=Report, check=lambda *_: ["oops"])
    found, _ = check(TASKS, [bad])
    assert found[0].args["cause"] == "TypeError: a check yields findings, not str"


def test_a_check_may_return_nothing():
    quiet = Rule(code="XX101", severity="note", looks_at=Report, check=lambda *_: None)
    assert check(TASKS, [quiet]) == ((), ())


def test_choosing():
    rules = [every()]
    assert check(TASKS, rules, off={"XX101"})[0] == ()
    assert {f.severity for f in check(TASKS, rules, regrade={"XX101": "error"})[0]} == {"error"}


@pytest.mark.parametrize(
    ("form", "count"), [(None, 0), (SimpleNamespace(id="kz"), 2), (SimpleNamespace(id="eu"), 0)]
)
def test_rules_of_a_form_are_asked_only_there(form, count):
    assert len(check(TASKS, [every(applies_to=["kz"])], form=form)[0]) == count


def test_settings_have_defaults_and_reach_their_rule_only():
    seen = {}

    def look(_, context):
        seen.update(context.settings)
        return ()

    rule = Rule(
        code="XX101", severity="note", looks_at=Report, check=look, settings={"a": 1, "b": 2}
    )
    check(TASKS, [rule], settings={"XX101": {"b": 3}, "XX102": {"a": 9}})
    assert seen == {"a": 1, "b": 3}


def test_context_gives_locale_report_and_ancestors():
    seen = []

    def look(_, context):
        seen.append((context.locale(), context.locale("kk"), context.ancestors[-1].id))
        return ()

    rule = Rule(code="XX101", severity="note", looks_at=Task, check=look)
    check(TASKS, [rule], locales={"en": "English"})
    assert seen[0] == ("English", None, "grant")


def accepted(report, **changes):
    (finding,), _ = check(report, BUILTIN)
    given = {"code": finding.code, "path": finding.path, "fingerprint": finding.fingerprint}
    acceptance = Acceptance(**{**given, **changes}, reason=Text.of("agreed", "en"))
    return Report(id="r", language="en", grant=report.grant, acceptances=[acceptance])


class TestAcceptances:
    bad = with_indicator(35, 30)

    def test_accepted_is_shown_and_no_longer_counts(self):
        found, _ = check(accepted(self.bad), BUILTIN)
        assert [(f.code, f.accepted) for f in found] == [("GK205", True)]
        assert found.worst is None

    def test_lapses_when_what_it_accepted_has_changed(self):
        found, _ = check(accepted(self.bad, fingerprint="0" * 16), BUILTIN)
        assert {(f.code, f.accepted, f.path) for f in found} == {
            ("GK205", False, "grant.tasks[1].activities[1.1].indicators[posts].actual"),
            ("GK091", False, "acceptances[1]"),
        }

    def test_of_something_that_is_no_longer_found_is_silent(self):
        report = accepted(self.bad)
        good = Report(id="r", language="en", grant=Grant(id="g"), acceptances=report.acceptances)
        assert check(good, BUILTIN)[0] == ()


def test_findings_have_stable_fingerprints():
    (one,), _ = check(with_indicator(35, 30), BUILTIN)
    (two,), _ = check(with_indicator(35, 30), BUILTIN)
    (other,), _ = check(with_indicator(35, 29), BUILTIN)
    assert isinstance(one, Finding)
    assert one.fingerprint == two.fingerprint != other.fingerprint
