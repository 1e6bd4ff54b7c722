"""Who holds a conversation, who reads it, and what may become of a statement."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _

from samskaper.areas.cocreation.models import (
    ACTS,
    Conversation,
    ConversationState,
    Listener,
    Party,
    PartyKind,
    Shown,
    Statement,
    StatementState,
)
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES, may_talk, must_talk
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refusals import Conflict, Invalid, Missing, Refusal

MOST_STATEMENTS = 60  # in one conversation; more are not a conversation but a list
LONGEST = 2_000  # signs of one statement
LONGEST_THOUGHTS = 20_000
KEPT_DAYS = 365  # one's own thoughts, after the conversation


def takes_part(doer: Doer, listeners: list[Listener]) -> Listener | None:
    """Return the doer's place among those who listen."""
    return next((one for one in listeners if one.person_id == doer.person), None) if doer.person else None


def may_read(doer: Doer, conversation: Conversation, listeners: list[Listener]) -> bool:
    """Those who take part read a conversation, and the people of the library that answers for it."""
    return takes_part(doer, listeners) is not None or doer.holds(conversation.owner_id, *LIBRARY_ROLES) or doer.is_system


def must_read(doer: Doer, conversation: Conversation, listeners: list[Listener]) -> None:
    """Hide conversations from everybody else."""
    if not may_read(doer, conversation, listeners):
        raise Missing()


def must_take_part(doer: Doer, listeners: list[Listener]) -> Listener:
    """Refuse to write for others. Returns the doer's place among those who listen."""
    place = takes_part(doer, listeners)
    if place is None:
        raise Refusal(_("Only those who took part write down what was said. You can join the conversation on its page."))
    return place


def may_join(doer: Doer, conversation: Conversation) -> bool:
    """A planned conversation is joined by anybody who holds conversations; once something was said in it, only by the library's own people.

    Otherwise joining would be a way to read what somebody said to others. (What came in by an open door was said before anybody met.)
    """
    if conversation.state == ConversationState.PLANNED and not conversation.statements.exists():
        return may_talk(doer)
    return conversation.state != ConversationState.CANCELLED and doer.holds(conversation.owner_id, *LIBRARY_ROLES)


def must_join(doer: Doer, conversation: Conversation) -> None:
    """Refuse those who come too late, or from nowhere."""
    must_talk(doer)
    must_not_be_off(conversation)
    if not may_join(doer, conversation):
        raise Conflict(_("This conversation has been held. Ask those who were there whether you may read what was said."))


def must_be_held_by(day: dt.date, *, today: dt.date) -> None:
    """Nobody has held a conversation tomorrow, or before libraries did so."""
    if day > today:
        raise Invalid(_("That day has not come yet. A conversation is written down when it has been held."))
    if day.year < 2000:
        raise Invalid(_("That is long ago. Check the year."))


def must_not_be_off(conversation: Conversation) -> None:
    """Nothing is written about a conversation that did not come about."""
    if conversation.state == ConversationState.CANCELLED:
        raise Conflict(_("This conversation did not come about. Plan a new one if you meet after all."))


def must_be_planned(conversation: Conversation) -> None:
    """What was held, or did not come about, is not moved to another day."""
    must_not_be_off(conversation)
    if conversation.state != ConversationState.PLANNED:
        raise Conflict(_("You have met already. The day when you met is changed where you write down what was said."))


def must_fit(wordings: list[str], *, already: int) -> None:
    """Refuse more than a conversation can hold, and words that are no words."""
    if already + len(wordings) > MOST_STATEMENTS:
        many = _("One conversation holds %(most)d statements. Keep those that matter most; nothing of what you wrote is lost.")
        raise Invalid(many % {"most": MOST_STATEMENTS})
    if any(len(wording) > LONGEST for wording in wordings):
        long = _("One statement has more than %(most)d signs. Divide it in two; nothing is lost, it still stands in the field.")
        raise Invalid(long % {"most": LONGEST})
    if any(not any(sign.isalpha() for sign in wording) for wording in wordings):
        raise Invalid(_("One line has no words in it. Say in words what was said, so that others understand it."))


def may_act(act: str, statement: Statement) -> bool:
    """Whether this can be done to a statement as it is now."""
    return statement.state in ACTS[act]


def state_after(act: str, statement: Statement) -> StatementState:
    """Return what the act makes of the statement. Raises Conflict when it is too late for it."""
    if not may_act(act, statement):
        raise Conflict(
            _("This has been taken back, so nothing more can be done with it.")
            if statement.state == StatementState.WITHDRAWN
            else _("That has been done already. Look at the page again: something has changed since you opened it.")
        )
    return StatementState(ACTS[act][statement.state])


def stands(statement: Statement) -> bool:
    """Whether others may build on it: agreed on or confirmed."""
    return statement.state in (StatementState.AGREED, StatementState.CONFIRMED)


def may_be_built_on(statement: Statement) -> bool:
    """Whether others may see a statement and build on it: it stands, and whoever said it wants it to be shown.

    What came in by an open door may be anything, so somebody of the library has looked at it and answered first.
    """
    knock = getattr(getattr(statement, "conversation", None), "knock", None)
    return stands(statement) and statement.shown != Shown.NOT and (knock is None or knock.answered_on is not None)


def named(party: Party, *, shown: str, inside: bool) -> str:
    """Return what the party is called: by name to those who talked with it, to others as it has chosen.

    `inside` are those who take part and the library that answers. A resident is never named to others by a library.
    """
    if inside or shown == Shown.BY_NAME:
        return party.name
    if shown == Shown.NOT:
        return ""
    somebody = {
        PartyKind.ASSOCIATION: _("An association in %(county)s"), PartyKind.INFORMAL_GROUP: _("A group in %(county)s"),
        PartyKind.COMPANY: _("A company in %(county)s"), PartyKind.RESIDENT: _("A resident of %(county)s"),
    }
    return somebody[PartyKind(party.kind)] % {"county": party.county.name if party.county else _("the county")}


def must_keep_thoughts(thoughts: str) -> None:
    """Refuse a text that is longer than anybody reads again."""
    if len(thoughts) > LONGEST_THOUGHTS:
        raise Invalid(_("That is more than 20,000 signs. Shorten it a little; nothing is lost, it still stands in the field."))


def must_say_something(wording: str) -> None:
    """Refuse an empty statement: whoever wants it gone takes it back."""
    if not wording:
        raise Invalid(_("There are no words left. To remove it altogether, take it back instead."))
    must_fit([wording], already=0)
