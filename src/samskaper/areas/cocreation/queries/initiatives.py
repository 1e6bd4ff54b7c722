"""Initiatives as people of libraries see them, and as parties see them behind their link."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Prefetch, Q, QuerySet, When

from samskaper.areas.cocreation.models import (
    Initiative,
    InitiativeState,
    Partner,
    PartnerRole,
    PartnerState,
)
from samskaper.areas.cocreation.queries.challenges import near
from samskaper.areas.cocreation.queries.conversations import my_libraries
from samskaper.areas.cocreation.rules import initiatives as rules
from samskaper.areas.cocreation.rules.challenges import Side
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES, may_talk, must_talk
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.foundation import clock
from samskaper.foundation.addresses import address
from samskaper.foundation.kinds import Card
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refs import Ref

MOST = 120  # initiatives in one list
CHALLENGE = "cocreation.challenge"


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who owns an initiative, takes part in it or is asked, as the reader may see them."""

    words: str
    is_library: bool
    role: str
    state: str
    brings: str
    person: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An initiative in a list."""

    number: int
    title: str
    state: str
    owners: tuple[str, ...]
    sides: frozenset[str]
    partners: int
    next_step: str
    next_step_on: dt.date | None
    began_on: dt.date | None
    ended_on: dt.date | None
    mine: bool
    near: bool
    asks: bool

    @property
    def overdue(self) -> bool:
        """The day of the next step has gone by."""
        return self.next_step_on is not None and self.next_step_on < clock.today() and self.state in ("proposed", "going")

    @property
    def year(self) -> int | None:
        """The year in which it began."""
        return self.began_on.year if self.began_on else None


@dataclass(frozen=True, slots=True)
class Listed:
    """The list of initiatives: those asked for, and how many there are in each state."""

    rows: list[Row]
    numbers: dict[str, int]


def with_names() -> QuerySet[Partner]:
    """Return partners with whatever their names take."""
    return Partner.objects.select_related("library", "person", "party__county")


def visible(doer: Doer) -> QuerySet[Initiative]:
    """Return the initiatives that people of libraries see: all."""
    return Initiative.objects.all() if may_talk(doer) or doer.is_system else Initiative.objects.none()


def who_of(row: Partner, *, doer: Doer, side: Side, knows: bool) -> Who:
    """Return a partner as the reader may see it; `knows` tells whether she is among those who know each other."""
    words = rules.name_of(row, doer=doer, side=side, knows_them=knows)
    mine = rules.is_of(row, side) if side.party else doer.holds(row.library_id, *LIBRARY_ROLES)
    person = row.person.name if row.person and row.library_id else ""
    return Who(words, bool(row.library_id), row.role, row.state, row.brings, person, mine)


def row_of(one: Initiative, *, doer: Doer, side: Side, near: bool) -> Row:
    """Return an initiative, with its partners at hand, as it stands in a list."""
    partners = list(one.partners.all())
    knows = rules.knows(doer, one, partners, side)
    who = [who_of(row, doer=doer, side=side, knows=knows) for row in partners]
    owners = tuple(each.words for each in who if each.role == PartnerRole.OWNER and each.state == PartnerState.YES)
    return Row(
        one.pk, one.title, one.state, owners, rules.owned_by(partners), sum(each.state == PartnerState.YES for each in who),
        one.next_step, one.next_step_on, one.began_on, one.ended_on,
        mine=any(each.mine and each.state == PartnerState.YES for each in who), near=near,
        asks=any(each.mine and each.state == PartnerState.ASKED for each in who),
    )


def initiatives(*, visible_to: Doer, where: str = "near", state: str = "", within: Ref | None = None) -> Listed:
    """Return initiatives: those near first, the latest first. `where` is "near", "mine" or "all"; at most 120 are listed.

    Near are those that a library of the doer's regional library answers for or takes part in.
    """
    must_talk(visible_to)
    homes = list(near(visible_to).values_list("pk", flat=True))
    mine = list(visible_to.organisations(*LIBRARY_ROLES))
    found = _of(visible(visible_to), homes if where == "near" else mine) if where in ("near", "mine") else visible(visible_to)
    if within:
        found = found.filter(within_kind=within.kind, within_id=within.id)
    numbers = dict(found.order_by().values_list("state").annotate(n=Count("pk", distinct=True)))
    rows = found.filter(state=state) if state in InitiativeState.values else found
    ordered = _nearest_first(rows, homes).prefetch_related(Prefetch("partners", with_names()))[:MOST]
    return Listed([row_of(one, doer=visible_to, side=Side(), near=bool(one.is_near)) for one in ordered], numbers)


def _of(found: QuerySet[Initiative], libraries: list[int]) -> QuerySet[Initiative]:
    part = Partner.objects.filter(initiative=OuterRef("pk"), library__in=libraries).exclude(state=PartnerState.NO)
    return found.filter(Q(owner__in=libraries) | Q(Exists(part)))


def _nearest_first(found: QuerySet[Initiative], homes: list[int]) -> QuerySet[Initiative, Any]:
    near_first = Case(When(owner__in=homes, then=1), default=0, output_field=IntegerField())
    return found.annotate(is_near=near_first).order_by("-is_near", "-made", "-pk")


@dataclass(frozen=True, slots=True)
class Since:
    """What an initiative of a course series was to do next, for the first part of its next gathering."""

    number: int
    title: str
    next_step: str
    day: dt.date | None
    overdue: bool


def since_last_time(within: Ref) -> list[Since]:
    """Return the initiatives of a course series that are not over, those whose day comes first at the top; one query."""
    today = clock.today()
    return [Since(number, title, words, day, day is not None and day < today) for number, title, words, day in _since(within.kind, within.id)]


@prepared
def _since(kind: str, number: int) -> QuerySet[Initiative, Any]:
    rows = Initiative.objects.filter(within_kind=kind, within_id=number, state__in=(InitiativeState.PROPOSED, InitiativeState.GOING))
    return rows.order_by(F("next_step_on").asc(nulls_last=True), "pk").values_list("pk", "title", "next_step", "next_step_on")[:40]


def my_library(doer: Doer) -> Organisation | None:
    """Return the library on whose behalf somebody proposes, where she works in one."""
    return my_libraries(visible_to=doer).first()


def cards(ids: Iterable[int], doer: object) -> dict[int, Card]:
    """Return the cards of initiatives, for people of libraries."""
    assert isinstance(doer, Doer)
    over = (InitiativeState.DONE, InitiativeState.ENDED)
    rows = visible(doer).filter(pk__in=list(ids))
    return {
        row.pk: Card(Ref.to(row), row.title, address("cocreation:initiative", row.pk), str(row.get_state_display()), row.state in over) for row in rows
    }
