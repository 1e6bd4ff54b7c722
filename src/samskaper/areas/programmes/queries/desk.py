"""What waits for somebody in the programmes: a leader's answer, an invitation, a line of people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.programmes.models import (
    Enrolment,
    EnrolmentState,
    Gathering,
    Invitation,
    Programme,
    ProgrammeState,
)
from samskaper.areas.programmes.queries.seats import addresses_of, consents_waiting_for
from samskaper.areas.programmes.rules import words
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation import clock
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared
from samskaper.ui.menu import DeskItem

MOST = 30  # course series that one desk shows; the others stand on the list of course series


def arranging(doer: object) -> Iterable[DeskItem]:
    """Return what the arranging of programmes puts on somebody's desk, in at most five queries."""
    assert isinstance(doer, Doer)
    if doer.person is None:
        return []
    addresses = addresses_of(doer)
    return [*_answers(doer, addresses), *_invited(doer, addresses), *_places(doer), *_mine_to_run(doer)]


def _answers(doer: Doer, addresses: frozenset[str]) -> Iterator[DeskItem]:
    for enrolment, name, title, deadline in consents_waiting_for(doer, addresses):
        said = {"name": name, "title": title}
        yield DeskItem(
            "do", _("May %(name)s take part in %(title)s?") % said,
            _("The seat is held until %(day)s. One press is enough.") % {"day": words.weekday(deadline)} if deadline else "",
            address("programmes:consent", enrolment), _("Read and answer"), deadline, 10,
        )


def _invited(doer: Doer, addresses: frozenset[str]) -> Iterator[DeskItem]:
    if not addresses:
        return
    for number, title, enrol_until, owner in _open_to(addresses, doer.person or 0, clock.today()):
        until = words.weekday(enrol_until) if enrol_until else ""
        yield DeskItem(
            "do", _("You are invited to %(title)s") % {"title": title},
            _("You can sign up until %(day)s.") % {"day": until} if until else owner,
            address("programmes:programme", number), _("Read about it"), None, 40,
        )


@prepared
def _open_to(addresses: frozenset[str], person: int, today: dt.date) -> QuerySet[Programme, Any]:
    """The programmes that were sent to these addresses, are open, and have no place for this person yet."""
    sent = Invitation.objects.filter(email__in=addresses, queued__isnull=False).values("programme")
    return (
        Programme.objects.filter(Q(enrol_until__isnull=True) | Q(enrol_until__gte=today), pk__in=sent, state=ProgrammeState.OPEN)
        .exclude(pk__in=Enrolment.objects.filter(person=person).values("programme"))
        .order_by("pk").values_list("pk", "title", "enrol_until", "owner__name")
    )


@prepared
def _waiting(person: int) -> QuerySet[Enrolment, Any]:
    rows = Enrolment.objects.filter(person=person, state__in=[EnrolmentState.HELD, EnrolmentState.WAITING])
    return rows.exclude(programme__state=ProgrammeState.CLOSED).order_by("pk").values_list("programme_id", "programme__title", "state")


@prepared
def _run_by(libraries: frozenset[int]) -> QuerySet[Programme, Any]:
    """The programmes of these libraries, with how many stand in `line` for a seat, by their first date."""
    waits = Enrolment.objects.filter(programme=OuterRef("pk"), state=EnrolmentState.WAITING).order_by()
    waiting = waits.values("programme").annotate(number=Count("pk")).values("number")
    first = Gathering.objects.filter(programme=OuterRef("pk")).order_by("starts").values("starts")[:1]
    return (
        Programme.objects.filter(owner__in=libraries).exclude(state=ProgrammeState.CLOSED)
        .annotate(line=Coalesce(Subquery(waiting), 0), first=Subquery(first))
        .order_by("first", "pk").values_list("pk", "title", "state", "line")[:MOST]
    )


def _places(doer: Doer) -> Iterator[DeskItem]:
    for number, title, state in _waiting(doer.person or 0):
        yield DeskItem("going", title, str(EnrolmentState(state).label), address("programmes:place", number))


def _mine_to_run(doer: Doer) -> Iterator[DeskItem]:
    libraries = doer.organisations(Role.ADVISER)
    if not libraries:
        return
    rows = _run_by(libraries)
    if not rows and not Programme.objects.filter(owner__in=libraries).exists():
        note = _("A template knows the gatherings and the actions between them. You choose the first date.")
        yield DeskItem("first", _("Make a course series"), note, address("programmes:new"), _("Begin"), None, 30)
    for number, title, state, waits in rows:
        if state == ProgrammeState.DRAFT:
            yield DeskItem(
                "do", _("%(title)s is not sent out yet") % {"title": title}, _("Look at the dates, and choose who gets it."),
                address("programmes:setup", number), _("Go on with it"), None, 45,
            )
            continue
        line = ngettext("%(n)s is in line for a seat.", "%(n)s are in line for a seat.", waits) % {"n": waits}
        yield DeskItem("going", title, line if waits else str(ProgrammeState(state).label), address("programmes:lead", number))
