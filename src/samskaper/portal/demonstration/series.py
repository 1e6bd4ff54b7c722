"""A course series as it goes: made, sent out, signed up for, held, acted on, reflected about, completed."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from django.conf import settings

from samskaper.areas.programmes.commands import actions, dates, enrolment, gatherings, publish, setup
from samskaper.areas.programmes.commands.gatherings import Mark
from samskaper.areas.programmes.models import Action, Enrolment, Gathering, GatheringKind, Programme, ProgrammeState
from samskaper.areas.programmes.rules.patterns import COURSE
from samskaper.commons.people.middleware import doer_of
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.portal.demonstration.words import GATHERING_PLACES, REFLECTIONS, THOUGHTS
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


def moment(day: dt.date, hour: int = 9, minute: int = 0) -> dt.datetime:
    """Return a moment of a day on the clock where the users are."""
    return dt.datetime.combine(day, dt.time(hour, minute), ZoneInfo(settings.TIME_ZONE))


def _is_stuck(place: int) -> bool:
    """One in eight does not get through: the others complete, as fifty of them are to."""
    return place % 8 == 3


def _present(place: int, date: int) -> bool:
    """Who was there: everybody who completes, and those who do not for most of the time."""
    return not _is_stuck(place) or (place // 8 + date) % 4 != 1


class Series:
    """Plays one course series through, up to a day."""

    def __init__(self, world: World, *, shift: dt.timedelta, until: dt.date, title: str, source: Ref) -> None:
        self.world, self.shift, self.until = world, shift, until
        with clock.at(moment(SENT + shift, 8)):
            self.programme = self._make(title, source)
        self.gatherings: list[Gathering] = list(self.programme.gatherings.order_by("starts"))
        self.actions: list[Action] = list(self.programme.actions.order_by("number"))

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
                "starts": starts, "ends": starts + length, "place": GATHERING_PLACES[place],
            })
        for action, (opens, due) in zip(programme.actions.order_by("number"), WINDOWS, strict=True):
            values = {"opens": opens + self.shift, "due": due + self.shift}
            dates.change_action(action=action, version=action.version, values=values, by=adviser)
        return programme

    def play(self) -> None:
        """Let everything happen that had happened by the day `until`."""
        self._send_out()
        self._sign_up()
        for place, gathering in enumerate(self.gatherings):
            if DAYS[place] + self.shift < self.until:
                self._hold(place, gathering)
        for action, window in zip(self.actions, WINDOWS, strict=True):
            self._act(action, window)
        if DAYS[-1] + self.shift < self.until:
            with clock.at(moment(DAYS[-1] + self.shift, 15)):
                setup.change_state(programme=self.programme, state=ProgrammeState.CLOSED, by=self.world.as_adviser)

    def _send_out(self) -> None:
        with clock.at(moment(SENT + self.shift, 10)):
            towns = [town.pk for town in self.world.towns]
            publish.invite_libraries(programme=self.programme, libraries=towns, by=self.world.as_adviser)
            publish.send_programme(programme=self.programme, by=self.world.as_adviser)
            while publish.write_letters():
                pass

    def _sign_up(self) -> None:
        people = self.world.staff[: SEATS + 3]
        for place, person in enumerate(people):
            home = self.world.homes[person.pk]
            leader = self.world.leaders[home.pk]
            with clock.at(moment(SENT + self.shift + dt.timedelta(days=1 + place // 4), 9, place % 60)):
                signed = enrolment.sign_up(
                    programme=self.programme, library=home,
                    leader=enrolment.Leader(leader.email, leader.name), by=doer_of(person),
                )
            if signed.state == "held":
                with clock.at(moment(SENT + self.shift + dt.timedelta(days=3 + place // 4), 12)):
                    enrolment.answer_consent(consent=signed.consent, yes=True, by=doer_of(leader))

    def _seated(self) -> list[Enrolment]:
        rows = self.programme.enrolments.filter(state__in=Enrolment.SEATED).select_related("person")
        return list(rows.order_by("joined", "pk"))

    def _hold(self, place: int, gathering: Gathering) -> None:
        with clock.at(gathering.ends):
            gathering.refresh_from_db()
            if not gathering.for_participants:
                gatherings.hold(gathering=gathering, by=self.world.as_adviser)
                return
            marks = {
                row.pk: Mark("", "present" if _present(number, place) else "absent")
                for number, row in enumerate(self._seated())
            }
            gatherings.record_attendance(gathering=gathering, marks=marks, by=self.world.as_adviser)

    def _act(self, action: Action, window: tuple[dt.date, dt.date]) -> None:
        opens, due = (day + self.shift for day in window)
        for number, row in enumerate(self._seated()):
            if _is_stuck(number) and (number + action.number) % 3 == 0:
                continue
            day = opens + dt.timedelta(days=3 + number * 5 % max(1, (due - opens).days - 3))
            if day >= self.until:
                continue
            with clock.at(moment(day, 15, number % 60)):
                actions.save_report(
                    action=action, enrolment=row, done_on=day, version=0, by=doer_of(row.person),
                    reflection=REFLECTIONS[(number + action.number) % len(REFLECTIONS)],
                    thoughts=THOUGHTS[number % len(THOUGHTS)] if number % 9 == 0 else "",
                )
