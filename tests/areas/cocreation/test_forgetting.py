"""Deleting: nothing of a party that asked for it is found anywhere, what is counted stays, and old words go by themselves."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from samskaper.areas.cocreation.commands import conversations, doors, forgetting, links, parties, statements
from samskaper.areas.cocreation.commands.grouping import note_down
from samskaper.areas.cocreation.models import (
    Asking,
    Contact,
    Conversation,
    ConversationState,
    Invited,
    Listener,
    Meeting,
    Party,
    PartyKind,
    Shown,
    Statement,
    StatementState,
)
from samskaper.areas.cocreation.queries.everything import everything
from samskaper.areas.cocreation.queries.keeping import in_touch_on_desk
from samskaper.areas.cocreation.queries.parties import search
from samskaper.areas.cocreation.rules.forgetting import KEPT, NO_WORDS
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.commons.mail.models import Letter, State
from samskaper.commons.people.commands.links import make_link
from samskaper.commons.people.doer import GUEST
from samskaper.commons.people.middleware import doer_of
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Gone, Invalid, Missing
from tests.areas.cocreation.conftest import bearer, hold
from tests.cast import FormClient, Somebody

CANARIES = (
    "Kanarifuglenes", "kanari@fugl.example", "Sangeren Selv", "900 12 345", "Burets dør", "Sangen er borte", "Fri oss", "Gule tanker", "Låner bort buret",
)
NUMBER = "974760673"


def walked() -> dict[str, str]:
    """Return every text that the database holds, by where it stands."""
    found: dict[str, str] = {}
    kinds = (models.CharField, models.TextField, models.JSONField, models.BinaryField)
    for model in apps.get_models():
        fields = [field.name for field in model._meta.concrete_fields if isinstance(field, kinds)]
        if not fields or not model._meta.managed:
            continue
        for number, row in enumerate(model._default_manager.values_list(*fields)):
            for name, value in zip(fields, row, strict=True):
                text = bytes(value).decode(errors="replace") if isinstance(value, bytes | memoryview) else str(value)
                found[f"{model._meta.label}.{name}#{number}"] = text
    return found


def planted(*words: str) -> list[str]:
    """Return where any of these words still stands."""
    return [where for where, text in walked().items() for word in words if word.lower() in text.lower()]


@pytest.fixture
def canary(town_a: Organisation, staff_a: Somebody, county: Any) -> Party:
    return parties.add_party(owner=town_a, kind=PartyKind.ASSOCIATION, name="Kanarifuglenes venner", number=NUMBER, county=county, by=staff_a.doer)


@pytest.fixture
def singer(canary: Party, town_a: Organisation, staff_a: Somebody) -> Contact:
    return parties.name_contact(
        party=canary, owner=town_a, email="kanari@fugl.example", name="Sangeren Selv", phone="900 12 345", language="nb", by=staff_a.doer
    )


@pytest.fixture
def sung(canary: Party, singer: Contact, town_a: Organisation, staff_a: Somebody, choir: Party) -> Conversation:
    """Everything that can be written down about a party: held and planned, a letter sent and one that waits, a challenge, a gathering."""
    planned = conversations.plan(party=canary, owner=town_a, planned_for=clock.today(), place="Burets dør", by=staff_a.doer)
    place = planned.listeners.get(person=staff_a.person)
    held = conversations.write_down(
        conversation=planned, held_on=clock.today(), said=["Sangen er borte", "Fri oss"], thoughts="Gule tanker", next_step="Åpne Burets dør",
        by=staff_a.doer, version=Conversation.objects.get(pk=planned.pk).version, thoughts_version=place.version,
    )
    links.send_link(conversation=held, contact=singer, by=staff_a.doer)
    Letter.objects.update(state=State.SENT, settled=clock.now())
    links.send_link(conversation=held, contact=singer, by=staff_a.doer)
    conversations.plan(party=canary, owner=town_a, place="Burets dør", by=staff_a.doer)
    meeting = Meeting.objects.create(owner=town_a, title="En kveld")
    Invited.objects.create(meeting=meeting, party=canary, contact=singer, coming="yes", needs="Et bur", lends="Låner bort buret")
    return held


def test_nothing_of_it_is_found_in_any_table(sung: Conversation, singer: Contact) -> None:
    assert {word for word in CANARIES if planted(word)} == set(CANARIES)

    forgetting.forget(party=sung.party_id, contact=singer, by=bearer(singer))

    assert planted(*CANARIES) == []


def test_that_conversations_were_held_stays_counted(sung: Conversation, singer: Contact) -> None:
    before = Fact.objects.filter(key="cocreation.conversation_held", taken_back__isnull=True).count()

    forgetting.forget(party=sung.party_id, contact=singer, by=bearer(singer))

    sung.refresh_from_db()
    assert Fact.objects.filter(key="cocreation.conversation_held", taken_back__isnull=True).count() == before == 1
    assert (sung.state, sung.held_on, sung.party.county is not None) == (ConversationState.HELD, clock.today(), True)
    assert Party.objects.get(pk=sung.party_id).name == "Noen som ba om å bli slettet"


def test_what_was_said_no_longer_counts_and_plans_are_off(sung: Conversation, singer: Contact) -> None:
    statements.read_back(
        conversation=sung, statements=list(sung.statements.values_list("pk", flat=True)), how="aloud", on=clock.today(), by=_of(sung)
    )

    forgetting.forget(party=sung.party_id, contact=singer, by=bearer(singer))

    assert not Fact.objects.filter(key="cocreation.statement_agreed", taken_back__isnull=True).exists()
    assert Fact.objects.filter(key="cocreation.statement_withdrawn").count() == 2
    assert set(Conversation.objects.values_list("state", flat=True)) == {ConversationState.HELD, ConversationState.CANCELLED}


def _of(conversation: Conversation) -> Any:
    return doer_of(conversation.listeners.get().person)


def test_letters_not_yet_sent_are_stopped(sung: Conversation, singer: Contact) -> None:
    assert Letter.objects.filter(state=State.WAITING).count() == 1

    forgetting.forget(party=sung.party_id, contact=singer, by=bearer(singer))

    assert set(Letter.objects.values_list("state", "text", "email")) == {(State.STOPPED, "", ""), (State.SENT, "", "")}


def test_letters_to_another_association_of_the_same_person_stay(
    sung: Conversation, singer: Contact, choir: Party, town_a: Organisation, staff_a: Somebody
) -> None:
    both = parties.name_contact(party=choir, owner=town_a, email=singer.email, by=staff_a.doer)
    other = hold(conversations.plan(party=choir, owner=town_a, by=staff_a.doer), staff_a.doer, "Vi synger.")
    links.send_link(conversation=other, contact=both, by=staff_a.doer)

    forgetting.forget(party=sung.party_id, contact=singer, by=bearer(singer))

    assert [letter.email for letter in Letter.objects.exclude(text="")] == [singer.email]
    assert Letter.objects.exclude(text="").get().state == State.WAITING


def test_the_link_opens_nothing_any_more(sung: Conversation, singer: Contact) -> None:
    secret = make_link(purpose=LINK, subject=Ref.to(singer))

    forgetting.forget(party=sung.party_id, contact=singer, by=bearer(singer))

    assert FormClient().get(f"/nb/said/{secret}/").status_code in (404, 410)


def test_it_is_not_found_and_not_asked(sung: Conversation, singer: Contact, town_a: Organisation, staff_a: Somebody) -> None:
    forgetting.forget(party=sung.party_id, contact=singer, by=bearer(singer))

    assert not search("slettet", visible_to=staff_a.doer) and not search("kanari", visible_to=staff_a.doer)
    party = Party.objects.get(pk=sung.party_id)
    assert (party.asking, party.number[0]) == (Asking.NEVER, "#")
    with pytest.raises(Conflict):
        conversations.plan(party=party, owner=town_a, by=staff_a.doer)


def test_a_challenge_loses_what_stood_behind_it(sung: Conversation, singer: Contact, town_a: Organisation, staff_a: Somebody) -> None:
    said = sung.statements.first()
    assert said
    statements.confirm(statement=said.pk, contact=singer, wording=said.wording, version=said.version, by=bearer(singer))
    challenge = note_down(statements=[said.pk], wording="Ingen synger lenger", by=staff_a.doer, library=town_a.pk)

    forgetting.forget(party=sung.party_id, contact=singer, by=bearer(singer))

    assert not challenge.grouped.exists()
    assert Fact.objects.filter(key="cocreation.ground_lost").exists()


def test_what_came_by_the_door_goes_too(town_a: Organisation, staff_a: Somebody) -> None:
    assert staff_a.person
    doors.set_door(library=town_a, person=staff_a.person.pk, days=5, is_open=True, welcome="", version=0, by=staff_a.doer)
    brought = doors.Brought(
        kind="idea", party_kind="resident", name="Kanarifuglenes far", words="Fri oss fra buret", language="nb", email="kanari@fugl.example", phone="",
        shown="county",
    )
    knock, _secret = doors.come_with(library=town_a, brought=brought, letters_in="nb", by=GUEST)
    doors.answer(conversation=knock.conversation_id, words="Kjære Kanarifuglenes far, takk.", by=staff_a.doer)
    contact = Contact.objects.get()

    forgetting.forget(party=contact.party_id, contact=contact, by=bearer(contact))

    assert planted("kanari", "Fri oss") == []


class TestWhoMay:
    def test_another_party_s_link_deletes_nothing(self, sung: Conversation, speaker: Contact) -> None:
        with pytest.raises(Missing):
            forgetting.forget(party=sung.party_id, contact=speaker, by=bearer(speaker))

    @pytest.mark.parametrize("who", ["staff_a", "adviser_a", "staff_b", "adviser_b", "guest"])
    def test_those_who_do_not_lead_the_library_do_not(self, sung: Conversation, who: str, request: pytest.FixtureRequest) -> None:
        with pytest.raises(Missing):
            forgetting.forget(party=sung.party_id, how="phone", by=request.getfixturevalue(who).doer)

    def test_the_leader_says_how_they_asked(self, sung: Conversation, leader_a: Somebody) -> None:
        with pytest.raises(Invalid):
            forgetting.forget(party=sung.party_id, by=leader_a.doer)

        forgetting.forget(party=sung.party_id, how="phone", by=leader_a.doer)

        assert Fact.objects.get(key="cocreation.party_forgotten").data == {"how": "phone"}

    def test_once_is_enough(self, sung: Conversation, leader_a: Somebody) -> None:
        forgetting.forget(party=sung.party_id, how="met", by=leader_a.doer)

        with pytest.raises(Gone):
            forgetting.forget(party=sung.party_id, how="met", by=leader_a.doer)


class TestEverything:
    def test_the_whole_record_is_shown_to_the_party(self, sung: Conversation, singer: Contact) -> None:
        text = json.dumps(everything(singer, visible_to=bearer(singer)).as_data(), ensure_ascii=False)

        assert {word for word in CANARIES if word in text} == set(CANARIES) - {"Gule tanker"}

    def test_pages_and_files(self, sung: Conversation, singer: Contact) -> None:
        secret = make_link(purpose=LINK, subject=Ref.to(singer))
        client = FormClient()
        page, data, file = (client.get(f"/en/said/{secret}/{part}") for part in ("all/", "all.json", "all.html"))

        assert "Everything that libraries have written down" in page.content.decode() and "Sangen er borte" in page.content.decode()
        assert json.loads(data.content)["Who you are"][0]["Name"] == "Kanarifuglenes venner"
        assert "attachment" in file["Content-Disposition"] and "Fri oss" in file.content.decode()

    def test_deleting_takes_two_steps_and_says_what_was_kept(self, sung: Conversation, singer: Contact) -> None:
        secret = make_link(purpose=LINK, subject=Ref.to(singer))
        client = FormClient()
        asked = client.get(f"/en/said/{secret}/all/forget/").content.decode()
        assert "This is kept, without your name" in asked and Statement.objects.exclude(state=StatementState.WITHDRAWN).exists()

        done = client.post(f"/en/said/{secret}/all/forget/").content.decode()

        assert "What was kept, and why" in done and "Kanari" not in done
        assert planted(*CANARIES) == []

    def test_the_leader_reads_what_her_library_holds_alone(
        self, sung: Conversation, leader_a: Somebody, staff_a: Somebody, staff_b: Somebody, library_b: Organisation
    ) -> None:
        elsewhere = conversations.plan(party=sung.party, owner=library_b, by=staff_b.doer)
        hold(elsewhere, staff_b.doer, "Sagt til de andre")
        path = f"/en/conversations/with/{sung.party_id}/held.json"

        held = leader_a.client.get(path).content.decode()

        assert "Sangen er borte" in held and "Sagt til de andre" not in held
        assert staff_a.client.get(path).status_code == 404

    def test_the_leader_deletes_on_a_page(self, sung: Conversation, leader_a: Somebody) -> None:
        path = f"/en/conversations/with/{sung.party_id}/delete/"
        asked, without, done = leader_a.client.get(path), leader_a.client.post(path), leader_a.client.post(path, {"how": "writing"})

        assert "asked to be deleted?" in asked.content.decode()
        assert (without.status_code, done.status_code) == (422, 200)
        assert planted(*CANARIES) == []


class TestLettingGo:
    def old(self, party: int) -> None:
        Party.objects.filter(pk=party).update(keep_until=clock.today() - dt.timedelta(days=1))

    def test_being_in_touch_moves_the_day(self, sung: Conversation, town_a: Organisation, staff_a: Somebody) -> None:
        self.old(sung.party_id)

        conversations.plan(party=sung.party, owner=town_a, by=staff_a.doer)

        assert Party.objects.get(pk=sung.party_id).keep_until == clock.today() + KEPT

    def test_words_and_addresses_go_and_what_was_counted_stays(self, sung: Conversation, singer: Contact) -> None:
        said = sung.statements.first()
        assert said
        statements.confirm(statement=said.pk, contact=singer, wording=said.wording, version=said.version, by=bearer(singer))
        Listener.objects.update(thoughts="")
        self.old(sung.party_id)

        assert forgetting.let_old_go(KEPT.days) == 1
        assert forgetting.let_old_go(KEPT.days) == 0

        assert planted(*CANARIES[1:]) == []
        party = Party.objects.get(pk=sung.party_id)
        assert (party.name, party.number, party.asking) == ("Kanarifuglenes venner", NUMBER, Asking.WELCOME)
        said.refresh_from_db()
        assert (said.state, said.wording) == (StatementState.CONFIRMED, NO_WORDS)
        assert Fact.objects.filter(key="cocreation.statement_agreed", taken_back__isnull=True).count() == 1

    def test_a_resident_s_name_goes(self, town_a: Organisation, staff_a: Somebody) -> None:
        her = parties.add_party(owner=town_a, kind=PartyKind.RESIDENT, name="Kanarifuglenes mor", by=staff_a.doer)
        hold(conversations.plan(party=her, owner=town_a, by=staff_a.doer), staff_a.doer, "Fri oss")
        self.old(her.pk)

        forgetting.let_old_go(KEPT.days)

        assert planted("kanari", "Fri oss") == []

    def test_those_of_before_get_a_day(self, sung: Conversation) -> None:
        Party.objects.update(keep_until=None)

        assert forgetting.let_old_go(KEPT.days) == 0
        assert Party.objects.get(pk=sung.party_id).keep_until == clock.today() + KEPT

    def test_those_of_the_register_of_whom_nothing_is_known_stay(self, town_a: Organisation) -> None:
        Party.objects.create(owner=town_a, kind=PartyKind.ASSOCIATION, name="Ukjent lag", from_register=True)

        forgetting.let_old_go(KEPT.days)

        assert Party.objects.get(name="Ukjent lag").keep_until is None

    def test_the_library_is_asked_a_month_before(
        self, sung: Conversation, staff_a: Somebody, leader_a: Somebody, staff_b: Somebody, django_assert_num_queries: Any
    ) -> None:
        Party.objects.filter(pk=sung.party_id).update(keep_until=clock.today() + dt.timedelta(days=29))
        doer = staff_a.doer

        with django_assert_num_queries(1):
            mine = [item.title for item in in_touch_on_desk(doer)]
        assert len(mine) == 1 and "Kanarifuglenes venner" in mine[0]
        assert [len(list(in_touch_on_desk(who.doer))) for who in (leader_a, staff_b)] == [1, 0]

    def test_keep_or_let_go_by_a_press(self, sung: Conversation, staff_a: Somebody) -> None:
        soon = clock.today() + dt.timedelta(days=9)
        Party.objects.filter(pk=sung.party_id).update(keep_until=soon)
        path = f"/en/conversations/with/{sung.party_id}/keep/"
        asked = staff_a.client.get("/en/conversations/in-touch/").content.decode()

        kept = staff_a.client.post(path, {"act": "keep"}, follow=True).content.decode()
        assert Party.objects.get(pk=sung.party_id).keep_until == clock.today() + KEPT
        gone = staff_a.client.post(path, {"act": "let_go"}, follow=True).content.decode()

        assert "Kanarifuglenes venner" in asked and "two more years" in kept and "It is deleted" in gone
        assert not Contact.objects.filter(party=sung.party_id).exists()

    def test_shown_stays_as_it_was_chosen(self, sung: Conversation, singer: Contact) -> None:
        said = sung.statements.first()
        assert said
        statements.show_as(statement=said.pk, contact=singer, shown=Shown.BY_NAME, by=bearer(singer))
        self.old(sung.party_id)

        forgetting.let_old_go(KEPT.days)

        said.refresh_from_db()
        assert said.shown == Shown.BY_NAME
