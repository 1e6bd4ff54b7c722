"""What becomes of a statement, and who decides."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.cocreation.commands import statements as commands
from samskaper.areas.cocreation.events import StatementAgreed
from samskaper.areas.cocreation.models import (
    ACTS,
    Contact,
    Conversation,
    Party,
    PartyKind,
    ReadBack,
    Shown,
    Statement,
    StatementState,
)
from samskaper.areas.cocreation.rules.conversations import named, state_after
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import County
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict, Invalid, Missing, Refusal, Stale
from tests.areas.cocreation.conftest import bearer
from tests.cast import Somebody


def first(conversation: Conversation) -> Statement:
    return conversation.statements.all()[0]


def standing() -> int:
    return Fact.objects.filter(key=StatementAgreed.key, taken_back__isnull=True).count()


def read_back(conversation: Conversation, by: Doer) -> int:
    numbers = list(conversation.statements.values_list("pk", flat=True))
    return commands.read_back(conversation=conversation, statements=numbers, how=ReadBack.PHONE, on=clock.today(), by=by)


def test_read_back_makes_it_agreed_and_counts_once(held: Conversation, staff_a: Somebody) -> None:
    assert read_back(held, staff_a.doer) == 2
    assert read_back(held, staff_a.doer) == 0
    assert (first(held).state, first(held).read_back, standing()) == (StatementState.AGREED, ReadBack.PHONE, 2)


def test_nobody_reads_back_tomorrow(held: Conversation, staff_a: Somebody) -> None:
    with pytest.raises(Invalid):
        commands.read_back(
            conversation=held, statements=[first(held).pk], how=ReadBack.ALOUD, on=clock.today() + dt.timedelta(days=1), by=staff_a.doer
        )


def test_other_words_have_to_be_read_back_again(held: Conversation, staff_a: Somebody) -> None:
    read_back(held, staff_a.doer)
    one = first(held)
    commands.reword(statement=one, wording="De eldre savner noen å snakke med.", version=one.version, by=staff_a.doer)

    assert (first(held).state, first(held).read_back, standing()) == (StatementState.MINE, "", 1)


def test_the_same_words_change_nothing(held: Conversation, staff_a: Somebody) -> None:
    read_back(held, staff_a.doer)
    one = first(held)
    commands.reword(statement=one, wording=one.wording, version=one.version, by=staff_a.doer)

    assert first(held).state == StatementState.AGREED


def test_the_party_confirms_corrects_objects_and_takes_back(held: Conversation, speaker: Contact) -> None:
    one, by = first(held), bearer(speaker)
    commands.confirm(statement=one.pk, contact=speaker, wording=one.wording, version=one.version, by=by)
    assert (first(held).state, standing()) == (StatementState.CONFIRMED, 1)
    commands.object_to(statement=one.pk, contact=speaker, by=by)
    assert (first(held).state, standing()) == (StatementState.OBJECTED, 0)
    commands.correct(statement=one.pk, contact=speaker, wording="Mange sitter alene.", version=first(held).version, by=by)
    assert (first(held).state, first(held).wording, first(held).by_party, standing()) == (StatementState.CONFIRMED, "Mange sitter alene.", True, 1)
    commands.withdraw(statement=one.pk, contact=speaker, by=by)
    assert (first(held).state, first(held).wording, standing()) == (StatementState.WITHDRAWN, "", 0)


@pytest.mark.parametrize("act", sorted(ACTS))
def test_what_was_taken_back_stays_so(held: Conversation, speaker: Contact, act: str) -> None:
    commands.withdraw(statement=first(held).pk, contact=speaker, by=bearer(speaker))

    with pytest.raises(Conflict):
        state_after(act, first(held))


def test_a_correction_of_older_words_gets_both_texts(held: Conversation, speaker: Contact, staff_a: Somebody) -> None:
    seen = first(held)
    commands.reword(statement=seen, wording="Nytt fra biblioteket.", version=seen.version, by=staff_a.doer)

    with pytest.raises(Stale):
        commands.correct(statement=seen.pk, contact=speaker, wording="Vårt.", version=seen.version, by=bearer(speaker))
    assert first(held).wording == "Nytt fra biblioteket."


@pytest.mark.parametrize("wording", ["", "  ​ ", "😀😀", "å" * 2001], ids=["empty", "unseen", "emoji", "long"])
def test_words_that_say_nothing_are_refused(held: Conversation, speaker: Contact, wording: str) -> None:
    with pytest.raises(Invalid):
        commands.correct(statement=first(held).pk, contact=speaker, wording=wording, version=1, by=bearer(speaker))


def test_the_party_adds_its_own_and_stands_by_it(held: Conversation, speaker: Contact) -> None:
    made = commands.add_own(conversation=held, contact=speaker, wording="Vi trenger et rom om kvelden.", by=bearer(speaker))

    assert (made.state, made.by_party, standing()) == (StatementState.CONFIRMED, True, 1)


def test_another_partys_ids_are_not_there(held: Conversation, speaker: Contact, choir: Party) -> None:
    other = Party.objects.create(owner=choir.owner, kind=PartyKind.ASSOCIATION, name="Andre")
    stranger = Contact.objects.create(party=other, owner=choir.owner, email="x@example.org")
    for act in (commands.object_to, commands.withdraw):
        with pytest.raises(Missing):
            act(statement=first(held).pk, contact=stranger, by=bearer(stranger))
    with pytest.raises(Missing):
        commands.confirm(statement=first(held).pk, contact=stranger, wording="x", version=1, by=bearer(stranger))
    with pytest.raises(Missing):
        commands.add_own(conversation=held, contact=stranger, wording="Innbrudd", by=bearer(stranger))


def test_only_the_bearer_speaks_for_the_party(held: Conversation, speaker: Contact, staff_a: Somebody, guest: Somebody) -> None:
    for somebody in (staff_a, guest):
        with pytest.raises(Refusal):
            commands.object_to(statement=first(held).pk, contact=speaker, by=somebody.doer)


def test_nobody_confirms_words_that_she_has_not_read(held: Conversation, speaker: Contact, staff_a: Somebody) -> None:
    seen = first(held)
    commands.reword(statement=seen, wording="Noe helt annet.", version=seen.version, by=staff_a.doer)

    with pytest.raises(Stale):
        commands.confirm(statement=seen.pk, contact=speaker, wording="De eldre sitter alene.", version=1, by=bearer(speaker))
    assert first(held).state == StatementState.MINE


def test_words_that_were_changed_before_the_press_are_kept(held: Conversation, speaker: Contact) -> None:
    one = first(held)
    commands.confirm(statement=one.pk, contact=speaker, wording="Med våre ord.", version=one.version, by=bearer(speaker))

    assert (first(held).wording, first(held).by_party) == ("Med våre ord.", True)


def test_the_party_chooses_how_it_is_named(held: Conversation, speaker: Contact, choir: Party) -> None:
    commands.show_as(statement=first(held).pk, contact=speaker, shown=Shown.BY_NAME, by=bearer(speaker))

    assert named(choir, shown=first(held).shown, inside=False) == "Tverrdal songlag"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(PartyKind.ASSOCIATION, "Innlandet"), (PartyKind.RESIDENT, "Innlandet"), (PartyKind.COMPANY, "Innlandet"), (PartyKind.INFORMAL_GROUP, "Innlandet")],
)
def test_until_then_only_the_county_is_said(choir: Party, county: County, kind: str, expected: str) -> None:
    choir.kind = kind
    said = named(choir, shown=Shown.COUNTY, inside=False)

    assert expected in said and "songlag" not in said
    assert named(choir, shown=Shown.NOT, inside=False) == ""
    assert named(choir, shown=Shown.NOT, inside=True) == choir.name
