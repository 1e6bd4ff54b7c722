"""How full and how fresh the register is."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.functional import Promise

from samskaper.areas.cocreation.models import Filling, FillingState, Party, PartyKind
from samskaper.areas.cocreation.rules import register as rules
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES, must_talk
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Country, County, Organisation
from samskaper.commons.people.queries.places import municipalities_on
from samskaper.foundation import clock
from samskaper.foundation.refusals import Missing


@dataclass(frozen=True, slots=True)
class CountyPage:
    """The register of a county, to those who hold conversations in it. `library` is the one on whose behalf the doer may fill it, if any."""

    county: County
    associations: int
    companies: int
    by_hand: int
    closed: int
    latest: Filling | None
    last_done: Filling | None
    library: Organisation | None
    done: int
    municipalities: int

    @property
    def is_under_way(self) -> bool:
        """Whether it is being filled."""
        return self.latest is not None and rules.is_under_way(self.latest)

    @property
    def trouble(self) -> str | Promise:
        """What stands in the way, in words."""
        return rules.TROUBLE.get(self.latest.trouble, "") if self.latest else ""


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """The registers of the counties that the doer's libraries lie in."""

    counties: list[CountyPage]
    in_denmark: bool


def register_page(*, visible_to: Doer) -> RegisterPage:
    """Return how full the register is in the doer's counties. Refuses those who hold no conversations."""
    must_talk(visible_to)
    libraries = list(Organisation.objects.filter(pk__in=visible_to.organisations(*LIBRARY_ROLES)).select_related("county"))
    counties = {one.county_id: one.county for one in libraries if one.county and one.country == Country.NORWAY}
    pages = [_county(county, [one for one in libraries if one.county_id == county.pk], visible_to) for county in counties.values() if county]
    return RegisterPage(pages, in_denmark=any(one.country == Country.DENMARK for one in libraries))


def _county(county: County, libraries: list[Organisation], doer: Doer) -> CountyPage:
    open_ones = Q(closed_on__isnull=True, forgotten_on__isnull=True)
    numbers = Party.objects.filter(county=county).exclude(kind=PartyKind.RESIDENT).aggregate(
        associations=Count("pk", filter=open_ones & Q(kind=PartyKind.ASSOCIATION)), companies=Count("pk", filter=open_ones & Q(kind=PartyKind.COMPANY)),
        by_hand=Count("pk", filter=open_ones & Q(from_register=False)), closed=Count("pk", filter=Q(closed_on__isnull=False)),
    )
    fillings = Filling.objects.filter(county=county).select_related("person", "owner").order_by("-asked")
    latest = fillings.first()
    numbers_of = municipality_numbers(county)
    done = numbers_of.index(latest.place) if latest and latest.place in numbers_of else 0
    library = next((one for one in libraries if rules.may_fill(doer, one)), None)
    return CountyPage(
        county=county, latest=latest, last_done=fillings.filter(state=FillingState.DONE).first(), library=library, done=done,
        municipalities=len(numbers_of), **numbers,
    )


def municipality_numbers(county: County) -> list[str]:
    """Return the numbers of a county's municipalities of today, in the order in which they are read."""
    return sorted(municipalities_on(clock.today(), county=county.pk).values_list("number", flat=True))


def numbers_in(municipality: str) -> set[str]:
    """Return the numbers of the parties that we think lie in a municipality, closed ones left out."""
    rows = Party.objects.filter(municipality__number=municipality, municipality__county__country=Country.NORWAY, closed_on__isnull=True)
    return set(rows.exclude(Q(number="") | Q(number__startswith="#")).values_list("number", flat=True))


def find_filling(number: int) -> Filling:
    """Return a filling. Raises Missing."""
    found = Filling.objects.select_related("owner", "county").filter(pk=number).first()
    if found is None:
        raise Missing()
    return found
