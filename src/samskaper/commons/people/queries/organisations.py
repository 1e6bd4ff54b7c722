"""Questions about organisations and who works in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from samskaper.commons.people import rules
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Membership, Municipality, Organisation, OrganisationKind, Person
from samskaper.commons.people.queries.places import chain_of
from samskaper.foundation import clock
from samskaper.foundation.kinds import Card
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Missing
from samskaper.foundation.text import clean_line


def visible_organisations(*, visible_to: Doer) -> QuerySet[Organisation]:
    """Return the organisations that somebody may browse.

    Staff, leaders and advisers of libraries and municipalities see all; representatives and readers see the libraries,
    municipalities and their own. Raises a Refusal for guests and for those without a role.
    """
    rules.must_browse_organisations(visible_to)
    found = Organisation.objects.select_related("county", "municipality")
    if visible_to.is_system or visible_to.organisations(*rules.SEES_ASSOCIATIONS):
        return found
    public = Q(kind__in=[*rules.LIBRARIES, OrganisationKind.MUNICIPALITY, OrganisationKind.FUNDER])
    return found.filter(public | Q(pk__in=visible_to.organisations()))


def organisations(
    *, visible_to: Doer, words: str = "", kind: str = "", county: int | None = None
) -> QuerySet[Organisation]:
    """Return the visible organisations by name: with these words in their name, of this kind, in this county."""
    found = visible_organisations(visible_to=visible_to)
    for word in clean_line(words)[:100].split():
        # SQLite knows the case of a to z only, so the usual ways of writing å, æ, ø and ö are asked for.
        ways = {word, word.lower(), word.upper(), word.capitalize()}
        either = Q()
        for way in ways:
            either |= Q(name__icontains=way) | Q(municipality__name__icontains=way)
        found = found.filter(either)
    if kind in OrganisationKind.values:
        found = found.filter(kind=kind)
    if county is not None:
        found = found.filter(county=county)
    return found.order_by("name", "pk")


def organisation(number: int, *, visible_to: Doer) -> Organisation:
    """Return one organisation. Raises Missing when there is none that this doer may see."""
    found = visible_organisations(visible_to=visible_to).select_related("county", "municipality__county", "parent")
    one = found.filter(pk=number).first()
    if one is None:
        raise Missing
    return one


@dataclass(frozen=True, slots=True)
class Branches:
    """What an organisation keeps in the register: its libraries, and how many others."""

    libraries: list[Organisation]
    others: int


def branches(number: int, *, visible_to: Doer) -> Branches:
    """Return whose entries this organisation keeps, in two queries."""
    found = visible_organisations(visible_to=visible_to).filter(parent=number)
    of_libraries = Q(kind__in=rules.LIBRARIES)
    return Branches(list(found.filter(of_libraries).order_by("name")), found.exclude(of_libraries).count())


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works here, with a role in words."""

    membership: Membership
    name: str
    label: str
    words: str
    has_come: bool


def members(number: int, *, visible_to: Doer) -> list[Colleague]:
    """Return who has a role here today, in one query. Raises a Refusal for those who are not colleagues."""
    rules.must_see_members(visible_to, number)
    today = clock.today()
    rows = (
        Membership.objects.filter(Q(until__isnull=True) | Q(until__gt=today), organisation=number)
        .select_related("person")
        .order_by("person__name", "role")
    )
    return [
        Colleague(
            row, row.person.name, row.get_role_display(), str(rules.ROLE_WORDS[row.role]),
            has_come=row.person.account_id is not None,
        )
        for row in rows
    ]


def membership(number: int, *, within: int) -> Membership:
    """Return a role that is held in this organisation, with its person. Raises Missing where there is none."""
    found = Membership.objects.filter(pk=number, organisation=within).select_related("person", "organisation").first()
    if found is None:
        raise Missing
    return found


def own_membership(number: int, *, visible_to: Doer) -> Membership:
    """Return a role that the one who asks holds today. Raises Missing where she does not."""
    found = Membership.objects.filter(pk=number, person=rules.must_be_somebody(visible_to), until__isnull=True)
    held = found.select_related("organisation").first()
    if held is None:
        raise Missing
    return held


def people_of(number: int, *roles: str) -> QuerySet[Person]:
    """Return the persons who hold one of these roles (any, if none is named) in an organisation today."""
    today = clock.today()
    held = Membership.objects.filter(Q(until__isnull=True) | Q(until__gt=today), organisation=number, since__lte=today)
    held = held.filter(role__in=roles) if roles else held
    return Person.objects.filter(pk__in=held.values("person"), erased__isnull=True).order_by("name", "pk")


def libraries(*, within: int | None = None, country: str = "") -> QuerySet[Organisation]:
    """Return the public and school libraries, by name: those of a regional library, of a country, or all."""
    found = Organisation.objects.filter(kind__in=[OrganisationKind.PUBLIC_LIBRARY, OrganisationKind.SCHOOL_LIBRARY])
    if within is not None:
        found = found.filter(parent=within)
    if country:
        found = found.filter(country=country)
    return found.select_related("municipality", "county").order_by("name", "pk")


def libraries_with_people(*, within: int, roles: Iterable[str]) -> QuerySet[Organisation]:
    """Return the libraries of a regional library with `.held`: the roles of these kinds that are held there today."""
    today = clock.today()
    held = Membership.objects.filter(
        Q(until__isnull=True) | Q(until__gt=today), role__in=list(roles), person__erased__isnull=True
    ).select_related("person")
    return libraries(within=within).prefetch_related(Prefetch("memberships", held, to_attr="held"))


def municipality_chain(municipality: Municipality | None) -> list[Municipality]:
    """Return what an organisation's municipality was called then and is called today."""
    return chain_of(municipality) if municipality else []


def organisation_cards(ids: Iterable[int], doer: object) -> dict[int, Card]:
    """Return the cards of organisations, in one query; libraries and municipalities are no secret to anybody."""
    assert isinstance(doer, Doer)
    found = Organisation.objects.filter(pk__in=list(ids))
    if not (doer.is_system or doer.organisations(*rules.SEES_ASSOCIATIONS)):
        public = Q(kind__in=[*rules.LIBRARIES, OrganisationKind.MUNICIPALITY, OrganisationKind.FUNDER])
        found = found.filter(public | Q(pk__in=doer.organisations()))
    return {
        one.pk: Card(Ref("people.organisation", one.pk), one.name, one.get_absolute_url(), one.kind_word)
        for one in found
    }
