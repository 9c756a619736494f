"""Who gives, who receives, who helps and who signs."""

from __future__ import annotations

import datetime as dt

from attrs import field, frozen

from grantkit.model.fields import check_plain
from grantkit.model.text import Text, check_id

__all__ = ["Organisation", "Partner", "Person", "Signature"]


@frozen(kw_only=True)
class Person:
    """A person, by name (surname, name, patronymic if any) and role."""

    name: Text | None = None
    role: Text | None = None


@frozen(kw_only=True)
class Organisation:
    """An organisation, with its head and how to reach it."""

    name: Text | None = None
    head: Person | None = None
    address: Text | None = None
    phone: str | None = field(default=None, converter=check_plain)
    email: str | None = field(default=None, converter=check_plain)
    link: str | None = field(default=None, converter=check_plain)


@frozen(kw_only=True)
class Partner:
    """Somebody who took a direct part; suppliers of logistics, catering or travel are none."""

    id: str = field(converter=check_id)
    name: Text | None = None
    role: Text | None = None
    contacts: str | None = field(default=None, converter=check_plain)
    note: Text | None = None


@frozen(kw_only=True)
class Signature:
    """Who signs the report, as what, and on which day it was filled in."""

    position: Text | None = None
    name: Text | None = None
    signed: dt.date | None = None
