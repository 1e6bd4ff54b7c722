"""What a participant has going: the next action, and how far she is. A leader's people, and lists to fill in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from django.db.models import QuerySet
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
    MakeUp,
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
from samskaper.ui.menu import DeskItem

OPEN = (ProgrammeState.OPEN, ProgrammeState.RUNNING)


def going(doer: object) -> Iterable[DeskItem]:
    """Return what happens in somebody's programmes, in at most seven queries."""
    assert isinstance(doer, Doer)
    if doer.person is None:
        return []
    return [*_my_actions(doer), *_my_programmes(doer), *_my_certificates(doer), *_lists(doer), *_made_up(doer), *_colleagues(doer)]


@prepared
def _undone(person: int, today: dt.date) -> QuerySet[Action]:
    done = ActionReport.objects.filter(enrolment__person=person, done_on__isnull=False).values("action")
    mine = Enrolment.objects.filter(person=person, state=EnrolmentState.ENROLLED).values("programme")
    rows = Action.objects.filter(programme__in=mine, programme__state__in=OPEN, opens__lte=today).exclude(pk__in=done)
    return rows.order_by("due", "pk")[:10]


@prepared
def _under_way(person: int) -> QuerySet[Enrolment]:
    rows = Enrolment.objects.filter(person=person, state=EnrolmentState.ENROLLED, programme__state__in=OPEN)
    return rows.select_related("programme").order_by("-programme_id")


@prepared
def _without_list(libraries: frozenset[int], now: dt.datetime) -> QuerySet[Gathering]:
    rows = Gathering.objects.filter(
        programme__owner__in=libraries, programme__state__in=OPEN, state=GatheringState.PLANNED, starts__lte=now
    )
    return rows.select_related("programme").order_by("starts", "pk")[:10]


@prepared
def _on_their_way(libraries: frozenset[int], person: int) -> QuerySet[Enrolment, int]:
    rows = Enrolment.objects.filter(
        library__in=libraries, state=EnrolmentState.ENROLLED, programme__state__in=OPEN, completed__isnull=True
    )
    return rows.exclude(person=person).values_list("pk", flat=True)


def _my_actions(doer: Doer) -> Iterator[DeskItem]:
    """The actions that are open and not done."""
    for row in _undone(doer.person or 0, clock.today()):
        due = timezone.make_aware(dt.datetime.combine(row.due, dt.time(23, 59)))
        late = row.due < clock.today()
        note = _("You wanted to do this by %(day)s. What happened? Two lines are enough.") if late else _("Until %(day)s.")
        yield DeskItem(
            "do", row.title, note % {"day": words.day(row.due)}, address("programmes:action", row.pk), _("Go on"), due, 30
        )


def _my_programmes(doer: Doer) -> Iterator[DeskItem]:
    for row in _under_way(doer.person or 0):
        note = _("You have completed") if row.completed else _("How far you are, and what is left")
        yield DeskItem("going", row.programme.title, note, address("programmes:mine", row.programme_id))


@prepared
def _certificates(person: int) -> QuerySet[Certificate]:
    rows = Certificate.objects.filter(enrolment__person=person, withdrawn__isnull=True)
    return rows.select_related("enrolment__programme").order_by("-issued", "-pk")


def _my_certificates(doer: Doer) -> Iterator[DeskItem]:
    for paper in papers(doer.person or 0):
        yield DeskItem("going", paper.title, paper.note, paper.href)


def papers(person: int) -> list[Paper]:
    """Return somebody's certificates, latest first, for my page and the desk."""
    return [
        Paper(
            _("Certificate: %(title)s") % {"title": row.enrolment.programme.title},
            _("Issued %(day)s. Open it, print it, or show it to somebody.") % {"day": words.full_day(row.issued)},
            address("programmes:certificate", row.pk),
        )
        for row in _certificates(person)
    ]


def _lists(doer: Doer) -> Iterator[DeskItem]:
    """Gatherings that are over and whose list is not filled in, for those who run them."""
    libraries = doer.organisations(Role.ADVISER)
    if not libraries:
        return
    for row in _without_list(libraries, clock.now()):
        yield DeskItem(
            "do", _("Who was at %(title)s?") % {"title": row.title}, row.programme.title,
            address("programmes:attendance", row.pk), _("Fill in the list"), None, 20,
        )


def _made_up(doer: Doer) -> Iterator[DeskItem]:
    """What participants told about making up for a gathering, one line for each gathering."""
    if not doer.organisations(Role.ADVISER):
        return
    waiting: dict[int, list[MakeUp]] = {}
    for row in waiting_for(doer):
        waiting.setdefault(row.gathering_id, []).append(row)
    for number, rows in waiting.items():
        said = ngettext("%(n)s has made up for %(title)s", "%(n)s have made up for %(title)s", len(rows))
        yield DeskItem(
            "do", said % {"n": len(rows), "title": rows[0].gathering.title}, rows[0].gathering.programme.title,
            f"{address('programmes:attendance', number)}#made-up", _("Read and accept"), None, 35,
        )


def _colleagues(doer: Doer) -> Iterator[DeskItem]:
    libraries = doer.organisations(Role.LEADER)
    if not libraries:
        return
    if number := len(_on_their_way(libraries, doer.person or 0)):
        said = ngettext("%(number)s colleague is on the way", "%(number)s colleagues are on their way", number) % {"number": number}
        yield DeskItem("going", said, _("See how it goes"), address("programmes:colleagues"))
