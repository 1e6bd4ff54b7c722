"""The ways to a plan for a meeting: from a method's page, and from my desk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.formats import time_format
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.areas.startkit.models import Plan
from samskaper.areas.startkit.queries.plans import address_of, reading_address_of
from samskaper.commons.people.doer import Doer
from samskaper.editorial.register import MethodWay
from samskaper.editorial.texts import MethodText
from samskaper.foundation import clock
from samskaper.ui.days import weekday_and_day
from samskaper.ui.menu import DeskItem

SOON = 14  # days before a meeting in which its plan lies on the desk


def from_method(method: MethodText) -> Iterator[MethodWay]:
    """Offer to put a method in a plan."""
    yield MethodWay(gettext_lazy("Put it in my plan"), reverse("startkit:put_in_plan", args=[method.key]), icon="add", order=20)


def on_desk(doer: object) -> Iterator[DeskItem]:
    """Yield the plans of meetings that come soon, and today's as it is followed on the phone."""
    if not isinstance(doer, Doer) or doer.person is None:
        return
    today = clock.today()
    for plan in Plan.objects.filter(person=doer.person, day__gte=today, day__lte=today + dt.timedelta(days=SOON)).order_by("day", "starts", "pk"):
        assert plan.day is not None
        note = f"{weekday_and_day(plan.day)}, {time_format(plan.starts)}"
        reading = reading_address_of(plan)
        if plan.day == today and reading:
            yield DeskItem("do", str(plan), note, f"{reading}now/", act=_("Run the meeting"))
        else:
            yield DeskItem("date", str(plan), note, address_of(plan), act=_("Open the plan"), due=make_aware(dt.datetime.combine(plan.day, plan.starts)))
