"""Whom somebody of a library can ask along to an initiative."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from samskaper.areas.cocreation.models import Contact, Partner, Party
from samskaper.areas.cocreation.queries.initiative_page import InitiativePage
from samskaper.areas.cocreation.queries.letters import letters_to
from samskaper.areas.cocreation.queries.parties import find_party, search
from samskaper.areas.cocreation.rules.parties import LETTERS, why_not_asked
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation, OrganisationKind
from samskaper.foundation import clock
from samskaper.foundation.refusals import Missing
from samskaper.foundation.text import clean_line

LIBRARIES = (OrganisationKind.PUBLIC_LIBRARY, OrganisationKind.REGIONAL_LIBRARY, OrganisationKind.SCHOOL_LIBRARY)
MOST = 10


@dataclass(frozen=True, slots=True)
class ToAsk:
    """A party or a library that could be asked along; `why_not` where a party is left in peace."""

    key: str
    name: str
    what: str
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whom to ask, and whether a letter can go: `letters` are those left, None where there is nobody to write to."""

    key: str
    name: str
    asked: Party | Organisation
    why_not: str = ""
    letters: int | None = None


def to_ask(words: str, page: InitiativePage, *, visible_to: Doer) -> list[ToAsk]:
    """Return parties and libraries of this name that have no part in it yet."""
    words = clean_line(words)
    if len(words) < 2:
        return []
    there = set(Partner.objects.filter(initiative=page.initiative).values_list("party", "library"))
    parties, libraries = {party for party, _library in there}, {library for _party, library in there}
    today = clock.today()
    found = [
        ToAsk(f"party:{one.pk}", one.name, str(one.get_kind_display()), why_not_asked(one, today=today))
        for one in search(words, visible_to=visible_to) if one.pk not in parties
    ]
    houses: QuerySet[Organisation] = Organisation.objects.filter(kind__in=LIBRARIES, name__icontains=words).exclude(pk__in=libraries - {None})
    return [*(ToAsk(f"library:{one.pk}", one.name, str(one.get_kind_display())) for one in houses.order_by("name")[:MOST]), *found]


def chosen(key: str, page: InitiativePage, *, visible_to: Doer) -> Chosen | None:
    """Return whom a key names; None for no key. Raises Missing for those whom the doer may not know of."""
    kind, _colon, text = key.partition(":")
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        return None
    if kind == "library":
        house = Organisation.objects.filter(kind__in=LIBRARIES, pk=int(text)).first()
        if house is None:
            raise Missing()
        return Chosen(key, house.name, house)
    party = find_party(int(text), visible_to=visible_to)
    has_address = Contact.objects.filter(party=party, until__isnull=True).exclude(email="").exists()
    left = max(0, LETTERS - letters_to(party, within=page.initiative.within)) if has_address else None
    return Chosen(key, party.name, party, why_not_asked(party, today=clock.today()), left)
