"""The thread of a conversation, a challenge and an initiative, walked both ways."""

from __future__ import annotations

import pytest

from samskaper.areas.cocreation.models import Challenge, Conversation, Initiative
from samskaper.areas.cocreation.queries.chain import thread_of
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.commands import tie
from samskaper.foundation.refs import Ref
from samskaper.ui.thread import Knot, Thread
from tests.cast import Somebody


@pytest.fixture
def challenge(held: Conversation, town_a: Organisation) -> Challenge:
    made = Challenge.objects.create(owner=town_a, wording="Ingen kommer seg hjem om kvelden", county=held.party.county)
    tie(record=Ref.to(made), source=Ref.to(held), by=SYSTEM)
    return made


@pytest.fixture
def initiative(challenge: Challenge, town_a: Organisation) -> Initiative:
    made = Initiative.objects.create(owner=town_a, title="Kjørelista", county=challenge.county)
    tie(record=Ref.to(made), source=Ref.to(challenge), by=SYSTEM)
    return made


def under(found: Thread) -> dict[str, Knot]:
    return {knot.key: knot for knot in found.knots}


def test_forward_from_a_conversation(held: Conversation, challenge: Challenge, initiative: Initiative, staff_a: Somebody) -> None:
    found = thread_of(Ref.to(held), within=None, visible_to=staff_a.doer)

    assert (under(found)["challenge"].thing, under(found)["initiative"].thing) == (challenge.wording, "Kjørelista")
    assert found.forward and found.forward.words == challenge.wording


def test_back_from_an_initiative(held: Conversation, initiative: Initiative, staff_a: Somebody) -> None:
    found = under(thread_of(Ref.to(initiative), within=None, visible_to=staff_a.doer))

    assert found["conversation"].href.endswith(f"/conversations/{held.pk}/") and found["initiative"].is_here


def test_nobody_learns_by_the_thread_of_a_conversation_that_she_may_not_read(held: Conversation, initiative: Initiative, staff_b: Somebody) -> None:
    found = under(thread_of(Ref.to(initiative), within=None, visible_to=staff_b.doer))

    assert (found["conversation"].thing, found["conversation"].href) == ("", "")


def test_several_conversations_are_a_number(held: Conversation, challenge: Challenge, town_a: Organisation, staff_a: Somebody) -> None:
    other = Conversation.objects.create(party=held.party, owner=town_a)
    tie(record=Ref.to(challenge), source=Ref.to(other), by=SYSTEM)

    assert under(thread_of(Ref.to(challenge), within=None, visible_to=staff_a.doer))["conversation"].thing.startswith("2 ")


def test_a_long_wording_is_cut_at_a_word(held: Conversation, challenge: Challenge, staff_a: Somebody) -> None:
    Challenge.objects.update(wording="Ingen " + "kommer " * 30)
    thing = under(thread_of(Ref.to(held), within=None, visible_to=staff_a.doer))["challenge"].thing

    assert len(thing) <= 60 and thing.endswith("kommer …")
