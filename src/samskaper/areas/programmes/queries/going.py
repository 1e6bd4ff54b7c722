"""What a participant has going: the next action, and how far she is. A leader's people, and lists to fill in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.programmes.models import (
    Action,
    ActionReport,
    Enrolment,
    EnrolmentState,
    Gathering,
    GatheringState,
    ProgrammeState,
)
from samskaper.areas.programmes.rules import words
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation import clock
from samskaper.ui.menu import DeskItem

OPEN = (ProgrammeState.OPEN, ProgrammeState.RUNNING)


def going(doer: object) -> Iterable[DeskItem]:
    """Return what happens in somebody's programmes, in at most five queries."""
    assert isinstance(doer, Doer)
    if doer.person is None:
        return []
    return [*_my_actions(doer), *_my_programmes(doer), *_lists(doer), *_colleagues(doer)]


def _my_actions(doer: Doer) -> Iterator[DeskItem]:
    """The actions that are open and not done."""
    done = ActionReport.objects.filter(enrolment__person=doer.person, done_on__isnull=False).values("action")
    rows = Action.objects.filter(
        programme__enrolments__person=doer.person, programme__enrolments__state=EnrolmentState.ENROLLED,
        programme__state__in=OPEN, opens__lte=clock.today(),
    )
    for row in rows.exclude(pk__in=done).select_related("programme").order_by("due")[:10]:
        due = timezone.make_aware(dt.datetime.combine(row.due, dt.time(23, 59)))
        late = row.due < clock.today()
        note = _("You wanted to do this by %(day)s. What happened? Two lines are enough.") if late else _("Until %(day)s.")
        yield DeskItem(
            "do", row.title, note % {"day": words.day(row.due)}, reverse("programmes:action", args=[row.pk]), _("Go on"), due, 30
        )


def _my_programmes(doer: Doer) -> Iterator[DeskItem]:
    rows = Enrolment.objects.filter(person=doer.person, state=EnrolmentState.ENROLLED, programme__state__in=OPEN)
    for row in rows.select_related("programme").order_by("-programme"):
        note = _("You have completed") if row.completed else _("How far you are, and what is left")
        yield DeskItem("going", row.programme.title, note, reverse("programmes:mine", args=[row.programme_id]))


def _lists(doer: Doer) -> Iterator[DeskItem]:
    """Gatherings that are over and whose list is not filled in, for those who run them."""
    libraries = doer.organisations(Role.ADVISER)
    if not libraries:
        return
    rows = Gathering.objects.filter(
        programme__owner__in=libraries, programme__state__in=OPEN, state=GatheringState.PLANNED, starts__lte=clock.now(),
    )
    for row in rows.select_related("programme").order_by("starts")[:10]:
        yield DeskItem(
            "do", _("Who was at %(title)s?") % {"title": row.title}, row.programme.title,
            reverse("programmes:attendance", args=[row.pk]), _("Fill in the list"), None, 20,
        )


def _colleagues(doer: Doer) -> Iterator[DeskItem]:
    libraries = doer.organisations(Role.LEADER)
    if not libraries:
        return
    number = (
        Enrolment.objects.filter(
            library__in=libraries, state=EnrolmentState.ENROLLED, programme__state__in=OPEN, completed__isnull=True
        )
        .exclude(person=doer.person).count()
    )
    if number:
        said = ngettext("%(number)s colleague is on her way", "%(number)s colleagues are on their way", number) % {"number": number}
        yield DeskItem("going", said, _("See how it goes"), reverse("programmes:colleagues"))
