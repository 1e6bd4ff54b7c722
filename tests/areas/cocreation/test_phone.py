"""Which pages about conversations are kept on a phone, and that no private word is in any of them."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.urls import reverse

from samskaper.areas.cocreation.commands import conversations
from samskaper.areas.cocreation.models import Conversation, Party
from samskaper.areas.cocreation.queries.phone import on_phone
from samskaper.commons.people.models import Organisation
from samskaper.foundation import clock
from tests.areas.cocreation.conftest import hold
from tests.cast import Somebody

KEEP = re.compile(r"<html [^>]*\bdata-keep\b")
NOW = "/nb/conversations/now/"


def write(conversation: Conversation) -> str:
    return reverse("cocreation:write", args=[conversation.pk])


def words(**more: object) -> dict[str, object]:
    return {"held_on": clock.today().isoformat(), "said": "Rommet er kaldt.", "thoughts": "Kanarifuglen", "next_step": "", "version": 1,
            "thoughts_version": 1, **more}


def may_be_kept(somebody: Somebody, address: str) -> bool:
    return KEEP.search(somebody.client.get(address).content.decode()) is not None


def test_a_planned_conversation_and_the_page_for_others_are_kept(planned: Conversation, staff_a: Somebody) -> None:
    kept = list(on_phone(staff_a.doer))

    assert [(page.address, page.home) for page in kept] == [(NOW, True), (write(planned), False)]
    assert all(may_be_kept(staff_a, page.address) for page in kept)


def test_the_next_conversation_stands_first_and_one_without_a_day_last(choir: Party, town_a: Organisation, staff_a: Somebody) -> None:
    made = [
        conversations.plan(party=choir, owner=town_a, by=staff_a.doer, planned_for=None if days is None else clock.today() + dt.timedelta(days=days))
        for days in (None, 9, 2)
    ]

    assert [page.address for page in on_phone(staff_a.doer)][1:] == [write(made[2]), write(made[1]), write(made[0])]


def test_others_conversations_are_not_kept(planned: Conversation, colleague_a: Somebody, leader_a: Somebody) -> None:
    for somebody in (colleague_a, leader_a):
        assert [page.address for page in on_phone(somebody.doer)] == [NOW]


def test_what_was_held_is_not_kept_because_own_thoughts_are_in_it(planned: Conversation, staff_a: Somebody) -> None:
    hold(planned, staff_a.doer, "Rommet er kaldt.", thoughts="Kanarifuglen")

    assert [page.address for page in on_phone(staff_a.doer)] == [NOW]
    assert not may_be_kept(staff_a, write(planned))


@pytest.mark.parametrize("wrong", [{"held_on": ""}, {"said": "😀"}])
def test_a_form_that_holds_a_text_is_not_kept(planned: Conversation, staff_a: Somebody, wrong: dict[str, object]) -> None:
    for address in (write(planned), NOW):
        answer = staff_a.client.post(address, words(with_whom="Noen", **wrong))
        assert answer.status_code == 422 and not KEEP.search(answer.content.decode())


def test_pages_that_are_not_named_do_not_say_that_they_may_be_kept(planned: Conversation, staff_a: Somebody) -> None:
    for address in (reverse("cocreation:index"), reverse("cocreation:conversation", args=[planned.pk]), "/nb/desk/", "/nb/"):
        assert not may_be_kept(staff_a, address)


def test_moving_it_or_another_day_fetches_the_page_anew(planned: Conversation, staff_a: Somebody, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {page.stamp for page in on_phone(staff_a.doer) if not page.home}
    conversations.move(conversation=planned, version=1, planned_for=None, at_time=None, place="Hallen", by=staff_a.doer)
    moved = {page.stamp for page in on_phone(staff_a.doer) if not page.home}
    tomorrow = clock.today() + dt.timedelta(days=1)
    monkeypatch.setattr(clock, "today", lambda: tomorrow)
    later = {page.stamp for page in on_phone(staff_a.doer) if not page.home}

    assert len(before | moved | later) == 3


def test_it_is_one_question_however_many(choir: Party, town_a: Organisation, staff_a: Somebody, django_assert_num_queries: object) -> None:
    for _number in range(30):
        conversations.plan(party=choir, owner=town_a, by=staff_a.doer)
    doer = staff_a.doer
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len(list(on_phone(doer))) == 31


def test_a_phone_is_told_where_to_go(planned: Conversation, staff_a: Somebody) -> None:
    answer = staff_a.client.post(write(planned), words(), headers={"Samskaper-Kept": "here"})

    assert (answer.status_code, answer["Location"]) == (201, reverse("cocreation:conversation", args=[planned.pk]))
    assert "Det er skrevet ned" in staff_a.client.get(answer["Location"]).content.decode()


def test_what_was_sent_later_says_nothing_on_the_next_page(planned: Conversation, staff_a: Somebody) -> None:
    answer = staff_a.client.post(write(planned), words(), headers={"Samskaper-Kept": "later"})

    assert "Det er skrevet ned" not in staff_a.client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("address", ["write", "now"])
def test_sending_it_again_after_signing_in_anew_happens_once(planned: Conversation, staff_a: Somebody, address: str) -> None:
    where, fields = (write(planned) if address == "write" else NOW), words(with_whom="Noen")
    first = staff_a.client.post(where, fields, once="samenokkelensom12", headers={"Samskaper-Kept": "later"})
    again = Somebody(staff_a.person).client
    second = again.post(where, fields, once="samenokkelensom12", headers={"Samskaper-Kept": "later"})

    assert (first.status_code, second.status_code) == (201, 201) and first["Location"] == second["Location"]
    assert sum(one.statements.count() for one in Conversation.objects.all()) == 1


def test_what_another_wrote_is_not_taken_for_mine(planned: Conversation, staff_a: Somebody, colleague_a: Somebody) -> None:
    meant_for = {"Samskaper-Kept": "later", "Samskaper-For": str(staff_a.person.pk)}  # type: ignore[union-attr]
    answer = colleague_a.client.post(NOW, words(with_whom="Noen"), headers=meant_for)

    assert answer.status_code == 403 and Conversation.objects.get() == planned
    assert staff_a.client.post(NOW, words(with_whom="Noen"), headers=meant_for).status_code == 201


def test_two_phones_show_both_texts(planned: Conversation, staff_a: Somebody) -> None:
    staff_a.client.post(write(planned), words(thoughts="Fra den ene"), headers={"Samskaper-Kept": "later"})
    refused = staff_a.client.post(write(planned), words(thoughts="Fra den andre"), headers={"Samskaper-Kept": "later"})
    looked_at = staff_a.client.post(write(planned), words(thoughts="Fra den andre")).content.decode()

    assert refused.status_code == 409
    assert "Fra den ene" in looked_at and "Fra den andre" in looked_at
