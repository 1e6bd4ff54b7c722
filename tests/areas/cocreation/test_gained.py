"""What both sides say that a gathering gave them: asked the day after and half a year later, shown beside each other."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskaper.areas.cocreation.commands import conversations, evenings, meeting_letters
from samskaper.areas.cocreation.commands.meeting_questions import ask_those_due, say_what_it_gave
from samskaper.areas.cocreation.events import PartyForgotten
from samskaper.areas.cocreation.models import Challenge, Initiative, Invited, Joining, Meeting, Partner, Party, Shown
from samskaper.areas.cocreation.queries.gained import times_of
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.commons.feedback.commands import answer, close_those_due
from samskaper.commons.feedback.models import Answered, AnswerSheet, AskedOf, Questionnaire
from samskaper.commons.feedback.queries import waiting_for
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.commands.links import make_link
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Organisation, Role
from samskaper.commons.record.commands import note
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Missing
from tests.areas.cocreation.conftest import bearer, hold
from tests.areas.cocreation.meeting_people import SERIES, asked, held, met, planned, says, set_day, voice, write
from tests.cast import FormClient, Somebody, make_person

A_DAY, HALF_A_YEAR = dt.timedelta(days=1), dt.timedelta(days=184)
MARKS = {1: "4", 2: "5", 3: "3", 4: ""}


@pytest.fixture
def clubs(town_a: Organisation, staff_a: Somebody) -> list[Party]:
    return [met(town_a, staff_a.doer, number) for number in range(6)]


@pytest.fixture
def meeting(town_a: Organisation, staff_a: Somebody, clubs: list[Party]) -> Meeting:
    meeting = planned(town_a, staff_a.doer)
    rows = asked(meeting, clubs, staff_a.doer)
    set_day(meeting, staff_a.doer)
    return held(meeting, staff_a.doer, rows[:5])


def colleagues(town: Organisation, number: int) -> list[Somebody]:
    """Others who talked with associations in the same series."""
    made = [make_person(f"Bibliotekar {n}", (town, Role.STAFF)) for n in range(number)]
    for place, somebody in enumerate(made):
        party = Party.objects.create(owner=town, kind="association", name=f"Annet lag {place}")
        hold(conversations.plan(party=party, owner=town, within=SERIES, by=somebody.doer), somebody.doer)
    return made


def after(meeting: Meeting, wait: dt.timedelta = A_DAY) -> Any:
    assert meeting.ends
    return clock.at(meeting.ends + wait)


def theirs(meeting: Meeting) -> Questionnaire:
    return Questionnaire.objects.filter(about_id=meeting.pk, asked=AskedOf.BEARERS).latest("pk")


def ours(meeting: Meeting) -> Questionnaire:
    return Questionnaire.objects.filter(about_id=meeting.pk, asked=AskedOf.PEOPLE).latest("pk")


def give(meeting: Meeting, club: Party, **marks: str) -> None:
    contact = voice(club)
    say_what_it_gave(meeting=meeting.pk, questionnaire=theirs(meeting).pk, contact=contact, values={**MARKS, 4: marks.get("words", "")}, by=bearer(contact))


def test_both_sides_are_asked_once_the_day_after(meeting: Meeting) -> None:
    with after(meeting, dt.timedelta(minutes=5)):
        assert ask_those_due() == 0
    with after(meeting):
        assert (ask_those_due(), ask_those_due()) == (1, 0)
    assert sorted(Questionnaire.objects.values_list("asked", flat=True)) == ["bearers", "people"]


def test_and_once_more_after_half_a_year(meeting: Meeting) -> None:
    for wait, new in ((A_DAY, 1), (HALF_A_YEAR - 10 * A_DAY, 0), (HALF_A_YEAR, 1), (HALF_A_YEAR + A_DAY, 0)):
        with after(meeting, wait):
            assert ask_those_due() == new, wait

    assert [time.is_later for time in times_of(meeting)] == [False, True]


def test_one_letter_each_to_those_who_were_there_within_the_ceiling(meeting: Meeting, clubs: list[Party]) -> None:
    write()
    for party in clubs[:2]:
        for _letter in range(2):
            Fact.objects.create(key="cocreation.party_written", subject_kind="cocreation.party", subject_id=party.pk, within_kind=SERIES.kind, within_id=1)
    with after(meeting):
        ask_those_due()
        write()
        ask_those_due()
        write()

    assert Letter.objects.filter(template__contains="meeting_after").count() == 3


def test_those_who_were_there_answer_once_and_nobody_knows_what(meeting: Meeting, clubs: list[Party]) -> None:
    with after(meeting):
        ask_those_due()
        give(meeting, clubs[0])
        with pytest.raises(Conflict):
            give(meeting, clubs[0])
        with pytest.raises(Missing):
            give(meeting, clubs[5])

    assert AnswerSheet.objects.count() == 1 and Answered.objects.get().person is None
    assert not Fact.objects.filter(key__startswith="feedback.answer").exists()


def test_library_people_who_talked_with_them_are_asked_the_same(meeting: Meeting, town_a: Organisation, staff_a: Somebody, staff_b: Somebody) -> None:
    others = colleagues(town_a, 2)
    with after(meeting):
        ask_those_due()
        for somebody in (staff_a, *others):
            assert list(waiting_for(somebody.doer)) == [ours(meeting)]
        assert list(waiting_for(staff_b.doer)) == []
        with pytest.raises(Missing):
            answer(questionnaire=ours(meeting), values=MARKS, by=staff_b.doer)


@pytest.mark.parametrize(("clubs_n", "people_n", "shown"), [(5, 5, 3), (4, 6, 0), (5, 4, 0)])
def test_both_sides_stand_beside_each_other_when_closed_and_enough(
    meeting: Meeting, clubs: list[Party], town_a: Organisation, staff_a: Somebody, clubs_n: int, people_n: int, shown: int
) -> None:
    people = colleagues(town_a, people_n)
    address = reverse("cocreation:gained", args=[meeting.pk])
    secret = make_link(purpose=LINK, subject=Ref.to(voice(clubs[0])))
    with after(meeting):
        ask_those_due()
        for club in clubs[:clubs_n]:
            give(meeting, club)
        for somebody in people:
            answer(questionnaire=ours(meeting), values=MARKS, by=somebody.doer)
        assert "funnel__bar" not in staff_a.client.get(address).content.decode()
    with after(meeting, 30 * A_DAY):
        close_those_due()
        ours_page = staff_a.client.get(address).content.decode()
        theirs_page = Client().get(reverse("cocreation:meeting_behind", args=[secret, meeting.pk])).content.decode()

    (time,) = times_of(meeting)
    assert len(time.shown) == shown and ("funnel__bar" in ours_page) == ("funnel__bar" in theirs_page) == bool(shown)


def test_the_page_behind_the_link(meeting: Meeting, clubs: list[Party]) -> None:
    secret, stranger = (make_link(purpose=LINK, subject=Ref.to(voice(club))) for club in (clubs[0], clubs[5]))
    with after(meeting):
        ask_those_due()
        page, number = reverse("cocreation:meeting_behind", args=[secret, meeting.pk]), theirs(meeting).pk
        form = reverse("cocreation:gained_behind", args=[secret, meeting.pk, number])
        assert form in Client().get(page).content.decode() and Client().get(form).status_code == 200
        assert FormClient().post(form, {}).status_code == 422
        assert FormClient().post(form, {"q1": "5", "q4": "Vi fikk et rom."}).status_code == 302
        assert FormClient().post(form, {"q1": "1"}).status_code == 409
        assert form not in Client().get(page).content.decode() and "<form" not in Client().get(form).content.decode()
        assert Client().get(reverse("cocreation:gained_behind", args=[stranger, meeting.pk, number])).status_code == 404
        assert Client().get(reverse("cocreation:gained_behind", args=[secret, meeting.pk, ours(meeting).pk])).status_code == 404


def test_a_forgotten_party_has_not_answered_and_what_it_said_is_nobodys(meeting: Meeting, clubs: list[Party]) -> None:
    with after(meeting):
        ask_those_due()
        give(meeting, clubs[0])
        note(PartyForgotten(subject=Ref.to(clubs[0]), owner=meeting.owner_id), by=SYSTEM)

    assert not Answered.objects.exists() and AnswerSheet.objects.count() == 1


def test_what_happens_now_stands_on_the_page_afterwards(meeting: Meeting, clubs: list[Party], town_a: Organisation) -> None:
    made = Initiative.objects.create(owner=town_a, title="Skyss til kveldene", state="going", began_on=clock.today())
    Partner.objects.create(initiative=made, party=clubs[0], state="yes")
    secret = make_link(purpose=LINK, subject=Ref.to(voice(clubs[0])))

    assert made.title in Client().get(reverse("cocreation:meeting_behind", args=[secret, meeting.pk])).content.decode()


def test_a_letter_that_cannot_be_written_holds_none_of_the_others_up(meeting: Meeting) -> None:
    Invited.objects.filter(meeting=meeting).update(contact=None, waits="after")
    Party.objects.filter(invited_to__meeting=meeting).update(asking="never")

    assert meeting_letters.write_letters() == 6 and meeting_letters.write_letters() == 0


# -- joining on the spot -------------------------------------------------------------------------------------------


@pytest.fixture
def challenge(town_a: Organisation) -> Challenge:
    return Challenge.objects.create(owner=town_a, wording="Ingen steder å være om kvelden", state="shared", within_kind=SERIES.kind, within_id=SERIES.id)


def test_joining_on_the_spot(meeting: Meeting, clubs: list[Party], challenge: Challenge, staff_a: Somebody) -> None:
    row = meeting.invited.get(party=clubs[0])
    address = reverse("cocreation:evening_join", args=[meeting.pk])
    with after(meeting):
        assert challenge.wording in staff_a.client.get(reverse("cocreation:evening", args=[meeting.pk])).content.decode()
        given = {"challenge": challenge.pk, "invited": row.pk, "offers": "Rommet bak kirka"}
        assert staff_a.client.post(address, given).status_code == 302
        assert staff_a.client.post(address, {**given, "offers": "To rom"}).status_code == 302
        assert staff_a.client.post(address, {**given, "invited": ""}).status_code == 422
        assert staff_a.client.post(address, {**given, "challenge": 999_999}).status_code == 404

    joining = Joining.objects.get()
    assert (joining.party, joining.offers, joining.shown) == (clubs[0], "To rom", Shown.COUNTY)


def test_joining_what_is_not_shared_or_before_it_begins(meeting: Meeting, challenge: Challenge, staff_a: Somebody) -> None:
    row = meeting.invited.first()
    assert row
    with pytest.raises(Conflict):
        evenings.join_on_the_spot(meeting=meeting, invited=row.pk, challenge=challenge.pk, offers="", by=staff_a.doer)
    Challenge.objects.update(state="noted")
    with after(meeting), pytest.raises(Missing):
        evenings.join_on_the_spot(meeting=meeting, invited=row.pk, challenge=challenge.pk, offers="", by=staff_a.doer)


def test_who_said_so_is_named_where_it_joins(town_a: Organisation, staff_a: Somebody, clubs: list[Party], challenge: Challenge) -> None:
    meeting = planned(town_a, staff_a.doer)
    asked(meeting, clubs[:1], staff_a.doer)
    says(meeting, clubs[0], True, by_name=True)
    set_day(meeting, staff_a.doer)
    held(meeting, staff_a.doer)
    with after(meeting):
        evenings.join_on_the_spot(meeting=meeting, invited=meeting.invited.get().pk, challenge=challenge.pk, offers="", by=staff_a.doer)

    assert Joining.objects.get().shown == Shown.BY_NAME


def test_the_worker_asks_little_when_nothing_is_due(meeting: Meeting) -> None:
    with after(meeting):
        ask_those_due()
        with CaptureQueriesContext(connection) as captured:
            ask_those_due()

    assert len(captured) <= 4
