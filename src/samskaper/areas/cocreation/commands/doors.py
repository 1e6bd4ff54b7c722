"""Opening a library's door, coming with something, and answering."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.commands.conversations import add_statements, fact
from samskaper.areas.cocreation.commands.links import page_of
from samskaper.areas.cocreation.commands.naming import write_words
from samskaper.areas.cocreation.models import (
    Contact,
    Conversation,
    Doorway,
    Knock,
    KnockKind,
    Listener,
    Party,
    PartyKind,
    Shown,
    StatementState,
)
from samskaper.areas.cocreation.queries.doors import door, keepers
from samskaper.areas.cocreation.rules import doors as rules
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.commons.mail.commands import send
from samskaper.commons.mail.letters import Address
from samskaper.commons.people.commands.links import make_link
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation, Person
from samskaper.commons.people.queries.links import digest_of
from samskaper.commons.people.rules import must_be_somebody
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid, Missing
from samskaper.foundation.text import clean, clean_line
from samskaper.foundation.versions import save_unchanged


@transaction.atomic
def set_door(*, library: Organisation, person: int | None, days: int, is_open: bool, welcome: str, version: int, by: Doer) -> Doorway:
    """Open or close a library's door, and say who answers within how many working days. Raises Stale when somebody did so meanwhile."""
    rules.must_keep_door(by, library.pk)
    rules.must_have_somebody(is_open, person is not None and keepers(library.pk).filter(pk=person).exists())
    doorway, _new = Doorway.objects.get_or_create(library=library)
    changes = {"person_id": person, "days": days, "is_open": is_open, "welcome": clean_line(welcome)[:300]}
    save_unchanged(doorway, version=version or doorway.version, changes=changes)
    note(events.DoorChanged(subject=Ref.to(doorway), owner=library.pk, data={"open": is_open}), by=by)
    return doorway


@dataclass(frozen=True, slots=True)
class Brought:
    """What somebody comes with, and who she is."""

    kind: str
    party_kind: str
    name: str
    words: str
    language: str
    email: str
    phone: str
    shown: str


@transaction.atomic
def come_with(*, library: Organisation, brought: Brought, letters_in: str, by: Doer) -> tuple[Knock, str]:
    """Take in a challenge or an idea. Returns it and the secret of the page that its party keeps; no letter is sent.

    It is the party's own statement, and stands; it is not counted as a conversation held. Raises Conflict at a closed door.
    """
    here = door(library.pk)
    rules.must_be_open(here.is_open)
    words = clean(brought.words)
    rules.must_be_words(words)
    contact = _whoever(library, brought, letters_in)
    conversation = Conversation.objects.create(party=contact.party, owner=library)
    knock = Knock.objects.create(conversation=conversation, kind=KnockKind(brought.kind), language=brought.language[:16], due_on=here.due_on)
    (said,) = add_statements(conversation, [words], by=by, by_party=True, state=StatementState.CONFIRMED)
    if brought.shown != said.shown:
        said.shown = Shown(brought.shown)
        said.save(update_fields=["shown"])
    note(fact(events.StatementAgreed, conversation, said), by=by)
    note(fact(events.Knocked, conversation), by=by)
    return knock, make_link(purpose=LINK, subject=Ref.to(contact))


def _whoever(library: Organisation, brought: Brought, letters_in: str) -> Contact:
    """Write down who comes, as far as she says. Whether we know her already is not looked up: that would tell her of others.

    Nobody finds her by name before a person has answered: what comes in by an open door may be anything.
    """
    name = clean_line(brought.name)[:160]
    if not name:
        if brought.party_kind != PartyKind.RESIDENT:
            raise Invalid(_("Write what you are called, also when it is only “the knitters on Thursdays”."))
        with translation.override(library.language):
            name = _("A resident")
    party = Party.objects.create(owner=library, kind=PartyKind(brought.party_kind), name=name, county_id=library.county_id)
    email, phone = clean_line(brought.email).lower(), clean_line(brought.phone)[:30]
    return Contact.objects.create(party=party, owner=library, email=email, phone=phone, language=letters_in)


@transaction.atomic
def answer(*, conversation: int, words: str, by: Doer) -> Knock:
    """Answer in words. They stand on the page behind the party's link; a letter with that link goes out where there is an address."""
    knock = Knock.objects.select_for_update(of=("self",)).select_related("conversation__party", "conversation__owner").get(conversation=conversation)
    rules.must_answer(by, knock.conversation.owner_id)
    rules.must_wait(knock)
    words = clean(words)
    if not any(sign.isalpha() for sign in words):
        raise Invalid(_("Write an answer in words. “Thank you, I will ring you on Monday” is an answer."))
    knock.answer, knock.answered_on, knock.answered_by_id = words, clock.today(), must_be_somebody(by)
    knock.save(update_fields=["answer", "answered_on", "answered_by"])
    write_words([knock.conversation.party])
    note(fact(events.KnockAnswered, knock.conversation), by=by)
    contact = Contact.objects.filter(party=knock.conversation.party_id, owner=knock.conversation.owner_id, until__isnull=True).exclude(email="").first()
    if contact is not None:
        _write_to(contact, knock, by=by)
    return knock


def _write_to(contact: Contact, knock: Knock, *, by: Doer) -> None:
    party, library = knock.conversation.party, knock.conversation.owner
    secret = make_link(purpose=LINK, subject=Ref.to(contact))
    sender = Person.objects.get(pk=must_be_somebody(by))
    page = page_of(secret, contact.language)
    send(
        to=Address(contact.email, contact.name, contact.language), template="cocreation/letters/answered.txt",
        context={"party": party, "library": library, "sender": sender, "answer": knock.answer, "page": page},
        about=Ref.to(knock.conversation), owner=library.pk, key=f"cocreation-answered-{digest_of(secret)[:32]}", by=by,
    )
    note(events.PartyWritten(subject=Ref.to(party), within=None, owner=library.pk), by=by)


@transaction.atomic
def take_on(*, conversation: int, by: Doer) -> Conversation:
    """Plan a conversation with whoever came: from now on it stands on the doer's desk, and counts when it is held."""
    found = Conversation.objects.select_for_update(of=("self",)).filter(pk=conversation, knock__isnull=False).first()
    if found is None:
        raise Missing()
    rules.must_answer(by, found.owner_id)
    if Listener.objects.get_or_create(conversation=found, person_id=must_be_somebody(by))[1]:
        note(fact(events.ConversationPlanned, found), by=by)
    return found
