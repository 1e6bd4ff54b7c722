"""What waits for those who arrange a gathering for associations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.cocreation.models import Meeting, MeetingState
from samskaper.areas.cocreation.rules.meeting_words import hours
from samskaper.areas.cocreation.rules.parties import may_talk
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared
from samskaper.ui.menu import DeskItem


@prepared
def _mine(person: int) -> QuerySet[Meeting, Any]:
    rows = Meeting.objects.filter(organiser=person, state__in=[MeetingState.ASKING, MeetingState.SET])
    rows = rows.annotate(on=Count("invited"), answered=Count("invited", filter=Q(invited__answered_on__isnull=False)))
    return rows.order_by("starts", "pk").values_list("pk", "title", "state", "answer_by", "starts", "ends", "on", "answered")[:20]


def on_desk(doer: object) -> Iterator[DeskItem]:
    """Return the gatherings that somebody arranges: whom to ask, the day to set, the evening itself, and who came."""
    assert isinstance(doer, Doer)
    if doer.person is None or not may_talk(doer):
        return
    for number, title, state, answer_by, starts, ends, on, answered in _mine(doer.person):
        if state == MeetingState.ASKING:
            yield _asking(number, title, answer_by, on, answered)
        elif starts - dt.timedelta(hours=1) <= clock.now():
            yield DeskItem("do", title, _("Who came? One press for each is enough."), address("cocreation:who_came", number), _("Tick who came"))
        else:
            yield DeskItem("date", title, hours(starts, ends), address("cocreation:meeting", number), _("Open"), starts)


def _asking(number: int, title: str, answer_by: dt.date | None, on: int, answered: int) -> DeskItem:
    if not on:
        return DeskItem("do", title, _("Nobody is on the list yet."), address("cocreation:meeting_list", number), _("Choose whom to ask"))
    said = ngettext("%(answered)d of %(n)d has answered.", "%(answered)d of %(n)d have answered.", on) % {"answered": answered, "n": on}
    page = address("cocreation:meeting", number)
    if answered == on or (answer_by is not None and answer_by < clock.today()):
        return DeskItem("do", title, said, page, _("Set the day"))
    due = timezone.make_aware(dt.datetime.combine(answer_by, dt.time(23, 59))) if answer_by else None
    return DeskItem("going", title, said, page, _("Look at the answers"), due)
