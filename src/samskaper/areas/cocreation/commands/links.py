"""The letter with a party's link, and handing the link over."""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.models import Contact, Conversation
from samskaper.areas.cocreation.queries.letters import letters_to
from samskaper.areas.cocreation.rules import conversations as rules
from samskaper.areas.cocreation.rules import parties as who
from samskaper.commons.mail.commands import send
from samskaper.commons.mail.letters import Address, absolute
from samskaper.commons.people.commands.links import make_link, withdraw_links
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Person
from samskaper.commons.people.queries.links import digest_of
from samskaper.commons.people.rules import must_be_somebody
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.text import clean, clean_line


def page_of(secret: str, language: str) -> str:
    """Return the whole address of the page behind a link, in the party's language."""
    with translation.override(language):
        return absolute(reverse("cocreation:party", args=[secret]))


@transaction.atomic
def send_link(*, conversation: Conversation, contact: Contact, by: Doer, words: str = "") -> None:
    """Write to the party, from the library employee by name, with the link to what was said.

    `words` are the employee's own, in any language, and come first.

    Raises Conflict when they have had as many letters as anybody gets, or want none; Invalid without an address.
    """
    rules.must_take_part(by, list(conversation.listeners.all()))
    if contact.party_id != conversation.party_id or not contact.email:
        raise Invalid(_("There is no e-mail address to write to. Print the letter instead, or ring them."))
    party = type(conversation.party).objects.select_for_update(of=("self",)).get(pk=conversation.party_id)
    who.must_be_chosen(party)
    who.must_be_asked(party, today=clock.today())
    who.must_have_letters_left(letters_to(party, within=conversation.within))
    secret = make_link(purpose=who.LINK, subject=Ref.to(contact))
    sender = Person.objects.get(pk=must_be_somebody(by))
    send(
        to=Address(contact.email, contact.name, contact.language), template="cocreation/letters/said.txt",
        context={
            "contact": contact, "party": party, "sender": sender, "library": conversation.owner, "words": clean(words),
            "page": page_of(secret, contact.language),
        },
        about=Ref.to(conversation), owner=conversation.owner_id, key=f"cocreation-said-{digest_of(secret)[:32]}", by=by,
    )
    note(events.PartyWritten(subject=Ref.to(party), within=conversation.within, owner=conversation.owner_id), by=by)


@transaction.atomic
def say_who(*, contact: Contact, name: str, language: str, by: Doer) -> Contact:
    """Whoever holds the link says who she is, and in which language she wants letters."""
    who.must_speak_for(by, contact)
    name = clean_line(name)[:120]
    if not name:
        raise Invalid(_("Write your name, so that the library knows whom it talks with."))
    contact.name, contact.language, contact.said_who = name, language, True
    contact.save(update_fields=["name", "language", "said_who"])
    return contact


@transaction.atomic
def hand_over(*, contact: Contact, name: str, email: str, by: Doer) -> Contact:
    """Somebody else speaks for the party from now on. The old link opens nothing any more; the new one goes out by mail."""
    contact = Contact.objects.select_for_update(of=("self",)).select_related("party", "owner").get(pk=contact.pk)
    who.must_speak_for(by, contact)
    email = clean_line(email).lower()
    if not email:
        raise Invalid(_("Write the e-mail address of the one who takes over."))
    contact.until = clock.now()
    contact.save(update_fields=["until"])
    withdraw_links(purpose=who.LINK, subject=Ref.to(contact))
    after = Contact.objects.create(party=contact.party, owner=contact.owner, name=clean_line(name)[:120], email=email, language=contact.language)
    secret = make_link(purpose=who.LINK, subject=Ref.to(after))
    send(
        to=Address(email, after.name, after.language), template="cocreation/letters/handed_over.txt",
        context={"contact": after, "party": after.party, "before": contact, "library": after.owner, "page": page_of(secret, after.language)},
        about=Ref.to(after.party), owner=after.owner_id, key=f"cocreation-over-{digest_of(secret)[:32]}", by=by,
    )
    note(events.HandedOver(subject=Ref.to(after.party), owner=after.owner_id), by=by)
    return after
