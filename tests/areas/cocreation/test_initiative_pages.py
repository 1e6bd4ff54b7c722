"""The pages of initiatives, for people of libraries and behind a party's link, and those who try what they should not."""

from __future__ import annotations

import datetime as dt
import threading
from typing import Any

import pytest
from django.db import close_old_connections, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskaper.areas.cocreation.commands import challenges, grouping, initiatives, parties, partners, statements
from samskaper.areas.cocreation.events import InitiativeBegun
from samskaper.areas.cocreation.models import (
    Challenge,
    Contact,
    Conversation,
    Initiative,
    Partner,
    PartnerState,
    Party,
    Shown,
    StillGoing,
)
from samskaper.areas.cocreation.queries.initiative_desk import on_desk
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.commons.anchoring.commands import add_section, save_document
from samskaper.commons.anchoring.models import PlanSection
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.commands.links import make_link
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import County, Organisation
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.kinds import cards_of
from samskaper.foundation.refs import Ref
from samskaper.foundation.steps import steps_from
from tests.areas.cocreation.conftest import bearer
from tests.areas.cocreation.talking import Speaker
from tests.areas.cocreation.talking import speaker as speaker_of
from tests.cast import FormClient, Somebody, make_person


def at(name: str, *args: object) -> str:
    return reverse(f"cocreation:{name}", args=args)


def text(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.fixture
def ride(choir: Party, town_a: Organisation, staff_a: Somebody) -> Initiative:
    made = initiatives.propose(title="Skyss til øvelsen", about="", owner=town_a, county=choir.county, library=town_a.pk, by=staff_a.doer)
    partners.ask(initiative=made.pk, asked=choir, role="owner", library=town_a.pk, by=staff_a.doer)
    return made


@pytest.fixture
def secret(speaker: Contact) -> str:
    return make_link(purpose=LINK, subject=Ref.to(speaker))


@pytest.fixture
def stranger(town_a: Organisation, staff_a: Somebody, county: County) -> Contact:
    """Another association of the county, which has nothing to do with it."""
    other = parties.add_party(owner=town_a, kind="association", name="Skytterlaget", county=county, by=staff_a.doer)
    return parties.name_contact(party=other, owner=town_a, email="skytter@lag.example", by=staff_a.doer)


def link_of(contact: Contact) -> str:
    return make_link(purpose=LINK, subject=Ref.to(contact))


def press(client: FormClient, where: str, act: str, **more: object) -> int:
    return int(client.post(where, {"act": act, **more}).status_code)


def test_the_whole_way_on_both_sides(held: Conversation, speaker: Contact, staff_a: Somebody, secret: str) -> None:
    ((_words, begin),) = steps_from(Ref.to(held), visible_to=staff_a.doer)
    new = {"title": "Skyss til øvelsen", "about": "", "together": [f"party:{held.party_id}"], "brings": "Lista", "next_step": "", "next_step_on": ""}
    answer = staff_a.client.post(begin, new)
    made = Initiative.objects.get()
    assert answer["Location"] == at("initiative", made.pk)
    theirs = Client().get(at("party_initiatives", secret))
    assert "Skyss til øvelsen" in text(theirs) and "(1)" in text(theirs)
    assert press(FormClient(), at("party_press_initiative", secret, made.pk), "yes", brings="To biler", shown="county") == 302
    made.refresh_from_db()
    assert made.state == "going"
    page = text(staff_a.client.get(at("initiative", made.pk)))

    assert "Tverrdal songlag" in page and "To biler" in page and "Lista" in page


def test_opening_a_link_does_nothing(ride: Initiative, secret: str) -> None:
    before = [*Partner.objects.values(), *Initiative.objects.values()]
    for name in ("party_initiatives", "party_initiative"):
        assert Client().get(at(name, secret, *([ride.pk] if name == "party_initiative" else []))).status_code == 200

    assert [*Partner.objects.values(), *Initiative.objects.values()] == before


def test_an_association_begins_on_its_own(speaker: Contact, secret: str, staff_a: Somebody) -> None:
    client = FormClient()
    client.post(at("party_new_initiative", secret), {"title": "Sang på torget", "about": "", "brings": "", "next_step": "", "shown": "name"})
    made = Initiative.objects.get()
    assert press(client, at("party_press_initiative", secret, made.pk), "begin") == 302
    assert press(client, at("party_press_initiative", secret, made.pk), "begin") == 409
    assert Fact.objects.filter(key=InitiativeBegun.key).count() == 1
    assert press(client, at("party_press_initiative", secret, made.pk), "ask_library", library=speaker.owner_id) == 302

    assert [item.title for item in on_desk(staff_a.doer)] == ["Sang på torget"]
    assert "Tverrdal songlag" in text(staff_a.client.get(at("initiatives")))


@pytest.mark.parametrize("page", ["party_initiative", "party_serve_initiative"])
def test_another_partys_link_opens_nothing_of_it(page: str, ride: Initiative, stranger: Contact) -> None:
    assert Client().get(at(page, link_of(stranger), ride.pk)).status_code == 404


@pytest.mark.parametrize("act", ["yes", "begin", "own", "grown", "answer", "ask_library", "ungrown"])
def test_another_party_presses_in_vain(act: str, ride: Initiative, stranger: Contact) -> None:
    more = {"what": "Noe", "year": 2020, "question": 1, "answer": "going", "library": stranger.owner_id, "spin_off": 1}

    assert press(FormClient(), at("party_press_initiative", link_of(stranger), ride.pk), act, **more) in (403, 404, 422)
    assert not ride.partners.filter(party=stranger.party).exists()


def test_what_is_going_is_joined_from_the_list(ride: Initiative, secret: str, stranger: Contact) -> None:
    press(FormClient(), at("party_press_initiative", secret, ride.pk), "yes", brings="", shown="county")
    theirs = link_of(stranger)
    page = text(Client().get(at("party_initiatives", theirs)))
    assert "Skyss til øvelsen" in page and "Tverrdal songlag" not in page
    assert press(FormClient(), at("party_press_initiative", theirs, ride.pk), "yes") == 302

    assert "Tverrdal songlag" in text(Client().get(at("party_initiative", theirs, ride.pk)))


def test_the_ids_of_others_in_a_partys_form(ride: Initiative, stranger: Contact, choir: Party, library_b: Organisation, held: Conversation) -> None:
    client, theirs = FormClient(), link_of(stranger)
    new = {"title": "Noe vi vil", "about": "", "brings": "", "next_step": "", "shown": "county"}
    for source in (f"cocreation.conversation:{held.pk}", f"cocreation.initiative:{ride.pk}", "people.person:1", "x"):
        client.post(f"{at('party_new_initiative', theirs)}?from={source}", new)
    answer = client.post(at("party_new_initiative", theirs), {**new, "asked": [f"party:{choir.pk}"], "together": [f"library:{library_b.pk}"]})
    mine = Partner.objects.filter(party=stranger.party).order_by("pk").last()
    assert mine and answer.status_code == 302
    made = mine.initiative

    assert press(client, at("party_press_initiative", theirs, made.pk), "ask_library", library=library_b.pk) == 404
    assert [row.party_id for row in made.partners.all()] == [stranger.party_id]
    assert "Tverrdal songlag" not in text(client.get(at("party_initiative", theirs, made.pk)))


def test_a_resident_of_another_library_is_not_asked(ride: Initiative, staff_a: Somebody, staff_b: Somebody, library_b: Organisation) -> None:
    resident = parties.add_party(owner=library_b, kind="resident", name="Borgeren", by=staff_b.doer)
    ask = at("ask_initiative", ride.pk)

    assert staff_a.client.get(f"{ask}?key=party:{resident.pk}").status_code == 404
    assert staff_a.client.post(ask, {"key": f"party:{resident.pk}", "role": "partner"}).status_code == 404


def test_asking_by_letter_counts_towards_the_ceiling(ride: Initiative, stranger: Contact, staff_a: Somebody) -> None:
    ask = at("ask_initiative", ride.pk)
    assert "Skytterlaget" in text(staff_a.client.get(f"{ask}?q=Skytter"))
    sent = {"key": f"party:{stranger.party_id}", "role": "partner", "letter": "on"}
    for _twice in range(2):
        assert staff_a.client.post(ask, sent).status_code == 302

    letter = Letter.objects.get()
    assert letter.email == "skytter@lag.example" and "/said/" in letter.text and "Skyss til øvelsen" in letter.text


@pytest.mark.parametrize("title", ["", "🎉🎉🎉", "\u200b"])
def test_a_title_without_words_is_sent_back_with_what_was_written(title: str, held: Conversation, staff_a: Somebody) -> None:
    answer = staff_a.client.post(at("new_initiative"), {"title": title, "about": "Vi vil kjøre hverandre", "brings": "", "next_step": ""})

    assert answer.status_code == 422 and "Vi vil kjøre hverandre" in text(answer)
    assert not Initiative.objects.exists()


@pytest.mark.parametrize("day", ["2026-02-30", "1800-01-01", "9999-12-31", "i morgen", "2026-13-01"])
def test_a_day_that_cannot_be_is_sent_back(day: str, ride: Initiative, staff_a: Somebody) -> None:
    sent = {"next_step": "Ringe sjåføren", "next_step_on": day, "version": ride.version}
    answer = staff_a.client.post(at("change_initiative", ride.pk, "next"), sent)

    assert answer.status_code == 422 and "Ringe sjåføren" in text(answer)


def test_a_stale_save_shows_both_texts(ride: Initiative, staff_a: Somebody, colleague_a: Somebody) -> None:
    change = at("change_initiative", ride.pk, "words")
    sent = {"about": "", "version": ride.version}
    assert staff_a.client.post(change, {**sent, "title": "Felles skyss"}).status_code == 302
    answer = colleague_a.client.post(change, {**sent, "title": "Samkjøring"})

    assert answer.status_code == 409 and "Felles skyss" in text(answer) and "Samkjøring" in text(answer)
    again = {"about": "", "version": ride.version + 1, "title": "Samkjøring"}
    assert colleague_a.client.post(change, again).status_code == 302


def test_six_months_later_from_the_page(ride: Initiative, secret: str, staff_a: Somebody, staff_b: Somebody) -> None:
    client = FormClient()
    press(client, at("party_press_initiative", secret, ride.pk), "yes", shown="county")
    row = StillGoing.objects.get(initiative=ride, months=6)
    with clock.at(dt.datetime.combine(row.due_on, dt.time(9), dt.UTC)):
        assert len(list(on_desk(staff_a.doer))) == 1
        answer = {f"q{row.pk}-words": "Ingen ville kjøre om vinteren", f"q{row.pk}-before": "", "question": row.pk, "answer": "ended"}
        assert press(client, at("party_press_initiative", secret, ride.pk), "answer", **answer) == 302
        late = staff_a.client.post(at("press_initiative", ride.pk), {**answer, f"q{row.pk}-words": "Det går", "act": "answer", "answer": "going"})
        page = text(staff_b.client.get(at("initiative", ride.pk)))

    assert late.status_code == 409 and "Det går" in text(late) and "Ingen ville kjøre" in text(late)
    assert "Det tok slutt, og dette lærte vi" in page and "Ingen ville kjøre om vinteren" in page and "songlag" not in page


def test_it_is_tied_to_a_sentence_of_a_plan(ride: Initiative, staff_a: Somebody, adviser_a: Somebody, library_a: Organisation) -> None:
    plan = save_document(owner=library_a, title="Kulturplanen", kind="plan", by=adviser_a.doer)
    section: PlanSection = add_section(document=plan, sentence="Alle skal komme hjem om kvelden.", by=adviser_a.doer)
    serve = at("serve_initiative", ride.pk)
    assert "Alle skal komme hjem" in text(staff_a.client.get(serve))
    assert staff_a.client.post(serve, {"section": "", "says": "Den siste kjører"}).status_code == 422
    assert staff_a.client.post(serve, {"section": section.pk, "says": "Den siste kjører"}).status_code == 302

    assert "Skyss til øvelsen" in text(staff_a.client.get(reverse("anchoring:document", args=[plan.pk])))
    assert "Alle skal komme hjem" in text(staff_a.client.get(at("initiative", ride.pk)))


def test_another_library_ties_nothing_and_changes_nothing(ride: Initiative, staff_b: Somebody) -> None:
    assert staff_b.client.get(at("initiative", ride.pk)).status_code == 200
    for name, more in (("serve_initiative", ()), ("ask_initiative", ()), ("change_initiative", ("words",))):
        assert staff_b.client.get(at(name, ride.pk, *more)).status_code == 403
    assert press(staff_b.client, at("press_initiative", ride.pk), "end") == 403


def test_another_library_joins_by_a_press_and_leaves_by_one(ride: Initiative, staff_b: Somebody) -> None:
    assert press(staff_b.client, at("press_initiative", ride.pk), "yes", brings="En hjelpende hånd") == 302
    assert "En hjelpende hånd" in text(staff_b.client.get(at("initiative", ride.pk)))
    assert press(staff_b.client, at("press_initiative", ride.pk), "no") == 302

    assert "En hjelpende hånd" not in text(staff_b.client.get(at("initiative", ride.pk)))


def test_representatives_and_guests_see_no_initiative(ride: Initiative, guest: Somebody) -> None:
    home = Organisation.objects.create(kind="association", name="Laget")
    member = make_person("Medlem", (home, "representative"))

    assert member.client.get(at("initiative", ride.pk)).status_code == 404
    assert member.client.get(at("initiatives")).status_code == 403
    assert guest.client.get(at("initiative", ride.pk)).status_code == 302
    assert cards_of([Ref.to(ride)], visible_to=member.doer) == {}


def test_filters_show_what_they_say(ride: Initiative, staff_a: Somebody, staff_b: Somebody) -> None:
    assert "Skyss" in text(staff_a.client.get(at("initiatives") + "?where=mine&state=proposed"))
    assert "Skyss" not in text(staff_a.client.get(at("initiatives") + "?where=mine&state=done"))
    assert "Skyss" not in text(staff_b.client.get(at("initiatives") + "?where=near"))
    assert "Skyss" in text(staff_b.client.get(at("initiatives") + "?where=all&state=%27;--&within=x"))


def questions(client: Client, *where: object) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(at(*where)).status_code == 200  # type: ignore[arg-type]
    return len(asked)


def test_lists_ask_the_same_whatever_their_length(
    ride: Initiative, choir: Party, speaker: Contact, town_a: Organisation, staff_a: Somebody, secret: str
) -> None:
    partners.say_yes(initiative=ride.pk, contact=speaker, by=bearer(speaker))
    lists: tuple[tuple[Client, tuple[object, ...]], ...] = ((staff_a.client, ("initiatives",)), (Client(), ("party_initiatives", secret)))
    few = [questions(client, *where) for client, where in lists]
    for number in range(30):
        who: dict[str, Any] = {"contact": speaker, "by": bearer(speaker)} if number % 2 else {"library": town_a.pk, "by": staff_a.doer}
        made = initiatives.propose(title=f"Tiltak {chr(97 + number % 26)}", about="", owner=town_a, county=choir.county, **who)
        if number % 2:
            initiatives.do(deed="begin", initiative=made.pk, **who)

    assert [questions(client, *where) for client, where in lists] == few


@pytest.mark.django_db(transaction=True)
def test_two_owners_begin_at_the_same_time() -> None:
    library = Organisation.objects.create(kind="public_library", name="Tverrdal bibliotek")
    people = [make_person(f"Person {number}", (library, "staff")) for number in range(2)]
    made = initiatives.propose(title="Skyss", about="", owner=library, library=library.pk, by=people[0].doer)
    answers, barrier = [], threading.Barrier(2)

    def run(somebody: Somebody) -> None:
        close_old_connections()
        client = somebody.client
        barrier.wait(timeout=30)
        answers.append(press(client, at("press_initiative", made.pk), "begin"))
        connection.close()

    threads = [threading.Thread(target=run, args=[each]) for each in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert sorted(answers) == [302, 409]
    assert Fact.objects.filter(key=InitiativeBegun.key).count() == 1 and StillGoing.objects.count() == 2


def test_a_party_that_is_not_named_is_nowhere(ride: Initiative, secret: str, speaker: Contact, staff_b: Somebody, stranger: Contact) -> None:
    press(FormClient(), at("party_press_initiative", secret, ride.pk), "yes", shown=Shown.NOT)

    seen = [text(staff_b.client.get(at("initiative", ride.pk))), text(staff_b.client.get(at("initiatives") + "?where=all"))]
    seen.append(text(Client().get(at("party_initiatives", link_of(stranger)))))
    assert not any("songlag" in page for page in seen)


def test_a_forgotten_party_is_forgotten_here_too(ride: Initiative, choir: Party, secret: str) -> None:
    from samskaper.areas.cocreation.events import PartyForgotten
    from samskaper.commons.record.commands import note

    press(FormClient(), at("party_press_initiative", secret, ride.pk), "yes", brings="Et piano")
    note(PartyForgotten(subject=Ref.to(choir), owner=choir.owner_id), by=SYSTEM)

    assert not Partner.objects.filter(party=choir).exists()
    assert ride.partners.filter(state=PartnerState.YES).count() == 1


@pytest.fixture
def shared(town_a: Organisation, staff_a: Somebody, county: County) -> tuple[Challenge, Speaker]:
    """A challenge that an association has put its words to and wants to do something about."""
    club = speaker_of("Tverrdal musikklag", "Alle rom er låst om kvelden.", owner=town_a, by=staff_a.doer, county=county)
    made = grouping.note_down(statements=[one.pk for one in club.said], wording="Vi har ikke et rom", library=town_a.pk, by=staff_a.doer)
    club.confirm(club.said[0])
    challenges.join(challenge=made, offers="En nøkkel", contact=club.contact, by=club.doer)
    return made, club


def test_whoever_joined_a_challenge_is_proposed_and_not_ticked(shared: tuple[Challenge, Speaker], staff_a: Somebody) -> None:
    challenge, club = shared
    ((_words, begin),) = steps_from(Ref.to(challenge), visible_to=staff_a.doer)
    page = text(staff_a.client.get(begin))
    assert "Vi har ikke et rom" in page and "En nøkkel" in page and "checked" not in page
    staff_a.client.post(begin, {"title": "Nøkkel på rundgang", "about": "", "together": [f"party:{club.party.pk}"], "brings": "", "next_step": ""})
    made = Initiative.objects.get()

    assert made.partners.get(party=club.party).state == PartnerState.ASKED
    assert made.county_id == challenge.county_id
    assert "Nøkkel på rundgang" in text(staff_a.client.get(at("challenge", challenge.pk)))
    assert "Vi har ikke et rom" in text(staff_a.client.get(at("initiative", made.pk)))
    assert "Vi har ikke et rom" in text(Client().get(at("party_initiative", club.secret, made.pk)))


def test_when_the_ground_is_gone_the_page_says_so_without_a_reason(shared: tuple[Challenge, Speaker], town_a: Organisation, staff_a: Somebody) -> None:
    challenge, club = shared
    made = initiatives.propose(title="Nøkkel på rundgang", about="", owner=town_a, source=Ref.to(challenge), library=town_a.pk, by=staff_a.doer)
    statements.withdraw(statement=club.said[0].pk, contact=club.contact, by=club.doer)
    page = text(staff_a.client.get(at("initiative", made.pk)))

    assert "Noe av det dette bygger på, er borte." in page and "låst om kvelden" not in page


def test_whoever_wants_no_questions_is_not_even_proposed(shared: tuple[Challenge, Speaker], staff_a: Somebody) -> None:
    challenge, club = shared
    parties.say_never(contact=club.contact, by=club.doer)
    begin = f"{at('new_initiative')}?from={Ref.to(challenge)}"
    assert "En nøkkel" not in text(staff_a.client.get(begin))
    sent = {"title": "Nøkkel på rundgang", "about": "", "asked": [f"party:{club.party.pk}"], "brings": "", "next_step": ""}

    assert staff_a.client.post(begin, sent).status_code == 302
    assert not Partner.objects.filter(party=club.party).exists()
