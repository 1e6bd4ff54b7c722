"""A conversation that nobody planned: written down where it is held, and afterwards said who it was with."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from samskaper.areas.cocreation.commands import conversations, links, parties, spot
from samskaper.areas.cocreation.events import ConversationHeld, PartyChosen
from samskaper.areas.cocreation.models import (
    Contact,
    Conversation,
    ConversationState,
    Listener,
    Party,
    PartyKind,
    StatementState,
)
from samskaper.areas.cocreation.queries.desk import on_desk
from samskaper.areas.cocreation.queries.parties import search
from samskaper.areas.cocreation.queries.spot import candidates
from samskaper.areas.cocreation.rules import conversations as rules
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Membership, Organisation
from samskaper.commons.record.queries import history, standing
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Missing, Refusal
from tests.cast import Somebody

NOW = "/nb/conversations/now/"
CALLED = "Hun med nøklene"


def at(name: str, conversation: Conversation) -> str:
    return reverse(f"cocreation:{name}", args=[conversation.pk])


def words(**more: object) -> dict[str, object]:
    return {
        "with_whom": CALLED, "held_on": clock.today().isoformat(), "said": "Ingen vet hvem som har nøkkelen.\nRommet er kaldt.",
        "thoughts": "Kanarifuglen", "next_step": "Vi ringer på fredag.", **more,
    }


@pytest.fixture
def written(town_a: Organisation, staff_a: Somebody) -> Conversation:
    return spot.write_on_the_spot(
        owner=town_a, with_whom=CALLED, held_on=clock.today(), said=["Rommet er kaldt."], thoughts="Kanarifuglen", next_step="Vi ringer.",
        by=staff_a.doer,
    )


def test_five_fields_are_enough(staff_a: Somebody, town_a: Organisation) -> None:
    answer = staff_a.client.post(NOW, words())
    made = Conversation.objects.get()

    assert answer["Location"] == at("choose", made)
    assert (made.state, made.owner, made.held_on, made.next_step) == (ConversationState.HELD, town_a, clock.today(), "Vi ringer på fredag.")
    assert [one.wording for one in made.statements.all()] == ["Ingen vet hvem som har nøkkelen.", "Rommet er kaldt."]
    assert made.listeners.get().thoughts == "Kanarifuglen"
    assert made.party.name == CALLED and made.party.on_the_spot


@pytest.mark.parametrize(
    "wrong", [{"with_whom": ""}, {"with_whom": "\u200b"}, {"held_on": ""}, {"held_on": "2999-01-01"}, {"said": "😀"}],
    ids=["nobody", "no sign", "no day", "tomorrow", "emoji"],
)
def test_what_must_be_put_right_keeps_the_text(staff_a: Somebody, town_a: Organisation, wrong: dict[str, object]) -> None:
    answer = staff_a.client.post(NOW, words(**wrong))

    assert answer.status_code == 422 and "Kanarifuglen" in answer.content.decode()
    assert not Conversation.objects.exists() and not Party.objects.exists()


def test_guests_and_people_without_a_library_are_kept_out(guest: Somebody, town_a: Organisation) -> None:
    assert guest.client.get(NOW).status_code == guest.client.post(NOW, words()).status_code == 302
    assert not Conversation.objects.exists()


def test_nobody_writes_on_behalf_of_another_library(library_b: Organisation, staff_a: Somebody) -> None:
    with pytest.raises(Refusal):
        spot.write_on_the_spot(owner=library_b, with_whom="x", held_on=clock.today(), said=[], thoughts="", next_step="", by=staff_a.doer)


def test_until_chosen_they_are_kept_like_a_resident(written: Conversation, staff_a: Somebody, staff_b: Somebody) -> None:
    assert written.party.kind == PartyKind.RESIDENT
    assert not list(search(CALLED, visible_to=staff_b.doer))
    assert CALLED not in rules.named(written.party, shown="county", inside=False)
    assert staff_b.client.get(reverse("cocreation:meet", args=[written.party_id])).status_code == 404
    for name in ("conversation", "choose", "write"):
        assert staff_b.client.get(at(name, written)).status_code == 404


def test_until_chosen_nobody_is_written_to(written: Conversation, town_a: Organisation, staff_a: Somebody) -> None:
    contact = Contact.objects.create(party=written.party, owner=town_a, email="hun@example.org")
    with pytest.raises(Conflict):
        links.send_link(conversation=written, contact=contact, by=staff_a.doer)

    assert at("letter", written) not in staff_a.client.get(at("conversation", written)).content.decode()


def test_it_waits_on_the_desk_and_on_its_page_until_chosen(written: Conversation, choir: Party, staff_a: Somebody) -> None:
    assert any(CALLED in item.title for item in on_desk(staff_a.doer))
    assert at("choose", written) in staff_a.client.get(at("conversation", written)).content.decode()
    spot.choose_party(conversation=written, party=choir, by=staff_a.doer)

    assert not any(CALLED in item.title for item in on_desk(staff_a.doer))
    assert at("choose", written) not in staff_a.client.get(at("conversation", written)).content.decode()


def test_somebody_in_the_register_is_chosen(written: Conversation, choir: Party, staff_a: Somebody) -> None:
    page = staff_a.client.get(at("choose", written), {"q": "songlag"}).content.decode()
    assert choir.name in page
    staff_a.client.post(at("choose", written), {"party": choir.pk})
    written.refresh_from_db()

    assert written.party == choir and [one.wording for one in written.statements.all()] == ["Rommet er kaldt."]
    assert not Party.objects.filter(on_the_spot=True).exists()
    assert history(Ref.to(written), visible_to=SYSTEM).filter(key=PartyChosen.key).count() == 1


def test_somebody_new_is_written_down(written: Conversation, staff_a: Somebody, county: object) -> None:
    answer = staff_a.client.post(at("choose", written), {"new": "1", "name": "Grendelaget", "kind": "association", "county": "", "number": ""})
    written.refresh_from_db()

    assert answer["Location"] == at("conversation", written)
    assert (written.party.name, written.party.kind, written.party.on_the_spot) == ("Grendelaget", "association", False)


@pytest.mark.parametrize("sent", [{}, {"party": "x"}, {"new": "1", "name": "", "kind": "association"}], ids=["nothing", "no number", "no name"])
def test_a_press_that_says_nothing_is_asked_again(written: Conversation, staff_a: Somebody, sent: dict[str, object]) -> None:
    assert staff_a.client.post(at("choose", written), sent).status_code == 422
    written.refresh_from_db()
    assert written.party.on_the_spot


def test_a_number_that_somebody_has_already_is_said(written: Conversation, choir: Party, staff_a: Somebody) -> None:
    Party.objects.filter(pk=choir.pk).update(number="974760673")
    answer = staff_a.client.post(at("choose", written), {"new": "1", "name": "Koret", "kind": "association", "county": "", "number": "974760673"})

    assert answer.status_code == 422
    written.refresh_from_db()
    assert written.party.on_the_spot


def test_it_is_chosen_once(written: Conversation, choir: Party, staff_a: Somebody) -> None:
    spot.choose_party(conversation=written, party=choir, by=staff_a.doer)

    assert staff_a.client.get(at("choose", written)).status_code == 409
    with pytest.raises(Conflict):
        spot.choose_party(conversation=written, party=choir, by=staff_a.doer)


def test_only_those_who_took_part_choose(written: Conversation, choir: Party, leader_a: Somebody) -> None:
    assert leader_a.client.post(at("choose", written), {"party": choir.pk}).status_code == 403


def test_other_libraries_residents_are_not_chosen(written: Conversation, library_b: Organisation, staff_b: Somebody, staff_a: Somebody) -> None:
    theirs = parties.add_party(owner=library_b, kind=PartyKind.RESIDENT, name="Naboen", by=staff_b.doer)
    with pytest.raises(Missing):
        spot.choose_party(conversation=written, party=theirs, by=staff_a.doer)

    assert staff_a.client.post(at("choose", written), {"party": theirs.pk}).status_code == 404


def test_what_others_wrote_on_the_spot_is_not_chosen(written: Conversation, town_a: Organisation, colleague_a: Somebody, staff_a: Somebody) -> None:
    other = spot.write_on_the_spot(owner=town_a, with_whom="Han", held_on=clock.today(), said=[], thoughts="", next_step="", by=colleague_a.doer)
    with pytest.raises(Missing):
        spot.choose_party(conversation=written, party=other.party, by=staff_a.doer)

    assert other.party not in candidates("Han", visible_to=staff_a.doer)


def test_it_was_one_that_had_been_planned(written: Conversation, choir: Party, town_a: Organisation, staff_a: Somebody) -> None:
    series = Ref("programmes.programme", 7)
    planned = conversations.plan(
        party=choir, owner=town_a, planned_for=clock.today() - dt.timedelta(days=1), within=series, by=staff_a.doer
    )
    assert choir.name in staff_a.client.get(at("choose", written)).content.decode()
    answer = staff_a.client.post(at("choose", written), {"planned": planned.pk})
    planned.refresh_from_db()

    assert answer["Location"] == at("conversation", planned)
    assert (planned.state, planned.held_on, planned.next_step) == (ConversationState.HELD, clock.today(), "Vi ringer.")
    assert [(one.wording, one.state) for one in planned.statements.all()] == [("Rommet er kaldt.", StatementState.MINE)]
    assert planned.listeners.get().thoughts == "Kanarifuglen"
    assert Conversation.objects.get() == planned and Party.objects.get() == choir
    held = standing(ConversationHeld.key, within=[series])
    assert [fact.subject_id for fact in held] == [planned.pk]


def test_colleagues_who_joined_come_along_with_their_own_thoughts(
    written: Conversation, planned: Conversation, staff_a: Somebody, colleague_a: Somebody
) -> None:
    conversations.join(conversation=written, by=colleague_a.doer)
    Listener.objects.filter(conversation=written, person=colleague_a.person).update(thoughts="Mitt")
    spot.put_into_planned(conversation=written, planned=planned, by=staff_a.doer)

    assert dict(planned.listeners.values_list("person", "thoughts")) == {staff_a.person.pk: "Kanarifuglen", colleague_a.person.pk: "Mitt"}


def test_neither_held_nor_others_conversations_take_it_in(
    written: Conversation, held: Conversation, choir: Party, town_a: Organisation, colleague_a: Somebody, staff_a: Somebody
) -> None:
    theirs = conversations.plan(party=choir, owner=town_a, by=colleague_a.doer)
    for goal, refusal in ((held, Conflict), (theirs, Refusal)):
        with pytest.raises(refusal):
            spot.put_into_planned(conversation=written, planned=goal, by=staff_a.doer)

    assert Conversation.objects.filter(pk=written.pk).exists()


def test_the_thoughts_are_the_writers_alone(written: Conversation, choir: Party, staff_a: Somebody, colleague_a: Somebody, leader_a: Somebody) -> None:
    spot.choose_party(conversation=written, party=choir, by=staff_a.doer)

    assert "Kanarifuglen" in staff_a.client.get(at("conversation", written)).content.decode()
    for somebody in (colleague_a, leader_a):
        assert "Kanarifuglen" not in somebody.client.get(at("conversation", written)).content.decode()


def test_words_of_the_name_lead_to_those_in_the_register(choir: Party, staff_a: Somebody) -> None:
    assert candidates("Anne i Tverrdal songlag", visible_to=staff_a.doer) == [choir]
    assert candidates("x", visible_to=staff_a.doer) == []


def test_whoever_works_in_two_libraries_says_for_which(town_a: Organisation, library_b: Organisation, staff_a: Somebody) -> None:
    Membership.objects.create(person=staff_a.person, organisation=library_b, role="staff", since=clock.today())
    assert staff_a.client.post(NOW, words()).status_code == 422
    staff_a.client.post(NOW, words(owner=library_b.pk))

    assert Conversation.objects.get().owner == library_b
