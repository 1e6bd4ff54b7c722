"""Check a plan. Nothing that is said here stops anybody."""

from fractions import Fraction

from django.utils.translation import gettext_noop

from . import goals, money, when
from .plan import Minimum, Plan
from .remark import Remark

GRANT_MINIMUM = Minimum(Fraction(2, 5), gettext_noop("the funder's terms for project grants"))
"""The least own share, used where the installation's settings name no other."""


def check(plan: Plan, *, minimum: Minimum = GRANT_MINIMUM) -> list[Remark]:
    """Everything worth a word, in the order in which a colleague would take it.

    Windows that overlap are left alone: plans are made of them.
    """
    return [
        *when.year_off(plan),
        *when.ends_before_start(plan),
        *when.outside_project(plan),
        *when.duration(plan),
        *goals.filed_apart(plan),
        *when.gathering_before_action(plan),
        *goals.only_planned(plan),
        *goals.goal_without_activity(plan),
        *money.money_without_activity(plan),
        *money.unbalanced(plan),
        *money.totals(plan),
        *money.too_little_of_their_own(plan, minimum),
    ]
