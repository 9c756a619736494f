"""An effect has a code that the form's table does not have.

The rows of the form are found by their codes: a value whose code is misspelt leaves its row blank
and stands below the table instead. Correct the code.
Source: the form's list of codes.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from grantkit.model import Grant
from grantkit.rules.api import Finding, Rule, RuleContext
from grantkit.rules.examples import example, indicator

__all__ = ["rule"]


def check(node: Grant, context: RuleContext) -> Iterator[Finding]:
    """Find effects whose code is none of the form's; a row of one's own has no code."""
    codes = context.form.codes() if context.form is not None else ()
    if not codes:
        return
    for effect in node.effects:
        if effect.code is not None and effect.code not in codes:
            near = difflib.get_close_matches(effect.code, codes, n=1)
            yield context.find(
                f"effects[{effect.id}].code",
                name=effect.name,
                code=effect.code,
                form=context.form.id,
                meant=f" → {near[0]}" if near else "",
            )


rule = Rule(
    code="GK111",
    severity="warning",
    looks_at=Grant,
    check=check,
    example_good=example(effects=[indicator(1, 1, code="payroll")]),
    example_bad=example(effects=[indicator(1, 1, code="payrol")]),
)
