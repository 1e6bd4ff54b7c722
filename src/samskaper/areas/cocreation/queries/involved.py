"""Who has a part in a challenge, and who may see it."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from samskaper.areas.cocreation.models import Acceptance, Challenge, Grouped, Joining, Party, Wording
from samskaper.areas.cocreation.rules.challenges import Side, home_of
from samskaper.foundation.refusals import Missing


def is_in(side: Side, challenge: Challenge) -> bool:
    """Return whether a side said something that is in the challenge, worded or accepted it, or wants to do something about it."""
    if side.library and side.library == challenge.owner_id:
        return True
    said = {"statement__conversation__party": side.party} if side.party else {"statement__conversation__owner": side.library}
    rows: tuple[QuerySet[Wording] | QuerySet[Acceptance] | QuerySet[Joining] | QuerySet[Grouped], ...] = (
        Grouped.objects.filter(challenge=challenge, **said), Wording.objects.filter(challenge=challenge, **side.key),
        Acceptance.objects.filter(challenge=challenge, **side.key), Joining.objects.filter(challenge=challenge, **side.key),
    )
    return any(found.exists() for found in rows)


def of_party(party: Party) -> QuerySet[Challenge]:
    """Return the challenges that a party sees: those of its county (or region), and those that it has a part in."""
    part = Q(pk__in=Grouped.objects.filter(statement__conversation__party=party).values("challenge"))
    for model in (Wording, Acceptance, Joining):
        part |= Q(pk__in=model.objects.filter(party=party).values("challenge"))
    county, region = home_of(party, party.owner)
    near = Q(county=county) if county else Q(county__isnull=True) & (Q(owner=region) | Q(owner__parent=region))
    return Challenge.objects.filter(part | near)


def said_near(party: Party) -> Q:
    """Return what finds statements that were said where a party is at home."""
    county, region = home_of(party, party.owner)
    unknown = Q(conversation__party__county__isnull=True)
    if county:
        return Q(conversation__party__county=county) | unknown & Q(conversation__owner__county=county)
    by = Q(conversation__owner=region) | Q(conversation__owner__parent=region)
    return unknown & Q(conversation__owner__county__isnull=True) & by


def must_see(side: Side, challenge: Challenge) -> None:
    """Hide challenges of elsewhere from a party; people of libraries see them all."""
    if side.party and not of_party(Party.objects.select_related("owner").get(pk=side.party)).filter(pk=challenge.pk).exists():
        raise Missing()


def with_party(party: int) -> set[int]:
    """Return the challenges that a party worded, accepted or joined."""
    found: set[int] = set()
    for model in (Wording, Acceptance, Joining):
        found |= set(model.objects.filter(party=party).values_list("challenge", flat=True))
    return found
