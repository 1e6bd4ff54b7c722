"""How long plans for meetings are kept, and what happens to one's own when one is deleted."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samskaper.areas.startkit.models import Plan, PlanItem
from samskaper.areas.startkit.rules.plans import GUESTS_DAYS, OWN_DAYS
from samskaper.commons.record.register import Retention
from samskaper.foundation import clock


def _forget(days: int, *, guests: bool) -> int:
    """Delete plans whose meeting, or whose last change where that is later, was so many days ago. Returns how many."""
    before = clock.today() - dt.timedelta(days=days)
    old = Plan.objects.filter(Q(day__isnull=True) | Q(day__lt=before), touched__lt=before, person__isnull=guests)
    number = old.count()
    old.delete()
    return number


@transaction.atomic
def forget_guests_plans(days: int) -> int:
    """Delete old plans that nobody who is signed in made. Returns how many."""
    return _forget(days, guests=True)


@transaction.atomic
def forget_own_plans(days: int) -> int:
    """Delete old plans of people with an account. Returns how many."""
    return _forget(days, guests=False)


@transaction.atomic
def forget_removed(days: int) -> int:
    """Delete rows that were taken out of a plan so many days ago. Returns how many."""
    return PlanItem.objects.filter(removed__lt=clock.now() - dt.timedelta(days=days)).delete()[0]


@transaction.atomic
def erase(person: int) -> str:
    """Delete somebody's plans. Gatherings that were made from them are the course series' and stay."""
    Plan.objects.filter(person=person).delete()
    return ""


RETAINED = (
    Retention(
        "startkit.guests_plans", _("Plans for meetings, made without signing in"), GUESTS_DAYS,
        _("so that those who planned it find it again, and can hold the meeting once more"), forget_guests_plans,
    ),
    Retention(
        "startkit.own_plans", _("Plans for meetings of people with an account"), OWN_DAYS, _("so that you can hold the meeting once more"), forget_own_plans,
    ),
    Retention("startkit.removed_rows", _("Rows that were taken out of a plan for a meeting"), 1, _("so that they can be put back"), forget_removed),
)
