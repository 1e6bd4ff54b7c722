"""The gathering for associations: its list, the poll, the day, and who came."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samskaper.areas.cocreation.commands import meeting_answers, meetings, parties
from samskaper.areas.cocreation.events import MeetingHeld, PartyWritten
from samskaper.areas.cocreation.models import Coming, Invited, Meeting, MeetingState, Party, PartyKind, Word
from samskaper.areas.cocreation.queries.lists import list_of
from samskaper.areas.cocreation.queries.meeting_dates import entries_for, file_of
from samskaper.areas.cocreation.queries.meetings import evening as shown
from samskaper.areas.cocreation.queries.meetings import find_meeting, meeting_page
from samskaper.areas.cocreation.queries.meetings import meetings as listed
from samskaper.areas.cocreation.rules import meetings as rules
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict, Invalid, Missing, Stale
from tests.areas.cocreation.conftest import bearer
from tests.areas.cocreation.meeting_people import asked, evening, held, met, planned, says, set_day, voice, write
from tests.cast import Somebody


@pytest.fixture
def clubs(town_a: Organisation, staff_a: Somebody) -> list[Party]:
    return [met(town_a, staff_a.doer, number) for number in range(3)]


@pytest.fixture
def meeting(town_a: Organisation, staff_a: Somebody) -> Meeting:
    return planned(town_a, staff_a.doer)


# -- planning ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [[], [7], [7, 7], [-1, 8], [7, 8, 9, 10, 11, 12, 13]])
def test_days_that_are_no_choice(town_a: Organisation, staff_a: Somebody, days: list[int]) -> None:
    with pytest.raises(Invalid):
        meetings.plan(owner=town_a, title="Kveld", days=[evening(n) for n in days], by=staff_a.doer)


def test_an_evening_ends_after_it_begins(town_a: Organisation, staff_a: Somebody) -> None:
    starts, ends = evening(7)
    with pytest.raises(Invalid):
        meetings.plan(owner=town_a, title="Kveld", days=[(starts, starts), (starts, ends)], by=staff_a.doer)


def test_others_neither_see_nor_run_it(meeting: Meeting, staff_b: Somebody, clubs: list[Party]) -> None:
    for act in (
        lambda: find_meeting(meeting.pk, visible_to=staff_b.doer), lambda: meetings.invite(meeting=meeting, parties=[clubs[0].pk], by=staff_b.doer),
        lambda: meetings.call_off(meeting=meeting, by=staff_b.doer), lambda: meetings.send_invitations(meeting=meeting, by=staff_b.doer),
        lambda: list_of(meeting, visible_to=staff_b.doer), lambda: set_day(meeting, staff_b.doer),
    ):
        with pytest.raises(Missing):
            act()


def test_library_people_who_talked_in_the_series_see_it_but_not_its_list(
    meeting: Meeting, clubs: list[Party], library_b: Organisation, staff_b: Somebody, staff_a: Somebody
) -> None:
    met(library_b, staff_b.doer, 9)
    asked(meeting, clubs, staff_a.doer)
    page = meeting_page(meeting.pk, visible_to=staff_b.doer)

    assert page.invited == 3 and page.guests == [] and not page.may_run


# -- the list ------------------------------------------------------------------------------------------------------


def test_those_met_in_the_series_may_be_put_on_the_list(meeting: Meeting, clubs: list[Party], town_a: Organisation, staff_a: Somebody) -> None:
    met(town_a, staff_a.doer, 50, within=None)
    found = list_of(meeting, visible_to=staff_a.doer)

    assert [one.party for one in found.met] == clubs and found.on == []
    assert all(one.by_mail and one.left == 4 for one in found.met)


def test_without_a_series_those_whom_the_library_met(town_a: Organisation, library_b: Organisation, staff_a: Somebody, staff_b: Somebody) -> None:
    meeting = planned(town_a, staff_a.doer, within=None)
    mine = met(town_a, staff_a.doer, 1)
    met(library_b, staff_b.doer, 2)

    assert [one.party for one in list_of(meeting, visible_to=staff_a.doer).met] == [mine]


def test_met_since_then(meeting: Meeting, clubs: list[Party], town_a: Organisation, staff_a: Somebody) -> None:
    with clock.at(clock.now() + dt.timedelta(days=2)):
        later = met(town_a, staff_a.doer, 7)
        found = list_of(meeting, visible_to=staff_a.doer)

    assert [one.party for one in found.since] == [later] and [one.party for one in found.before] == clubs


def test_who_said_no_is_left_out_with_the_reason(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    for club, say in ((clubs[0], parties.say_never), (clubs[1], parties.say_not_now)):
        say(contact=voice(club), by=bearer(voice(club)))
    found = list_of(meeting, visible_to=staff_a.doer)

    assert [one.party for one in found.met] == [clubs[2]] and all(one.why_not for one in found.left_out)
    assert meetings.invite(meeting=meeting, parties=[club.pk for club in clubs], by=staff_a.doer) == 1


def test_residents_of_other_libraries_are_not_on_any_list(meeting: Meeting, library_b: Organisation, staff_a: Somebody, staff_b: Somebody) -> None:
    resident = met(library_b, staff_b.doer, 3, kind=PartyKind.RESIDENT)

    assert list_of(meeting, visible_to=staff_a.doer).met == []
    assert meetings.invite(meeting=meeting, parties=[resident.pk], by=staff_a.doer) == 0


def test_a_number_is_shown_to_the_library_that_has_it(
    meeting: Meeting, town_a: Organisation, library_b: Organisation, staff_a: Somebody, staff_b: Somebody
) -> None:
    for owner, by, number in ((town_a, staff_a.doer, 1), (library_b, staff_b.doer, 2)):
        party = met(owner, by, number, email=False)
        parties.name_contact(party=party, owner=owner, email="", phone="900 00 00" + str(number), by=by)
    ours, theirs = list_of(meeting, visible_to=staff_a.doer).met

    assert (ours.ring, theirs.ring, theirs.ring_by) == ("900 00 001", "", library_b.name)


def test_who_has_been_asked_stays_on_the_list(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    meetings.invite(meeting=meeting, parties=[clubs[0].pk], by=staff_a.doer)
    meetings.take_off(meeting=meeting, party=clubs[0].pk, by=staff_a.doer)
    assert not meeting.invited.exists()
    asked(meeting, clubs[:1], staff_a.doer)
    with pytest.raises(Conflict):
        meetings.take_off(meeting=meeting, party=clubs[0].pk, by=staff_a.doer)


def test_putting_somebody_on_twice(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    for new in (3, 0):
        assert meetings.invite(meeting=meeting, parties=[club.pk for club in clubs], by=staff_a.doer) == new


# -- letters -------------------------------------------------------------------------------------------------------


def test_one_invitation_each_that_counts_towards_the_ceiling(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    asked(meeting, clubs, staff_a.doer)
    asked(meeting, clubs, staff_a.doer)

    assert Letter.objects.count() == 3 and Fact.objects.filter(key=PartyWritten.key).count() == 3
    assert "Si hvilke av dem" in Letter.objects.first().text or Letter.objects.first().text  # type: ignore[union-attr]
    assert {one.left for one in list_of(meeting, visible_to=staff_a.doer).on} == {3}


def test_nobody_gets_a_fifth_letter(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    asked(meeting, clubs[:1], staff_a.doer)
    for number in range(6):
        meeting.refresh_from_db()
        starts, ends = evening(10 + number)
        meetings.move(meeting=meeting, starts=starts, ends=ends, place="Et annet sted", version=meeting.version, by=staff_a.doer)
        write()

    assert Letter.objects.count() == 4 and not Invited.objects.exclude(waits="").exists()


def test_changes_in_quick_succession_are_told_once(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    asked(meeting, clubs, staff_a.doer)
    set_day(meeting, staff_a.doer, 0)
    set_day(meeting, staff_a.doer, 1)
    write()
    write()

    assert Letter.objects.count() == 6 and set(meeting.invited.values_list("wrote", flat=True)) == {Word.MOVED}


def test_who_has_not_heard_of_it_is_not_told_that_it_is_off(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    asked(meeting, clubs[:1], staff_a.doer)
    meetings.invite(meeting=meeting, parties=[clubs[1].pk], by=staff_a.doer)
    meetings.call_off(meeting=meeting, by=staff_a.doer)
    meetings.call_off(meeting=meeting, by=staff_a.doer)
    write()

    assert Letter.objects.filter(template__contains="meeting_off").count() == 1


def test_who_said_that_no_day_suits_is_not_written_to_again(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    asked(meeting, clubs, staff_a.doer)
    says(meeting, clubs[0], False, False, False)
    says(meeting, clubs[1], False, True, False)
    set_day(meeting, staff_a.doer)
    write()

    assert Letter.objects.filter(template__contains="meeting_set").count() == 2


def test_never_between_the_press_and_the_letter(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    meetings.invite(meeting=meeting, parties=[clubs[0].pk], by=staff_a.doer)
    meetings.send_invitations(meeting=meeting, by=staff_a.doer)
    parties.say_never(contact=voice(clubs[0]), by=bearer(voice(clubs[0])))
    write()

    assert not Letter.objects.exists()


def test_the_letter_is_in_their_language_with_the_day_for_the_calendar(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    type(voice(clubs[0])).objects.filter(party=clubs[0]).update(language="da")
    asked(meeting, clubs[:1], staff_a.doer)
    set_day(meeting, staff_a.doer)
    write()
    letter = Letter.objects.latest("pk")

    assert letter.language == "da" and "/da/said/" in letter.text
    assert letter.attachments.count() == 1


def test_those_without_an_address_are_rung(meeting: Meeting, town_a: Organisation, staff_a: Somebody) -> None:
    party = met(town_a, staff_a.doer, 5, email=False)
    asked(meeting, [party], staff_a.doer)
    found = list_of(meeting, visible_to=staff_a.doer)

    assert not Letter.objects.exists() and [one.party for one in found.to_ring] == [party]


# -- answers -------------------------------------------------------------------------------------------------------


def test_the_poll_counts_yes_no_and_silence(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    asked(meeting, clubs, staff_a.doer)
    says(meeting, clubs[0], True, False, people=2)
    says(meeting, clubs[1], True, True, True, people=3)
    page = meeting_page(meeting.pk, visible_to=staff_a.doer)

    assert [(day.yes, day.no, day.silent, day.people) for day in page.days] == [(2, 0, 1, 5), (1, 1, 1, 3), (1, 0, 2, 3)]
    assert page.best is page.days[0] or page.best == page.days[0]
    assert page.answered == 2


def test_silence_is_never_a_yes(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    asked(meeting, clubs, staff_a.doer)
    says(meeting, clubs[0], True)
    says(meeting, clubs[1], False)
    set_day(meeting, staff_a.doer)

    assert list(meeting.invited.order_by("pk").values_list("coming", flat=True)) == [Coming.YES, Coming.NO, Coming.ASKED]


def test_an_answer_can_be_changed_until_the_day_is_set(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    asked(meeting, clubs[:1], staff_a.doer)
    says(meeting, clubs[0], False, False, False)
    says(meeting, clubs[0], True, True, True, needs="Rampe", lends="Kaffekanner", by_name=True, needs_loop=True, people=4)
    row = meeting.invited.get()

    assert (row.coming, row.people, row.needs, row.lends, row.by_name, row.answers.filter(suits=True).count()) == ("asked", 4, "Rampe", "Kaffekanner", True, 3)


def test_answers_about_days_come_too_late_when_the_day_is_set(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    asked(meeting, clubs, staff_a.doer)
    set_day(meeting, staff_a.doer)
    with pytest.raises(Conflict):
        says(meeting, clubs[0], True)
    contact = voice(clubs[0])
    meeting_answers.say_coming(meeting=meeting.pk, contact=contact, comes=True, people=2, by=bearer(contact))

    assert meeting.invited.get(party=clubs[0]).coming == Coming.YES


def test_another_partys_link_and_days_of_another_gathering(meeting: Meeting, clubs: list[Party], town_a: Organisation, staff_a: Somebody) -> None:
    asked(meeting, clubs[:1], staff_a.doer)
    other = planned(town_a, staff_a.doer)
    with pytest.raises(Missing):
        says(meeting, clubs[1], True)
    contact = voice(clubs[0])
    with pytest.raises(Missing):
        meeting_answers.say_which_days(meeting=meeting.pk, contact=contact, suits={other.dates.all()[0].pk: True}, by=bearer(contact))


@pytest.mark.parametrize(("given", "kept"), [(0, 1), (99, 10), ("2", 2), (None, 1)])
def test_how_many_come_stays_within_reason(meeting: Meeting, clubs: list[Party], staff_a: Somebody, given: Any, kept: int) -> None:
    asked(meeting, clubs[:1], staff_a.doer)
    says(meeting, clubs[0], True, people=given)

    assert meeting.invited.get().people == kept


# -- the day -------------------------------------------------------------------------------------------------------


def test_two_who_set_different_days(meeting: Meeting, clubs: list[Party], staff_a: Somebody, colleague_a: Somebody) -> None:
    seen = meeting.version
    first, second = meeting.dates.order_by("starts")[:2]
    meetings.set_day(meeting=meeting, date=first.pk, version=seen, by=staff_a.doer)
    meetings.set_day(meeting=meeting, date=first.pk, version=seen, by=colleague_a.doer)
    with pytest.raises(Stale):
        meetings.set_day(meeting=meeting, date=second.pk, version=seen, by=colleague_a.doer)
    meeting.refresh_from_db()

    assert meeting.starts == first.starts


def test_a_day_of_another_gathering_is_not_there(meeting: Meeting, town_a: Organisation, staff_a: Somebody) -> None:
    other = planned(town_a, staff_a.doer)
    with pytest.raises(Missing):
        meetings.set_day(meeting=meeting, date=other.dates.all()[0].pk, version=1, by=staff_a.doer)


def test_a_day_that_has_been_cannot_be_set(meeting: Meeting, staff_a: Somebody) -> None:
    with clock.at(clock.now() + dt.timedelta(days=30)), pytest.raises(Invalid):
        set_day(meeting, staff_a.doer)


def test_another_day_asks_everybody_anew(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    asked(meeting, clubs, staff_a.doer)
    says(meeting, clubs[0], True, True, True)
    set_day(meeting, staff_a.doer)
    starts, ends = evening(20)
    meeting.refresh_from_db()
    meetings.move(meeting=meeting, starts=starts, ends=ends, place="Biblioteket", version=meeting.version, by=staff_a.doer)

    assert set(meeting.invited.values_list("coming", flat=True)) == {Coming.ASKED}


@pytest.mark.parametrize("state", [MeetingState.HELD, MeetingState.CANCELLED])
def test_what_is_over_is_not_set_moved_or_asked_to(meeting: Meeting, clubs: list[Party], staff_a: Somebody, state: str) -> None:
    set_day(meeting, staff_a.doer)
    Meeting.objects.filter(pk=meeting.pk).update(state=state)
    meeting.refresh_from_db()
    starts, ends = evening(20)
    for act in (
        lambda: set_day(meeting, staff_a.doer, 1), lambda: meetings.invite(meeting=meeting, parties=[clubs[0].pk], by=staff_a.doer),
        lambda: meetings.move(meeting=meeting, starts=starts, ends=ends, place="", version=meeting.version, by=staff_a.doer),
        lambda: meetings.send_invitations(meeting=meeting, by=staff_a.doer),
    ):
        with pytest.raises(Conflict):
            act()


def test_it_stands_in_calendars(meeting: Meeting, clubs: list[Party], staff_a: Somebody, staff_b: Somebody) -> None:
    assert list(entries_for(staff_a.person.pk, clock.now(), 20)) == []  # type: ignore[union-attr]
    set_day(meeting, staff_a.doer)
    meeting.refresh_from_db()
    (entry,) = entries_for(staff_a.person.pk, clock.now(), 20)  # type: ignore[union-attr]

    assert entry.title == meeting.title and entry.sequence == meeting.version
    assert list(entries_for(staff_b.person.pk, clock.now(), 20)) == []  # type: ignore[union-attr]
    assert b"BEGIN:VEVENT" in file_of(meeting)


# -- the evening ---------------------------------------------------------------------------------------------------


def test_who_came_says_that_it_was_held(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    rows = asked(meeting, clubs, staff_a.doer)
    set_day(meeting, staff_a.doer)
    held(meeting, staff_a.doer, rows[:2])

    assert meeting.state == MeetingState.HELD and Fact.objects.get(key=MeetingHeld.key).within_id == 1
    assert list(meeting.invited.order_by("pk").values_list("was_there", flat=True)) == [True, True, False]
    held(meeting, staff_a.doer, rows)
    assert Fact.objects.filter(key=MeetingHeld.key).count() == 1


def test_nobody_has_come_to_what_lies_ahead(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    rows = asked(meeting, clubs, staff_a.doer)
    set_day(meeting, staff_a.doer)
    with pytest.raises(Conflict):
        meetings.tick(meeting=meeting, here={rows[0].pk}, by=staff_a.doer)


def test_a_list_on_which_nobody_came_is_no_gathering(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    asked(meeting, clubs, staff_a.doer)
    set_day(meeting, staff_a.doer)
    held(meeting, staff_a.doer, [])

    assert meeting.state == MeetingState.SET and not Fact.objects.filter(key=MeetingHeld.key).exists()


def test_those_who_walk_in(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    set_day(meeting, staff_a.doer)
    meeting.refresh_from_db()
    assert meeting.starts
    with clock.at(meeting.starts):
        for _twice in range(2):
            meetings.walk_in(meeting=meeting, party=clubs[0].pk, by=staff_a.doer)

    assert meeting.invited.get().was_there


def test_names_on_the_wall_are_of_those_who_said_so(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    asked(meeting, clubs, staff_a.doer)
    says(meeting, clubs[0], True, by_name=True, lends="Stoler")
    says(meeting, clubs[1], True, lends="Kaffe", needs="Rampe")
    set_day(meeting, staff_a.doer)
    page = shown(meeting.pk, visible_to=staff_a.doer)

    assert (page.named, page.others) == (["Lag 000"], 1) and page.lends == [("Lag 000", "Stoler"), ("", "Kaffe")]


def test_what_was_needed_is_deleted_after_the_evening(meeting: Meeting, clubs: list[Party], staff_a: Somebody) -> None:
    asked(meeting, clubs, staff_a.doer)
    says(meeting, clubs[0], True, needs="Rampe", needs_loop=True)
    set_day(meeting, staff_a.doer)
    assert meetings.forget_needs(rules.NEEDS_DAYS) == 0
    with clock.at(clock.now() + dt.timedelta(days=12)):
        assert meetings.forget_needs(rules.NEEDS_DAYS) == 2

    assert not meeting.invited.exclude(needs="").exists() and not meeting.invited.filter(needs_loop=True).exists()


# -- what it costs -------------------------------------------------------------------------------------------------


def test_lists_ask_the_same_with_many(town_a: Organisation, staff_a: Somebody) -> None:
    def questions(number: int) -> tuple[int, ...]:
        meeting = planned(town_a, staff_a.doer)
        clubs = [met(town_a, staff_a.doer, number * 100 + n) for n in range(number)]
        meetings.invite(meeting=meeting, parties=[club.pk for club in clubs[: (number + 1) // 2]], by=staff_a.doer)
        found = []
        for ask in (lambda: list_of(meeting, visible_to=staff_a.doer), lambda: meeting_page(meeting.pk, visible_to=staff_a.doer),
                    lambda: listed(visible_to=staff_a.doer), lambda: shown(meeting.pk, visible_to=staff_a.doer)):
            with CaptureQueriesContext(connection) as captured:
                ask()
            found.append(len(captured))
        return tuple(found)

    questions(2)
    assert questions(30) == questions(2)


def test_three_hundred_on_the_list(town_a: Organisation, staff_a: Somebody, meeting: Meeting) -> None:
    names = [Party(owner=town_a, kind=PartyKind.ASSOCIATION, name=f"Lag {n}") for n in range(300)]
    made = Party.objects.bulk_create(names)
    assert meetings.invite(meeting=meeting, parties=[party.pk for party in made], by=staff_a.doer) == 300
    assert len(list_of(meeting, visible_to=staff_a.doer).on) == 300
    more = Party.objects.bulk_create([Party(owner=town_a, kind=PartyKind.ASSOCIATION, name=f"Flere {n}") for n in range(101)])
    with pytest.raises(Invalid):
        meetings.invite(meeting=meeting, parties=[party.pk for party in more], by=staff_a.doer)
