"""A planned conversation is moved to another day, and stands first among those of one's library."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from samskaper.areas.cocreation.commands import conversations
from samskaper.areas.cocreation.models import Conversation, Party
from samskaper.areas.cocreation.queries.conversations import my_conversations, of_my_library
from samskaper.commons.people.models import Organisation
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict
from tests.areas.cocreation.conftest import hold
from tests.cast import Somebody


def at(conversation: Conversation) -> str:
    return reverse("cocreation:move", args=[conversation.pk])


def when(days: int = 7, **more: object) -> dict[str, object]:
    day = clock.today() + dt.timedelta(days=days)
    return {"planned_for": day.isoformat(), "at_time": "17:30", "place": "Grendehuset", "version": 1, **more}


def test_it_is_moved_with_day_time_and_place(planned: Conversation, staff_a: Somebody) -> None:
    assert staff_a.client.get(at(planned)).status_code == 200
    answer = staff_a.client.post(at(planned), when())
    planned.refresh_from_db()

    assert answer["Location"] == reverse("cocreation:conversation", args=[planned.pk])
    assert (planned.planned_for, planned.at_time, planned.place) == (clock.today() + dt.timedelta(days=7), dt.time(17, 30), "Grendehuset")


def test_the_day_can_be_left_open_again(planned: Conversation, staff_a: Somebody) -> None:
    staff_a.client.post(at(planned), when(planned_for="", at_time="", place=""))
    planned.refresh_from_db()

    assert planned.planned_for is None and planned.place == ""


@pytest.mark.parametrize("wrong", [{"planned_for": "2026-02-30"}, {"at_time": "25:00"}, {"version": ""}])
def test_what_cannot_be_is_asked_for_again(planned: Conversation, staff_a: Somebody, wrong: dict[str, object]) -> None:
    answer = staff_a.client.post(at(planned), when(**wrong))

    assert answer.status_code == 422 and "Grendehuset" in answer.content.decode()


def test_two_who_move_it_see_both_days_and_the_next_save_holds(planned: Conversation, staff_a: Somebody) -> None:
    staff_a.client.post(at(planned), when(place="Biblioteket"))
    answer = staff_a.client.post(at(planned), when(place="Grendehuset"))
    page = answer.content.decode()

    assert answer.status_code == 409 and "Biblioteket" in page and "Grendehuset" in page
    assert staff_a.client.post(at(planned), when(place="Grendehuset", version=2)).status_code == 302


@pytest.mark.parametrize(("who", "status"), [("leader_a", 403), ("staff_b", 404), ("guest", 302)])
def test_only_those_who_take_part_move_it(planned: Conversation, who: str, status: int, request: pytest.FixtureRequest) -> None:
    somebody: Somebody = request.getfixturevalue(who)

    assert somebody.client.post(at(planned), when()).status_code == status
    planned.refresh_from_db()
    assert planned.place == ""


def test_what_was_held_or_called_off_is_not_moved(held: Conversation, choir: Party, town_a: Organisation, staff_a: Somebody) -> None:
    off = conversations.call_off(conversation=conversations.plan(party=choir, owner=town_a, by=staff_a.doer), by=staff_a.doer)
    for one in (held, off):
        assert staff_a.client.get(at(one)).status_code == 409
        with pytest.raises(Conflict):
            conversations.move(conversation=one, version=one.version, planned_for=None, at_time=None, place="", by=staff_a.doer)


def test_planned_ones_come_first_the_next_before_the_others(
    choir: Party, town_a: Organisation, staff_a: Somebody, colleague_a: Somebody
) -> None:
    def plan(days: int | None) -> Conversation:
        day = None if days is None else clock.today() + dt.timedelta(days=days)
        return conversations.plan(party=choir, owner=town_a, planned_for=day, by=staff_a.doer)

    open_day, met, far, near = plan(None), hold(plan(0), staff_a.doer), plan(9), plan(2)

    expected = [near.pk, far.pk, open_day.pk, met.pk]
    assert [row.number for row in of_my_library(visible_to=colleague_a.doer)] == expected
    assert [row.number for row in my_conversations(visible_to=staff_a.doer)] == expected


def test_the_list_says_which_are_planned(planned: Conversation, colleague_a: Somebody) -> None:
    assert "avtalt" in colleague_a.client.get(reverse("cocreation:index")).content.decode()
