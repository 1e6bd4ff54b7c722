"""Planning, joining and writing down."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.cocreation.commands import conversations as commands
from samskaper.areas.cocreation.commands import parties
from samskaper.areas.cocreation.events import ConversationHeld
from samskaper.areas.cocreation.models import Contact, Conversation, ConversationState, Party, PartyKind
from samskaper.areas.cocreation.queries.conversations import (
    asked_already,
    conversation_page,
    my_conversations,
    of_my_library,
)
from samskaper.areas.cocreation.rules.conversations import MOST_STATEMENTS
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid, Missing, Refusal, Stale
from tests.areas.cocreation.conftest import bearer, hold
from tests.cast import Somebody


def held_facts(conversation: Conversation) -> list[list[int | None]]:
    rows = Fact.objects.filter(key=ConversationHeld.key, subject_id=conversation.pk, taken_back__isnull=True)
    return [row.data["listeners"] for row in rows]


def test_whoever_plans_takes_part(planned: Conversation, staff_a: Somebody) -> None:
    page = conversation_page(planned.pk, visible_to=staff_a.doer)

    assert page.place is not None and page.conversation.state == ConversationState.PLANNED
    assert [row.number for row in my_conversations(visible_to=staff_a.doer)] == [planned.pk]


@pytest.mark.parametrize("name", ["guest", "adviser_b"])
def test_strangers_plan_nothing_for_a_library(name: str, request: pytest.FixtureRequest, choir: Party, town_a: Organisation) -> None:
    with pytest.raises(Refusal):
        commands.plan(party=choir, owner=town_a, by=request.getfixturevalue(name).doer)


def test_a_conversation_is_hidden_from_other_libraries(planned: Conversation, staff_b: Somebody, guest: Somebody) -> None:
    for somebody in (staff_b, guest):
        with pytest.raises(Missing):
            conversation_page(planned.pk, visible_to=somebody.doer)


def test_what_was_said_becomes_the_librarys_own_statements(held: Conversation, staff_a: Somebody) -> None:
    page = conversation_page(held.pk, visible_to=staff_a.doer)

    assert [one.wording for one in page.to_read_back] == ["De eldre sitter alene.", "Bussen slutter å gå klokka fem."]
    assert held_facts(held) == [[staff_a.doer.person]]


def test_thoughts_are_ones_own(held: Conversation, staff_a: Somebody, colleague_a: Somebody) -> None:
    commands.join(conversation=held, by=colleague_a.doer)
    hold(held, staff_a.doer, thoughts="Hemmelig kanarifugl")
    page = conversation_page(held.pk, visible_to=colleague_a.doer)

    assert page.place is not None and page.place.thoughts == ""


def test_a_joint_conversation_counts_for_all_who_took_part(planned: Conversation, staff_a: Somebody, staff_b: Somebody) -> None:
    commands.join(conversation=planned, by=staff_b.doer)
    commands.join(conversation=planned, by=staff_b.doer)
    hold(planned, staff_a.doer, "Vi mangler et rom.")

    assert held_facts(planned) == [sorted([staff_a.doer.person, staff_b.doer.person])]


def test_somebody_who_joins_afterwards_is_counted(held: Conversation, staff_a: Somebody, colleague_a: Somebody) -> None:
    commands.join(conversation=held, by=colleague_a.doer)

    assert held_facts(held) == [sorted([staff_a.doer.person, colleague_a.doer.person])]


def test_joining_is_no_way_to_read_what_others_were_told(held: Conversation, staff_b: Somebody, guest: Somebody) -> None:
    for somebody in (staff_b, guest):
        with pytest.raises(Refusal):
            commands.join(conversation=held, by=somebody.doer)
    with pytest.raises(Missing):
        conversation_page(held.pk, visible_to=staff_b.doer)


def test_the_next_who_asks_sees_who_has_already(planned: Conversation, choir: Party, staff_b: Somebody, guest: Somebody) -> None:
    (row,) = asked_already(choir, visible_to=staff_b.doer)

    assert (row.library, row.day, row.listeners) == ("Tverrdal bibliotek", clock.today(), ("Staff A",))
    assert asked_already(choir, visible_to=guest.doer) == []


def test_old_conversations_are_not_held_against_anybody(held: Conversation, choir: Party, staff_b: Somebody) -> None:
    with clock.at(clock.now() + dt.timedelta(days=400)):
        assert asked_already(choir, visible_to=staff_b.doer) == []


def test_not_now_is_respected_by_all_until_its_day(choir: Party, speaker: Contact, library_b: Organisation, staff_b: Somebody) -> None:
    parties.say_not_now(contact=speaker, by=bearer(speaker), until=clock.today() + dt.timedelta(days=30))
    choir.refresh_from_db()

    with pytest.raises(Conflict, match="Tverrdal songlag"):
        commands.plan(party=choir, owner=library_b, by=staff_b.doer)
    with clock.at(clock.now() + dt.timedelta(days=30)):
        assert commands.plan(party=choir, owner=library_b, by=staff_b.doer).pk


def test_never_is_never_until_they_say_otherwise(choir: Party, speaker: Contact, library_b: Organisation, staff_b: Somebody) -> None:
    parties.say_never(contact=speaker, by=bearer(speaker))
    choir.refresh_from_db()
    with clock.at(clock.now() + dt.timedelta(days=4000)), pytest.raises(Conflict):
        commands.plan(party=choir, owner=library_b, by=staff_b.doer)
    parties.welcome_again(contact=speaker, by=bearer(speaker))
    choir.refresh_from_db()

    assert commands.plan(party=choir, owner=library_b, by=staff_b.doer).pk


def test_only_those_who_took_part_write(held: Conversation, adviser_a: Somebody, leader_a: Somebody) -> None:
    assert conversation_page(held.pk, visible_to=leader_a.doer).place is None
    with pytest.raises(Refusal):
        commands.write_down(
            conversation=held, held_on=clock.today(), said=[], thoughts="", next_step="", version=held.version, thoughts_version=1, by=leader_a.doer
        )


@pytest.mark.parametrize("days", [1, -11_000])
def test_a_day_that_cannot_be(planned: Conversation, staff_a: Somebody, days: int) -> None:
    with pytest.raises(Invalid):
        commands.write_down(
            conversation=planned, held_on=clock.today() + dt.timedelta(days=days), said=["x"], thoughts="", next_step="",
            version=planned.version, thoughts_version=1, by=staff_a.doer,
        )


@pytest.mark.parametrize("said", [["😀"], ["…"], ["ord"] * (MOST_STATEMENTS + 1), ["å" * 2001]], ids=["emoji", "dots", "many", "long"])
def test_statements_that_cannot_be_are_refused_and_nothing_is_kept(planned: Conversation, staff_a: Somebody, said: list[str]) -> None:
    with pytest.raises(Invalid):
        hold(planned, staff_a.doer, *said)
    planned.refresh_from_db()

    assert planned.state == ConversationState.PLANNED and not planned.statements.exists()


def test_two_who_write_at_once_get_both_texts(held: Conversation, staff_a: Somebody, colleague_a: Somebody) -> None:
    commands.join(conversation=held, by=colleague_a.doer)
    before = Conversation.objects.get(pk=held.pk).version
    hold(held, staff_a.doer, "Den første.")

    with pytest.raises(Stale):
        commands.write_down(
            conversation=held, held_on=clock.today(), said=["Den andre."], thoughts="", next_step="Ring", version=before, thoughts_version=1,
            by=colleague_a.doer,
        )
    assert not held.statements.filter(wording="Den andre.").exists()


def test_called_off_counts_nothing_and_takes_no_more_words(planned: Conversation, staff_a: Somebody) -> None:
    commands.call_off(conversation=planned, by=staff_a.doer)

    with pytest.raises(Conflict):
        hold(planned, staff_a.doer, "Likevel")
    assert held_facts(planned) == []


def test_a_conversation_remembers_what_it_came_from(choir: Party, town_a: Organisation, staff_a: Somebody) -> None:
    action, series = Ref("programmes.action", 7), Ref("programmes.programme", 3)
    made = commands.plan(party=choir, owner=town_a, source=action, within=series, by=staff_a.doer)

    assert made.within == series
    assert Fact.objects.filter(subject_id=made.pk, within_kind=series.kind, within_id=series.id).exists()


def test_the_same_number_is_one_party(town_a: Organisation, staff_a: Somebody) -> None:
    parties.add_party(owner=town_a, kind=PartyKind.ASSOCIATION, name="Songlaget", number="999 888 777", by=staff_a.doer)

    with pytest.raises(Conflict):
        parties.add_party(owner=town_a, kind=PartyKind.ASSOCIATION, name="Songlaget igjen", number="999888777", by=staff_a.doer)


def test_thoughts_go_after_their_time(held: Conversation, staff_a: Somebody) -> None:
    hold(held, staff_a.doer, thoughts="for meg selv")

    assert commands.forget_thoughts(365) == 0
    with clock.at(clock.now() + dt.timedelta(days=366)):
        assert commands.forget_thoughts(365) == 1


def test_lists_cost_the_same_for_one_and_for_thirty(
    choir: Party, town_a: Organisation, staff_a: Somebody, django_assert_num_queries: object
) -> None:
    for _number in range(30):
        commands.plan(party=choir, owner=town_a, by=staff_a.doer)
    doer = staff_a.doer
    with django_assert_num_queries(3):  # type: ignore[operator]
        assert len(my_conversations(visible_to=doer)) == 30
    assert of_my_library(visible_to=staff_a.doer) == []
