"""Gatherings that somebody missed: what can be made up for, and what waits for the adviser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from samskaper.areas.programmes.models import (
    Attendance,
    AttendanceState,
    CompletionRule,
    Enrolment,
    Gathering,
    MakeUp,
    MakeUpState,
    ProgrammeState,
)
from samskaper.areas.programmes.rules import making_up as rules
from samskaper.areas.programmes.rules.running import NOT_HERE, must_run
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refusals import Refusal


@dataclass(frozen=True, slots=True)
class MissedGathering:
    """One's own gathering that may be made up for: the mark in the list, what the rule lets, and what one has told."""

    gathering: Gathering
    enrolment: Enrolment
    mark: str
    allowed: Mapping[str, int]
    used: int
    make_up: MakeUp | None

    @property
    def is_open(self) -> bool:
        """Whether it can be made up for now."""
        return rules.is_open(self.gathering, mark=self.mark, allowed=self.allowed, used=self.used)

    @property
    def is_made_up(self) -> bool:
        """Whether it was accepted."""
        return self.mark == AttendanceState.MADE_UP

    @property
    def waits(self) -> bool:
        """Whether the adviser has not answered."""
        return not self.is_made_up and self.make_up is not None and self.make_up.state == MakeUpState.SENT


def standing_of(gathering: Gathering, *, visible_to: Doer) -> MissedGathering:
    """Return how one stands with a gathering. Raises Refusal (404) for those who never signed up."""
    enrolment = Enrolment.objects.select_related("programme").filter(programme=gathering.programme, person=visible_to.person)
    found = enrolment.first() if visible_to.person else None
    if found is None:
        raise Refusal(NOT_HERE, status=404)
    mark = Attendance.objects.filter(gathering=gathering, enrolment=found).values_list("state", flat=True).first() or ""
    return standings_with([gathering], found, marks={gathering.pk: mark})[0]


def gathering_to_make_up(number: int, *, visible_to: Doer) -> MissedGathering:
    """Return one's own gathering by its number. Raises Refusal (404) for strangers."""
    gathering = Gathering.objects.select_related("programme__owner").filter(pk=number).first()
    if gathering is None:
        raise Refusal(NOT_HERE, status=404)
    return standing_of(gathering, visible_to=visible_to)


def missed(gatherings: Iterable[Gathering], enrolment: Enrolment, *, marks: Mapping[int, str]) -> list[MissedGathering]:
    """Return those of one's gatherings that are over and that one was not at; two queries, none where there is none."""
    over = [row for row in gatherings if rules.is_over(row) and marks.get(row.pk) != AttendanceState.PRESENT]
    found = standings_with(over, enrolment, marks=marks) if over else []
    # Before the list is filled in, nobody is said to have missed anything.
    return [row for row in found if row.mark or row.gathering.state == "held" or row.make_up]


def standings_with(gatherings: Iterable[Gathering], enrolment: Enrolment, *, marks: Mapping[int, str]) -> list[MissedGathering]:
    """Return how somebody stands with these gatherings, in two queries."""
    allowed = dict(CompletionRule.objects.filter(programme=enrolment.programme_id).values_list("part", "made_up"))
    told = {row.gathering_id: row for row in MakeUp.objects.filter(enrolment=enrolment).select_related("gathering")}
    taken = [row for row in told.values() if row.state in (MakeUpState.SENT, MakeUpState.ACCEPTED)]

    def used(gathering: Gathering) -> int:
        part = rules.PART_OF.get(gathering.kind)
        return sum(rules.PART_OF.get(row.gathering.kind) == part and row.gathering_id != gathering.pk for row in taken)

    return [
        MissedGathering(row, enrolment, marks.get(row.pk, ""), allowed, used(row), told.get(row.pk)) for row in gatherings
    ]


def make_up_to_answer(number: int, *, visible_to: Doer) -> MakeUp:
    """Return what somebody has told, to those who run the programme. Raises Refusal, 404 for strangers."""
    found = MakeUp.objects.select_related("gathering__programme", "enrolment__person").filter(pk=number).first()
    if found is None:
        raise Refusal(NOT_HERE, status=404)
    must_run(visible_to, found.gathering.programme)
    return found


def told_about(gathering: Gathering, *, visible_to: Doer) -> list[MakeUp]:
    """Return what participants told about making up for a gathering, those who wait first, to those who run it."""
    must_run(visible_to, gathering.programme)
    order = {MakeUpState.SENT: 0, MakeUpState.RETURNED: 1, MakeUpState.ACCEPTED: 2}
    return sorted(_told(gathering.pk), key=lambda row: order[MakeUpState(row.state)])


@prepared
def _told(gathering: int) -> QuerySet[MakeUp]:
    present = Attendance.objects.filter(gathering=gathering, state=AttendanceState.PRESENT).values("enrolment")
    rows = MakeUp.objects.filter(gathering=gathering, enrolment__state__in=Enrolment.SEATED).exclude(enrolment__in=present)
    return rows.select_related("enrolment__person", "enrolment__library").order_by("sent")


def waiting_for(doer: Doer) -> list[tuple[int, str, str]]:
    """Return the hundred oldest that wait for this adviser's answer: the gathering's number and title, and its series."""
    return _waiting_at(doer.organisations(Role.ADVISER))


@prepared
def _waiting_at(owners: frozenset[int]) -> QuerySet[MakeUp, Any]:
    present = Attendance.objects.filter(
        state=AttendanceState.PRESENT, gathering=OuterRef("gathering"), enrolment=OuterRef("enrolment")
    )
    return (
        MakeUp.objects.filter(
            ~Exists(present), gathering__programme__owner__in=owners, state=MakeUpState.SENT,
            enrolment__state__in=Enrolment.SEATED,
        )
        .exclude(gathering__programme__state=ProgrammeState.CLOSED)
        .order_by("sent", "pk").values_list("gathering_id", "gathering__title", "gathering__programme__title")[:100]
    )
