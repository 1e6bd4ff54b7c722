"""A course series as it goes: made, sent out, signed up for, held, acted on, reflected about, evaluated, completed.

Everything is done by the commands that people's presses call, in the order of time, under a clock that is moved. So
facts, letters, seats and certificates of the demonstration are as true as those of a real series.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from zoneinfo import ZoneInfo

from django.conf import settings

from samskaper.areas.programmes.commands import dates, enrolment, publish, setup
from samskaper.areas.programmes.models import (
    Action,
    AgendaKind,
    Consent,
    ConsentState,
    Enrolment,
    Gathering,
    GatheringKind,
    Programme,
    ProgrammeState,
)
from samskaper.areas.programmes.rules.patterns import COURSE
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_of
from samskaper.commons.people.models import Person
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.portal.demonstration import words
from samskaper.portal.demonstration.world import World

SEATS = 60
# The dates of 2022, in the order of the pattern: introduction, gathering 1, 2, associations, gathering 3, evaluation.
DAYS = tuple(dt.date.fromisoformat(day) for day in (
    "2022-08-30", "2022-09-06", "2022-09-20", "2022-09-22", "2022-10-04", "2022-10-18",
))
SENT = dt.date(2022, 6, 8)
# What is done between the gatherings: (opens, due) of leader's talk and the three conversations.
WINDOWS = tuple((dt.date.fromisoformat(a), dt.date.fromisoformat(b)) for a, b in (
    ("2022-08-30", "2022-09-20"), ("2022-09-06", "2022-09-19"), ("2022-09-20", "2022-10-03"), ("2022-09-20", "2022-10-03"),
))
HOUR = dt.time(9)
TITLE = "Samskaping i praksis, %s"
LEFT, SILENT, REFUSED = 45, 52, 58  # of those who signed up: who left again, whose leader did not answer, whose said no
Deed = tuple[dt.datetime, Callable[[], object]]


def zone() -> ZoneInfo:
    """Return the time zone in which the users live."""
    return ZoneInfo(settings.TIME_ZONE)


def moment(day: dt.date, hour: int = 9, minute: int = 0) -> dt.datetime:
    """Return a moment of a day on the clock where the users are."""
    return dt.datetime.combine(day, dt.time(hour, minute), zone())


def do(deeds: Iterable[Deed], *, until: dt.datetime) -> None:
    """Do in the order of time what had happened by `until`, each at its moment."""
    for when, deed in sorted(deeds, key=lambda each: each[0]):
        if when < until:
            with clock.at(when):
                deed()


def season(day: dt.date) -> str:
    """Return the half of the year as it stands in a title: «høsten 2026»."""
    return f"{'våren' if day.month < 7 else 'høsten'} {day.year}"


class Series:
    """Plays one course series through, up to a day."""

    def __init__(self, world: World, *, shift: dt.timedelta, until: dt.date, title: str, source: Ref) -> None:
        self.world, self.shift, self.until = world, shift, moment(until, 0)
        with clock.at(moment(SENT + shift, 8)):
            self.programme = self._make(title, source)
        self.gatherings: list[Gathering] = list(self.programme.gatherings.order_by("starts"))
        self.actions: list[Action] = list(self.programme.actions.order_by("number"))
        self._doers: dict[int, Doer] = {}

    def _make(self, title: str, source: Ref) -> Programme:
        adviser = self.world.as_adviser
        programme = setup.begin(
            pattern=COURSE, title=title, owner=self.world.library, language="nb", first=DAYS[0] + self.shift, hour=HOUR,
            source=source, by=adviser,
        )
        setup.change_programme(programme=programme, version=programme.version, by=adviser, changes={
            "capacity": SEATS, "goal_completed": 50, "is_demo": True,
        })
        for place, gathering in enumerate(programme.gatherings.order_by("number")):
            length = gathering.ends - gathering.starts
            starts = moment(DAYS[place] + self.shift, 18 if gathering.kind == GatheringKind.ASSOCIATIONS else 9)
            dates.change_gathering(gathering=gathering, version=gathering.version, by=adviser, values={
                "starts": starts, "ends": starts + length, "place": words.GATHERING_PLACES[place],
            })
            name_contributors(gathering, words.CONTRIBUTORS[place], by=adviser)
        for action, (opens, due) in zip(programme.actions.order_by("number"), WINDOWS, strict=True):
            values = {"opens": opens + self.shift, "due": due + self.shift}
            dates.change_action(action=action, version=action.version, values=values, by=adviser)
        return programme

    def day(self, day: dt.date, hour: int = 9, minute: int = 0) -> dt.datetime:
        """Return the moment of this series that a day of 2022 stands for."""
        return moment(day + self.shift, hour, minute)

    def doer(self, person: Person) -> Doer:
        """Return somebody as she acts; looked up once."""
        if person.pk not in self._doers:
            self._doers[person.pk] = doer_of(person)
        return self._doers[person.pk]

    @cached_property
    def seated(self) -> list[Enrolment]:
        """Those who got a seat, in the order of the world's staff, so that the same ones always do the same."""
        rows = self.programme.enrolments.filter(state__in=Enrolment.SEATED).select_related("person")
        return list(rows.order_by("person_id"))

    def sign_up(self) -> None:
        """Send the programme out and let everybody sign up: seats, a waiting list, and leaders who answer or do not."""
        with clock.at(self.day(SENT, 10)):
            towns = [town.pk for town in self.world.towns]
            publish.invite_libraries(programme=self.programme, libraries=towns, by=self.world.as_adviser)
            publish.send_programme(programme=self.programme, by=self.world.as_adviser)
            while publish.write_letters():
                pass
        do(self._signing_up(), until=self.until)

    def _signing_up(self) -> Iterator[Deed]:
        for place, person in enumerate(self.world.staff):
            after = dt.timedelta(days=1 + place // 4)
            yield self.day(SENT + after, 9, place % 60), partial(self._sign_up, place, person)
            if place not in (SILENT, REFUSED):
                yield self.day(SENT + after + dt.timedelta(days=2), 12, place % 60), partial(self._answer, place, person)
        yield self.day(SENT + dt.timedelta(days=19), 10), partial(self._answer, REFUSED, self.world.staff[REFUSED], yes=False)
        yield self.day(SENT + dt.timedelta(days=22), 8), enrolment.let_lapse
        yield self.day(SENT + dt.timedelta(days=26), 10), partial(self._leave, self.world.staff[LEFT])
        for place, person in enumerate(self.world.staff[SEATS:], start=SEATS):
            yield self.day(SENT + dt.timedelta(days=28), 10, place % 60), partial(self._answer, place, person)

    def _sign_up(self, place: int, person: Person) -> None:
        home = self.world.homes[person.pk]
        leader = self.world.leaders[home.pk]
        enrolment.sign_up(
            programme=self.programme, library=home, leader=enrolment.Leader(leader.email, leader.name),
            needs=words.NEEDS[place // 20] if place % 20 == 6 else "", by=self.doer(person),
        )

    def _answer(self, place: int, person: Person, *, yes: bool = True) -> None:
        leader = self.world.leaders[self.world.homes[person.pk].pk]
        asked = Consent.objects.filter(enrolment__programme=self.programme, enrolment__person=person, state=ConsentState.ASKED)
        for consent in asked.select_related("enrolment__programme"):
            said = words.WORDS_OF_LEADERS[place % len(words.WORDS_OF_LEADERS)] if yes else words.NO_OF_A_LEADER
            enrolment.answer_consent(consent=consent, yes=yes, words=said, by=self.doer(leader))

    def _leave(self, person: Person) -> None:
        enrolment.leave(enrolment=self.programme.enrolments.get(person=person), by=self.doer(person))

    def begin(self) -> None:
        """Let the series run from now on."""
        setup.change_state(programme=self.programme, state=ProgrammeState.RUNNING, by=self.world.as_adviser)

    def close(self) -> None:
        """Say that the series is finished."""
        setup.change_state(programme=self.programme, state=ProgrammeState.CLOSED, by=self.world.as_adviser)


def name_contributors(gathering: Gathering, names: Iterable[str], *, by: Doer) -> None:
    """Put those who contribute beside the lectures of a gathering, in order."""
    left = list(names)
    if not left:
        return
    gathering.refresh_from_db()
    lines = [dates.Line(item.kind, item.title, item.minutes) for item in gathering.agenda.order_by("order")]
    named = [
        dates.Line(line.kind, line.title, line.minutes, left.pop(0)) if line.kind == AgendaKind.LECTURE and left else line
        for line in lines
    ]
    dates.set_agenda(gathering=gathering, version=gathering.version, lines=named, by=by)
