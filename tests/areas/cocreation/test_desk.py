"""What waits for those who hold conversations."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.cocreation.commands import conversations
from samskaper.areas.cocreation.models import Conversation, Party
from samskaper.areas.cocreation.queries.desk import on_desk
from samskaper.commons.people.models import Organisation
from samskaper.foundation import clock
from tests.cast import Somebody


def kinds(somebody: Somebody) -> list[str]:
    return [item.kind for item in on_desk(somebody.doer)]


@pytest.mark.parametrize(("days", "kind"), [(None, "do"), (-1, "do"), (0, "do"), (3, "date")])
def test_a_planned_conversation_is_a_date_until_its_day(
    choir: Party, town_a: Organisation, staff_a: Somebody, days: int | None, kind: str
) -> None:
    day = None if days is None else clock.today() + dt.timedelta(days=days)
    conversations.plan(party=choir, owner=town_a, planned_for=day, at_time=dt.time(17, 30), by=staff_a.doer)

    assert kinds(staff_a) == [kind]


def test_what_was_said_waits_to_be_read_back(held: Conversation, staff_a: Somebody) -> None:
    (item,) = on_desk(staff_a.doer)

    assert item.kind == "going" and "2" in item.note


def test_others_have_nothing_of_it(held: Conversation, planned: Conversation, colleague_a: Somebody, guest: Somebody) -> None:
    assert kinds(colleague_a) == kinds(guest) == []


def test_it_is_one_question_however_many(choir: Party, town_a: Organisation, staff_a: Somebody, django_assert_num_queries: object) -> None:
    for _number in range(30):
        conversations.plan(party=choir, owner=town_a, by=staff_a.doer)
    doer = staff_a.doer
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len(list(on_desk(doer))) == 30
