"""The letter with the link, its ceiling, and handing it over."""

from __future__ import annotations

import re
from email import message_from_bytes, policy

import pytest
from django.urls import reverse

from samskaper.areas.cocreation.commands import links, parties
from samskaper.areas.cocreation.models import Contact, Conversation, Party, Statement
from samskaper.areas.cocreation.queries.parties import bearer_behind, party_page, search
from samskaper.areas.cocreation.rules.parties import LETTERS
from samskaper.commons.mail.exports import message as written
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.models import EmailedLink, Organisation
from samskaper.foundation.refusals import Conflict, Gone, Invalid, Missing, Refusal
from tests.areas.cocreation.conftest import bearer
from tests.cast import Somebody

SECRET = re.compile(r"/said/([\w-]+)/")


def newest_secret() -> str:
    found = SECRET.search(Letter.objects.latest("pk").text)
    assert found
    return found[1]


def test_the_letter_comes_from_the_employee_in_the_partys_language(held: Conversation, speaker: Contact, staff_a: Somebody) -> None:
    links.send_link(conversation=held, contact=speaker, by=staff_a.doer)
    letter = Letter.objects.latest("pk")

    assert "Staff A" in letter.text and "/nn/said/" in letter.text
    assert (letter.email, letter.language) == ("leder@songlag.example", "nn")


SAMI = "Bures! Giitu go válddiidet áiggi. Čállet midjiide jus juoga lea boastut: áčđŋšŧž ÁČĐŊŠŦŽ."


def test_own_words_come_first_in_any_language_and_arrive_letter_by_letter(held: Conversation, speaker: Contact, staff_a: Somebody) -> None:
    links.send_link(conversation=held, contact=speaker, words=SAMI, by=staff_a.doer)
    letter = Letter.objects.latest("pk")
    message = message_from_bytes(written(letter), policy=policy.default)

    assert letter.text.index(SAMI) < letter.text.index("/nn/said/")
    assert all(SAMI in part.get_content() for part in message.walk() if part.get_content_type() == "text/plain")


def test_the_letter_on_paper_is_in_the_language_of_the_other_party_or_the_one_that_is_chosen(
    held: Conversation, speaker: Contact, staff_a: Somebody
) -> None:
    Statement.objects.filter(conversation=held).update(wording=SAMI)
    pages = {code: staff_a.client.get(reverse("cocreation:paper", args=[held.pk]), {"language": code}).content.decode() for code in ("", "da", "xx")}

    assert ("Takk for samtalen" in pages[""], "Tak for samtalen" in pages["da"], pages["xx"].count(SAMI)) == (True, True, 2)


def test_the_link_opens_everything_of_the_party_and_nothing_of_the_thoughts(held: Conversation, speaker: Contact, staff_a: Somebody) -> None:
    links.send_link(conversation=held, contact=speaker, by=staff_a.doer)
    contact, doer = bearer_behind(newest_secret())
    page = party_page(contact, visible_to=doer)

    assert [one.wording for one in page.said[0].statements] == ["De eldre sitter alene.", "Bussen slutter å gå klokka fem."]
    assert newest_secret() not in str(EmailedLink.objects.values())


@pytest.mark.parametrize("secret", ["", "x", "../..", "å" * 300])
def test_a_secret_that_never_was_opens_nothing(db: None, secret: str) -> None:
    with pytest.raises(Missing):
        bearer_behind(secret)


def test_the_ceiling_holds_across_libraries(
    held: Conversation, speaker: Contact, staff_a: Somebody, choir: Party, library_b: Organisation, staff_b: Somebody
) -> None:
    from samskaper.areas.cocreation.commands import conversations

    other = conversations.plan(party=choir, owner=library_b, by=staff_b.doer)
    theirs = parties.name_contact(party=choir, owner=library_b, email="leder@songlag.example", by=staff_b.doer)
    for _number in range(LETTERS - 1):
        links.send_link(conversation=held, contact=speaker, by=staff_a.doer)
    links.send_link(conversation=other, contact=theirs, by=staff_b.doer)

    with pytest.raises(Conflict):
        links.send_link(conversation=held, contact=speaker, by=staff_a.doer)
    assert Letter.objects.count() == LETTERS


def test_whoever_has_said_never_is_not_written_to(held: Conversation, speaker: Contact, staff_a: Somebody) -> None:
    parties.say_never(contact=speaker, by=bearer(speaker))
    held.party.refresh_from_db()

    with pytest.raises(Conflict):
        links.send_link(conversation=held, contact=speaker, by=staff_a.doer)


def test_without_an_address_there_is_no_letter(held: Conversation, choir: Party, town_a: Organisation, staff_a: Somebody) -> None:
    by_phone = parties.name_contact(party=choir, owner=town_a, email="", phone="12 34 56 78", by=staff_a.doer)

    with pytest.raises(Invalid):
        links.send_link(conversation=held, contact=by_phone, by=staff_a.doer)


def test_after_a_hand_over_the_old_link_opens_nothing(held: Conversation, speaker: Contact, staff_a: Somebody) -> None:
    links.send_link(conversation=held, contact=speaker, by=staff_a.doer)
    old = newest_secret()
    links.hand_over(contact=speaker, name="Nestlederen", email="nest@songlag.example", by=bearer(speaker))

    with pytest.raises(Gone):
        bearer_behind(old)
    contact, _doer = bearer_behind(newest_secret())
    assert contact.email == "nest@songlag.example"


def test_whoever_handed_over_does_nothing_more(held: Conversation, speaker: Contact) -> None:
    links.hand_over(contact=speaker, name="", email="nest@songlag.example", by=bearer(speaker))
    speaker.refresh_from_db()

    with pytest.raises(Gone):
        links.hand_over(contact=speaker, name="", email="tredje@songlag.example", by=bearer(speaker))


def test_a_stranger_hands_nothing_over(speaker: Contact, staff_a: Somebody) -> None:
    with pytest.raises(Refusal):
        links.hand_over(contact=speaker, name="", email="x@example.org", by=staff_a.doer)


def test_who_are_you(speaker: Contact) -> None:
    links.say_who(contact=speaker, name=" Ny  leder ", language="da", by=bearer(speaker))
    speaker.refresh_from_db()

    assert (speaker.name, speaker.language, speaker.said_who) == ("Ny leder", "da", True)


def test_residents_are_found_only_by_their_own_library(town_a: Organisation, staff_a: Somebody, staff_b: Somebody, guest: Somebody) -> None:
    parties.add_party(owner=town_a, kind="resident", name="Ein nabo", by=staff_a.doer)

    assert [one.name for one in search("nabo", visible_to=staff_a.doer)] == ["Ein nabo"]
    assert not search("nabo", visible_to=staff_b.doer) and not search("nabo", visible_to=guest.doer)
