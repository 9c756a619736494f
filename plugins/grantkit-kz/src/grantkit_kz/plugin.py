"""What grantkit-kz offers: the form of the final report on a state grant, and its rules."""

from __future__ import annotations

from collections.abc import Iterable

from grantkit.forms.api import Form
from grantkit.plugins.api import hookimpl
from grantkit.rules.api import Rule


@hookimpl
def grantkit_register_forms() -> Iterable[Form]:
    """Offer the editions of the form."""
    from grantkit_kz.form_2022 import FORM

    return (FORM,)


@hookimpl
def grantkit_register_rules() -> Iterable[Rule]:
    """Offer what this form asks besides what is true of any grant."""
    from grantkit_kz.rules.catalogue import RULES

    return RULES
