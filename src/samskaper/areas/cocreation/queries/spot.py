"""Whom a conversation written down on the spot may have been with."""

from __future__ import annotations

from django.db.models import F

from samskaper.areas.cocreation.models import Conversation, ConversationState, Party
from samskaper.areas.cocreation.queries.parties import search
from samskaper.commons.people.doer import Doer
from samskaper.foundation.text import clean_line

MOST = 8
SHORTEST = 4  # letters of a word that is worth searching for


def candidates(words: str, *, visible_to: Doer) -> list[Party]:
    """Return those in the register whose name holds these words, or at least one of the longer ones."""
    words = clean_line(words)
    every = [words, *sorted((word for word in words.split() if len(word) >= SHORTEST), key=len, reverse=True)[:5]]
    found: dict[int, Party] = {}
    for each in every:
        found |= {party.pk: party for party in search(each, visible_to=visible_to) if party.pk not in found and not party.on_the_spot}
        if len(found) >= MOST:
            break
    return list(found.values())[:MOST]


def planned_by_me(*, visible_to: Doer, most: int = MOST) -> list[Conversation]:
    """Return the conversations that the doer has planned and not held, the next one first."""
    mine = Conversation.objects.filter(listeners__person=visible_to.person, state=ConversationState.PLANNED)
    return list(mine.select_related("party").order_by(F("planned_for").asc(nulls_last=True), "pk")[:most])
