"""What search finds of conversations, challenges and initiatives: never more than their pages show, and gone at once."""

from __future__ import annotations

import pytest
from django.db import transaction

from samskaper.areas.cocreation.commands import conversations, forgetting, parties, statements
from samskaper.areas.cocreation.models import Contact, Conversation, Party, PartyKind, ReadBack, Shown
from samskaper.areas.cocreation.queries.found import CONVERSATION
from samskaper.commons.people.models import County, Organisation
from samskaper.commons.search.models import Document, Known
from samskaper.commons.search.queries import find
from samskaper.foundation import clock
from samskaper.foundation.kinds import cards_of
from tests.areas.cocreation.conftest import bearer, hold
from tests.cast import Somebody


def finds(who: Somebody, line: str) -> int:
    """Return how many conversations somebody finds."""
    return sum(facet.number for facet in find(line, visible_to=who.doer, language="nb").facets if facet.kind == CONVERSATION)


def agreed(conversation: Conversation, who: Somebody, *said: str) -> Conversation:
    """Write down what was said and read it back."""
    hold(conversation, who.doer, *said, thoughts="Jeg tror hemmelighetskremmerne vil ha saft.")
    every = list(conversation.statements.values_list("pk", flat=True))
    statements.read_back(conversation=conversation, statements=every, how=ReadBack.ALOUD, on=clock.today(), by=who.doer)
    return conversation


def test_a_conversation_is_found_by_the_library_that_holds_it(
    planned: Conversation, staff_a: Somebody, leader_a: Somebody, staff_b: Somebody, adviser_a: Somebody, guest: Somebody
) -> None:
    agreed(planned, staff_a, "Tømmerrenna stenger klokka fem.")

    assert [finds(who, "tømmerrenne") for who in (staff_a, leader_a)] == [1, 1]
    assert [finds(who, "tømmerrenne") for who in (staff_b, adviser_a, guest)] == [0, 0, 0]


def test_whoever_joined_from_elsewhere_finds_it(planned: Conversation, staff_a: Somebody, staff_b: Somebody) -> None:
    conversations.join(conversation=planned, by=staff_b.doer)

    agreed(planned, staff_a, "Tømmerrenna stenger klokka fem.")

    assert finds(staff_b, "tømmerrenne") == 1


def test_words_that_were_not_read_back_are_not_found(held: Conversation, staff_a: Somebody) -> None:
    assert finds(staff_a, "buss") == 0
    assert not Document.objects.filter(kind=CONVERSATION, text__contains="Bussen").exists()


def test_own_thoughts_are_never_found(planned: Conversation, staff_a: Somebody) -> None:
    agreed(planned, staff_a, "Tømmerrenna stenger klokka fem.")

    assert finds(staff_a, "hemmelighetskremmerne") == 0
    assert not Known.objects.filter(word__startswith="hemmelighets").exists()


def test_what_is_not_to_be_shown_is_not_found(planned: Conversation, speaker: Contact, staff_a: Somebody) -> None:
    agreed(planned, staff_a, "Tømmerrenna stenger klokka fem.")

    statements.show_as(statement=planned.statements.get().pk, contact=speaker, shown=Shown.NOT, by=bearer(speaker))

    assert finds(staff_a, "tømmerrenne") == 0


def test_a_residents_name_is_never_in_the_index(town_a: Organisation, staff_a: Somebody, county: County) -> None:
    resident = parties.add_party(owner=town_a, kind=PartyKind.RESIDENT, name="Gunnhild Kremmerud", county=county, by=staff_a.doer)

    conversations.plan(party=resident, owner=town_a, by=staff_a.doer)

    assert finds(staff_a, "kremmerud") == 0
    assert Document.objects.get(kind=CONVERSATION).title == "En innbygger i Innlandet"


def test_what_is_taken_back_is_gone_within_the_transaction(planned: Conversation, speaker: Contact, staff_a: Somebody) -> None:
    agreed(planned, staff_a, "Tømmerrenna stenger klokka fem.")
    assert finds(staff_a, "tømmerrenne") == 1

    with transaction.atomic():
        statements.withdraw(statement=planned.statements.get().pk, contact=speaker, by=bearer(speaker))
        assert finds(staff_a, "tømmerrenne") == 0
        assert not Document.objects.filter(text__contains="Tømmerrenna").exists()
        assert not Known.objects.filter(word="tommerrenna").exists()


def test_what_is_put_in_other_words_is_found_again_when_it_was_read_back(planned: Conversation, staff_a: Somebody) -> None:
    agreed(planned, staff_a, "Tømmerrenna stenger klokka fem.")
    said = planned.statements.get()

    statements.reword(statement=said, wording="Kornsiloen stenger klokka fem.", version=said.version, by=staff_a.doer)

    assert (finds(staff_a, "tømmerrenne"), finds(staff_a, "kornsilo")) == (0, 0)
    statements.read_back(conversation=planned, statements=[said.pk], how=ReadBack.ALOUD, on=clock.today(), by=staff_a.doer)
    assert finds(staff_a, "kornsilo") == 1


def test_a_party_that_is_forgotten_is_found_no_more(planned: Conversation, choir: Party, speaker: Contact, staff_a: Somebody) -> None:
    agreed(planned, staff_a, "Tømmerrenna stenger klokka fem.")
    assert finds(staff_a, "songlag") == 1

    forgetting.forget(party=choir.pk, contact=speaker, by=bearer(speaker))

    assert [finds(staff_a, line) for line in ("songlag", "tømmerrenne", "tverrdal")] == [0, 0, 0]


def test_a_conversation_that_came_to_nothing_is_found_no_more(planned: Conversation, staff_a: Somebody) -> None:
    assert finds(staff_a, "songlag") == 1

    conversations.call_off(conversation=planned, by=staff_a.doer)

    assert finds(staff_a, "songlag") == 0


@pytest.mark.parametrize("who", ["staff_a", "leader_a", "colleague_a", "adviser_a", "staff_b", "adviser_b", "guest"])
def test_whoever_finds_it_may_open_it_and_the_other_way(planned: Conversation, who: str, request: pytest.FixtureRequest) -> None:
    somebody: Somebody = request.getfixturevalue(who)

    (document,) = Document.objects.filter(kind=CONVERSATION)
    assert bool(finds(somebody, "songlag")) == bool(cards_of([document.ref], visible_to=somebody.doer))
