"""How many letters a party has had."""

from __future__ import annotations

from collections.abc import Iterable

from samskaper.areas.cocreation.events import PartyWritten
from samskaper.areas.cocreation.models import Contact, Party
from samskaper.commons.mail.models import LetterQuerySet
from samskaper.commons.mail.queries import letters_to_addresses
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.record.queries import history, times
from samskaper.foundation.refs import Ref


def letters_to(party: Party, *, within: Ref | None) -> int:
    """Return how many letters libraries have sent this party in the same course series, or outside any."""
    sent = history(Ref.to(party), visible_to=SYSTEM).filter(key=PartyWritten.key, taken_back__isnull=True)
    return sent.filter(within_kind=within.kind if within else "", within_id=within.id if within else None).count()


def letters_to_each(parties: Iterable[int], *, within: Ref | None) -> dict[int, int]:
    """Return how many letters each of these parties has had, by its id, as `letters_to` counts them, in one query."""
    refs = [Ref(Party._meta.label_lower, number) for number in parties]
    return {ref.id: number for ref, number in times(PartyWritten.key, subjects=refs, within=within).items()} if refs else {}


def letters_of(party: Party, *, libraries: list[int] | None) -> LetterQuerySet:
    """Return the letters that whoever speaks for a party has been written about conversations and what came of them.

    Those to an address that speaks for somebody else too are left out: they may be about the other.
    """
    others = Contact.objects.exclude(party=party).exclude(email="").values("email")
    emails = Contact.objects.filter(party=party).exclude(email="").exclude(email__in=others).values_list("email", flat=True)
    return letters_to_addresses(emails, templates="cocreation/", owners=libraries)
