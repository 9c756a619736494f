"""The grant: its tasks, their activities, the events that took place."""

from __future__ import annotations

import datetime as dt

from attrs import Factory, field, frozen

from grantkit.model.fields import check_count, check_plain, check_strings
from grantkit.model.frozen import as_tuple
from grantkit.model.indicator import Evidence, Indicator
from grantkit.model.money import Money
from grantkit.model.parties import Organisation
from grantkit.model.people import Headcount
from grantkit.model.period import Period
from grantkit.model.quantity import Quantity
from grantkit.model.text import Text, check_id
from grantkit.model.written import Written

__all__ = ["Activity", "Contract", "Event", "Grant", "Task"]


@frozen(kw_only=True)
class Event:
    """One occurrence of an activity; whatever is unknown is left out."""

    id: str = field(converter=check_id)
    title: Text | None = None
    date: Written[Period] = Factory(Written)
    place: Text | None = None
    headcount: Headcount | None = None


@frozen(kw_only=True)
class Activity:
    """What was done within a task (іс-шара, мероприятие).

    Args:
        participants: The cell of the form, as written; it may hold anything.
        headcount: The people counted over the whole activity, with their breakdown.
        planned_events, held_events: Whole numbers, None when the report does not say.
        counted_in: Ids of activities whose people include those of this one.
        disjoint_from: Ids of activities that share no person with this one.
    """

    id: str = field(converter=check_id)
    title: Text | None = None
    period: Written[Period] = Factory(Written)
    place: Text | None = None
    participants: Written[Quantity] = Factory(Written)
    headcount: Headcount | None = None
    planned_events: int | None = field(default=None, converter=check_count)
    held_events: int | None = field(default=None, converter=check_count)
    counted_in: tuple[str, ...] = field(default=(), converter=check_strings)
    disjoint_from: tuple[str, ...] = field(default=(), converter=check_strings)
    events: tuple[Event, ...] = field(default=(), converter=as_tuple)
    indicators: tuple[Indicator, ...] = field(default=(), converter=as_tuple)
    short_term_result: Text | None = None
    narrative: Text | None = None
    evidence: tuple[Evidence, ...] = field(default=(), converter=as_tuple)


@frozen(kw_only=True)
class Task:
    """An objective of the grant (міндет, задача)."""

    id: str = field(converter=check_id)
    title: Text | None = None
    activities: tuple[Activity, ...] = field(default=(), converter=as_tuple)
    long_term_result: Text | None = None


@frozen(kw_only=True)
class Contract:
    """The contract the grant was given under."""

    number: str | None = field(default=None, converter=check_plain)
    signed: dt.date | None = None


@frozen(kw_only=True)
class Grant:
    """The money given, to whom, for what, and what came of it.

    Args:
        regions: Codes, ISO 3166-2 where there are some (``KZ-47``).
        theme: Code of the direction, for grouping.
        achieved: What was achieved, one text a task, in the tasks' order.
        deviation: Whether all went to plan, or the grounds why not.
        effects: The indicators of the socio-economic table.
    """

    id: str = field(converter=check_id)
    contract: Contract | None = None
    funder: Organisation | None = None
    grantee: Organisation | None = None
    regions: tuple[str, ...] = field(default=(), converter=check_strings)
    title: Text | None = None
    theme: str | None = field(default=None, converter=check_plain)
    period: Written[Period] = Factory(Written)
    amount: Written[Money] = Factory(Written)
    goal: Text | None = None
    achieved: tuple[Text, ...] = field(default=(), converter=as_tuple)
    deviation: Text | None = None
    tasks: tuple[Task, ...] = field(default=(), converter=as_tuple)
    effects: tuple[Indicator, ...] = field(default=(), converter=as_tuple)
