"""Programmes as their pages show them: to whoever has the link, and to those who set them up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Min, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from samskaper.areas.cocreation.queries.initiatives import Since
from samskaper.areas.programmes.models import (
    Action,
    AgendaItem,
    AgendaKind,
    CompletionPart,
    Enrolment,
    EnrolmentState,
    Gathering,
    GatheringState,
    Material,
    Programme,
    ProgrammeState,
)
from samskaper.areas.programmes.queries.actions import my_enrolment
from samskaper.areas.programmes.queries.open import open_on
from samskaper.areas.programmes.queries.seats import Hours, Seats, hours_in, seats
from samskaper.areas.programmes.rules import dates
from samskaper.areas.programmes.rules.enrolment import is_open
from samskaper.areas.programmes.rules.making_up import PART_OF
from samskaper.areas.programmes.rules.running import NOT_HERE, may_run, must_run
from samskaper.areas.programmes.rules.setup import may_open_material, must_open_material, must_see
from samskaper.areas.startkit.queries.plans import Behind
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation, Role
from samskaper.foundation import clock
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refusals import Refusal


def find(number: int, *, visible_to: Doer) -> Programme:
    """Return a programme that the doer may see. Raises Refusal (404)."""
    programme = _programme(number)
    must_see(visible_to, programme)
    return programme


def find_to_run(number: int, *, visible_to: Doer) -> Programme:
    """Return a programme that the doer runs. Raises Refusal, 404 for strangers."""
    programme = _programme(number)
    must_run(visible_to, programme)
    return programme


def _programme(number: int) -> Programme:
    found = _with_owner(number)
    if not found:
        raise Refusal(NOT_HERE, status=404)
    return found[0]


@prepared
def _with_owner(number: int) -> QuerySet[Programme]:
    return Programme.objects.select_related("owner").filter(pk=number)


def find_gathering(number: int, *, visible_to: Doer) -> Gathering:
    """Return a gathering of a programme that the doer runs. Raises Refusal, 404 for strangers."""
    gathering = Gathering.objects.select_related("programme__owner").filter(pk=number).first()
    if gathering is None:
        raise Refusal(NOT_HERE, status=404)
    must_run(visible_to, gathering.programme)
    return gathering


def find_action(number: int, *, visible_to: Doer) -> Action:
    """Return an action of a programme that the doer runs. Raises Refusal, 404 for strangers."""
    action = Action.objects.select_related("programme__owner").filter(pk=number).first()
    if action is None:
        raise Refusal(NOT_HERE, status=404)
    must_run(visible_to, action.programme)
    return action


def find_material(number: int, *, visible_to: Doer) -> Material:
    """Return material that the doer may open: those who run the programme, and those with a seat in it."""
    material = Material.objects.select_related("gathering__programme").filter(pk=number).first()
    if material is None:
        raise Refusal(NOT_HERE, status=404)
    programme = material.gathering.programme
    must_open_material(visible_to, programme, my_enrolment(programme.pk, visible_to=visible_to))
    return material


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A programme in a list: `owner` is the name of those who run it, `dates` how many its participants have."""

    pk: int
    title: str
    state: str
    enrol_until: dt.date | None
    owner: str
    first: dt.datetime | None
    dates: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """The programmes that somebody meets: those she takes part in, those she runs, and those open to all.

    `more` says that there are more than the lists hold.
    """

    mine: list[Enrolment]
    running: Sequence[OnShelf]
    open: Sequence[OnShelf]
    more: bool = False


SHOWN = 40  # of each kind, unless all are asked for


def shelf(*, visible_to: Doer, all_of_them: bool = False) -> Shelf:
    """Return the programmes that concern somebody, in a fixed number of queries: the first of each kind, or all."""
    mine = _places_of(visible_to.person) if visible_to.person is not None else []
    advised, today = visible_to.organisations(Role.ADVISER), clock.today()
    running = [OnShelf(*row) for row in (_run_by(advised) if all_of_them else _first_run_by(advised))] if advised else []
    known = {item.programme_id for item in mine} | {item.pk for item in running}
    rows = [OnShelf(*row) for row in (_open(today, known) if all_of_them else _first_open(today, known))]
    more = not all_of_them and max(len(running), len(rows)) > SHOWN
    return Shelf(mine, running[: SHOWN if more else None], rows[: SHOWN if more else None], more)


@prepared
def _places_of(person: int) -> QuerySet[Enrolment]:
    return (
        Enrolment.objects.filter(person=person)
        .exclude(state__in=[EnrolmentState.LEFT, EnrolmentState.DECLINED])
        .select_related("programme__owner").annotate(first=Min("programme__gatherings__starts")).order_by("-first")
    )


def _listed(which: Q) -> QuerySet[Programme, Any]:
    own = Gathering.objects.filter(programme=OuterRef("pk"))
    first = own.order_by("starts").values("starts")[:1]
    dates = own.filter(for_participants=True).order_by().values("programme").annotate(n=Count("pk")).values("n")
    rows = Programme.objects.filter(which).annotate(first=Subquery(first), dates=Coalesce(Subquery(dates), 0))
    return rows.values_list("pk", "title", "state", "enrol_until", "owner__name", "first", "dates")


def _run_by(owners: frozenset[int]) -> QuerySet[Programme, Any]:
    return _listed(Q(owner__in=owners)).order_by(F("first").desc())


def _open(today: dt.date, known: set[int]) -> QuerySet[Programme, Any]:
    return _listed(open_on(today) & ~Q(pk__in=known)).order_by(F("first").asc())


@prepared
def _first_run_by(owners: frozenset[int]) -> QuerySet[Programme, Any]:
    return _run_by(owners)[: SHOWN + 1]


@prepared
def _first_open(today: dt.date, known: set[int]) -> QuerySet[Programme, Any]:
    return _open(today, known)[: SHOWN + 1]


@dataclass(frozen=True, slots=True)
class DateOf:
    """A date as the programme's page shows it: its agenda and material, its length, and what to think of."""

    gathering: Gathering
    agenda: list[AgendaItem]
    materials: list[Material]
    remark: str = ""
    lacks: tuple[str, ...] = ()
    since: tuple[Since, ...] = ()
    plan: Behind | None = None

    @property
    def timed(self) -> list[Timed]:
        """The parts of the agenda with their clock times."""
        return timed(self.gathering, self.agenda)

    @property
    def over(self) -> int:
        """By how many minutes the agenda is too long, 0 when it is not."""
        return max(0, -self.difference)

    @property
    def minutes(self) -> int:
        """How long the agenda is."""
        return sum(item.minutes for item in self.agenda)

    @property
    def length(self) -> int:
        """How long the gathering is, in minutes."""
        return int((self.gathering.ends - self.gathering.starts).total_seconds() // 60)

    @property
    def difference(self) -> int:
        """How many minutes are left (or too many, below zero) in the agenda."""
        return self.length - self.minutes

    @property
    def day(self) -> dt.date:
        """The day where the users are."""
        return dates.local(self.gathering.starts).date()

    @property
    def can_move(self) -> bool:
        """Whether its date can still be changed."""
        return self.gathering.state == GatheringState.PLANNED


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """Everything on the page of a programme. `place` is one's own sign-up; `inside` opens links and material."""

    programme: Programme
    dates: list[DateOf]
    actions: list[Action]
    hours: Hours
    seats: Seats
    place: Enrolment | None
    runs: bool
    inside: bool
    open: bool

    @property
    def for_participants(self) -> list[DateOf]:
        """The dates that a participant comes to."""
        return [item for item in self.dates if item.gathering.for_participants]

    @property
    def next(self) -> DateOf | None:
        """The next date that is planned."""
        now = clock.now()
        coming = [item for item in self.dates if item.can_move and item.gathering.ends > now]
        return min(coming, key=lambda item: item.gathering.starts, default=None)

    @property
    def has_place(self) -> bool:
        """Whether one is signed up or in line."""
        return self.place is not None and self.place.state not in (EnrolmentState.LEFT, EnrolmentState.DECLINED)


def programme_page(number: int, *, visible_to: Doer) -> ProgrammePage:
    """Return the page of a programme for whoever may see it. Raises Refusal (404)."""
    programme = find(number, visible_to=visible_to)
    place = _place(programme, visible_to)
    inside = may_open_material(visible_to, programme, place)
    found = dates_of(programme, with_material=inside)
    return ProgrammePage(
        programme, found, list(programme.actions.all()), hours_in(programme, [item.gathering for item in found]),
        seats(programme), place, may_run(visible_to, programme), inside, is_open(programme, today=clock.today()),
    )


def _place(programme: Programme, doer: Doer) -> Enrolment | None:
    if doer.person is None:
        return None
    return next(iter(Enrolment.objects.filter(programme=programme, person=doer.person)), None)


def dates_of(programme: Programme, *, with_material: bool, remarks: bool = False) -> list[DateOf]:
    """Return the dates with their agenda; `remarks` adds days off and what is missing, for those who set it up."""
    rows: QuerySet[Gathering] = programme.gatherings.order_by("number").prefetch_related(
        "agenda", *([Prefetch("materials", queryset=Material.objects.order_by("pk"))] if with_material else [])
    )
    return [_date_of(row, programme, with_material=with_material, remarks=remarks) for row in rows]


def _date_of(row: Gathering, programme: Programme, *, with_material: bool, remarks: bool) -> DateOf:
    planned = remarks and row.state == GatheringState.PLANNED
    remark = dates.remark(dates.local(row.starts).date(), country=programme.owner.country) if planned else ""
    agenda = list(row.agenda.all())
    return DateOf(
        row, agenda, list(row.materials.all()) if with_material else [], remark, _lacks(row, agenda) if planned else ()
    )


def _lacks(row: Gathering, agenda: list[AgendaItem]) -> tuple[str, ...]:
    found = []
    if not row.place and not row.link:
        found.append(_("a place or a link"))
    if not agenda:
        found.append(_("an agenda"))
    elif any(item.kind == AgendaKind.LECTURE and not item.contributor for item in agenda):
        found.append(_("who gives the lecture"))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Timed:
    """A part of an agenda with the moments between which it is."""

    item: AgendaItem
    starts: dt.datetime
    ends: dt.datetime

    @property
    def nobody(self) -> bool:
        """Whether it is a lecture that nobody is named for."""
        return self.item.kind == AgendaKind.LECTURE and not self.item.contributor


@dataclass(frozen=True, slots=True)
class AgendaPlan:
    """An agenda by the clock. `minutes` of `length` are planned; `over` says by how many it is too long."""

    parts: list[Timed]
    length: int

    @property
    def minutes(self) -> int:
        """How many minutes are planned."""
        return sum(part.item.minutes for part in self.parts)

    @property
    def over(self) -> int:
        """By how many minutes it is longer than the gathering, 0 when it is not."""
        return max(0, self.minutes - self.length)

    @property
    def left(self) -> int:
        """How many minutes are not planned yet."""
        return max(0, self.length - self.minutes)

    @property
    def nameless(self) -> list[str]:
        """The lectures that nobody is named for."""
        return [part.item.title for part in self.parts if part.nobody]


def timed(gathering: Gathering, agenda: Sequence[AgendaItem]) -> list[Timed]:
    """Return the parts of an agenda with their clock times, from the gathering's start."""
    found, at = [], gathering.starts
    for item in agenda:
        ends = at + dt.timedelta(minutes=item.minutes)
        found.append(Timed(item, at, ends))
        at = ends
    return found


def agenda_plan(gathering: Gathering) -> AgendaPlan:
    """Return the agenda of a gathering by the clock. For those who run it: ask `find_gathering` first."""
    length = int((gathering.ends - gathering.starts).total_seconds() // 60)
    return AgendaPlan(timed(gathering, list(gathering.agenda.order_by("order"))), length)


@dataclass(frozen=True, slots=True)
class SetupPage:
    """What an adviser sets up: dates with remarks and what is missing, actions, and the rule of completion."""

    programme: Programme
    dates: list[DateOf]
    actions: list[Action]
    hours: Hours
    rule: dict[str, int]
    made_up: dict[str, int]

    @property
    def rule_rows(self) -> list[tuple[str, int, int | None]]:
        """The rule in words, in the order of the parts: how many, and how many of them may be made up for."""
        counted = set(PART_OF.values())
        return [
            (str(part.label), self.rule[part.value], self.made_up.get(part.value, 0) if part.value in counted else None)
            for part in CompletionPart if part.value in self.rule
        ]

    @property
    def lacking(self) -> int:
        """How many dates still lack something or fall on a day off."""
        return sum(bool(item.lacks or item.remark) for item in self.dates)

    @property
    def days_off(self) -> int:
        """How many dates fall on a weekend or holiday."""
        return sum(bool(item.remark) for item in self.dates)

    @property
    def enrol_over(self) -> bool:
        """Whether it is open by name, while the last day to sign up has passed."""
        return self.programme.state == ProgrammeState.OPEN and not is_open(self.programme, today=clock.today())

    @property
    def first_day(self) -> DateOf | None:
        """The first date that was not cancelled."""
        return next((item for item in self.dates if item.gathering.state != GatheringState.CANCELLED), None)

    @property
    def last_day_is_late(self) -> bool:
        """Whether one can sign up after the first date, before anything has begun."""
        last, first = self.programme.enrol_until, self.first_day
        return last is not None and first is not None and first.can_move and last > first.day

    @property
    def begins_in_the_past(self) -> bool:
        """Whether a course series that is being prepared has a first date behind it: a slip of the year, most often."""
        first = self.first_day
        return self.programme.state == ProgrammeState.DRAFT and first is not None and first.can_move and first.gathering.starts < clock.now()

    @property
    def first_to_move(self) -> DateOf | None:
        """The date that all the others follow."""
        return next((item for item in self.dates if item.can_move), None)


def setup_page(number: int, *, visible_to: Doer) -> SetupPage:
    """Return what is set up of a programme, for those who run it. Raises Refusal."""
    programme = find_to_run(number, visible_to=visible_to)
    found = dates_of(programme, with_material=True, remarks=True)
    rows = list(programme.completion_rules.values_list("part", "needed", "made_up"))
    return SetupPage(
        programme, found, list(programme.actions.all()), hours_in(programme, [item.gathering for item in found]),
        {part: needed for part, needed, _made_up in rows}, {part: made_up for part, _needed, made_up in rows},
    )


def owners_for(doer: Doer) -> QuerySet[Organisation]:
    """Return the libraries that the doer can set up programmes for."""
    return Organisation.objects.filter(pk__in=doer.organisations(Role.ADVISER)).order_by("name")
