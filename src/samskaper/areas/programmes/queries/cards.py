"""What the records of programmes are called and where they live, for those who hold only a reference."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from samskaper.areas.programmes.models import (
    Action,
    ActionReport,
    Enrolment,
    Gathering,
    Invitation,
    MakeUp,
    Programme,
    ProgrammeState,
)
from samskaper.areas.programmes.rules import words
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation.addresses import address
from samskaper.foundation.kinds import Card
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refs import Ref
from samskaper.ui.days import full_day


def _visible(doer: object, path: str = "") -> Q:
    """Programmes that are open, or of one's own library."""
    assert isinstance(doer, Doer)
    if doer.is_system:
        return Q()
    return ~Q(**{f"{path}state": ProgrammeState.DRAFT}) | Q(**{f"{path}owner__in": doer.organisations()})


def _run(doer: object, path: str) -> Q:
    """What belongs to programmes that the doer runs."""
    assert isinstance(doer, Doer)
    return Q() if doer.is_system else Q(**{f"{path}owner__in": doer.organisations(Role.ADVISER)})


def _own(doer: object, path: str) -> Q:
    assert isinstance(doer, Doer)
    return Q(**{path: doer.person}) if doer.person else Q(pk__in=[])


def programmes(ids: Iterable[int], doer: object) -> dict[int, Card]:
    """Return the cards of programmes."""
    assert isinstance(doer, Doer)
    rows = _programmes(list(ids), doer.organisations(), everything=doer.is_system)
    return {row.pk: _programme(row) for row in rows}


def _programme(row: Programme) -> Card:
    done = row.state == ProgrammeState.CLOSED
    return Card(Ref.to(row), row.title, address("programmes:programme", row.pk), _note(row), done)


def _note(row: Programme) -> str:
    first = getattr(row, "first", None)
    return f"{row.owner.name}, {full_day(first)}" if first else row.owner.name


@prepared
def _programmes(ids: list[int], own: frozenset[int], *, everything: bool) -> QuerySet[Programme]:
    allowed = Q() if everything else ~Q(state=ProgrammeState.DRAFT) | Q(owner__in=own)
    first = Gathering.objects.filter(programme=OuterRef("pk")).order_by("starts").values("starts")[:1]
    return Programme.objects.filter(allowed, pk__in=ids).select_related("owner").annotate(first=Subquery(first))


def gatherings(ids: Iterable[int], doer: object) -> dict[int, Card]:
    """Return the cards of gatherings; they lead to their place on the programme's page."""
    rows = Gathering.objects.filter(_visible(doer, "programme__"), pk__in=list(ids)).select_related("programme")
    return {
        row.pk: Card(
            Ref.to(row), row.title, reverse("programmes:programme", args=[row.programme_id]), full_day(row.starts)
        )
        for row in rows
    }


def actions(ids: Iterable[int], doer: object) -> dict[int, Card]:
    """Return the cards of actions in the programmes that the doer takes part in or runs."""
    assert isinstance(doer, Doer)
    own = Q(programme__enrolments__person=doer.person) if doer.person else Q(pk__in=[])
    rows = Action.objects.filter(_run(doer, "programme__") | own, pk__in=list(ids)).distinct()
    return {row.pk: Card(Ref.to(row), row.title, address("programmes:action", row.pk), words.day(row.due)) for row in rows}


def enrolments(ids: Iterable[int], doer: object) -> dict[int, Card]:
    """Return the cards of sign-ups: to those who run the programme, and one's own."""
    allowed = _run(doer, "programme__") | _own(doer, "person")
    rows = Enrolment.objects.filter(allowed, pk__in=list(ids)).select_related("person", "library", "programme")
    return {
        row.pk: Card(
            Ref.to(row), row.person.name, reverse("programmes:programme", args=[row.programme_id]),
            row.works_at,
        )
        for row in rows
    }


def reports(ids: Iterable[int], doer: object) -> dict[int, Card]:
    """Return the cards of action reports, without a word of what is written in them."""
    allowed = _run(doer, "enrolment__programme__") | _own(doer, "enrolment__person")
    rows = ActionReport.objects.filter(allowed, pk__in=list(ids)).select_related("action", "enrolment__person")
    return {row.pk: _done_by_somebody(row, row.action) for row in rows}


def make_ups(ids: Iterable[int], doer: object) -> dict[int, Card]:
    """Return the cards of gatherings that were made up for, without a word of how."""
    allowed = _run(doer, "gathering__programme__") | _own(doer, "enrolment__person")
    rows = MakeUp.objects.filter(allowed, pk__in=list(ids)).select_related("gathering", "enrolment__person")
    return {row.pk: _done_by_somebody(row, row.gathering) for row in rows}


def _done_by_somebody(row: ActionReport | MakeUp, what: Action | Gathering) -> Card:
    return Card(Ref.to(row), what.title, address("programmes:programme", what.programme_id), row.enrolment.person.name)


def invitations(ids: Iterable[int], doer: object) -> dict[int, Card]:
    """Return the cards of invitations, to those who run the programme."""
    rows = Invitation.objects.filter(_run(doer, "programme__"), pk__in=list(ids)).select_related("library")
    return {
        row.pk: Card(
            Ref.to(row), str(row), reverse("programmes:invitations", args=[row.programme_id]),
            row.library.name if row.library else row.workplace or row.source,
        )
        for row in rows
    }
