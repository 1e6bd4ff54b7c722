"""How participants stand with the rule of completion. Six queries for any number of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from samskaper.areas.programmes.models import (
    Action,
    ActionReport,
    Attendance,
    CompletionRule,
    Enrolment,
    Gathering,
    Programme,
)
from samskaper.areas.programmes.rules.completion import (
    Date,
    Deeds,
    Part,
    Plan,
    Report,
    Task,
    completes,
    is_on_track,
    parts_of,
    share_done,
)
from samskaper.areas.programmes.rules.running import is_own, must_run
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation import clock


@dataclass(frozen=True, slots=True)
class Standing:
    """How one participant stands: what is done of each part, and what is missing."""

    enrolment: Enrolment
    parts: tuple[Part, ...]
    deeds: Deeds

    @property
    def complete(self) -> bool:
        """Whether the rule is met."""
        return completes(self.parts)

    @property
    def on_track(self) -> bool:
        """Whether the rule is met or can still be met in time."""
        return is_on_track(self.parts)

    @property
    def behind(self) -> tuple[Part, ...]:
        """The parts that are late, the one that is latest first."""
        late = [part for part in self.parts if part.since is not None]
        return tuple(sorted(late, key=lambda part: (part.since is None, part.since)))

    @property
    def share(self) -> float:
        """How much of the rule is done, from 0 to 1."""
        return share_done(self.parts)


def plan_of(programme: int) -> Plan:
    """Return what this programme asks and the chances it gives."""
    rule = dict(CompletionRule.objects.filter(programme=programme).values_list("part", "needed"))
    dates = Gathering.objects.filter(programme=programme, for_participants=True).order_by("number")
    tasks = Action.objects.filter(programme=programme).order_by("number")
    return Plan(
        rule=rule,
        dates=tuple(
            Date(row.pk, row.kind, row.number, row.title, timezone.localtime(row.starts).date(), row.state) for row in dates
        ),
        tasks=tuple(Task(row.pk, row.kind, row.number, row.title, row.due) for row in tasks),
    )


def deeds_of(enrolments: Iterable[int]) -> dict[int, Deeds]:
    """Return what each of these enrolments has done, in two queries."""
    ids = list(enrolments)
    attendance: dict[int, dict[int, str]] = defaultdict(dict)
    marks = Attendance.objects.filter(enrolment__in=ids).values_list("enrolment_id", "gathering_id", "state")
    for enrolment, gathering, state in marks:
        attendance[enrolment][gathering] = state
    reports: dict[int, dict[int, Report]] = defaultdict(dict)
    rows = ActionReport.objects.filter(enrolment__in=ids)
    for enrolment, action, done_on, reflected in rows.values_list("enrolment_id", "action_id", "done_on", "reflected"):
        reports[enrolment][action] = Report(done_on, reflected)
    return {number: Deeds(attendance[number], reports[number]) for number in ids}


def standings_of(programme: int, enrolments: Iterable[Enrolment]) -> list[Standing]:
    """Return how these enrolments of one programme stand. For commands: asks nobody who may see it."""
    rows = list(enrolments)
    plan, deeds, today = plan_of(programme), deeds_of(row.pk for row in rows), clock.today()
    return [Standing(row, parts_of(plan, deeds[row.pk], today=today), deeds[row.pk]) for row in rows]


def seated(programme: int) -> QuerySet[Enrolment]:
    """Return those who have a seat, by name."""
    return (
        Enrolment.objects.filter(programme=programme, state__in=Enrolment.SEATED)
        .select_related("person__account", "library", "consent")
        .order_by("person__name", "pk")
    )


def standings(programme: Programme, *, visible_to: Doer) -> list[Standing]:
    """Return how everybody with a seat stands, for those who run the programme."""
    must_run(visible_to, programme)
    return standings_of(programme.pk, seated(programme.pk))


def standing(enrolment: Enrolment, *, visible_to: Doer) -> Standing | None:
    """Return how one participant stands, to herself, her leader, or those who run the programme."""
    allowed = (
        is_own(visible_to, enrolment)
        or visible_to.is_system
        or visible_to.holds(enrolment.library_id, Role.LEADER)
        or visible_to.holds(enrolment.programme.owner_id, Role.ADVISER)
    )
    return standings_of(enrolment.programme_id, [enrolment])[0] if allowed else None


def colleagues(*, visible_to: Doer) -> list[Standing]:
    """Return how the colleagues of a leader stand, in programmes that are under way or were: never their words."""
    libraries = visible_to.organisations(Role.LEADER)
    rows = (
        Enrolment.objects.filter(library__in=libraries, state__in=Enrolment.SEATED)
        .exclude(person=visible_to.person)
        .select_related("person", "library", "programme", "consent")
        .order_by("-programme", "person__name", "pk")
    )
    by_programme: dict[int, list[Enrolment]] = defaultdict(list)
    for row in rows:
        by_programme[row.programme_id].append(row)
    return [found for programme, group in by_programme.items() for found in standings_of(programme, group)]
