"""Planning a conversation, joining it, and writing down what was said."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.models import (
    Conversation,
    ConversationState,
    Listener,
    Party,
    Statement,
    StatementState,
)
from samskaper.areas.cocreation.rules import conversations as rules
from samskaper.areas.cocreation.rules import parties as who
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.people.rules import must_be_somebody
from samskaper.commons.record import commands as record
from samskaper.foundation import clock
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref
from samskaper.foundation.text import clean, clean_line
from samskaper.foundation.versions import save_unchanged


def fact(kind: type[Event], conversation: Conversation, subject: Any = None, **data: Any) -> Event:
    """Return a fact about this conversation, or about something in it."""
    return kind(subject=Ref.to(subject or conversation), within=conversation.within, owner=conversation.owner_id, data=data)


def _locked(conversation: int) -> Conversation:
    return Conversation.objects.select_for_update(of=("self",)).select_related("party__county", "owner").get(pk=conversation)


@transaction.atomic
def plan(
    *, party: Party, owner: Organisation, by: Doer, planned_for: dt.date | None = None, at_time: dt.time | None = None, place: str = "",
    source: Ref | None = None, within: Ref | None = None,
) -> Conversation:
    """Plan a conversation that the doer takes part in. Raises Conflict when the party does not want to be asked."""
    who.must_talk_for(by, owner.pk)
    who.must_be_asked(party, today=clock.today())
    conversation = Conversation.objects.create(
        party=party, owner=owner, planned_for=planned_for, at_time=at_time, place=clean_line(place)[:160],
        within_kind=within.kind if within else "", within_id=within.id if within else None,
    )
    Listener.objects.create(conversation=conversation, person_id=must_be_somebody(by))
    if source:
        record.tie(record=Ref.to(conversation), source=source, by=by)
    record.note(fact(events.ConversationPlanned, conversation), by=by)
    return conversation


@transaction.atomic
def move(*, conversation: Conversation, version: int, by: Doer, planned_for: dt.date | None, at_time: dt.time | None, place: str) -> Conversation:
    """Plan the conversation for another day or place. Raises Stale when somebody else did so meanwhile."""
    conversation = _locked(conversation.pk)
    rules.must_take_part(by, list(conversation.listeners.all()))
    rules.must_be_planned(conversation)
    save_unchanged(conversation, version=version, changes={"planned_for": planned_for, "at_time": at_time, "place": clean_line(place)[:160]})
    record.note(fact(events.ConversationPlanned, conversation), by=by)
    return conversation


@transaction.atomic
def call_off(*, conversation: Conversation, by: Doer) -> Conversation:
    """The conversation does not come about. What was planned stays to be read; nothing is counted."""
    conversation = _locked(conversation.pk)
    rules.must_take_part(by, list(conversation.listeners.all()))
    if conversation.state == ConversationState.PLANNED:
        conversation.state = ConversationState.CANCELLED
        conversation.save(update_fields=["state"])
        record.note(fact(events.ConversationPlanned, conversation), by=by)
    return conversation


@transaction.atomic
def join(*, conversation: Conversation, by: Doer, source: Ref | None = None) -> Listener:
    """Join a conversation that others have planned: two who come instead of two who ask. It counts for all who took part."""
    person = must_be_somebody(by)
    conversation = _locked(conversation.pk)
    rules.must_join(by, conversation)
    place, new = Listener.objects.get_or_create(conversation=conversation, person_id=person)
    if source:
        record.tie(record=Ref.to(conversation), source=source, by=by)
    if new:
        record.note(fact(events.Joined, conversation), by=by)
        if conversation.state == ConversationState.HELD:
            _note_held(conversation, by=by)
    return place


@transaction.atomic
def write_down(
    *, conversation: Conversation, held_on: dt.date, said: list[str], thoughts: str, next_step: str, version: int, thoughts_version: int, by: Doer
) -> Conversation:
    """The conversation was held. Each of `said` becomes a statement of the library's own, until it was read back.

    `thoughts` are the doer's alone. Raises Stale with both texts when the conversation or the thoughts were saved
    elsewhere meanwhile; then nothing is written.
    """
    conversation = _locked(conversation.pk)
    place = rules.must_take_part(by, list(conversation.listeners.all()))
    rules.must_not_be_off(conversation)
    rules.must_be_held_by(held_on, today=clock.today())
    wordings = [words for line in said if (words := clean(line))]
    rules.must_fit(wordings, already=conversation.statements.count())
    rules.must_keep_thoughts(thoughts)
    save_unchanged(place, version=thoughts_version, changes={"thoughts": clean(thoughts)})
    changes = {"held_on": held_on, "next_step": clean_line(next_step)[:600], "state": ConversationState.HELD}
    save_unchanged(conversation, version=version, changes=changes)
    add_statements(conversation, wordings, by=by)
    _note_held(conversation, by=by)
    return conversation


def _note_held(conversation: Conversation, *, by: Doer) -> None:
    """One standing fact that the conversation was held, with those who took part as they are now."""
    record.take_back(key=events.ConversationHeld.key, subject=Ref.to(conversation), because="written down again", by=by)
    listeners = sorted(conversation.listeners.values_list("person_id", flat=True))
    assert conversation.held_on is not None
    day = conversation.held_on.isoformat()
    record.note(fact(events.ConversationHeld, conversation, listeners=listeners, day=day), by=by)


def add_statements(conversation: Conversation, wordings: list[str], *, by: Doer, by_party: bool = False, state: str = StatementState.MINE) -> list[Statement]:
    """Write statements down at the end of a conversation, in the transaction of the caller."""
    order = conversation.statements.count()
    made = Statement.objects.bulk_create(
        Statement(conversation=conversation, wording=wording, by_party=by_party, state=state, order=order + number)
        for number, wording in enumerate(wordings, 1)
    )
    record.note_all([fact(events.StatementWritten, conversation, statement) for statement in made], by=by)
    return made


def forget_thoughts(days: int) -> int:
    """Delete what people thought for themselves about conversations held more than `days` ago. Returns how many texts went."""
    before = clock.today() - dt.timedelta(days=days)
    return Listener.objects.filter(conversation__held_on__lt=before).exclude(thoughts="").update(thoughts="")
