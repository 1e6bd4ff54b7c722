"""Putting statements together that are about the same, and what happens when one of them no longer stands.

Statements are locked first, in the order of their numbers, and then their challenge, so that nobody waits for each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import TypeVar

from django.db import transaction

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.commands.challenges import fact, locked, say, settle
from samskaper.areas.cocreation.models import Challenge, Contact, Conversation, Grouped, Notice, Shown, Statement
from samskaper.areas.cocreation.queries.grouping import built_on
from samskaper.areas.cocreation.queries.involved import must_see
from samskaper.areas.cocreation.rules import challenges as rules
from samskaper.areas.cocreation.rules.conversations import may_be_built_on
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.record.commands import note, tie, untie
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Missing

T = TypeVar("T", bound=Hashable)


def _to_group(ticked: list[int], side: rules.Side) -> list[Statement]:
    rows = built_on().select_for_update(of=("self",)).select_related("conversation__party__county", "conversation__owner", "conversation__knock")
    found = list(rows.filter(pk__in=ticked).order_by("pk"))
    taken = Grouped.objects.filter(statement__in=found).values_list("statement", flat=True)
    rules.must_be_free(ticked, found, taken=taken, by=side)
    return found


def _most(values: Iterable[T | None]) -> T | None:
    """Return the value that most have."""
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None


@transaction.atomic
def note_down(
    *, statements: list[int], wording: str, by: Doer, library: int | None = None, contact: Contact | None = None, shown: str = Shown.COUNTY
) -> Challenge:
    """Put statements together under a wording of one's own: a challenge, noted by this side until others stand by it too.

    Raises Taken when somebody grouped some of them meanwhile; nothing is written then.
    """
    side = rules.side(by, library=library, contact=contact)
    wording = rules.worded(wording)
    found = _to_group(statements, side)
    within = _most(one.conversation.within for one in found)
    county = _most(one.conversation.party.county_id or one.conversation.owner.county_id for one in found)
    challenge = Challenge.objects.create(
        owner_id=contact.owner_id if contact else library or 0, wording=wording, county_id=county,
        within_kind=within.kind if within else "", within_id=within.id if within else None,
    )
    say(challenge, side, shown=shown)
    return _put(challenge, found, side, by=by)


@transaction.atomic
def add(*, challenge: Challenge, statements: list[int], by: Doer, library: int | None = None, contact: Contact | None = None) -> Challenge:
    """Put more statements to a challenge. Raises Taken when somebody grouped some of them meanwhile."""
    side = rules.side(by, library=library, contact=contact)
    found = _to_group(statements, side)
    into = locked(challenge.pk)
    must_see(side, into)
    return _put(into, found, side, by=by)


def _put(challenge: Challenge, found: list[Statement], side: rules.Side, *, by: Doer) -> Challenge:
    rules.must_have_room(challenge.grouped.count(), len(found))
    Grouped.objects.bulk_create(Grouped(challenge=challenge, statement=one, **side.fields) for one in found)
    for conversation in {one.conversation_id: one.conversation for one in found}.values():
        tie(record=Ref.to(challenge), source=Ref.to(conversation), by=by)
    note(fact(events.ChallengeChanged, challenge), by=by)
    return settle(challenge=challenge, by=by)


@transaction.atomic
def take_out(*, challenge: Challenge, statement: int, by: Doer, library: int | None = None, contact: Contact | None = None) -> Challenge:
    """Take a statement out of a challenge again. It can be put elsewhere then."""
    side = rules.side(by, library=library, contact=contact)
    row = _row(statement, challenge)
    rules.must_take_out(row, side)
    found = locked(challenge.pk)
    _drop(row, found, by=by)
    note(fact(events.ChallengeChanged, found), by=by)
    return settle(challenge=found, by=by)


@transaction.atomic
def move(*, challenge: Challenge, statement: int, into: Challenge, by: Doer, library: int | None = None, contact: Contact | None = None) -> Challenge:
    """Take a statement out of one challenge and put it to another, with one press."""
    side = rules.side(by, library=library, contact=contact)
    row = _row(statement, challenge)
    rules.must_take_out(row, side)
    if challenge.pk == into.pk:
        return into
    both = {number: locked(number) for number in sorted((challenge.pk, into.pk))}
    must_see(side, both[into.pk])
    _drop(row, both[challenge.pk], by=by)
    note(fact(events.ChallengeChanged, both[challenge.pk]), by=by)
    settle(challenge=both[challenge.pk], by=by)
    return _put(both[into.pk], [row.statement], side, by=by)


def _row(statement: int, challenge: Challenge) -> Grouped:
    """Return the place of a statement in a challenge, with the statement locked. Raises Missing."""
    Statement.objects.select_for_update(of=("self",)).filter(pk=statement).first()
    row = Grouped.objects.filter(challenge=challenge, statement=statement).select_related("statement__conversation", "challenge").first()
    if row is None:
        raise Missing()
    return row


def _drop(row: Grouped, challenge: Challenge, *, by: Doer) -> None:
    """Take a statement out, and forget where the challenge came from when nothing of that conversation is left in it."""
    conversation: Conversation = row.statement.conversation
    row.delete()
    if not Grouped.objects.filter(challenge=challenge, statement__conversation=conversation).exists():
        untie(record=Ref.to(challenge), source=Ref.to(conversation), by=by)


def follow(*, statement: Statement, by: Doer) -> None:
    """Let what became of a statement reach its challenge, in the transaction in which it became so.

    One that may no longer be built on falls out at once, and those who built on it are told that something is gone.
    """
    row = Grouped.objects.filter(statement=statement).select_related("statement__conversation").first()
    if row is None:
        return
    if not may_be_built_on(statement):
        fall_out(row, but_person=by.person)
    else:
        settle(challenge=locked(row.challenge_id), by=SYSTEM)


def fall_out(row: Grouped, *, but_person: int | None) -> None:
    """Let a statement that no longer stands leave its challenge, and remember whom to tell: that something is gone, nothing more."""
    challenge = locked(row.challenge_id)
    _tell(challenge, but_person=but_person, but_party=row.statement.conversation.party_id)
    _drop(row, challenge, by=SYSTEM)
    note(fact(events.GroundLost, challenge), by=SYSTEM)
    settle(challenge=challenge, by=SYSTEM)


def _tell(challenge: Challenge, *, but_person: int | None, but_party: int) -> None:
    """Remember whom to tell: everybody who grouped, worded, accepted or joined, but not those who know it themselves."""
    people: set[int | None] = set()
    parties: set[int | None] = set()
    for rows in (challenge.grouped, challenge.wordings, challenge.acceptances, challenge.joinings):
        for person, party in rows.values_list("person", "party"):
            people.add(person)
            parties.add(party)
    told = [Notice(challenge=challenge, person_id=person) for person in people - {None, but_person}]
    told += [Notice(challenge=challenge, party_id=party) for party in parties - {None, but_party}]
    Notice.objects.bulk_create(told, ignore_conflicts=True)


@transaction.atomic
def have_seen(*, challenge: Challenge, by: Doer, contact: Contact | None = None) -> None:
    """Whoever was told that something is gone has looked."""
    if contact is not None:
        side = rules.side(by, contact=contact)
        mine = Notice.objects.filter(party=side.party)
    else:
        mine = Notice.objects.filter(person=by.person, person__isnull=False)
    mine.filter(challenge=challenge, seen__isnull=True).update(seen=clock.now())
