"""The plan check: what a good colleague would say about a plan, and propose.

``check(plan)`` gives remarks; ``Plan.from_application`` makes a plan of an
application, and a query can make one of what is in the database.
"""

from .check import GRANT_MINIMUM, check
from .money import own_share
from .plan import Minimum, Plan, PlanActivity, PlanGoal, PlanLine, PlanSection, PlanTotal
from .remark import Act, Proposal, Remark
from .vocabulary import months_of

__all__ = [
    "GRANT_MINIMUM",
    "Act",
    "Minimum",
    "Plan",
    "PlanActivity",
    "PlanGoal",
    "PlanLine",
    "PlanSection",
    "PlanTotal",
    "Proposal",
    "Remark",
    "check",
    "months_of",
    "own_share",
]
