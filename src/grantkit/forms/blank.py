"""A report to fill in: the form's own rows, and one of everything that repeats."""

from __future__ import annotations

from grantkit.forms.api import Form, Table
from grantkit.forms.printing import Words
from grantkit.model import Activity, Grant, Indicator, Report, Task, Text

__all__ = ["blank"]


def _names(form: Form) -> str:
    """Return the label key of the column that names the indicators."""
    tables = (item for item in form.items() if isinstance(item, Table) and len(item.levels) > 1)
    keys = [
        f"{table.id}.{column.id}"
        for table in tables
        for column in table.columns
        if column.level == len(table.levels) - 1 and column.path == "name"
    ]
    return keys[0] if keys else "indicator"


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
    indicator = Indicator(id="1", name=Text.of(words(_names(form))[0], language))
    task = Task(id="1", activities=[Activity(id="1.1", indicators=[indicator])])
    grant = Grant(id="grant", tasks=[task], effects=effects)
    return Report(id="report", language=language, form=form.id, edition=form.edition, grant=grant)
