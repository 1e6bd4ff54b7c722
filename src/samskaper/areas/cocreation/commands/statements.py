"""What becomes of a statement: read back, put in other words, confirmed, objected to, taken back."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.commands.conversations import add_statements, fact
from samskaper.areas.cocreation.commands.grouping import follow
from samskaper.areas.cocreation.models import Contact, Conversation, ReadBack, Shown, Statement, StatementState
from samskaper.areas.cocreation.rules import conversations as rules
from samskaper.areas.cocreation.rules.parties import must_speak_for
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note, note_all, take_back
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Missing
from samskaper.foundation.text import clean
from samskaper.foundation.versions import save_unchanged


def _locked(number: int) -> Statement:
    rows = Statement.objects.select_for_update(of=("self",)).select_related("conversation__party")
    return rows.get(pk=number)


def _move(statement: Statement, act: str, *, by: Doer, **changes: object) -> Statement:
    """Change the state under a lock, with the facts that follow from it."""
    after = rules.state_after(act, statement)
    before_stood = rules.stands(statement)
    for field, value in {**changes, "state": after, "changed": clock.now(), "version": statement.version + 1}.items():
        setattr(statement, field, value)
    statement.save(update_fields=[*changes, "state", "changed", "version"])
    if before_stood and not rules.stands(statement):
        take_back(key=events.StatementAgreed.key, subject=Ref.to(statement), because=str(after), by=by)
    if not before_stood and rules.stands(statement):
        note(fact(events.StatementAgreed, statement.conversation, statement), by=by)
    follow(statement=statement, by=by)
    return statement


@transaction.atomic
def read_back(*, conversation: Conversation, statements: list[int], how: str, on: dt.date, by: Doer) -> int:
    """These wordings were read back and agreed on. Returns how many; those agreed on already stay as they are."""
    rules.must_take_part(by, list(conversation.listeners.all()))
    rules.must_be_held_by(on, today=clock.today())
    waiting = list(conversation.statements.select_for_update().filter(pk__in=statements, state=StatementState.MINE))
    for one in waiting:
        one.state, one.read_back, one.read_back_on = rules.state_after("read_back", one), ReadBack(how), on
        one.changed, one.version = clock.now(), one.version + 1
    Statement.objects.bulk_update(waiting, ["state", "read_back", "read_back_on", "changed", "version"])
    note_all([fact(events.StatementAgreed, conversation, one) for one in waiting], by=by)
    return len(waiting)


@transaction.atomic
def reword(*, statement: Statement, wording: str, version: int, by: Doer) -> Statement:
    """The library puts a statement in other words; it has to be read back again. Raises Stale when it changed meanwhile."""
    rules.must_take_part(by, list(statement.conversation.listeners.all()))
    wording = clean(wording)
    rules.must_say_something(wording)
    locked = _locked(statement.pk)
    rules.state_after("reword", locked)
    if wording == locked.wording:
        return locked
    save_unchanged(locked, version=version, changes={"wording": wording})
    _move(locked, "reword", by=by, read_back="", read_back_on=None)
    note(fact(events.StatementWritten, locked.conversation, locked), by=by)
    return locked


def _theirs(statement: int, contact: Contact, by: Doer) -> Statement:
    """Return a statement that this contact speaks for; to anybody else it is not there."""
    must_speak_for(by, contact)
    found = _locked(statement) if Statement.objects.filter(pk=statement, conversation__party=contact.party_id).exists() else None
    if found is None:
        raise Missing()
    return found


@transaction.atomic
def confirm(*, statement: int, contact: Contact, wording: str, version: int, by: Doer) -> Statement:
    """The party stands by the words that it saw, or by its own where it changed them before it pressed.

    Raises Stale when the library changed them meanwhile: nobody confirms what she has not read.
    """
    found = _theirs(statement, contact, by)
    if clean(wording) != found.wording:
        return correct(statement=statement, contact=contact, wording=wording, version=version, by=by)
    return _move(found, "confirm", by=by)


@transaction.atomic
def correct(*, statement: int, contact: Contact, wording: str, version: int, by: Doer) -> Statement:
    """The party puts it in its own words, and stands by them. Raises Stale when the library changed it meanwhile."""
    found = _theirs(statement, contact, by)
    wording = clean(wording)
    rules.must_say_something(wording)
    rules.state_after("correct", found)
    save_unchanged(found, version=version, changes={"wording": wording, "by_party": True})
    return _move(found, "correct", by=by)


@transaction.atomic
def object_to(*, statement: int, contact: Contact, by: Doer) -> Statement:
    """The party says that this is not right. Nobody builds on it until they agree on a wording."""
    found = _move(_theirs(statement, contact, by), "object", by=by)
    note(fact(events.StatementObjected, found.conversation, found), by=by)
    return found


@transaction.atomic
def withdraw(*, statement: int, contact: Contact, by: Doer) -> Statement:
    """The party takes it back. The words are deleted at once, and whoever built on it is told that it is gone, not why."""
    found = _move(_theirs(statement, contact, by), "withdraw", by=by, wording="")
    note(fact(events.StatementWithdrawn, found.conversation, found), by=by)
    return found


def withdraw_all(*, party: int, by: Doer) -> int:
    """Take back everything that a party has said anywhere, in the transaction of the caller. Returns how much it was."""
    rows = Statement.objects.select_for_update(of=("self",)).select_related("conversation__party").filter(conversation__party=party)
    there = list(rows.exclude(state=StatementState.WITHDRAWN).order_by("pk"))
    for one in there:
        found = _move(one, "withdraw", by=by, wording="")
        note(fact(events.StatementWithdrawn, found.conversation, found), by=by)
    return len(there)


@transaction.atomic
def show_as(*, statement: int, contact: Contact, shown: str, by: Doer) -> Statement:
    """The party chooses how it is named beside what it said."""
    found = _theirs(statement, contact, by)
    if found.shown != shown:
        found.shown = Shown(shown)
        found.save(update_fields=["shown"])
        follow(statement=found, by=by)
        note(fact(events.ShownChosen, found.conversation, found, shown=str(shown)), by=by)
    return found


@transaction.atomic
def add_own(*, conversation: Conversation, contact: Contact, wording: str, by: Doer) -> Statement:
    """The party adds something in its own words, and stands by it."""
    must_speak_for(by, contact)
    if conversation.party_id != contact.party_id:
        raise Missing()
    wording = clean(wording)
    rules.must_say_something(wording)
    rules.must_fit([wording], already=conversation.statements.count())
    (made,) = add_statements(conversation, [wording], by=by, by_party=True, state=StatementState.CONFIRMED)
    note(fact(events.StatementAgreed, conversation, made), by=by)
    return made
