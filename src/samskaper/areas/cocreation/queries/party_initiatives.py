"""Initiatives as a party sees them behind its link: its own, what it is asked, and what goes on near it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q

from samskaper.areas.cocreation.models import (
    Contact,
    Initiative,
    InitiativeState,
    Partner,
    PartnerState,
    StillGoing,
)
from samskaper.areas.cocreation.queries.initiatives import MOST, Row, row_of, with_names
from samskaper.areas.cocreation.rules.challenges import side as side_by
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock


@dataclass(frozen=True, slots=True)
class OfParty:
    """What a party sees of initiatives: its own and those it is asked to, what is asked of it, and what it could join."""

    own: list[Row]
    asked: list[Row]
    others: list[Row]
    questions: list[StillGoing]


def of_party(contact: Contact, *, visible_to: Doer) -> OfParty:
    """Return the initiatives of a party, and those that are going on where it is at home, each side named as it has chosen."""
    side = side_by(visible_to, contact=contact)
    part = Partner.objects.filter(initiative=OuterRef("pk"), party=contact.party_id)
    in_it = Q(Exists(part.exclude(state=PartnerState.NO)))
    county, region = side.home
    near_them = Q(county=county) if county else Q(county__isnull=True) & (Q(owner=region) | Q(owner__parent=region))
    seen = Initiative.objects.filter(in_it | (near_them & Q(state=InitiativeState.GOING))).annotate(in_it=Exists(part.exclude(state=PartnerState.NO)))
    found = seen.order_by("-in_it", "-made", "-pk")
    rows = [
        (bool(one.in_it), row_of(one, doer=visible_to, side=side, near=True))
        for one in found.prefetch_related(Prefetch("partners", with_names()))[:MOST]
    ]
    numbers = [row.number for inside, row in rows if inside and row.mine]
    due = StillGoing.objects.filter(initiative__in=numbers, due_on__lte=clock.today(), answer="", initiative__state=InitiativeState.GOING)
    return OfParty(
        [row for _inside, row in rows if row.mine], [row for _inside, row in rows if row.asks],
        [row for inside, row in rows if not inside], list(due.select_related("initiative")),
    )


def waiting_for(contact: Contact) -> int:
    """Return how much about initiatives waits for a party: being asked along, and whether something is still going. One query."""
    due = StillGoing.objects.filter(initiative=OuterRef("initiative"), due_on__lte=clock.today(), answer="")
    asked = Q(state=PartnerState.ASKED, initiative__state__in=(InitiativeState.PROPOSED, InitiativeState.GOING))
    going = Q(state=PartnerState.YES, initiative__state=InitiativeState.GOING) & Q(Exists(due))
    return Partner.objects.filter(asked | going, party=contact.party_id).count()
