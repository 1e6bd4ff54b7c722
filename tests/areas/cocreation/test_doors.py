"""The open door: coming with something without an account, the promise, the answer, and what goes on from it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from samskaper.areas.cocreation.commands import conversations
from samskaper.areas.cocreation.commands import doors as commands
from samskaper.areas.cocreation.commands.grouping import note_down
from samskaper.areas.cocreation.models import (
    Contact,
    Conversation,
    Doorway,
    Knock,
    Party,
    PartyKind,
    Shown,
    StatementState,
)
from samskaper.areas.cocreation.queries.door_desk import knocks_on_desk
from samskaper.areas.cocreation.queries.doors import open_doors
from samskaper.areas.cocreation.queries.grouping import built_on
from samskaper.areas.cocreation.queries.parties import search
from samskaper.areas.cocreation.rules.doors import FROM_ONE_NETWORK, must_be_words, promised
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.doer import GUEST
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict, Invalid, Missing, Refusal, Stale
from tests.cast import FormClient, Somebody

WORDS = "Bussen går ikke etter klokka fem, og ungdommene kommer seg ikke hjem."


@pytest.fixture
def opened(town_a: Organisation, staff_a: Somebody) -> Doorway:
    assert staff_a.person
    return commands.set_door(library=town_a, person=staff_a.person.pk, days=5, is_open=True, welcome="", version=0, by=staff_a.doer)


def brought(**fields: str) -> commands.Brought:
    given = {"kind": "challenge", "party_kind": "informal_group", "name": "Torsdagsgjengen", "words": WORDS, "shown": "county"}
    given |= {"language": "", "email": "", "phone": ""}
    return commands.Brought(**{**given, **fields})


def come(library: Organisation, **fields: str) -> tuple[Knock, str]:
    return commands.come_with(library=library, brought=brought(**fields), letters_in="nn", by=GUEST)


class TestPromise:
    @pytest.mark.parametrize(("day", "days", "country", "due"), [
        ("2027-03-01", 5, "NO", "2027-03-08"), ("2027-03-05", 1, "NO", "2027-03-08"), ("2027-03-24", 1, "NO", "2027-03-30"),
        ("2027-05-14", 1, "NO", "2027-05-18"), ("2027-05-14", 1, "DK", "2027-05-18"), ("2026-12-30", 2, "NO", "2027-01-04"),
        ("2027-06-04", 1, "DK", "2027-06-07"),
    ])
    def test_working_days_are_counted(self, day: str, days: int, country: str, due: str) -> None:
        assert promised(dt.date.fromisoformat(day), days=days, country=country).isoformat() == due


class TestWords:
    @pytest.mark.parametrize("words", [
        "https://spam.example/casino", "www.spam.example", "🎺🎺🎺", "…", "", "spam@spam.example", "kjøp http://x.example",
        "a http://a.example b http://b.example c http://c.example d e f g", "x" * 2_001,
    ])
    def test_what_says_nothing_is_refused_kindly(self, words: str) -> None:
        with pytest.raises(Invalid):
            must_be_words(words)

    @pytest.mark.parametrize("words", [
        WORDS, "Rom!", "Vi skriver om det her: https://laget.example/rom", "نحتاج إلى مكان", "Ŋuolla ja čáppa 🎺", "Møterom 3.etg. mangler", "Min sisu er stor",
    ])
    def test_words_in_any_language_are_taken(self, words: str) -> None:
        must_be_words(words)


class TestComing:
    def test_it_enters_the_chain_as_the_party_s_own_words(self, opened: Doorway, town_a: Organisation) -> None:
        knock, _secret = come(town_a, shown="name")

        said = knock.conversation.statements.get()
        assert (said.wording, said.by_party, said.state, said.shown) == (WORDS, True, StatementState.CONFIRMED, Shown.BY_NAME)
        assert (knock.conversation.party.name, knock.conversation.party.owner) == ("Torsdagsgjengen", town_a)
        assert knock.due_on == promised(clock.today(), days=5, country="NO")

    def test_it_is_no_conversation_held(self, opened: Doorway, town_a: Organisation) -> None:
        come(town_a)

        keys = set(Fact.objects.values_list("key", flat=True))
        assert "cocreation.conversation_held" not in keys
        assert {"cocreation.knocked", "cocreation.statement_agreed"} <= keys

    def test_no_letter_goes_to_an_address_that_nobody_has_proven(self, opened: Doorway, town_a: Organisation) -> None:
        come(town_a, email="Offer@Somebody.example")

        assert not Letter.objects.exists()
        assert Contact.objects.get().email == "offer@somebody.example"

    def test_a_resident_needs_no_name(self, opened: Doorway, town_a: Organisation) -> None:
        knock, _secret = come(town_a, party_kind="resident", name="")

        assert (knock.conversation.party.name, knock.conversation.party.kind) == ("En innbygger", PartyKind.RESIDENT)

    def test_a_group_is_called_something(self, opened: Doorway, town_a: Organisation) -> None:
        with pytest.raises(Invalid):
            come(town_a, name="\u200b")

    def test_a_closed_door_takes_nothing_in(self, town_a: Organisation) -> None:
        with pytest.raises(Conflict):
            come(town_a)
        assert not Party.objects.exists()


class TestAnswering:
    def test_an_answer_goes_out_with_the_link(self, opened: Doorway, town_a: Organisation, staff_a: Somebody) -> None:
        knock, _secret = come(town_a, email="gjengen@example.org")

        commands.answer(conversation=knock.conversation_id, words="Takk! Jeg ringer på mandag.", by=staff_a.doer)

        letter = Letter.objects.get()
        assert letter.email == "gjengen@example.org" and letter.language == "nn"
        assert "Takk! Jeg ringer på mandag." in letter.text and "/nn/said/" in letter.text
        assert Knock.objects.get().answered_on == clock.today()

    def test_without_an_address_it_stands_on_their_page(self, opened: Doorway, town_a: Organisation, staff_a: Somebody) -> None:
        knock, secret = come(town_a)

        commands.answer(conversation=knock.conversation_id, words="Takk! Kom innom.", by=staff_a.doer)

        assert not Letter.objects.exists()
        page = FormClient().get(f"/nb/said/{secret}/").content.decode()
        assert "Takk! Kom innom." in page and WORDS in page

    def test_nobody_finds_them_by_name_before_a_person_has_answered(self, opened: Doorway, town_a: Organisation, staff_a: Somebody) -> None:
        knock, _secret = come(town_a)
        before = list(search("torsdag", visible_to=staff_a.doer))
        commands.answer(conversation=knock.conversation_id, words="Takk!", by=staff_a.doer)

        assert before == []
        assert [party.name for party in search("torsdag", visible_to=staff_a.doer)] == ["Torsdagsgjengen"]

    def test_nobody_builds_on_it_before_a_person_has_answered(
        self, opened: Doorway, town_a: Organisation, library_a: Organisation, staff_a: Somebody, adviser_a: Somebody
    ) -> None:
        knock, _secret = come(town_a)
        said = [knock.conversation.statements.get().pk]
        with pytest.raises(Refusal):
            note_down(statements=said, wording="Ingen buss", library=library_a.pk, by=adviser_a.doer)
        before = set(built_on().values_list("pk", flat=True))

        commands.answer(conversation=knock.conversation_id, words="Takk!", by=staff_a.doer)

        assert (before, set(built_on().values_list("pk", flat=True))) == (set(), set(said))
        assert note_down(statements=said, wording="Ingen buss", library=library_a.pk, by=adviser_a.doer).grouped.count() == 1

    def test_one_answer_is_enough(self, opened: Doorway, town_a: Organisation, staff_a: Somebody, leader_a: Somebody) -> None:
        knock, _secret = come(town_a)
        commands.answer(conversation=knock.conversation_id, words="Takk!", by=staff_a.doer)

        with pytest.raises(Conflict):
            commands.answer(conversation=knock.conversation_id, words="Takk en gang til!", by=leader_a.doer)

    @pytest.mark.parametrize("who", ["staff_b", "adviser_a", "adviser_b", "guest"])
    def test_others_do_not_answer(self, opened: Doorway, town_a: Organisation, who: str, request: pytest.FixtureRequest) -> None:
        knock, _secret = come(town_a)

        with pytest.raises(Missing):
            commands.answer(conversation=knock.conversation_id, words="Takk!", by=request.getfixturevalue(who).doer)

    def test_an_empty_answer_is_none(self, opened: Doorway, town_a: Organisation, staff_a: Somebody) -> None:
        knock, _secret = come(town_a)

        with pytest.raises(Invalid):
            commands.answer(conversation=knock.conversation_id, words=" 🎺 ", by=staff_a.doer)

    def test_a_conversation_is_planned_by_one_press_and_counts_when_held(self, opened: Doorway, town_a: Organisation, staff_a: Somebody) -> None:
        knock, _secret = come(town_a)

        planned = commands.take_on(conversation=knock.conversation_id, by=staff_a.doer)
        conversations.write_down(
            conversation=planned, held_on=clock.today(), said=["Vi kan låne ut nøkkelen."], thoughts="", next_step="", by=staff_a.doer,
            version=1, thoughts_version=1,
        )

        assert Fact.objects.filter(key="cocreation.conversation_held").count() == 1
        assert Conversation.objects.get().statements.count() == 2

    def test_strangers_do_not_join_and_read(self, opened: Doorway, town_a: Organisation, staff_b: Somebody, leader_a: Somebody) -> None:
        knock, _secret = come(town_a)

        with pytest.raises(Conflict):
            conversations.join(conversation=knock.conversation, by=staff_b.doer)
        assert conversations.join(conversation=knock.conversation, by=leader_a.doer)


class TestDesk:
    def items(self, who: Somebody) -> list[tuple[str, str]]:
        return [(item.title, item.note) for item in knocks_on_desk(who.doer)]

    def test_it_lies_on_the_desk_of_the_one_who_answers(
        self, opened: Doorway, town_a: Organisation, staff_a: Somebody, leader_a: Somebody, staff_b: Somebody
    ) -> None:
        come(town_a)

        assert [len(self.items(who)) for who in (staff_a, leader_a, staff_b)] == [1, 0, 0]

    def test_what_is_late_lies_on_the_leader_s_too(self, opened: Doorway, town_a: Organisation, staff_a: Somebody, leader_a: Somebody) -> None:
        come(town_a)
        Knock.objects.update(due_on=clock.today() - dt.timedelta(days=1))

        assert [len(self.items(who)) for who in (staff_a, leader_a)] == [1, 1]

    def test_where_nobody_keeps_the_door_the_leader_does(self, opened: Doorway, town_a: Organisation, leader_a: Somebody) -> None:
        come(town_a)
        Doorway.objects.update(person=None)

        assert len(self.items(leader_a)) == 1

    def test_what_was_answered_is_off_it(self, opened: Doorway, town_a: Organisation, staff_a: Somebody) -> None:
        knock, _secret = come(town_a)
        commands.answer(conversation=knock.conversation_id, words="Takk!", by=staff_a.doer)

        assert self.items(staff_a) == []

    def test_it_is_one_question_however_much_came(self, opened: Doorway, town_a: Organisation, staff_a: Somebody, django_assert_num_queries: Any) -> None:
        for _number in range(3):
            come(town_a)
        doer = staff_a.doer
        with django_assert_num_queries(1):
            assert len(list(knocks_on_desk(doer))) == 3


class TestKeeping:
    def test_a_door_is_opened_by_its_own_people(self, town_a: Organisation, staff_a: Somebody, staff_b: Somebody, adviser_a: Somebody) -> None:
        assert staff_a.person
        for other in (staff_b, adviser_a):
            with pytest.raises(Refusal):
                commands.set_door(library=town_a, person=staff_a.person.pk, days=5, is_open=True, welcome="", version=0, by=other.doer)

    def test_an_open_door_has_somebody_who_works_there(self, town_a: Organisation, staff_a: Somebody, staff_b: Somebody) -> None:
        assert staff_b.person
        for person in (None, staff_b.person.pk):
            with pytest.raises(Invalid):
                commands.set_door(library=town_a, person=person, days=5, is_open=True, welcome="", version=0, by=staff_a.doer)

    def test_two_who_change_it_at_once(self, opened: Doorway, town_a: Organisation, staff_a: Somebody) -> None:
        with pytest.raises(Stale):
            commands.set_door(library=town_a, person=None, days=5, is_open=False, welcome="", version=1, by=staff_a.doer)


class TestPages:
    def test_a_guest_comes_and_gets_a_page_to_keep(self, opened: Doorway, town_a: Organisation, guest: Somebody) -> None:
        page = guest.client.get(f"/en/libraries/{town_a.pk}/door/")
        given = {"kind": "idea", "words": WORDS, "language": "nb", "party_kind": "resident", "name": "", "email": "", "phone": "", "shown": "county"}
        thanks = guest.client.post(f"/en/libraries/{town_a.pk}/door/", given)

        assert "answers within 5 working days" in page.content.decode()
        assert thanks.status_code == 200 and "Thank you. It has come in" in thanks.content.decode()
        address = next(part for part in thanks.content.decode().split('"') if "/en/said/" in part and part.startswith("/"))
        mine = guest.client.get(address).content.decode()
        assert WORDS in mine and "An answer comes here by" in mine

    def test_a_form_that_lacks_something_keeps_the_words(self, opened: Doorway, town_a: Organisation, guest: Somebody) -> None:
        answer = guest.client.post(f"/en/libraries/{town_a.pk}/door/", {"kind": "idea", "words": WORDS, "party_kind": "association", "shown": "county"})

        assert answer.status_code == 422
        assert WORDS in answer.content.decode() and "Write what you are called" in answer.content.decode()

    def test_the_same_network_does_not_flood_a_door(self, opened: Doorway, town_a: Organisation, guest: Somebody) -> None:
        given = {"kind": "idea", "words": WORDS, "party_kind": "resident", "shown": "county"}
        answers = [guest.client.post(f"/en/libraries/{town_a.pk}/door/", given).status_code for _ in range(FROM_ONE_NETWORK + 1)]

        assert answers == [200] * FROM_ONE_NETWORK + [429]

    def test_a_closed_door_says_where_to_go(self, town_a: Organisation, guest: Somebody) -> None:
        page = guest.client.get(f"/en/libraries/{town_a.pk}/door/")

        assert page.status_code == 200 and "does not take anything in here right now" in page.content.decode()

    def test_what_is_no_library_has_no_door(self, db: None, guest: Somebody) -> None:
        fund = Organisation.objects.create(kind="funder", name="Fondet")

        assert guest.client.get(f"/en/libraries/{fund.pk}/door/").status_code == 404

    def test_open_doors_are_found_by_name_and_place(self, opened: Doorway, town_a: Organisation, library_a: Organisation) -> None:
        assert [one.pk for one in open_doors("tverr")] == [town_a.pk]
        assert open_doors("ålesund") == []
        assert [one.pk for one in open_doors("")] == [town_a.pk]

    def test_the_list_asks_the_same_however_many(self, opened: Doorway, guest: Somebody, django_assert_num_queries: Any) -> None:
        for number in range(5):
            Doorway.objects.create(library=Organisation.objects.create(kind="public_library", name=f"Bibliotek {number}"), is_open=True)
        with django_assert_num_queries(1):
            assert len(open_doors("")) == 6

    def test_the_way_from_the_desk_to_the_answer(self, opened: Doorway, town_a: Organisation, staff_a: Somebody) -> None:
        knock, _secret = come(town_a)
        desk = staff_a.client.get("/en/desk/").content.decode()
        inside = staff_a.client.get("/en/conversations/door/").content.decode()
        came = staff_a.client.get(f"/en/conversations/{knock.conversation_id}/came/").content.decode()
        answered = staff_a.client.post(f"/en/conversations/{knock.conversation_id}/came/", {"words": "Takk!"}, follow=True).content.decode()
        planned = staff_a.client.post(f"/en/conversations/{knock.conversation_id}/take-on/", follow=True)

        assert "Torsdagsgjengen came with something" in desk
        assert "One waits for an answer" in inside and WORDS in came
        assert "Answered on" in answered
        assert planned.status_code == 200

    def test_the_door_is_opened_on_a_page(self, town_a: Organisation, leader_a: Somebody, staff_a: Somebody) -> None:
        assert staff_a.person
        path = f"/en/libraries/{town_a.pk}/door/keep/"
        before = leader_a.client.get(path)
        nobody = leader_a.client.post(path, {"is_open": "1", "days": "3", "person": "", "version": "0"})
        done = leader_a.client.post(path, {"is_open": "1", "days": "3", "person": str(staff_a.person.pk), "version": "0"}, follow=True)

        assert "Open the door?" in before.content.decode()
        assert nobody.status_code == 422
        assert "The door is open." in done.content.decode() and Doorway.objects.get().days == 3
