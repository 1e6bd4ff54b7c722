"""The importer: an application as it leaves the funder's form, understood.

Pure Python. ``read`` takes text or bytes and gives an ``Application``;
``as_json`` gives the same as plain lists, with the remarks of the plan check.
"""

from .decode import LIMIT, TooLarge
from .excerpt import excerpts, tally
from .export import as_json, remark_as_json
from .reading import read
from .shape import (
    Activity,
    Anchoring,
    Applicant,
    Application,
    Budget,
    BudgetLine,
    MainGoal,
    NotUnderstood,
    Partner,
    Person,
    Section,
    Side,
    StatedTotal,
    Status,
    SubGoal,
    Why,
)

__all__ = [
    "LIMIT",
    "Activity",
    "Anchoring",
    "Applicant",
    "Application",
    "Budget",
    "BudgetLine",
    "MainGoal",
    "NotUnderstood",
    "Partner",
    "Person",
    "Section",
    "Side",
    "StatedTotal",
    "Status",
    "SubGoal",
    "TooLarge",
    "Why",
    "as_json",
    "excerpts",
    "read",
    "remark_as_json",
    "tally",
]
