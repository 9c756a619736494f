"""One walk over a report that feeds every rule; what it finds, in the report's order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from attrs import evolve

from grantkit.errors import InvalidValue, PluginError
from grantkit.findings import Finding, Findings, Severity
from grantkit.model import FrozenMap, Report, walk
from grantkit.rules.api import Rule, RuleContext

__all__ = ["CRASHED", "LAPSED", "check"]

#: Code of the finding that a rule crashed.
CRASHED = "GK090"
#: Code of the finding that an acceptance has lapsed.
LAPSED = "GK091"


def check(
    report: Report,
    rules: Iterable[Rule],
    *,
    form: Any = None,
    locales: Mapping[str, Any] | None = None,
    settings: Mapping[str, Mapping[str, Any]] | None = None,
    off: Collection[str] = frozenset(),
    regrade: Mapping[str, str] | None = None,
    labels: Callable[[str], Any] = str,
) -> tuple[Findings, tuple[PluginError, ...]]:
    """Ask *rules* about every node of *report*.

    Args:
        report: What to check.
        rules: In any order; the findings do not depend on it.
        form: The form the report must satisfy; left out, the one it names decides which rules are
            asked.
        locales: By tag, for rules that read or write words.
        settings: Of the rules, by code and name (``{"GK206": {"limit": 3}}``).
        off: Codes of rules that are not asked.
        regrade: Severities of all findings of a code.
        labels: The form's words for its label keys, for findings that name a field.

    Returns:
        The findings, those that the report accepts marked as such, in the order of the report and
        then of the codes; and the rules that crashed, each of which is a finding too.

    >>> from grantkit.model import Grant
    >>> from grantkit.rules.builtin import BUILTIN
    >>> findings, crashed = check(Report(id="r", language="en", grant=Grant(id="g")), BUILTIN)
    >>> len(findings), crashed
    (0, ())
    """
    rules = tuple(rules)
    _check_settings(rules, settings or {}, regrade or {})
    form_id = report.form if form is None else form.id
    contexts = [
        RuleContext(
            report,
            rule,
            form=form,
            settings={**rule.settings, **(settings or {}).get(rule.code, {})},
            locales=locales or {},
            labels=labels,
        )
        for rule in sorted(rules, key=lambda rule: rule.code)
        if rule.code not in off and rule.concerns(form_id)
    ]
    found, crashed, order = _walk(report, contexts)
    grades = regrade or {}
    found = [evolve(f, severity=Severity(grades[f.code])) if f.code in grades else f for f in found]
    found = _accepted(report, found) if report.acceptances else found
    found.sort(key=lambda f: (_position(f.path, order), f.code))
    return Findings(found), tuple(crashed.values())


def _check_settings(
    rules: tuple[Rule, ...], settings: Mapping[str, Any], regrade: Mapping[str, str]
) -> None:
    """Refuse settings that a rule does not have, and severities that are none.

    A code that is not here may be a plugin's that is not installed, and is let pass.
    """
    for rule in rules:
        given = settings.get(rule.code, {})
        for name in given if isinstance(given, Mapping) else (given,):
            if name not in rule.settings:
                there = ", ".join(rule.settings) or "none"
                msg = f"rule {rule.code} has no setting {name!r}; there are: {there}"
                raise InvalidValue(msg)
    for code, severity in regrade.items():
        if severity not in tuple(Severity):
            msg = f"{code}: {severity!r} is no severity; there are: {', '.join(Severity)}"
            raise InvalidValue(msg)


def _walk(
    report: Report, contexts: list[RuleContext]
) -> tuple[list[Finding], dict[str, PluginError], dict[str, int]]:
    shared: dict[Any, Any] = {}
    wanted: dict[type, list[RuleContext]] = defaultdict(list)
    for context in contexts:
        context._shared = shared  # noqa: SLF001 - one for all of them
        for cls in context.rule.looks_at:
            wanted[cls].append(context)
    found: list[Finding] = []
    crashed: dict[str, PluginError] = {}
    order: dict[str, int] = {}
    for visit in walk(report):
        order[visit.path] = len(order)
        for context in wanted.get(type(visit.node), ()):
            context.path, context.ancestors = visit.path, visit.ancestors
            try:
                found += _asked(context, visit.node)
            except Exception as cause:  # noqa: BLE001 - whatever a rule of a plugin raises
                rule = context.rule
                if rule.code not in crashed:
                    error = _error(rule, cause)
                    crashed[rule.code] = error
                    found.append(_crash(error, rule, visit.path))
    return found, crashed, order


def _asked(context: RuleContext, node: Any) -> list[Finding]:
    found = list(context.rule.check(node, context) or ())
    for finding in found:
        if not isinstance(finding, Finding):
            msg = f"a check yields findings, not {type(finding).__name__}"
            raise TypeError(msg)
    return found


def _error(rule: Rule, cause: Exception) -> PluginError:
    words = f"{type(cause).__name__}: {cause}".rstrip(": ")
    error = PluginError(rule.origin, f"rule {rule.code}", words)
    error.__cause__ = cause
    return error


def _crash(error: PluginError, rule: Rule, path: str) -> Finding:
    args = {"rule": rule.code, "distribution": error.distribution, "cause": error.cause[:300]}
    return Finding(code=CRASHED, severity=Severity.ERROR, path=path, args=FrozenMap(args))


def _accepted(report: Report, found: list[Finding]) -> list[Finding]:
    """Mark what the report accepts; tell of each acceptance whose finding has changed."""
    marked = list(found)
    for number, acceptance in enumerate(report.acceptances, 1):
        meant = [
            index
            for index, finding in enumerate(found)
            if finding.code == acceptance.code and finding.path == acceptance.path
        ]
        fits = [index for index in meant if found[index].fingerprint == acceptance.fingerprint]
        for index in fits:
            marked[index] = evolve(found[index], accepted=True)
        if meant and not fits:
            lapsed = Finding(
                code=LAPSED,
                severity=Severity.WARNING,
                path=f"acceptances[{number}]",
                args=FrozenMap({"rule": acceptance.code, "path": acceptance.path}),
                related=(acceptance.path,),
            )
            marked.append(lapsed)
    return marked


def _position(path: str, order: Mapping[str, int]) -> tuple[int, str]:
    """Where *path* stands in the report; below a node that is not walked into, right after it."""
    above = path
    while above and above not in order:
        above = above[: max(above.rfind("."), above.rfind("["), 0)]
    return order.get(above, 0), path
