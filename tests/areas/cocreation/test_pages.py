"""The way of a library employee: find, plan, write down, read back, send the link."""

from __future__ import annotations

import pytest
from django.urls import reverse

from samskaper.areas.cocreation.commands import parties
from samskaper.areas.cocreation.models import Contact, Conversation, ConversationState, Party, StatementState
from samskaper.commons.mail.models import Letter
from samskaper.foundation import clock
from tests.areas.cocreation.conftest import bearer
from tests.cast import Somebody


def at(name: str, *args: object) -> str:
    return reverse(f"cocreation:{name}", args=args)


def words(said: str, **more: object) -> dict[str, object]:
    return {"held_on": clock.today().isoformat(), "said": said, "thoughts": "", "next_step": "", "version": 1, "thoughts_version": 1, **more}


def test_the_whole_way(staff_a: Somebody, town_a: object) -> None:
    client = staff_a.client
    assert client.get(at("index")).status_code == 200
    assert "Strikkegruppa" in client.get(at("find"), {"q": "Strikkegruppa"}).content.decode()
    answer = client.post(at("add_party"), {"name": "Strikkegruppa", "kind": "informal_group", "county": "", "number": ""})
    party = Party.objects.get()
    assert answer["Location"] == at("meet", party.pk)
    client.post(at("meet", party.pk), {"planned_for": clock.today().isoformat(), "met": "1"})
    made = Conversation.objects.get()
    client.post(at("write", made.pk), words("Vi mangler et rom.\n\n  \nBussen går ikke."))
    first, second = made.statements.all()
    client.post(at("read_back", made.pk), {"statements": [first.pk], "how": "phone", "on": clock.today().isoformat()})
    client.post(at("letter", made.pk), {"name": "Kontakten", "email": "kontakt@strikk.example", "language": "nb"})
    first.refresh_from_db()

    assert (first.state, second.state) == (StatementState.AGREED, StatementState.MINE)
    assert Letter.objects.get().email == "kontakt@strikk.example"
    page = client.get(at("conversation", made.pk)).content.decode()
    assert "Vi mangler et rom." in page and "Bussen går ikke." in page


@pytest.mark.parametrize("name", ["index", "find", "add_party"])
def test_guests_are_asked_to_sign_in_and_strangers_are_told_why(name: str, guest: Somebody, request: pytest.FixtureRequest) -> None:
    assert guest.client.get(at(name)).status_code == 302


@pytest.mark.parametrize(
    "sent",
    [{"held_on": "2026-02-30"}, {"held_on": ""}, {"held_on": "2999-01-01"}, {"said": "😀"}, {"said": "\n".join(["ord"] * 61)}, {"version": ""}, {}],
    ids=["30 February", "no day", "tomorrow", "emoji", "61", "no version", "fine but nothing said"],
)
def test_bad_input_keeps_the_text(planned: Conversation, staff_a: Somebody, sent: dict[str, object]) -> None:
    answer = staff_a.client.post(at("write", planned.pk), {**words("", thoughts="Tankene mine"), **sent})

    assert answer.status_code == (422 if sent else 302)
    if sent:
        assert "Tankene mine" in answer.content.decode()


def test_a_stale_save_shows_both_texts_and_the_next_one_is_taken(held: Conversation, staff_a: Somebody) -> None:
    client, address = staff_a.client, at("write", held.pk)
    client.post(address, words("", thoughts="Fra den ene fanen", version=2, thoughts_version=2))
    answer = client.post(address, words("Ny setning", thoughts="Fra den andre fanen", version=2, thoughts_version=2))
    page = answer.content.decode()

    assert answer.status_code == 409 and "Fra den ene fanen" in page and "Fra den andre fanen" in page and "Ny setning" in page
    assert client.post(address, words("Ny setning", thoughts="Begge", version=3, thoughts_version=3)).status_code == 302


def test_the_thoughts_are_on_nobody_elses_page(held: Conversation, staff_a: Somebody, colleague_a: Somebody, leader_a: Somebody) -> None:
    staff_a.client.post(at("write", held.pk), words("", thoughts="Kanarifuglen", version=2, thoughts_version=2))
    colleague_a.client.post(at("join", held.pk))

    assert "Kanarifuglen" in staff_a.client.get(at("conversation", held.pk)).content.decode()
    for somebody in (colleague_a, leader_a):
        for name in ("conversation", "write", "paper", "letter"):
            assert "Kanarifuglen" not in somebody.client.get(at(name, held.pk)).content.decode()


def test_whoever_is_asked_in_vain_is_told_kindly(choir: Party, speaker: Contact, staff_b: Somebody) -> None:
    parties.say_never(contact=speaker, by=bearer(speaker))
    page = staff_b.client.get(at("meet", choir.pk))

    assert page.status_code == 200 and "<textarea" not in page.content.decode()
    assert staff_b.client.post(at("meet", choir.pk), {"planned_for": ""}).status_code == 409


def test_joining_is_offered_to_the_next_and_takes_a_press(planned: Conversation, choir: Party, staff_b: Somebody) -> None:
    page = staff_b.client.get(at("meet", choir.pk)).content.decode()
    assert at("join", planned.pk) in page
    staff_b.client.post(at("join", planned.pk))

    assert staff_b.client.get(at("conversation", planned.pk)).status_code == 200


def test_other_words(held: Conversation, staff_a: Somebody, leader_a: Somebody) -> None:
    one = held.statements.all()[0]
    address = at("reword", held.pk, one.pk)
    assert staff_a.client.post(address, {"wording": "Bedre ord.", "version": one.version}).status_code == 302
    one.refresh_from_db()

    assert one.wording == "Bedre ord."
    assert leader_a.client.get(address).status_code == 403
    assert staff_a.client.get(at("reword", held.pk, 999_999)).status_code == 404


def test_calling_off(planned: Conversation, staff_a: Somebody) -> None:
    staff_a.client.post(at("call_off", planned.pk))
    planned.refresh_from_db()

    assert planned.state == ConversationState.CANCELLED
    assert staff_a.client.get(at("conversation", planned.pk)).status_code == 200


def test_the_same_form_sent_twice_happens_once(planned: Conversation, staff_a: Somebody) -> None:
    for _time in range(2):
        staff_a.client.post(at("write", planned.pk), words("Vi mangler et rom."), once="samenokkelensom12")

    assert planned.statements.count() == 1


def test_nothing_is_ticked_in_advance_as_read_back(staff_a: Somebody, held: Conversation) -> None:
    listener = held.listeners.select_related("person").first()
    assert listener is not None and listener.person_id == staff_a.person.pk

    page = staff_a.client.get(at("read_back", held.pk)).content.decode()

    assert 'name="statements"' in page and "checked" not in page
