"""Wording a challenge together, standing by it, and wanting to do something about it; and what follows for its state."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.models import (
    Acceptance,
    Challenge,
    ChallengeState,
    Contact,
    Joining,
    Shown,
    Statement,
    StatementState,
    Wording,
)
from samskaper.areas.cocreation.queries.involved import is_in, must_see
from samskaper.areas.cocreation.rules import challenges as rules
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.record.commands import note, take_back
from samskaper.commons.record.queries import history
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Stale
from samskaper.foundation.versions import save_unchanged


def fact(kind: type[Event], challenge: Challenge) -> Event:
    """Return a fact about this challenge."""
    return kind(subject=Ref.to(challenge), within=challenge.within, owner=challenge.owner_id)


def locked(challenge: int) -> Challenge:
    """Return a challenge that nobody else changes meanwhile. Statements are always locked before their challenge."""
    return Challenge.objects.select_for_update(of=("self",)).select_related("county").get(pk=challenge)


@transaction.atomic
def reword(
    *, challenge: Challenge, wording: str, version: int, by: Doer, library: int | None = None, contact: Contact | None = None, shown: str = Shown.COUNTY
) -> Challenge:
    """Propose another wording. Whoever words it stands by it; everybody else is asked anew.

    Raises Stale with both texts when somebody worded it meanwhile, Refusal for those who have no part in it.
    """
    side = rules.side(by, library=library, contact=contact)
    wording = rules.worded(wording)
    found = locked(challenge.pk)
    must_see(side, found)
    rules.must_be_in_it(is_in(side, found))
    if wording == found.wording:
        return found
    save_unchanged(found, version=version, changes={"wording": wording, "number": found.number + 1})
    say(found, side, shown=shown)
    note(fact(events.ChallengeChanged, found), by=by)
    settle(challenge=found, by=by)
    return found


def say(challenge: Challenge, side: rules.Side, *, shown: str) -> None:
    """Write down whose the present wording is; whoever worded it stands by it."""
    who = {**side.fields, "shown": _named(shown)}
    Wording.objects.create(challenge=challenge, number=challenge.number, words=challenge.wording, **who)
    Acceptance.objects.create(challenge=challenge, number=challenge.number, **who)


def _named(shown: str) -> Shown:
    return Shown.BY_NAME if shown == Shown.BY_NAME else Shown.COUNTY


@transaction.atomic
def accept(
    *, challenge: Challenge, number: int, by: Doer, library: int | None = None, contact: Contact | None = None, shown: str = Shown.COUNTY
) -> Challenge:
    """Stand by wording `number`. Raises Stale when it is no longer the present one: nobody accepts what she has not read."""
    side = rules.side(by, library=library, contact=contact)
    found = locked(challenge.pk)
    must_see(side, found)
    if number != found.number:
        sentence = _("The words were changed while you were reading. Look at the new ones before you press.")
        raise Stale(sentence, mine={}, theirs={"wording": found.wording}, version=found.version)
    who = {**side.fields, "shown": _named(shown)}
    Acceptance.objects.update_or_create(challenge=found, number=number, **side.key, defaults=who)
    note(fact(events.ChallengeChanged, found), by=by)
    settle(challenge=found, by=by)
    return found


@transaction.atomic
def step_back(*, challenge: Challenge, by: Doer, library: int | None = None, contact: Contact | None = None) -> Challenge:
    """Stand by the wording no longer. It takes one press and no reason."""
    side = rules.side(by, library=library, contact=contact)
    found = locked(challenge.pk)
    gone, _each = Acceptance.objects.filter(challenge=found, number=found.number, **side.key).delete()
    if gone:
        note(fact(events.ChallengeChanged, found), by=by)
        settle(challenge=found, by=by)
    return found


@transaction.atomic
def join(
    *, challenge: Challenge, offers: str, by: Doer, library: int | None = None, contact: Contact | None = None, shown: str = Shown.COUNTY
) -> Joining:
    """Want to do something about it, with what one brings. Saying it again changes what one brings."""
    side = rules.side(by, library=library, contact=contact)
    offers = rules.offered(offers)
    found = locked(challenge.pk)
    must_see(side, found)
    values = {**side.fields, "offers": offers, "shown": _named(shown)}
    joining, _new = Joining.objects.update_or_create(challenge=found, **side.key, defaults=values)
    note(fact(events.ChallengeChanged, found), by=by)
    return joining


@transaction.atomic
def leave(*, challenge: Challenge, by: Doer, library: int | None = None, contact: Contact | None = None) -> None:
    """Want to do something about it no longer."""
    side = rules.side(by, library=library, contact=contact)
    found = locked(challenge.pk)
    gone, _each = Joining.objects.filter(challenge=found, **side.key).delete()
    if gone:
        note(fact(events.ChallengeChanged, found), by=by)


def settle(*, challenge: Challenge, by: Doer) -> Challenge:
    """Bring the state and what counts in line with who stands by the wording and what stands behind it.

    Called after every change with the challenge locked, in the caller's transaction. Nobody sets the state otherwise.
    """
    behind = set(Statement.objects.filter(grouped__challenge=challenge).values_list("state", flat=True))
    accepted = Acceptance.objects.filter(challenge=challenge, number=challenge.number).values_list("library", "party", "party__organisation")
    after = rules.state_of(challenge, accepted=accepted, confirmed=StatementState.CONFIRMED in behind)
    if after != challenge.state:
        challenge.state = after
        challenge.save(update_fields=["state"])
    standing = _standing(challenge)
    _count(events.ChallengeNoted, challenge, bool(behind), standing, by=by)
    _count(events.ChallengeShared, challenge, after == ChallengeState.SHARED, standing, by=by)
    return challenge


def _standing(challenge: Challenge) -> set[str]:
    keys = (events.ChallengeNoted.key, events.ChallengeShared.key)
    facts = history(Ref.to(challenge), visible_to=SYSTEM).filter(key__in=keys, taken_back__isnull=True)
    return set(facts.values_list("key", flat=True))


def _count(kind: type[Event], challenge: Challenge, so: bool, standing: set[str], *, by: Doer) -> None:
    if so and kind.key not in standing:
        note(fact(kind, challenge), by=by)
    if not so and kind.key in standing:
        take_back(key=kind.key, subject=Ref.to(challenge), because="it is no longer so", by=by)
