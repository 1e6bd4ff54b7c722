"""What a visitor can take part in today: the next series, open for sign-up, and an open day with a code on the wall."""

from __future__ import annotations

import datetime as dt

from samskaper.areas.programmes.commands import dates, enrolment, publish, setup
from samskaper.areas.programmes.models import AgendaKind, Consent, ConsentState, Gathering, Programme, ProgrammeState
from samskaper.areas.programmes.rules.patterns import COURSE, SINGLE
from samskaper.commons.people.middleware import doer_of
from samskaper.commons.people.models import Person
from samskaper.foundation import clock
from samskaper.portal.demonstration.series import HOUR, moment
from samskaper.portal.demonstration.world import World

NEXT_TITLE = "Samskaping i praksis, neste runde"
NEXT_SEATS = 12
NEXT_ASKED = (*range(44, 53), 3, *range(53, 59))  # who has signed up so far, by their place among the staff
ANSWERED = 7  # so many leaders have answered; the next one said no, and the others still have time
CONSENT_DAYS = 28
NEXT_BEGINS = dt.timedelta(weeks=15)  # after the middle of the running series

OPEN_DAY = "Døgnåpent: Prøv en utforskende samtale"
LENGTH = dt.timedelta(hours=23, minutes=59)  # there is a code on the wall, however late a visitor comes
GUESTS = (0, 1, 2, 4, 5, 8, 12, 14, 18, 20, 24)  # who has signed up for the open day


def next_series(world: World, *, middle: dt.date) -> Programme:
    """Make the series that comes next: sent out, with seats, held seats, a no, and people on the waiting list."""
    adviser = world.as_adviser
    with clock.at(moment(middle - dt.timedelta(days=12), 9)):
        programme = setup.begin(
            pattern=COURSE, title=NEXT_TITLE, owner=world.library, language="nb", first=middle + NEXT_BEGINS, hour=HOUR, by=adviser,
        )
        setup.change_programme(programme=programme, version=programme.version, by=adviser, changes={
            "capacity": NEXT_SEATS, "goal_completed": 10, "is_demo": True, "consent_days": CONSENT_DAYS,
        })
        publish.invite_libraries(programme=programme, libraries=[town.pk for town in world.towns[14:]], by=adviser)
        publish.send_programme(programme=programme, by=adviser)
    for place, number in enumerate(NEXT_ASKED):
        when = moment(middle - dt.timedelta(days=10), 9, place)
        _sign_up(world, programme, world.staff[number], when + dt.timedelta(hours=6 * place))
    for place, number in enumerate(NEXT_ASKED):
        if place <= ANSWERED:
            _answer(world, programme, world.staff[number], moment(middle - dt.timedelta(days=2), 12, place), yes=place < ANSWERED)
    return programme


def _sign_up(world: World, programme: Programme, person: Person, when: dt.datetime) -> None:
    home = world.homes[person.pk]
    leader = world.leaders[home.pk]
    with clock.at(when):
        enrolment.sign_up(
            programme=programme, library=home, leader=enrolment.Leader(leader.email, leader.name), by=doer_of(person)
        )


def _answer(world: World, programme: Programme, person: Person, when: dt.datetime, *, yes: bool) -> None:
    leader = world.leaders[world.homes[person.pk].pk]
    with clock.at(when):
        consent = Consent.objects.get(enrolment__programme=programme, enrolment__person=person, state=ConsentState.ASKED)
        enrolment.answer_consent(consent=consent, yes=yes, by=doer_of(leader))


def open_day(world: World, *, today: dt.date) -> Programme:
    """Make the open day that is on now, whenever now is, with some of the cast signed up for it."""
    adviser = world.as_adviser
    with clock.at(moment(today - dt.timedelta(days=9), 9)):
        programme = setup.begin(
            pattern=SINGLE, title=OPEN_DAY, owner=world.library, language="nb", first=today, hour=dt.time(0), by=adviser
        )
        setup.change_programme(programme=programme, version=programme.version, by=adviser, changes={
            "is_demo": True, "needs_consent": False, "capacity": 40, "own_hours": 0, "enrol_until": today,
            "aim": "Kom når det passer, snakk med noen du ikke kjenner, og gå hjem med tre spørsmål.",
        })
        gathering = programme.gatherings.get()
        _describe(gathering, today, world)
        setup.change_state(programme=programme, state=ProgrammeState.OPEN, by=adviser)
    for place, number in enumerate(GUESTS):
        _sign_up(world, programme, world.staff[number], moment(today - dt.timedelta(days=5), 10, place))
    return programme


def _describe(gathering: Gathering, today: dt.date, world: World) -> None:
    starts = moment(today, 0)
    dates.change_gathering(gathering=gathering, version=gathering.version, by=world.as_adviser, values={
        "title": "Døgnåpent i dag", "starts": starts, "ends": starts + LENGTH, "place": "Strandfjell fylkesbibliotek, første etasje",
        "about": "Det er bord, kaffe og noen å snakke med hele døgnet. Koden henger ved døra.",
    })
    gathering.refresh_from_db()
    dates.set_agenda(gathering=gathering, version=gathering.version, by=world.as_adviser, lines=[
        dates.Line(AgendaKind.OTHER, "Velkommen, når du kommer", 15),
        dates.Line(AgendaKind.LECTURE, "Tre spørsmål og ett kvarter", 20, "Rådgiver, Strandfjell"),
        dates.Line(AgendaKind.GROUPS, "Prøv en samtale med noen du ikke kjenner", 45),
        dates.Line(AgendaKind.SHARING, "Hva overrasket deg?", 20),
    ])
