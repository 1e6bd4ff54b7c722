"""A programme that is under way, for tests of what happens in it. Ask for `series` as a fixture (conftest.py)."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass, field
from functools import cached_property

from samskaper.areas.programmes.models import (
    Action,
    ActionKind,
    CompletionPart,
    CompletionRule,
    Enrolment,
    Gathering,
    GatheringKind,
    Programme,
    ProgrammeState,
)
from samskaper.commons.people.models import Organisation, OrganisationKind, Person
from samskaper.foundation import clock
from tests.cast import Somebody

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@dataclass
class Series:
    """A programme of library A: an introduction and two gatherings, two actions and a meeting with the leader.

    The introduction and gathering 1 lie behind us, gathering 2 is on now; action 1 is late, the rest lies ahead.
    """

    library: Organisation
    town: Organisation
    rule: dict[str, int] = field(
        default_factory=lambda: {
            CompletionPart.INTRODUCTION: 1, CompletionPart.GATHERINGS: 2, CompletionPart.ACTIONS: 2,
            CompletionPart.REFLECTIONS: 1, CompletionPart.LEADER_MEETING: 1,
        }
    )

    def __post_init__(self) -> None:
        self.programme = Programme.objects.create(
            owner=self.library, title="Samskaping i praksis", state=ProgrammeState.RUNNING, goal_completed=2
        )
        for part, needed in self.rule.items():
            CompletionRule.objects.create(programme=self.programme, part=part, needed=needed)
        today = clock.today()
        self.introduction = self.date(1, GatheringKind.INTRODUCTION, "Introduksjon", clock.now() - 60 * DAY)
        self.first = self.date(2, GatheringKind.GATHERING, "Samling 1", clock.now() - 30 * DAY)
        self.second = self.date(3, GatheringKind.GATHERING, "Samling 2", clock.now() - HOUR)
        self.action = self.task(1, ActionKind.ACTION, "Snakk med en forening", today - 28 * DAY, today - 10 * DAY)
        self.next_action = self.task(2, ActionKind.ACTION, "Prøv noe nytt", today - DAY, today + 20 * DAY)
        self.meeting = self.task(3, ActionKind.LEADER_MEETING, "Snakk med lederen din", today - DAY, today + 30 * DAY)

    def date(self, number: int, kind: str, title: str, starts: dt.datetime) -> Gathering:
        return Gathering.objects.create(
            programme=self.programme, number=number, kind=kind, title=title, starts=starts, ends=starts + 3 * HOUR,
            checkin_secret=secrets.token_urlsafe(18),
        )

    def task(self, number: int, kind: str, title: str, opens: dt.date, due: dt.date) -> Action:
        return Action.objects.create(
            programme=self.programme, number=number, kind=kind, title=title, opens=opens, due=due,
            instructions="Ring først.", questions="Hvem snakket mest?\nHva lot jeg være?",
        )

    def enrol(self, somebody: Somebody | Person, *, state: str = "enrolled", library: Organisation | None = None) -> Enrolment:
        person = somebody.person if isinstance(somebody, Somebody) else somebody
        return Enrolment.objects.create(programme=self.programme, person=person, library=library or self.town, state=state)

    def enrol_many(self, number: int) -> list[Enrolment]:
        """Sign up this many people from three libraries."""
        libraries = [
            Organisation.objects.create(kind=OrganisationKind.PUBLIC_LIBRARY, name=f"Bibliotek {i}") for i in range(3)
        ]
        people = Person.objects.bulk_create(Person(name=f"Deltaker {i:02}") for i in range(number))
        rows = [self.enrol(person, library=libraries[i % 3]) for i, person in enumerate(people)]
        return rows

    @cached_property
    def gatherings(self) -> list[Gathering]:
        return [self.introduction, self.first, self.second]
