"""The domain as immutable values: no files, no places, no findings, no locales, no clock."""

from grantkit.model.exact import CONTEXT, exact
from grantkit.model.frozen import FrozenMap, as_map, as_tuple
from grantkit.model.grant import Activity, Contract, Event, Grant, Task
from grantkit.model.indicator import Aggregation, Cumulation, Direction, Evidence, Indicator
from grantkit.model.money import Money
from grantkit.model.parties import Organisation, Partner, Person, Signature
from grantkit.model.people import Axis, Category, Counts, Headcount, HeadcountCell
from grantkit.model.period import PartialDate, Period, Span
from grantkit.model.quantity import Comparator, Part, Quantity, Unit
from grantkit.model.rebuilding import replace, transform
from grantkit.model.report import Acceptance, Proposal, Recommendation, Report, ReportKind
from grantkit.model.soundness import sound, unsound
from grantkit.model.text import Text, check_id, check_language, check_text, clean_text
from grantkit.model.walking import Visit, children, locate, walk
from grantkit.model.written import (
    NOT_APPLICABLE,
    NOT_REPORTED,
    UNREAD,
    NotApplicable,
    NotReported,
    Statement,
    Written,
)

__all__ = [
    "CONTEXT",
    "NOT_APPLICABLE",
    "NOT_REPORTED",
    "UNREAD",
    "Acceptance",
    "Activity",
    "Aggregation",
    "Axis",
    "Category",
    "Comparator",
    "Contract",
    "Counts",
    "Cumulation",
    "Direction",
    "Event",
    "Evidence",
    "FrozenMap",
    "Grant",
    "Headcount",
    "HeadcountCell",
    "Indicator",
    "Money",
    "NotApplicable",
    "NotReported",
    "Organisation",
    "Part",
    "PartialDate",
    "Partner",
    "Period",
    "Person",
    "Proposal",
    "Quantity",
    "Recommendation",
    "Report",
    "ReportKind",
    "Signature",
    "Span",
    "Statement",
    "Task",
    "Text",
    "Unit",
    "Visit",
    "Written",
    "as_map",
    "as_tuple",
    "check_id",
    "check_language",
    "check_text",
    "children",
    "clean_text",
    "exact",
    "locate",
    "replace",
    "sound",
    "transform",
    "unsound",
    "walk",
]
