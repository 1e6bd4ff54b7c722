"""Check a plan. Nothing that is said here stops anybody."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import islice

from . import goals, money, when
from .plan import Minimum, Plan
from .remark import Remark


def gettext_noop(message: str) -> str:
    """Mark a text for the catalogues. (Django's own wants settings, and this is read without.)"""
    return message


GRANT_MINIMUM = Minimum(Fraction(2, 5), gettext_noop("the National Library's call for development funds"))
"""The least own share, used where the installation's settings name no other.

Source: the National Library of Norway's calls for development funds (2014–2023,
bibliotekutvikling.no): the applicants' own part should be at least 40 percent
of the whole budget; it can be work, and some of it can come from others.
"""

MOST = 50
"""Nobody reads more remarks of one kind."""


def check(plan: Plan, *, minimum: Minimum = GRANT_MINIMUM) -> list[Remark]:
    """Everything worth a word, in the order in which a colleague would take it.

    Windows that overlap are left alone: plans are made of them. Of one kind no
    more than ``MOST`` remarks are made.
    """
    kinds: tuple[Iterable[Remark], ...] = (
        when.year_off(plan),
        when.ends_before_start(plan),
        when.outside_project(plan),
        when.duration(plan),
        goals.filed_apart(plan),
        when.gathering_before_action(plan),
        goals.only_planned(plan),
        goals.goal_without_activity(plan),
        money.money_without_activity(plan),
        money.unbalanced(plan),
        money.totals(plan),
        money.too_little_of_their_own(plan, minimum),
    )
    return [remark for kind in kinds for remark in islice(kind, MOST)]
