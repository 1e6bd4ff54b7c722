"""Conversations as those who hold them see them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Case, Count, F, Q, QuerySet, Value, When

from samskaper.areas.cocreation.models import (
    Contact,
    Conversation,
    ConversationState,
    Listener,
    Party,
    Statement,
    StatementState,
)
from samskaper.areas.cocreation.queries.letters import letters_to
from samskaper.areas.cocreation.rules import conversations as rules
from samskaper.areas.cocreation.rules import parties as who
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.foundation import clock
from samskaper.foundation.refusals import Missing

_IS_PLANNED = When(state=ConversationState.PLANNED, then=Value(0))
PLANNED_FIRST = (  # the next ones first, those without a day after them; then the latest held
    Case(_IS_PLANNED, default=Value(1)), Case(When(state=ConversationState.PLANNED, then=F("planned_for"))).asc(nulls_last=True),
    F("held_on").desc(nulls_last=True), "-pk",
)
RECENT = 365  # days in which a held conversation is worth telling the next who wants to ask


@dataclass(frozen=True, slots=True)
class Row:
    """A conversation in a list. Words of what was said are not here."""

    number: int
    party: str
    state: str
    day: dt.date | None
    library: str
    listeners: tuple[str, ...]
    statements: int
    standing: int
    mine: bool


@dataclass(frozen=True, slots=True)
class ConversationPage:
    """A conversation as somebody who may read it sees it. `place` is the doer's own place in it, if she takes part."""

    conversation: Conversation
    statements: list[Statement]
    listeners: list[Listener]
    place: Listener | None
    contacts: list[Contact]
    letters: int
    others: list[Row]

    @property
    def to_read_back(self) -> list[Statement]:
        """What was written down and not yet read back."""
        return [one for one in self.statements if one.state == StatementState.MINE]

    @property
    def letters_left(self) -> int:
        """How many more letters they may get."""
        return max(0, who.LETTERS - self.letters)


def readable(doer: Doer) -> QuerySet[Conversation]:
    """Return the conversations that the doer takes part in or whose library she works for."""
    allowed = Q(owner__in=doer.organisations(*who.LIBRARY_ROLES))
    if doer.person:
        allowed |= Q(pk__in=Listener.objects.filter(person=doer.person).values("conversation"))
    return Conversation.objects.all() if doer.is_system else Conversation.objects.filter(allowed)


def _row(conversation: Conversation, doer: Doer) -> Row:
    people = list(conversation.listeners.all())
    return Row(
        conversation.pk, conversation.party.name, conversation.state, conversation.held_on or conversation.planned_for,
        conversation.owner.name, tuple(one.person.name for one in people), conversation.said, conversation.stands,  # type: ignore[attr-defined]
        any(one.person_id == doer.person for one in people),
    )


def _rows(found: QuerySet[Conversation], doer: Doer) -> list[Row]:
    there = ~Q(statements__state=StatementState.WITHDRAWN)
    stands = Q(statements__state__in=(StatementState.AGREED, StatementState.CONFIRMED))
    rows = found.select_related("party", "owner").prefetch_related("listeners__person")
    rows = rows.annotate(said=Count("statements", filter=there), stands=Count("statements", filter=stands))
    return [_row(conversation, doer) for conversation in rows.order_by(*PLANNED_FIRST)]


def my_conversations(*, visible_to: Doer) -> list[Row]:
    """Return the conversations that the doer takes part in, planned ones first, then the latest held."""
    mine = Listener.objects.filter(person=visible_to.person).values("conversation")
    return _rows(Conversation.objects.filter(pk__in=mine), visible_to)


def of_my_library(*, visible_to: Doer, most: int = 100) -> list[Row]:
    """Return the conversations of the doer's libraries that she does not take part in, planned ones first."""
    return [row for row in _rows(readable(visible_to), visible_to)[: most * 2] if not row.mine][:most]


def conversation_page(number: int, *, visible_to: Doer) -> ConversationPage:
    """Return a conversation with what was said. Raises Missing for those who may not know of it."""
    found = Conversation.objects.select_related("party__county", "party__municipality", "owner", "knock").filter(pk=number).first()
    if found is None:
        raise Missing()
    listeners = list(found.listeners.select_related("person").order_by("pk"))
    rules.must_read(visible_to, found, listeners)
    return ConversationPage(
        found, list(found.statements.select_related("grouped__challenge")), listeners, rules.takes_part(visible_to, listeners),
        list(Contact.objects.filter(party=found.party_id, owner=found.owner_id, until__isnull=True).order_by("-pk")),
        letters_to(found.party, within=found.within), asked_already(found.party, visible_to=visible_to, but=found.pk),
    )


def asked_already(party: Party, *, visible_to: Doer, but: int = 0) -> list[Row]:
    """Return who has asked this party lately or is going to meet it: library, day and who, never what was said.

    Open to everybody who holds conversations, so that nobody is asked twice and two can go together.
    """
    if not who.may_talk(visible_to) and not visible_to.is_system:
        return []
    since = clock.today() - dt.timedelta(days=RECENT)
    near = Q(state=ConversationState.PLANNED) | Q(state=ConversationState.HELD, held_on__gte=since)
    return _rows(Conversation.objects.filter(near, party=party).exclude(pk=but), visible_to)


def find_conversation(number: int) -> Conversation:
    """Return a conversation to join. Raises Missing."""
    found = Conversation.objects.select_related("party", "owner").filter(pk=number).first()
    if found is None:
        raise Missing()
    return found


def my_libraries(*, visible_to: Doer) -> QuerySet[Organisation]:
    """Return the libraries on whose behalf the doer holds conversations."""
    return Organisation.objects.filter(pk__in=visible_to.organisations(*who.LIBRARY_ROLES)).order_by("name")
