"""What an adviser who runs a programme sees: the funnel, the lists behind its numbers, and who is stuck."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.areas.programmes import events
from samskaper.areas.programmes.models import (
    AttendanceState,
    Enrolment,
    EnrolmentState,
    Gathering,
    Invitation,
    Programme,
)
from samskaper.areas.programmes.queries.completion import Standing, standings, standings_by_name
from samskaper.areas.programmes.queries.leaders import Leader, leaders_of
from samskaper.areas.programmes.rules.running import NOT_HERE, must_run
from samskaper.areas.programmes.rules.stuck import Help, Situation, help_for, how_long, missing_words
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Refusal

TEMPLATE = "programmes/letters/stuck.txt"
REST_DAYS = 7  # so long a letter may work before the next one is proposed


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the funnel: its words, how its number is defined, and who is in it."""

    key: str
    words: Promise
    definition: Promise
    holds: Callable[[Standing], bool]


def _attended(item: Standing) -> bool:
    return AttendanceState.PRESENT in item.deeds.attendance.values()


def _acted(item: Standing) -> bool:
    return any(report.done_on for report in item.deeds.reports.values())


STAGES: dict[str, Stage] = {
    stage.key: stage
    for stage in (
        Stage("signed-up", _("Signed up"), _("Those who have a seat, also while a leader's answer is awaited."), lambda item: True),
        Stage("attended", _("Came to a gathering"), _("Those who were at one gathering or more."), _attended),
        Stage("acted", _("Did an action"), _("Those who have done one action or more."), _acted),
        Stage(
            "on-track", _("On track to complete"),
            _("Those who have done all that should be done by now, or can still do it in time. Those who have completed are among them."),
            lambda item: item.on_track,
        ),
        Stage("completed", _("Completed"), _("Those who have done all that the rule asks."), lambda item: item.complete),
        Stage("stuck", _("Stuck"), _("Those who lack something that should have been done by now."), lambda item: not item.on_track),
    )
}


@dataclass(frozen=True, slots=True)
class Stuck:
    """Somebody who is behind: with what, since when, and what can help."""

    standing: Standing
    missing: str
    since: str
    help: Help
    written: dt.date | None = None

    @property
    def wants_letter(self) -> bool:
        """Whether a letter can help now: not again in the days after the last one."""
        return self.help.by_letter and (self.written is None or (clock.today() - self.written).days >= REST_DAYS)


@dataclass(frozen=True, slots=True)
class GatheringLine:
    """A gathering with how many were there and how many sent word."""

    gathering: Gathering
    present: int
    excused: int
    made_up: int = 0


class Happening(NamedTuple):
    """A fact as the page tells it: of which kind, when, and who did it."""

    key: str
    at: dt.datetime
    doer: str | None


@dataclass(frozen=True)
class LeadPage:
    """How a programme goes."""

    programme: Programme
    invited: int
    waiting: int
    standings: tuple[Standing, ...]
    stuck: tuple[Stuck, ...]
    gatherings: tuple[GatheringLine, ...]
    facts: tuple[Happening, ...]

    def number(self, stage: str) -> int:
        """How many are in a stage of the funnel."""
        return self._numbers[stage]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {key: sum(map(stage.holds, self.standings)) for key, stage in STAGES.items()}


def programme_to_run(number: int, *, visible_to: Doer) -> Programme:
    """Return a programme to those who run it. Raises Refusal: 404 to strangers, 403 to colleagues."""
    found = _programme(number)
    if not found:
        raise Refusal(NOT_HERE, status=404)
    must_run(visible_to, found[0])
    return found[0]


@prepared
def _programme(number: int) -> QuerySet[Programme]:
    return Programme.objects.select_related("owner").filter(pk=number)


def lead_page(programme: Programme, *, visible_to: Doer) -> LeadPage:
    """Return how a programme goes, to those who run it, with a fixed number of queries."""
    found = tuple(standings_by_name(programme, visible_to=visible_to))
    waiting, invited = sum(_waiting(programme.pk)), sum(_invited(programme.pk))
    gatherings = tuple(GatheringLine(row, row.present, row.excused, row.made_up) for row in _gatherings(programme.pk))
    happened = tuple(Happening(*row) for row in _happened(Ref.to(programme).kind, programme.pk))
    return LeadPage(programme, invited, waiting, found, _stuck(found), gatherings, happened)


@prepared
def _waiting(programme: int) -> QuerySet[Enrolment, int]:
    rows = Enrolment.objects.filter(programme=programme, state=EnrolmentState.WAITING).order_by()
    return rows.values("programme").annotate(number=Count("pk")).values_list("number", flat=True)


@prepared
def _invited(programme: int) -> QuerySet[Invitation, int]:
    rows = Invitation.objects.filter(programme=programme, sent__isnull=False).order_by()
    return rows.values("programme").annotate(number=Count("pk")).values_list("number", flat=True)


def stuck(programme: Programme, *, visible_to: Doer) -> tuple[Stuck, ...]:
    """Return those who are behind, the longest first."""
    return _stuck(standings(programme, visible_to=visible_to))


def people_in(stage: str, programme: Programme, *, visible_to: Doer) -> list[Standing]:
    """Return those behind a number of the funnel."""
    return [item for item in standings(programme, visible_to=visible_to) if STAGES[stage].holds(item)]


def _stuck(found: tuple[Standing, ...] | list[Standing]) -> tuple[Stuck, ...]:
    late = [item for item in found if not item.on_track]
    leaders, written = leaders_of(item.enrolment for item in late), _written_to([item.enrolment.pk for item in late])
    rows = sorted(late, key=lambda item: (item.behind[0].since or clock.today(), item.enrolment.person.name))
    return tuple(_row(item, leaders[item.enrolment.pk], written.get(item.enrolment.pk)) for item in rows)


def _written_to(enrolments: list[int]) -> dict[int, dt.date]:
    """Return on which day those who are stuck got the last letter about it."""
    return {number: timezone.localtime(at).date() for number, at in _letters_to(enrolments)}


@prepared
def _letters_to(enrolments: list[int]) -> QuerySet[Letter, tuple[int, dt.datetime]]:
    rows = Letter.objects.filter(about_kind="programmes.enrolment", about_id__in=enrolments, template=TEMPLATE)
    return rows.order_by("created").values_list("about_id", "created")


def _row(item: Standing, leader: Leader, written: dt.date | None) -> Stuck:
    today, worst = clock.today(), item.behind[0]
    since = worst.since or today
    situation = Situation(
        worst.part, (today - since).days // 7, len(item.behind), own_leader=leader.own,
        may_make_up=worst.made_up < item.plan.made_up.get(worst.part, 0),
    )
    return Stuck(item, ", ".join(missing_words(part) for part in item.behind), how_long(since, today=today), help_for(situation), written)


@prepared
def _gatherings(programme: int) -> QuerySet[Gathering, Any]:
    seated = Q(attendances__enrolment__state__in=Enrolment.SEATED)
    return Gathering.objects.filter(programme=programme).order_by("number").annotate(
        present=Count("attendances", filter=seated & Q(attendances__state=AttendanceState.PRESENT)),
        excused=Count("attendances", filter=seated & Q(attendances__state=AttendanceState.EXCUSED)),
        made_up=Count("attendances", filter=seated & Q(attendances__state=AttendanceState.MADE_UP)),
    )


@prepared
def _happened(kind: str, number: int) -> QuerySet[Fact, Any]:
    """What happened last within the programme; never what concerns a leader's answer."""
    hidden = (
        events.EnrolmentEnded.key, events.Invited.key, events.ConsentAsked.key, events.ConsentGiven.key, events.ActionSaved.key,
        events.ConversationHeld.key,  # told already as an action
    )
    return (
        Fact.objects.filter(within_kind=kind, within_id=number, taken_back__isnull=True)
        .exclude(key__in=hidden)
        .order_by("-at", "-pk")
        .values_list("key", "at", "doer__name")[:200]
    )
