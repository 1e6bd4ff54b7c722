"""A conversation that was not planned: written down where it is held, and afterwards said who it was with."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import ProtectedError

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.commands import conversations
from samskaper.areas.cocreation.models import Conversation, Listener, Party, PartyKind
from samskaper.areas.cocreation.rules import conversations as rules
from samskaper.areas.cocreation.rules import parties as who
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.record import commands as record
from samskaper.foundation.refs import Ref
from samskaper.foundation.text import clean_line


@transaction.atomic
def write_on_the_spot(
    *, owner: Organisation, with_whom: str, held_on: dt.date, said: list[str], thoughts: str, next_step: str, by: Doer
) -> Conversation:
    """Write down a conversation with somebody who is still to be found in the register.

    Until then they are kept like a resident: named to their own library only, and written to by nobody.
    """
    who.must_talk_for(by, owner.pk)
    party = Party.objects.create(
        owner=owner, kind=PartyKind.RESIDENT, name=clean_line(with_whom)[:160], county_id=owner.county_id, on_the_spot=True
    )
    held = conversations.plan(party=party, owner=owner, planned_for=held_on, by=by)
    return conversations.write_down(
        conversation=held, held_on=held_on, said=said, thoughts=thoughts, next_step=next_step, version=1, thoughts_version=1, by=by
    )


@transaction.atomic
def choose_party(*, conversation: Conversation, party: Party, by: Doer) -> Conversation:
    """Say who in the register the conversation was with. Raises Conflict when that is said already."""
    conversation = _unchosen(conversation, by)
    who.must_be_choosable(by, party)
    before, conversation.party = conversation.party, party
    conversation.save(update_fields=["party"])
    _forget(before)
    record.note(conversations.fact(events.PartyChosen, conversation), by=by)
    return conversation


@transaction.atomic
def put_into_planned(*, conversation: Conversation, planned: Conversation, by: Doer) -> Conversation:
    """It was a conversation that had been planned: what was written on the spot moves there, and counts where that one counts."""
    conversation = _unchosen(conversation, by)
    planned = Conversation.objects.select_for_update(of=("self",)).select_related("party", "owner").get(pk=planned.pk)
    goal = rules.must_take_part(by, list(planned.listeners.all()))
    rules.must_be_planned(planned)
    place = Listener.objects.get(conversation=conversation, person=goal.person_id)
    for other in conversation.listeners.exclude(pk=place.pk):  # colleagues who took part, with what they thought for themselves
        Listener.objects.update_or_create(conversation=planned, person_id=other.person_id, defaults={"thoughts": other.thoughts})
    assert conversation.held_on is not None
    conversations.write_down(
        conversation=planned, held_on=conversation.held_on, said=[], thoughts=place.thoughts, next_step=conversation.next_step,
        version=planned.version, thoughts_version=goal.version, by=by,
    )
    conversation.statements.update(conversation=planned)
    record.take_back(key=events.ConversationHeld.key, subject=Ref.to(conversation), because="put into the one that was planned", by=by)
    before = conversation.party
    conversation.delete()
    _forget(before)
    record.note(conversations.fact(events.PartyChosen, planned), by=by)
    return planned


def _unchosen(conversation: Conversation, by: Doer) -> Conversation:
    found = Conversation.objects.select_for_update(of=("self",)).select_related("party", "owner").get(pk=conversation.pk)
    rules.must_take_part(by, list(found.listeners.all()))
    who.must_be_unchosen(found.party)
    return found


def _forget(party: Party) -> None:
    """Delete what somebody was called for the time being, unless more hangs on it."""
    try:
        party.delete()
    except ProtectedError:
        return
