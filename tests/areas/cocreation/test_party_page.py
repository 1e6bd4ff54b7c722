"""The page behind a party's link."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from samskaper.areas.cocreation.models import (
    Asking,
    Contact,
    Conversation,
    Party,
    PartyKind,
    Shown,
    Statement,
    StatementState,
)
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.commands.links import make_link
from samskaper.foundation.refs import Ref
from tests.cast import FormClient, Somebody


@pytest.fixture
def secret(speaker: Contact, held: Conversation) -> str:
    return make_link(purpose=LINK, subject=Ref.to(speaker))


def at(name: str, *args: object) -> str:
    return reverse(f"cocreation:{name}", args=args)


def press(secret: str, one: Statement, act: str, **more: object) -> int:
    field = f"s{one.pk}-"
    data = {f"{field}act": act, f"{field}wording": one.wording, f"{field}version": one.version, f"{field}shown": one.shown}
    answer = FormClient().post(at("answer", secret, one.pk), {**data, **{f"{field}{name}": value for name, value in more.items()}})
    return int(answer.status_code)


def first(held: Conversation) -> Statement:
    return held.statements.all()[0]


def test_opening_it_does_nothing(secret: str, held: Conversation) -> None:
    before = list(Statement.objects.values())
    page = Client().get(at("party", secret))

    assert page.status_code == 200 and "De eldre sitter alene." in page.content.decode()
    assert list(Statement.objects.values()) == before


def test_a_scanner_that_follows_every_address_presses_nothing(secret: str, held: Conversation) -> None:
    before = list(Statement.objects.values()), list(Contact.objects.values()), list(Party.objects.values())
    for address in (at("answer", secret, first(held).pk), at("add", secret), at("who", secret), at("asking", secret), at("hand_over", secret)):
        Client().get(address)
        Client().head(address)

    assert (list(Statement.objects.values()), list(Contact.objects.values()), list(Party.objects.values())) == before


@pytest.mark.parametrize(
    ("act", "state"),
    [("confirm", StatementState.CONFIRMED), ("object", StatementState.OBJECTED), ("withdraw", StatementState.WITHDRAWN), ("show", StatementState.MINE)],
)
def test_each_press_does_what_it_says(secret: str, held: Conversation, act: str, state: str) -> None:
    assert press(secret, first(held), act) == 302
    assert first(held).state == state


def test_own_words(secret: str, held: Conversation) -> None:
    assert press(secret, first(held), "correct", wording="Mange sitter alene hjemme.", shown=Shown.BY_NAME) == 302
    one = first(held)

    assert (one.wording, one.state, one.shown) == ("Mange sitter alene hjemme.", StatementState.CONFIRMED, Shown.BY_NAME)


@pytest.mark.parametrize(("act", "more"), [("correct", {"wording": ""}), ("correct", {"wording": "😀"}), ("delete", {}), ("show", {"shown": "loudly"})])
def test_bad_input_changes_nothing(secret: str, held: Conversation, act: str, more: dict[str, object]) -> None:
    assert press(secret, first(held), act, **more) == 422
    assert first(held).state == StatementState.MINE


def test_a_stale_correction_shows_both_texts(secret: str, held: Conversation) -> None:
    one = first(held)
    Statement.objects.filter(pk=one.pk).update(wording="Bibliotekets nye ord.", version=one.version + 1)
    answer = FormClient().post(
        at("answer", secret, one.pk), {f"s{one.pk}-act": "correct", f"s{one.pk}-wording": "Våre ord.", f"s{one.pk}-version": one.version}
    )
    page = answer.content.decode()

    assert answer.status_code == 409 and "Bibliotekets nye ord." in page and "Våre ord." in page


def test_another_partys_statement_is_not_behind_this_link(secret: str, held: Conversation, choir: Party, town_a: object) -> None:
    other = Party.objects.create(owner=choir.owner, kind=PartyKind.COMPANY, name="Andre")
    theirs = Conversation.objects.create(owner=choir.owner, party=other, state="held", held_on="2026-11-01")
    one = Statement.objects.create(conversation=theirs, wording="Deres egne ord.")

    assert press(secret, one, "withdraw") == 404
    assert FormClient().post(at("add", secret), {"conversation": theirs.pk, "wording": "Innbrudd"}).status_code == 404
    assert "Deres egne ord." not in Client().get(at("party", secret)).content.decode()


def test_adding_something(secret: str, held: Conversation) -> None:
    client = FormClient()
    assert client.post(at("add", secret), {"conversation": held.pk, "wording": "Vi trenger et rom."}).status_code == 302
    assert client.post(at("add", secret), {"conversation": held.pk, "wording": "🙂"}).status_code == 422
    assert client.post(at("add", secret), {"conversation": "x", "wording": "ord"}).status_code == 422
    assert held.statements.count() == 3


def test_who_are_you(secret: str, speaker: Contact) -> None:
    client = FormClient()
    assert client.post(at("who", secret), {"name": "", "language": "da"}).status_code == 422
    assert client.post(at("who", secret), {"name": "Ny leder", "language": "da"}).status_code == 302
    speaker.refresh_from_db()

    assert speaker.said_who


@pytest.mark.parametrize(("pressed", "asking"), [("not_now", Asking.NOT_NOW), ("never", Asking.NEVER), ("welcome", Asking.WELCOME), ("x", Asking.WELCOME)])
def test_whether_libraries_may_ask(secret: str, choir: Party, pressed: str, asking: str) -> None:
    answer = FormClient().post(at("asking", secret), {"asking": pressed})
    choir.refresh_from_db()

    assert choir.asking == asking and answer.status_code == (422 if pressed == "x" else 302)


def test_after_the_hand_over_a_stranger_with_the_old_link_gets_nothing(secret: str, held: Conversation) -> None:
    client = FormClient()
    assert client.post(at("hand_over", secret), {"name": "Nestlederen", "email": "nope"}).status_code == 422
    assert client.post(at("hand_over", secret), {"name": "Nestlederen", "email": "nest@songlag.example"}).status_code == 200
    for address in (at("party", secret), at("hand_over", secret)):
        assert client.get(address).status_code == 410
    assert press(secret, first(held), "withdraw") == 410
    assert Letter.objects.latest("pk").email == "nest@songlag.example"


def test_a_guessed_link_is_nothing(db: None, guest: Somebody) -> None:
    assert Client().get(at("party", "gjettet")).status_code == 404


def test_what_was_taken_back_is_on_no_page(secret: str, held: Conversation, staff_a: Somebody) -> None:
    press(secret, first(held), "withdraw")

    for page in (Client().get(at("party", secret)), staff_a.client.get(at("conversation", held.pk)), staff_a.client.get(at("paper", held.pk))):
        assert "De eldre sitter alene." not in page.content.decode()


def answered(secret: str, one: Statement, wording: str, act: str = "correct") -> Client:
    field = f"s{one.pk}-"
    data = {f"{field}act": act, f"{field}wording": wording, f"{field}version": one.version, f"{field}shown": one.shown}
    return FormClient().post(at("answer", secret, one.pk), data)


def test_the_thanks_stand_at_the_statement_that_was_pressed(secret: str, held: Conversation) -> None:
    answer = answered(secret, first(held), "De eldre spiser alene.")

    assert answer["Location"].endswith(f"?done={first(held).pk}#s{first(held).pk}")


def test_what_is_taken_back_has_no_place_to_go_to(secret: str, held: Conversation) -> None:
    assert answered(secret, first(held), "De eldre sitter alene.", act="withdraw")["Location"] == at("party", secret)


def test_words_that_cannot_be_taken_stay_in_the_field(secret: str, held: Conversation) -> None:
    answer = answered(secret, first(held), "1234 5678")

    assert answer.status_code == 422 and ">\n1234 5678</textarea>" in answer.content.decode()
