"""What conversations are called and where they live, for those who hold only a reference."""

from __future__ import annotations

from collections.abc import Iterable

from samskaper.areas.cocreation.models import ChallengeState, Conversation, ConversationState, MeetingState
from samskaper.areas.cocreation.queries.challenges import visible
from samskaper.areas.cocreation.queries.conversations import readable
from samskaper.areas.cocreation.queries.meetings import readable as meetings_to_read
from samskaper.areas.cocreation.rules.meeting_words import the_day
from samskaper.commons.people.doer import Doer
from samskaper.foundation.addresses import address
from samskaper.foundation.kinds import Card
from samskaper.foundation.refs import Ref
from samskaper.ui.days import full_day


def conversations(ids: Iterable[int], doer: object) -> dict[int, Card]:
    """Return the cards of conversations that the doer may read."""
    assert isinstance(doer, Doer)
    rows = readable(doer).filter(pk__in=list(ids)).select_related("party")
    return {row.pk: _card(row) for row in rows}


def _card(row: Conversation) -> Card:
    day = row.held_on or row.planned_for
    return Card(Ref.to(row), row.party.name, address("cocreation:conversation", row.pk), full_day(day) if day else "", row.state == ConversationState.HELD)


def challenges(ids: Iterable[int], doer: object) -> dict[int, Card]:
    """Return the cards of challenges, for people of libraries."""
    assert isinstance(doer, Doer)
    rows = visible(doer).filter(pk__in=list(ids))
    return {
        row.pk: Card(Ref.to(row), row.wording, address("cocreation:challenge", row.pk), row.get_state_display(), row.state == ChallengeState.SHARED)
        for row in rows
    }


def meetings(ids: Iterable[int], doer: object) -> dict[int, Card]:
    """Return the cards of gatherings for associations, for those whom they concern."""
    assert isinstance(doer, Doer)
    rows = meetings_to_read(doer).filter(pk__in=list(ids))
    return {
        row.pk: Card(
            Ref.to(row), row.title, address("cocreation:meeting", row.pk), the_day(row) or str(row.get_state_display()), row.state == MeetingState.HELD
        )
        for row in rows
    }
