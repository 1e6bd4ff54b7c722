"""The register of those whom libraries talk with, and the page behind a party's link."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import and_

from django.db.models import Case, Prefetch, Q, QuerySet, When

from samskaper.areas.cocreation.models import (
    Contact,
    Conversation,
    ConversationState,
    NameWord,
    Notice,
    Party,
    PartyKind,
    Statement,
)
from samskaper.areas.cocreation.rules import parties as rules
from samskaper.areas.cocreation.rules.finding import stems_of, words_asked
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.people.queries.links import bearer_of
from samskaper.foundation.refusals import Missing
from samskaper.foundation.text import clean_line

MOST = 40
SHORTEST_NUMBER = 6  # digits; fewer are a year or a street in a name


def search(words: str, *, visible_to: Doer) -> QuerySet[Party]:
    """Return parties whose name has a word that begins with each of these, or who have this number, for those who hold conversations.

    Those of the doer's own county come first, those who have closed down last. Residents are found only by the library
    that wrote them down: a name is not a register. Whoever was deleted is not found.
    """
    if not rules.may_talk(visible_to) or len(clean_line(words)) < 2:
        return Party.objects.none()
    libraries = visible_to.organisations(*rules.LIBRARY_ROLES)
    found = Party.objects.filter(~Q(kind=PartyKind.RESIDENT) | Q(owner__in=libraries), _fits(words), forgotten_on__isnull=True)
    near = When(county__in=Organisation.objects.filter(pk__in=libraries).values("county"), then=0)
    closed = When(closed_on__isnull=False, then=1)
    order = Case(closed, default=0), Case(near, default=1), "name", "pk"
    return found.select_related("county", "municipality").order_by(*order)[:MOST]


def _fits(words: str) -> Q:
    number = words.replace(" ", "")
    if number.isascii() and number.isdigit() and len(number) >= SHORTEST_NUMBER:
        return Q(number=number)
    asked = words_asked(words)
    fits = [Q(pk__in=NameWord.objects.filter(stem__in=stems_of(word), word__startswith=word).values("party")) for word in asked]
    return reduce(and_, fits, Q()) if asked else Q(pk__in=[])


def find_party(number: int, *, visible_to: Doer) -> Party:
    """Return a party to talk with. Raises Missing for those who hold no conversations, and for other libraries' residents."""
    party = Party.objects.select_related("county", "municipality", "owner").filter(pk=number).first()
    if party is None or not rules.may_talk(visible_to):
        raise Missing()
    if party.kind == PartyKind.RESIDENT and not visible_to.holds(party.owner_id, *rules.LIBRARY_ROLES):
        raise Missing()
    return party


@dataclass(frozen=True, slots=True)
class Said:
    """A conversation as the party sees it: with whom, when, and what was said."""

    conversation: Conversation
    statements: list[Statement]
    listeners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartyPage:
    """Everything of a party, behind its link."""

    contact: Contact
    party: Party
    said: list[Said]
    told: bool = False


def bearer_behind(secret: str) -> tuple[Contact, Doer]:
    """Return the contact whose link this is, and its bearer. Raises Missing, or Gone after a hand-over."""
    doer = bearer_of(secret, purpose=rules.LINK)
    assert doer.link is not None
    contact = Contact.objects.select_related("party__county", "owner").filter(pk=doer.link[1].id).first()
    if contact is None:
        raise Missing()
    rules.must_speak_for(doer, contact)
    return contact, doer


def party_page(contact: Contact, *, visible_to: Doer) -> PartyPage:
    """Return every conversation held with this party and what was said, withdrawn statements left out."""
    rules.must_speak_for(visible_to, contact)
    held = _theirs(contact).select_related("owner", "knock__answered_by")
    rows = held.prefetch_related("listeners__person", Prefetch("statements", Statement.objects.exclude(state="withdrawn").select_related("grouped__challenge")))
    said = [
        Said(one, list(one.statements.all()), tuple(each.person.name for each in one.listeners.all())) for one in rows.order_by("-held_on", "-pk")
    ]
    told = Notice.objects.filter(party=contact.party_id, seen__isnull=True).exists()
    return PartyPage(contact, contact.party, said, told)


def _theirs(contact: Contact) -> QuerySet[Conversation]:
    """What the party has a say in: conversations that were held, and what it brought itself by an open door."""
    return Conversation.objects.filter(Q(state=ConversationState.HELD) | Q(knock__isnull=False), party=contact.party_id)


def conversation_with(contact: Contact, number: int) -> Conversation:
    """Return a conversation of this contact's party. Raises Missing for another's."""
    found = _theirs(contact).filter(pk=number).first()
    if found is None:
        raise Missing()
    return found
