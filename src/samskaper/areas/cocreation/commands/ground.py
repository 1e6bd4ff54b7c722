"""Telling people that something they built on is gone, in one gathered letter; and letting a forgotten party go."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import translation

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.commands.challenges import fact, locked, settle
from samskaper.areas.cocreation.commands.grouping import fall_out
from samskaper.areas.cocreation.models import Acceptance, Challenge, Grouped, Joining, Notice, Wording
from samskaper.areas.cocreation.queries.involved import with_party
from samskaper.areas.cocreation.rules.parties import may_talk
from samskaper.commons.mail.commands import send
from samskaper.commons.mail.letters import Address, absolute
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.middleware import doer_of
from samskaper.commons.people.models import Person
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref

WAIT = dt.timedelta(hours=1)  # so that what goes in one evening is told in one letter, and not at all to whoever looked before
AT_ONCE = 100


def write_of_lost_ground() -> int:
    """Write one letter to everybody who was told that ground is lost and has not looked. Returns how many letters."""
    due = Notice.objects.filter(person__isnull=False, written__isnull=True, seen__isnull=True, at__lte=clock.now() - WAIT)
    people = list(due.order_by().values_list("person", flat=True).distinct()[:AT_ONCE])
    return sum(_write(person) for person in people if person)


@transaction.atomic
def _write(person: int) -> int:
    rows = Notice.objects.select_for_update(of=("self",)).filter(person=person, written__isnull=True, seen__isnull=True)
    told = list(rows.select_related("challenge").order_by("pk"))
    reader = Person.objects.get(pk=person)
    rows.update(written=clock.now())
    if not told or not reader.email or not may_talk(doer_of(reader)):
        return 0
    with translation.override(reader.language):
        pages = [absolute(reverse("cocreation:challenge", args=[one.challenge_id])) for one in told[:20]]
    send(
        to=Address(reader.email, reader.name, reader.language, reader.pk), template="cocreation/letters/ground_lost.txt",
        context={"reader": reader, "pages": pages}, about=Ref.to(told[0].challenge), owner=told[0].challenge.owner_id,
        key=f"cocreation-ground-{person}-{told[-1].pk}", by=SYSTEM,
    )
    return 1


@transaction.atomic
def let_go(*, party: int) -> None:
    """A party is forgotten: its statements leave their challenges, and so does what it worded, accepted and wanted to do."""
    for row in Grouped.objects.filter(statement__conversation__party=party).select_related("statement__conversation").order_by("statement"):
        fall_out(row, but_person=None)
    for number in sorted(with_party(party)):
        challenge = locked(number)
        _unsay(challenge, party)
        for model in (Acceptance, Joining):
            model.objects.filter(challenge=challenge, party=party).delete()
        Notice.objects.filter(challenge=challenge, party=party).delete()
        note(fact(events.ChallengeChanged, challenge), by=SYSTEM)
        settle(challenge=challenge, by=SYSTEM)


def _unsay(challenge: Challenge, party: int) -> None:
    """Delete the wordings of a party. Was the present one its own, then the latest of somebody else stands again, for all to accept anew."""
    theirs = Wording.objects.filter(challenge=challenge, party=party)
    is_present = theirs.filter(number=challenge.number).exists()
    theirs.delete()
    if not is_present:
        return
    before = Wording.objects.filter(challenge=challenge).order_by("number").last()
    challenge.wording, challenge.number = before.words if before else "", challenge.number + 1
    challenge.version += 1
    challenge.save(update_fields=["wording", "number", "version"])
    if before:
        who: dict[str, Any] = {"library_id": before.library_id, "person_id": before.person_id, "party_id": before.party_id, "shown": before.shown}
        Wording.objects.create(challenge=challenge, number=challenge.number, words=before.words, **who)
