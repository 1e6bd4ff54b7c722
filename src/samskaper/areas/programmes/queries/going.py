"""What a participant has going: the next action, and how far she is. A leader's people, and lists to fill in."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.programmes.models import (
    Action,
    ActionReport,
    Certificate,
    Enrolment,
    EnrolmentState,
    Gathering,
    GatheringState,
    ProgrammeState,
)
from samskaper.areas.programmes.queries.making_up import waiting_for
from samskaper.areas.programmes.rules import words
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.commons.people.register import Paper
from samskaper.foundation import clock
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared
from samskaper.ui.days import full_day
from samskaper.ui.menu import DeskItem

OPEN = (ProgrammeState.OPEN, ProgrammeState.RUNNING)


def going(doer: object) -> Iterable[DeskItem]:
    """Return what happens in somebody's programmes, in at most seven queries."""
    assert isinstance(doer, Doer)
    if doer.person is None:
        return []
    return [*_my_actions(doer), *_my_programmes(doer), *_my_certificates(doer), *_lists(doer), *_made_up(doer), *_colleagues(doer)]


@prepared
def _undone(person: int, today: dt.date) -> QuerySet[Action, Any]:
    done = ActionReport.objects.filter(enrolment__person=person, done_on__isnull=False).values("action")
    mine = Enrolment.objects.filter(person=person, state=EnrolmentState.ENROLLED).values("programme")
    rows = Action.objects.filter(programme__in=mine, programme__state__in=OPEN, opens__lte=today).exclude(pk__in=done)
    return rows.order_by("due", "pk").values_list("pk", "title", "due")[:10]


@prepared
def _under_way(person: int) -> QuerySet[Enrolment, Any]:
    rows = Enrolment.objects.filter(person=person, state=EnrolmentState.ENROLLED, programme__state__in=OPEN)
    return rows.order_by("-programme_id").values_list("programme_id", "programme__title", "completed")


@prepared
def _without_list(libraries: frozenset[int], now: dt.datetime) -> QuerySet[Gathering, Any]:
    rows = Gathering.objects.filter(
        programme__owner__in=libraries, programme__state__in=OPEN, state=GatheringState.PLANNED, starts__lte=now
    )
    return rows.order_by("starts", "pk").values_list("pk", "title", "programme__title")[:10]


@prepared
def _on_their_way(libraries: frozenset[int], person: int) -> QuerySet[Enrolment, Any]:
    """How many of each of these libraries have not completed, but for this person."""
    rows = Enrolment.objects.filter(
        library__in=libraries, state=EnrolmentState.ENROLLED, programme__state__in=OPEN, completed__isnull=True
    )
    return rows.exclude(person=person).order_by().values_list("library").annotate(number=Count("pk"))


def _my_actions(doer: Doer) -> Iterator[DeskItem]:
    """The actions that are open and not done."""
    today = clock.today()
    for number, title, last in _undone(doer.person or 0, today):
        due = timezone.make_aware(dt.datetime.combine(last, dt.time(23, 59)))
        late = last < today
        note = _("You wanted to do this by %(day)s. What happened? Two lines are enough.") if late else _("Until %(day)s.")
        yield DeskItem(
            "do", title, note % {"day": words.day(last)}, address("programmes:action", number), _("Go on"), due, 30
        )


def _my_programmes(doer: Doer) -> Iterator[DeskItem]:
    for number, title, completed in _under_way(doer.person or 0):
        note = _("You have completed") if completed else _("How far you are, and what is left")
        yield DeskItem("going", title, note, address("programmes:mine", number))


@prepared
def _certificates(person: int) -> QuerySet[Certificate, Any]:
    rows = Certificate.objects.filter(enrolment__person=person, withdrawn__isnull=True)
    return rows.order_by("-issued", "-pk").values_list("pk", "enrolment__programme__title", "issued")


def _my_certificates(doer: Doer) -> Iterator[DeskItem]:
    for paper in papers(doer.person or 0):
        yield DeskItem("going", paper.title, paper.note, paper.href)


def papers(person: int) -> list[Paper]:
    """Return somebody's certificates, latest first, for my page and the desk."""
    return [
        Paper(
            _("Certificate: %(title)s") % {"title": title},
            _("Issued %(day)s. Open it, print it, or show it to somebody.") % {"day": full_day(issued)},
            address("programmes:certificate", number),
        )
        for number, title, issued in _certificates(person)
    ]


def _lists(doer: Doer) -> Iterator[DeskItem]:
    """Gatherings that are over and whose list is not filled in, for those who run them."""
    libraries = doer.organisations(Role.ADVISER)
    if not libraries:
        return
    for number, title, series in _without_list(libraries, clock.now()):
        yield DeskItem(
            "do", _("Who was at %(title)s?") % {"title": title}, series,
            address("programmes:attendance", number), _("Fill in the list"), None, 20,
        )


def _made_up(doer: Doer) -> Iterator[DeskItem]:
    """What participants told about making up for a gathering, one line for each gathering."""
    if not doer.organisations(Role.ADVISER):
        return
    for (number, title, series), many in Counter(waiting_for(doer)).items():
        said = ngettext("%(n)s has made up for %(title)s", "%(n)s have made up for %(title)s", many)
        yield DeskItem(
            "do", said % {"n": many, "title": title}, series,
            f"{address('programmes:attendance', number)}#made-up", _("Read and accept"), None, 35,
        )


def _colleagues(doer: Doer) -> Iterator[DeskItem]:
    libraries = doer.organisations(Role.LEADER)
    if not libraries:
        return
    if number := sum(many for _library, many in _on_their_way(libraries, doer.person or 0)):
        said = ngettext("%(number)s colleague is on the way", "%(number)s colleagues are on their way", number) % {"number": number}
        yield DeskItem("going", said, _("See how it goes"), address("programmes:colleagues"))
