"""A report to fill in: the form's own rows, and one of everything that repeats."""

from __future__ import annotations

from grantkit.forms.api import Form, Table
from grantkit.forms.printing import Words
from grantkit.model import Activity, Grant, Indicator, Report, Task, Text

__all__ = ["blank"]


def blank(form: Form, language: str, words: Words) -> Report:
    """Return an empty report of *form* in *language*, with the rows of its code lists."""
    effects = [
        Indicator(
            id=code, code=code, name=Text.of(words(f"{table.id}.{code}")[0], language), unit=None
        )
        for table in form.items()
        if isinstance(table, Table)
        for code in table.codes
    ]
    label = words("main.indicator")[0]
    indicator = Indicator(id="1", name=Text.of(label, language))
    task = Task(id="1", activities=[Activity(id="1.1", indicators=[indicator])])
    grant = Grant(id="grant", tasks=[task], effects=effects)
    return Report(id="report", language=language, form=form.id, edition=form.edition, grant=grant)
