"""Evenings for associations in the demonstration: one that was held, with what both sides gained, and one that is being asked about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from samskaper.areas.cocreation.commands import meeting_answers, meetings, parties
from samskaper.areas.cocreation.commands.meeting_letters import write_letters
from samskaper.areas.cocreation.commands.meeting_questions import ask_those_due, say_what_it_gave
from samskaper.areas.cocreation.models import Contact, Conversation, Invited, Meeting, PartyKind
from samskaper.areas.cocreation.queries.lists import people_who_met
from samskaper.areas.cocreation.rules.meetings import NEEDS_DAYS
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.areas.programmes.models import GatheringKind
from samskaper.commons.feedback.commands import answer, close_those_due
from samskaper.commons.feedback.models import AskedOf, Questionnaire
from samskaper.commons.people.doer import Doer, DoerKind
from samskaper.commons.people.middleware import doer_of
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.portal.demonstration import evening_words as words
from samskaper.portal.demonstration.series import DAYS, Series, do, moment

A_DAY = dt.timedelta(days=1)
EVENING, MOST = 18, 22


def held(series: Series) -> None:
    """The evening of the finished series: asked about, held, and what both sides said right afterwards and half a year later."""
    day = DAYS[3] + series.shift
    with clock.at(moment(day - 9 * A_DAY, 10)):
        meeting = _plan(series, words.TITLE, [day - A_DAY, day, day + 5 * A_DAY], answer_by=day - 4 * A_DAY, from_gathering=True)
    rows: list[Invited] = []
    for before, until in ((8, day - 8 * A_DAY), (3, DAYS[-1] + series.shift)):  # later those are added whom nobody has met yet, from the register
        with clock.at(moment(day - before * A_DAY, 11)):
            rows += _ask(meeting, _met(series, by=until), rows)
    for place, row in enumerate(rows):
        with clock.at(moment(day - 3 * A_DAY, 12, place)):
            _say(row, place, best=1)
    with clock.at(moment(day - 2 * A_DAY, 9)):
        meeting.refresh_from_db()
        chosen = meeting.dates.order_by("starts")[1]
        meetings.set_day(meeting=meeting, date=chosen.pk, version=meeting.version, by=series.world.as_adviser)
        _write()
    with clock.at(moment(day, EVENING, 10)):
        meetings.tick(meeting=meeting, here={row.pk for place, row in enumerate(rows) if place % 11 != 7}, by=series.world.as_adviser)
    with clock.at(moment(day + 2 * A_DAY, 4)):
        meetings.forget_needs(NEEDS_DAYS)
    do([(moment(day + A_DAY, 9), lambda: _gained(meeting, rows, later=False))], until=series.until)
    do([(moment(day + 184 * A_DAY, 9), lambda: _gained(meeting, rows, later=True))], until=series.until)


def asking(series: Series, *, today: dt.date) -> None:
    """In the series that is under way, those whom the library has met are asked to one more evening.

    No two of its days lie whole weeks apart: the demonstration moves by weeks, and a gathering has each hour once.
    """
    begun = today - 6 * A_DAY
    with clock.at(moment(begun, 10)):
        meeting = _plan(series, words.ONE_MORE, [today + n * A_DAY for n in (9, 11, 15)], answer_by=today + 4 * A_DAY)
    with clock.at(moment(begun, 11)):
        rows = _ask(meeting, _met(series, by=begun), [])
    for place, row in enumerate(rows):
        if place % 3 != 2:
            with clock.at(moment(begun + (1 + place % 4) * A_DAY, 17, place)):
                _say(row, place, best=1)


def _plan(series: Series, title: str, days: list[dt.date], *, answer_by: dt.date, from_gathering: bool = False) -> Meeting:
    gathering = next(one for one in series.gatherings if one.kind == GatheringKind.ASSOCIATIONS)
    return meetings.plan(
        owner=series.world.library, title=title, about=words.ABOUT, place=words.PLACE, has_loop=True, ring=words.RING, answer_by=answer_by,
        days=[(moment(day, EVENING), moment(day, EVENING + 2)) for day in days], within=Ref.to(series.programme),
        source=Ref.to(gathering) if from_gathering else None, by=series.world.as_adviser,
    )


def _met(series: Series, *, by: dt.date) -> list[Contact]:
    """Return who speaks for those met by a day; whoever met them has written their address down."""
    held = Conversation.objects.filter(within_kind="programmes.programme", within_id=series.programme.pk, state="held", held_on__lte=by)
    rows = held.exclude(party__kind=PartyKind.RESIDENT).select_related("party", "owner").prefetch_related("listeners__person").order_by("held_on", "pk")
    found: dict[int, Contact] = {}
    for talk in rows:
        if talk.party_id not in found and len(found) < MOST:
            found[talk.party_id] = _voice(talk)
    return list(found.values())


def _voice(talk: Conversation) -> Contact:
    known = Contact.objects.filter(party=talk.party_id, owner=talk.owner_id, until__isnull=True).first()
    by = doer_of(talk.listeners.all()[0].person)
    return known or parties.name_contact(party=talk.party, owner=talk.owner, email=f"kontakt{talk.party_id}@lag.example", name="Kontakten", by=by)


def _ask(meeting: Meeting, contacts: list[Contact], before: Iterable[Invited]) -> list[Invited]:
    by, there = doer_of(meeting.organiser) if meeting.organiser else None, {row.pk for row in before}
    assert by is not None
    meetings.invite(meeting=meeting, parties=[one.party_id for one in contacts], by=by)
    meetings.send_invitations(meeting=meeting, by=by)
    _write()
    return list(meeting.invited.exclude(pk__in=there).select_related("party").order_by("pk"))


def _write() -> None:
    while write_letters():
        pass


def _bearer(row: Invited) -> tuple[Contact, Doer]:
    contact = Contact.objects.filter(party=row.party_id, until__isnull=True).exclude(email="").latest("pk")
    return contact, Doer(DoerKind.BEARER, link=(LINK, Ref.to(contact)))


def _say(row: Invited, place: int, *, best: int) -> None:
    """Most can on the same day; one in nine on none."""
    contact, by = _bearer(row)
    days = list(row.meeting.dates.order_by("starts").values_list("pk", flat=True))
    suits = {date: place % 9 != 8 and (number == best or (place + number) % 3 == 0) for number, date in enumerate(days)}
    meeting_answers.say_which_days(
        meeting=row.meeting_id, contact=contact, suits=suits, by=by, people=1 + (place % 4 != 3), needs_loop=place % 10 == 4,
        needs=words.NEEDS[place % len(words.NEEDS)], lends=words.LENDS[place % len(words.LENDS)], by_name=place % 3 != 1,
    )


def _gained(meeting: Meeting, rows: list[Invited], *, later: bool) -> None:
    """Both sides answer within two weeks, and after three the questions close."""
    ask_those_due()
    _write()
    theirs, ours = (Questionnaire.objects.filter(about_id=meeting.pk, about_kind="cocreation.meeting", asked=side).latest("pk") for side in (
        AskedOf.BEARERS, AskedOf.PEOPLE,
    ))
    now = clock.now()
    for place, row in enumerate(rows):
        if place % 11 != 7 and place % (3 if later else 5) != 2:
            contact, by = _bearer(row)
            with clock.at(now + (1 + place % 12) * A_DAY):
                given = _marks(place, 2 * later, words.THEY_GAINED_LATER if later else words.THEY_GAINED)
                say_what_it_gave(meeting=meeting.pk, questionnaire=theirs.pk, contact=contact, values=given, by=by)
    for place, person in enumerate(people_who_met(meeting).order_by("pk")[: 14 - 4 * later]):
        with clock.at(now + (1 + place % 10) * A_DAY):
            given = _marks(place + 3, later, words.WE_GAINED_LATER if later else words.WE_GAINED)
            answer(questionnaire=ours, values=given, by=doer_of(person))
    with clock.at(now + 22 * A_DAY):
        close_those_due()


def _marks(place: int, step: int, said: tuple[str, ...]) -> dict[int, str]:
    marks = {order: "4543545234534454"[(place * 5 + order * 3 + step) % 16] for order in (1, 2, 3)}
    return {**marks, 4: said[place // 2] if place % 2 == 0 and place // 2 < len(said) else ""}
