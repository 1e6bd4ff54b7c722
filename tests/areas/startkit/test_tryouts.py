"""How did it go: three questions without an account, and an address that is kept apart."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.startkit.commands import tryouts
from samskaper.areas.startkit.commands.findings import ask_more
from samskaper.areas.startkit.models import AskAgain, Finding, TryOut
from samskaper.areas.startkit.queries import tries
from samskaper.areas.startkit.queries.asked import LINK
from samskaper.areas.startkit.rules.tryouts import FROM_ONE_NETWORK, KEPT
from samskaper.commons.mail.models import Letter, State
from samskaper.commons.people.commands.links import make_link
from samskaper.commons.people.models import Membership, Organisation
from samskaper.commons.record.models import Fact
from samskaper.editorial.models import MethodPage
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from tests.areas.startkit.revising import HOW, a_county, an_editor, finding_of, tried
from tests.cast import Somebody

pytestmark = pytest.mark.django_db(transaction=True)
SAID = {"outcome": "well", "worked": "Stillheten.", "change": "Større ark.", "people": "12", "county": "", "online": "0", "email": "", "website": ""}


def test_one_press_is_enough(guest: Somebody) -> None:
    answer = guest.client.post(HOW, {"outcome": "well"})

    assert answer.status_code == 302 and answer["Location"] == f"{HOW}thank-you/"
    tried_once = TryOut.objects.get()
    assert (tried_once.key, tried_once.edition.number, tried_once.outcome, tried_once.people) == ("dot-voting", 2, "well", None)
    assert not Finding.objects.exists()


def test_words_lie_with_an_editor_from_the_first_moment(guest: Somebody, library_a: Organisation) -> None:
    editor = an_editor(library_a)
    guest.client.post(HOW, SAID)

    found = Finding.objects.get()
    assert (found.worked, found.proposal, found.state, found.responsible) == ("Stillheten.", "Større ark.", "new", editor.person)


def test_nobody_knows_who_said_it(staff_a: Somebody, library_a: Organisation) -> None:
    an_editor(library_a)
    staff_a.client.post(HOW, SAID)

    facts = Fact.objects.filter(key__in=["startkit.tried", "startkit.noticed"])
    assert facts.count() == 2 and all(fact.doer is None and fact.doer_kind == "" and fact.at.minute == 0 for fact in facts)


def test_an_address_is_joined_by_a_ticket_alone(guest: Somebody, library_a: Organisation) -> None:
    an_editor(library_a)
    guest.client.post(HOW, SAID | {"email": "Kari@Example.org"})

    asked, one = AskAgain.objects.get(), TryOut.objects.get()
    assert asked.email == "kari@example.org" and asked.ticket == one.ticket and len(one.ticket) > 40
    assert asked.month.day == 1
    assert {field.name for field in AskAgain._meta.fields} == {"id", "ticket", "email", "language", "month", "wrote"}


def test_an_editor_sees_no_address(guest: Somebody, library_a: Organisation) -> None:
    editor = an_editor(library_a)
    guest.client.post(HOW, SAID | {"email": "kari@example.org"})

    for path in ("board/?told=on", "methods/", f"{Finding.objects.get().pk}/"):
        page = editor.client.get(f"/nb/kit/revision/{path}")
        assert page.status_code == 200 and "kari" not in page.content.decode()


def test_a_field_that_only_robots_fill_keeps_nothing(guest: Somebody) -> None:
    answer = guest.client.post(HOW, SAID | {"website": "https://spam.example"})

    assert answer.status_code == 302 and not TryOut.objects.exists()


def test_what_is_missing_is_said_and_kept(guest: Somebody) -> None:
    answer = guest.client.post(HOW, SAID | {"outcome": "", "email": "kari"})

    page = answer.content.decode()
    assert answer.status_code == 422 and "Trykk på én av de tre" in page and "Stillheten." in page and not TryOut.objects.exists()


def test_a_flood_from_one_place_is_stopped(guest: Somebody) -> None:
    for _number in range(FROM_ONE_NETWORK):
        assert guest.client.post(HOW, {"outcome": "well"}).status_code == 302

    assert guest.client.post(HOW, {"outcome": "well"}).status_code == 429
    assert TryOut.objects.count() == FROM_ONE_NETWORK


@pytest.mark.parametrize("path", ["/nb/kit/3/dot-voting/how-it-went/", "/nb/kit/2/no-such/how-it-went/", "/nb/kit/99/dot-voting/how-it-went/thank-you/"])
def test_what_is_in_no_edition_cannot_be_tried(guest: Somebody, path: str) -> None:
    assert guest.client.get(path).status_code == 404


def test_without_anybody_who_edits_words_are_not_taken_in(guest: Somebody) -> None:
    refused = guest.client.post(HOW, SAID)

    assert refused.status_code == 409 and not TryOut.objects.exists()
    assert guest.client.post(HOW, {"outcome": "well"}).status_code == 302


@pytest.mark.parametrize(("times", "said"), [(2, ""), (3, "Prøvd 3 ganger i 2 fylker"), (5, "Prøvd 5 ganger i 2 fylker")])
def test_how_often_is_said_from_three_on(library_a: Organisation, times: int, said: str) -> None:
    an_editor(library_a)
    counties = [a_county("Innlandet").pk, a_county("Nordland").pk]
    for place in range(times):
        tried(county=counties[place % 2])

    assert tries.tried("dot-voting").words == said


def test_how_it_went_is_said_from_five_on(library_a: Organisation) -> None:
    an_editor(library_a)
    for _number in range(4):
        tried()
    assert tries.tried("dot-voting").outcomes == []
    tried(outcome="well")

    assert tries.tried("dot-voting").outcomes == [("Bra", 1), ("Sånn passe", 4), ("Ikke så bra", 0)]


def test_a_methods_page_says_how_often_and_leads_here(guest: Somebody, library_a: Organisation) -> None:
    an_editor(library_a)
    for _number in range(3):
        tried()

    page = guest.client.get(MethodPage.objects.get(locale__language_code="nb", slug="dot-voting").url).content.decode()
    assert "Prøvd 3 ganger" in page and f'href="{HOW}"' in page


def test_the_thanks_tell_what_others_have_changed(guest: Somebody, library_a: Organisation) -> None:
    an_editor(library_a)
    Finding.objects.filter(pk=finding_of(tried()).pk).update(state="changed", aim=2, old="Sett prikkene.", new="Sett prikkene til slutt.")

    page = guest.client.get(f"{HOW}thank-you/").content.decode()
    assert "<del>Sett prikkene.</del>" in page and "<ins>Sett prikkene til slutt.</ins>" in page


def test_an_address_goes_on_one_press_and_not_by_opening(guest: Somebody, library_a: Organisation) -> None:
    an_editor(library_a)
    one = tried(email="kari@example.org")
    secret = make_link(purpose=LINK, subject=Ref.to(AskAgain.objects.get()))
    path = f"/nb/kit/asked/{secret}/"
    assert "Heng arkene lenger" in guest.client.get(path).content.decode() and AskAgain.objects.exists()

    guest.client.post(path, {"press": "forget"})

    one.refresh_from_db()
    assert not AskAgain.objects.exists() and one.ticket == "" and finding_of(one).proposal
    assert "Adressen din er slettet" in guest.client.get(path).content.decode()


def test_an_address_goes_after_eighteen_months(library_a: Organisation) -> None:
    editor = an_editor(library_a)
    Membership.objects.filter(person=editor.person).update(since=dt.date(2020, 1, 1))
    with clock.at(clock.now() - dt.timedelta(days=KEPT + 32)):
        tried(email="old@example.org")
    tried(email="new@example.org")

    assert tryouts.forget_old_addresses(KEPT) == 1
    assert AskAgain.objects.get().email == "new@example.org"


def test_a_wrong_secret_opens_nothing(guest: Somebody) -> None:
    assert guest.client.get("/nb/kit/asked/nothing/").status_code == 404
    assert guest.client.get("/nb/kit/voice/nothing/").status_code == 404


def test_a_letter_that_waits_is_stopped_with_the_address(library_a: Organisation, guest: Somebody) -> None:
    editor = an_editor(library_a)
    one = tried(email="kari@example.org")
    ask_more(finding=finding_of(one).pk, question="Hvor langt?", by=editor.doer)
    secret = make_link(purpose=LINK, subject=Ref.to(AskAgain.objects.get()))
    guest.client.post(f"/nb/kit/asked/{secret}/", {"press": "forget"})

    letter = Letter.objects.get(template__startswith="startkit/letters/again")
    assert letter.state == State.STOPPED and letter.email == "" and letter.text == ""


def test_an_editors_question_is_answered_without_a_name(library_a: Organisation, guest: Somebody) -> None:
    editor = an_editor(library_a)
    one = tried(email="kari@example.org")
    ask_more(finding=finding_of(one).pk, question="Hvor langt?", by=editor.doer)
    letter = Letter.objects.get()
    path = letter.text.split("/nb/kit/asked/")[1].split("/")[0]

    guest.client.post(f"/nb/kit/asked/{path}/", {"press": "answer", "words": "En armlengde."})

    page = editor.client.get(f"/nb/kit/revision/{finding_of(one).pk}/").content.decode()
    assert letter.owner is None and "En armlengde." in page and "kari" not in page
