"""The pages of a gathering, for those who arrange it and behind an association's link."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskaper.areas.cocreation.models import Coming, Meeting, MeetingState, Party
from samskaper.areas.cocreation.queries.meeting_desk import on_desk
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.commons.people.commands.links import make_link
from samskaper.commons.people.models import Organisation
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from tests.areas.cocreation.meeting_people import asked, held, met, planned, says, set_day, voice
from tests.cast import FormClient, Somebody


@pytest.fixture
def club(town_a: Organisation, staff_a: Somebody) -> Party:
    return met(town_a, staff_a.doer, 1)


@pytest.fixture
def meeting(town_a: Organisation, staff_a: Somebody, club: Party) -> Meeting:
    meeting = planned(town_a, staff_a.doer)
    asked(meeting, [club], staff_a.doer)
    return meeting


@pytest.fixture
def secret(club: Party) -> str:
    return make_link(purpose=LINK, subject=Ref.to(voice(club)))


def at(name: str, *args: object) -> str:
    return reverse(f"cocreation:{name}", args=args)


def page(client: Client, name: str, *args: object) -> str:
    answer = client.get(at(name, *args))
    assert answer.status_code == 200, (name, answer.status_code)
    return answer.content.decode()


def days(*ahead: int) -> dict[str, str]:
    return {"since": "18:00", "until": "20:00"} | {f"day{n}": (clock.today() + dt.timedelta(days=after)).isoformat() for n, after in enumerate(ahead, 1)}


# -- those who arrange it ------------------------------------------------------------------------------------------


def test_planning_leads_to_the_list(staff_a: Somebody, club: Party) -> None:
    assert "name=\"day6\"" in page(staff_a.client, "meeting_new")
    answer = staff_a.client.post(at("meeting_new"), {"title": "En kveld", "place": "Her", **days(7, 9)})
    made = Meeting.objects.get()

    assert answer["Location"] == at("meeting_list", made.pk) and made.dates.count() == 2 and made.organiser == staff_a.person


@pytest.mark.parametrize(
    "given", [
        {"title": "", **days(7, 9)}, {"title": "En kveld", **days(7)}, {"title": "En kveld", **days(-3, 7)}, {"title": "\u200b", **days(7, 9)},
        {"title": "En kveld", **days(7, 9), "until": "17:00"},
    ],
)
def test_what_cannot_be_planned_stays_in_the_form(staff_a: Somebody, given: dict[str, str]) -> None:
    assert staff_a.client.post(at("meeting_new"), given).status_code == 422
    assert not Meeting.objects.exists()


def test_the_list_is_ticked_and_sent(town_a: Organisation, staff_a: Somebody, club: Party) -> None:
    others = [met(town_a, staff_a.doer, number) for number in (2, 3)]
    meeting = planned(town_a, staff_a.doer)
    assert club.name in page(staff_a.client, "meeting_list", meeting.pk)
    staff_a.client.post(at("meeting_list", meeting.pk), {"party": [str(club.pk), f"{others[0].pk},{others[1].pk}", "x", ""]})
    assert meeting.invited.count() == 3
    staff_a.client.post(at("meeting_take_off", meeting.pk), {"party": club.pk})
    staff_a.client.post(at("meeting_send", meeting.pk))

    assert meeting.invited.filter(waits="asked").count() == 2
    assert "Lag 001" in staff_a.client.get(at("meeting_list", meeting.pk), {"q": "Lag"}).content.decode()


def test_one_press_sets_the_day(meeting: Meeting, club: Party, staff_a: Somebody) -> None:
    says(meeting, club, True, needs="Rampe", lends="Kaffekanne")
    assert "shares__yes" in page(staff_a.client, "meeting", meeting.pk)
    answer = staff_a.client.post(at("meeting_set", meeting.pk), {"date": meeting.dates.all()[0].pk, "version": meeting.version})
    shown = page(staff_a.client, "meeting", meeting.pk)

    assert answer.status_code == 302 and "Rampe" in shown and "Kaffekanne" in shown


def test_a_double_press_and_a_stale_one(meeting: Meeting, staff_a: Somebody, colleague_a: Somebody) -> None:
    first, second = meeting.dates.all()[:2]
    for somebody, date, status in ((staff_a, first, 302), (staff_a, first, 302), (colleague_a, second, 409)):
        assert somebody.client.post(at("meeting_set", meeting.pk), {"date": date.pk, "version": meeting.version}).status_code == status


def test_what_is_needed_is_read_by_nobody_else(meeting: Meeting, club: Party, staff_a: Somebody, library_b: Organisation, staff_b: Somebody) -> None:
    met(library_b, staff_b.doer, 8)
    says(meeting, club, True, needs="Hemmelig rampe")
    set_day(meeting, staff_a.doer)
    held(meeting, staff_a.doer)

    for name in ("meeting", "evening", "gained"):
        assert "Hemmelig rampe" not in page(staff_b.client, name, meeting.pk)
    assert staff_b.client.get(at("who_came", meeting.pk)).status_code == 404


def test_changing_moving_and_calling_off(meeting: Meeting, staff_a: Somebody) -> None:
    for name in ("meeting_change", "meeting_move", "evening", "who_came", "gained", "meetings"):
        page(staff_a.client, name, *([] if name == "meetings" else [meeting.pk]))
    staff_a.client.post(at("meeting_change", meeting.pk), {"title": "Ny kveld", "ring": "Kari 900 00 000", "version": meeting.version})
    meeting.refresh_from_db()
    when = {"day": (clock.today() + dt.timedelta(days=30)).isoformat(), "since": "17:30", "until": "19:00", "place": "Biblioteket"}
    assert staff_a.client.post(at("meeting_move", meeting.pk), {**when, "until": "17:00", "version": meeting.version}).status_code == 422
    staff_a.client.post(at("meeting_move", meeting.pk), {**when, "version": meeting.version})
    staff_a.client.post(at("meeting_off", meeting.pk))
    meeting.refresh_from_db()

    assert (meeting.title, meeting.ring, meeting.place, meeting.state) == ("Ny kveld", "Kari 900 00 000", "Biblioteket", MeetingState.CANCELLED)
    assert "ikke" in page(staff_a.client, "meeting", meeting.pk) and page(staff_a.client, "meeting_move", meeting.pk)


def test_ticking_at_the_door(meeting: Meeting, club: Party, town_a: Organisation, staff_a: Somebody) -> None:
    set_day(meeting, staff_a.doer)
    meeting.refresh_from_db()
    guest = met(town_a, staff_a.doer, 77)
    assert meeting.starts
    with clock.at(meeting.starts):
        assert club.name in page(staff_a.client, "who_came", meeting.pk)
        staff_a.client.post(at("who_came", meeting.pk), {"here": [str(meeting.invited.get().pk), "x"]})
        assert "Lag 077" in staff_a.client.get(at("who_came", meeting.pk), {"q": "Lag 077"}).content.decode()
        staff_a.client.post(at("walk_in", meeting.pk), {"party": guest.pk})

    assert meeting.invited.filter(was_there=True).count() == 2 and Meeting.objects.get().state == MeetingState.HELD


def test_what_waits_on_the_desk(meeting: Meeting, club: Party, staff_a: Somebody, colleague_a: Somebody) -> None:
    def kinds() -> list[str]:
        return [item.kind for item in on_desk(staff_a.doer)]

    assert kinds() == ["going"] and list(on_desk(colleague_a.doer)) == []
    says(meeting, club, True)
    assert kinds() == ["do"]
    set_day(meeting, staff_a.doer)
    assert kinds() == ["date"]
    meeting.refresh_from_db()
    assert meeting.ends
    with clock.at(meeting.ends):
        assert kinds() == ["do"]
    held(meeting, staff_a.doer)
    assert kinds() == []


# -- behind the link -----------------------------------------------------------------------------------------------


def answer_days(secret: str, meeting: Meeting, said: list[str], **more: str) -> int:
    given = {f"d{date.pk}": word for date, word in zip(meeting.dates.order_by("starts"), said, strict=False)}
    return int(FormClient().post(at("meeting_behind", secret, meeting.pk), {"about": "days", "people": "2", **given, **more}).status_code)


def test_opening_it_answers_nothing(meeting: Meeting, secret: str) -> None:
    before = list(meeting.invited.values())
    shown = page(Client(), "meeting_behind", secret, meeting.pk)
    Client().head(at("meeting_behind", secret, meeting.pk))

    assert list(meeting.invited.values()) == before and 'value="2"' in shown
    assert "checked" not in shown and meeting.title in page(Client(), "meetings_behind", secret)


def test_answering_by_the_link(meeting: Meeting, club: Party, secret: str) -> None:
    assert answer_days(secret, meeting, ["yes", "no"], needs="Rampe", by_name="on") == 302
    row = meeting.invited.get()

    assert (row.people, row.needs, row.by_name, row.answers.count()) == (2, "Rampe", True, 2)
    assert "checked" in page(Client(), "meeting_behind", secret, meeting.pk)


@pytest.mark.parametrize(
    ("said", "more"), [
        ([], {}), (["yes"], {"none": "on"}), (["yes"], {"people": "0"}), (["yes"], {"people": "x"}), (["perhaps"], {}), (["yes"], {"needs": "x" * 301}),
    ],
)
def test_answers_that_say_nothing_clear(meeting: Meeting, secret: str, said: list[str], more: dict[str, str]) -> None:
    assert answer_days(secret, meeting, said, **more) == 422
    assert meeting.invited.get().answered_on is None


def test_an_invitation_that_waits_is_counted_beside_the_word(meeting: Meeting, secret: str) -> None:
    assert "Samlinger (1)" in page(Client(), "party", secret)
    answer_days(secret, meeting, ["yes"])
    assert "Samlinger (1)" not in page(Client(), "party", secret)


def test_none_of_the_days(meeting: Meeting, secret: str) -> None:
    assert answer_days(secret, meeting, [], none="on") == 302
    assert meeting.invited.get().coming == Coming.NO


def test_the_day_was_set_while_they_answered(meeting: Meeting, secret: str, staff_a: Somebody) -> None:
    set_day(meeting, staff_a.doer)

    assert answer_days(secret, meeting, ["yes"]) == 422 and meeting.invited.get().coming == Coming.ASKED
    coming = {"about": "day", "comes": "yes", "people": "2"}
    assert FormClient().post(at("meeting_behind", secret, meeting.pk), coming).status_code == 302
    assert meeting.invited.get().coming == Coming.YES


def test_another_partys_link_and_one_that_was_not_asked(meeting: Meeting, town_a: Organisation, staff_a: Somebody, secret: str) -> None:
    other = make_link(purpose=LINK, subject=Ref.to(voice(met(town_a, staff_a.doer, 2))))
    unsent = planned(town_a, staff_a.doer)
    for address in (at("meeting_behind", other, meeting.pk), at("meeting_calendar", other, meeting.pk), at("meeting_behind", secret, unsent.pk)):
        assert Client().get(address).status_code == 404
    assert answer_days(other, meeting, ["yes"]) == 404 and Client().get(at("meeting_calendar", secret, meeting.pk)).status_code == 404


def test_the_day_for_the_calendar(meeting: Meeting, secret: str, staff_a: Somebody) -> None:
    set_day(meeting, staff_a.doer)
    answer = Client().get(at("meeting_calendar", secret, meeting.pk))

    assert answer["Content-Type"].startswith("text/calendar") and b"VEVENT" in answer.content


@pytest.mark.parametrize("state", ["set", "held", "cancelled"])
def test_the_page_says_how_it_stands(meeting: Meeting, secret: str, staff_a: Somebody, state: str) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(ring="Kari, 900 00 000")
    set_day(meeting, staff_a.doer)
    if state == "held":
        held(meeting, staff_a.doer)
    Meeting.objects.filter(pk=meeting.pk).update(state=state)
    shown = page(Client(), "meeting_behind", secret, meeting.pk)

    assert ("<form" in shown) == (state == "set") and ("Kari, 900 00 000" in shown) == (state != "cancelled")


def test_too_late(meeting: Meeting, secret: str, staff_a: Somebody) -> None:
    set_day(meeting, staff_a.doer)
    held(meeting, staff_a.doer)
    given = {"about": "day", "comes": "yes", "people": "2"}

    assert FormClient().post(at("meeting_behind", secret, meeting.pk), given).status_code == 409


def test_a_hand_over_closes_it_to_the_old_holder(meeting: Meeting, secret: str) -> None:
    FormClient().post(at("hand_over", secret), {"name": "Ny", "email": "ny@lag.example"})

    assert Client().get(at("meeting_behind", secret, meeting.pk)).status_code == 410


def test_pages_ask_the_same_with_many(town_a: Organisation, staff_a: Somebody) -> None:
    def questions(number: int) -> list[int]:
        meeting = planned(town_a, staff_a.doer)
        asked(meeting, [met(town_a, staff_a.doer, number * 100 + n) for n in range(number)], staff_a.doer)
        found = []
        for name in ("meeting", "meeting_list", "who_came", "evening", "gained"):
            with CaptureQueriesContext(connection) as captured:
                page(staff_a.client, name, meeting.pk)
            found.append(len([one for one in captured.captured_queries if "SAVEPOINT" not in one["sql"]]))
        return found

    questions(1)
    few = questions(2)
    assert questions(25) == few and max(few) < 20
