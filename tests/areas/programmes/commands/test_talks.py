"""Conversations count by themselves as the actions that they were meant to be."""

from __future__ import annotations

import pytest
from django.urls import reverse

from samskaper.areas.cocreation.commands import conversations, parties
from samskaper.areas.cocreation.models import Conversation, Party
from samskaper.areas.programmes.commands.actions import save_report
from samskaper.areas.programmes.events import AllConversationsHeld, ConversationHeld
from samskaper.areas.programmes.models import Action, ActionKind, ActionReport, Enrolment, ProgrammeState
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Fact
from samskaper.commons.record.queries import sources
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from tests.areas.programmes.running import DAY, Series
from tests.cast import Somebody


@pytest.fixture
def tasks(series: Series) -> list[Action]:
    """Two conversations that each participant is to hold."""
    today = clock.today()
    return [series.task(number, ActionKind.CONVERSATION, f"Samtale {number}", today - DAY, today + number * DAY) for number in (11, 12)]


@pytest.fixture
def choir(town_a: Organisation, staff_a: Somebody) -> Party:
    return parties.add_party(owner=town_a, kind="association", name="Songlaget", by=staff_a.doer)


def hold(conversation: Conversation, by: Somebody) -> None:
    conversation.refresh_from_db()
    place = conversation.listeners.get(person=by.person)
    conversations.write_down(
        conversation=conversation, held_on=clock.today(), said=["Vi mangler et rom."], thoughts="", next_step="", version=conversation.version,
        thoughts_version=place.version, by=by.doer,
    )


def planned(series: Series, choir: Party, town: Organisation, by: Somebody) -> Conversation:
    return conversations.plan(party=choir, owner=town, within=Ref.to(series.programme), by=by.doer)


def facts() -> int:
    return Fact.objects.filter(key=ConversationHeld.key, taken_back__isnull=True).count()


def test_a_conversation_is_the_next_one_to_hold(
    series: Series, tasks: list[Action], place: Enrolment, choir: Party, town_a: Organisation, staff_a: Somebody
) -> None:
    talk = planned(series, choir, town_a, staff_a)
    hold(talk, staff_a)
    report = ActionReport.objects.get(enrolment=place)

    assert (report.action, report.done_on, facts()) == (tasks[0], clock.today(), 1)
    assert sources([Ref.to(report)])[Ref.to(report)] == [Ref.to(talk)]


def all_held() -> list[int]:
    return list(Fact.objects.filter(key=AllConversationsHeld.key, taken_back__isnull=True).values_list("subject_id", flat=True))


def test_whoever_has_held_every_conversation_counts_towards_that_goal(
    series: Series, tasks: list[Action], place: Enrolment, choir: Party, town_a: Organisation, staff_a: Somebody
) -> None:
    hold(planned(series, choir, town_a, staff_a), staff_a)
    after_one = all_held()
    hold(planned(series, choir, town_a, staff_a), staff_a)

    assert (after_one, all_held()) == ([], [place.pk])


def test_a_conversation_that_is_undone_counts_no_longer_towards_that_goal(
    series: Series, tasks: list[Action], place: Enrolment, choir: Party, town_a: Organisation, staff_a: Somebody
) -> None:
    for _each in tasks:
        hold(planned(series, choir, town_a, staff_a), staff_a)
    report = ActionReport.objects.get(enrolment=place, action=tasks[1])
    save_report(action=tasks[1], enrolment=place, done_on=None, reflection="", thoughts="", version=report.version, by=staff_a.doer)

    assert all_held() == []


def test_writing_more_does_not_count_again(
    series: Series, tasks: list[Action], place: Enrolment, choir: Party, town_a: Organisation, staff_a: Somebody
) -> None:
    talk = planned(series, choir, town_a, staff_a)
    hold(talk, staff_a)
    hold(talk, staff_a)

    assert facts() == 1


def test_it_counts_for_all_who_take_part_and_are_in_the_series(
    series: Series, tasks: list[Action], place: Enrolment, choir: Party, town_a: Organisation, staff_a: Somebody, colleague_a: Somebody,
    staff_b: Somebody,
) -> None:
    series.enrol(colleague_a)
    talk = planned(series, choir, town_a, staff_a)
    conversations.join(conversation=talk, by=colleague_a.doer)
    conversations.join(conversation=talk, by=staff_b.doer)
    hold(talk, staff_a)

    assert facts() == 2


def test_the_third_of_two_is_kept_but_counts_for_nothing(
    series: Series, tasks: list[Action], place: Enrolment, choir: Party, town_a: Organisation, staff_a: Somebody
) -> None:
    for _number in range(3):
        hold(planned(series, choir, town_a, staff_a), staff_a)

    assert facts() == 2 and Conversation.objects.filter(state="held").count() == 3


def test_a_finished_series_is_left_alone(
    series: Series, tasks: list[Action], place: Enrolment, choir: Party, town_a: Organisation, staff_a: Somebody
) -> None:
    talk = planned(series, choir, town_a, staff_a)
    type(series.programme).objects.filter(pk=series.programme.pk).update(state=ProgrammeState.CLOSED)
    hold(talk, staff_a)

    assert facts() == 0


def test_the_action_leads_to_a_conversation_that_remembers_it(
    series: Series, tasks: list[Action], place: Enrolment, choir: Party, staff_a: Somebody, staff_b: Somebody
) -> None:
    page = staff_a.client.get(reverse("programmes:action", args=[tasks[0].pk])).content.decode()
    origin = f"from=programmes.action:{tasks[0].pk}&within=programmes.programme:{series.programme.pk}"
    assert origin.replace("&", "&amp;") in page
    staff_a.client.post(f"{reverse('cocreation:meet', args=[choir.pk])}?{origin}", {"planned_for": ""})
    staff_b.client.post(f"{reverse('cocreation:meet', args=[choir.pk])}?{origin}", {"planned_for": ""})
    mine, theirs = Conversation.objects.order_by("pk")

    assert sources([Ref.to(mine)])[Ref.to(mine)] == [Ref.to(tasks[0])]
    assert Ref.to(theirs) not in sources([Ref.to(theirs)]), "an action of others is no origin"
