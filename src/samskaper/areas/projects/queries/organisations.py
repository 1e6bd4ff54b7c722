"""Which organisations a plan speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation, OrganisationKind, Role
from samskaper.commons.people.queries import installation


def organisations_named(names: Sequence[str]) -> dict[str, Organisation]:
    """Return the organisations with exactly these names, by the name in small letters; those of one name only once."""
    wanted = {name.casefold() for name in names}
    if not wanted:
        return {}
    found: dict[str, list[Organisation]] = {}
    for one in Organisation.objects.exclude(kind=OrganisationKind.FUNDER).only("pk", "name").order_by("pk"):
        if one.name.casefold() in wanted:
            found.setdefault(one.name.casefold(), []).append(one)
    return {name: same[0] for name, same in found.items() if len(same) == 1}


def funder_named_in(labels: Sequence[str]) -> Organisation | None:
    """Return the only funder whose name stands in one of these lines of income, in any inflection of it."""
    said = " ".join(labels).casefold()
    named = [one for one in funders() if one.name.casefold().removesuffix("et") in said]
    return named[0] if len(named) == 1 else None


def funders() -> QuerySet[Organisation]:
    """Return every funder, by name."""
    return Organisation.objects.filter(kind=OrganisationKind.FUNDER).order_by("name")


def advised_by(doer: Doer) -> QuerySet[Organisation]:
    """Return the organisations in whose name somebody may bring in a project."""
    return Organisation.objects.filter(pk__in=doer.organisations(Role.ADVISER)).order_by("name")


def owner_named(name: str) -> Organisation | None:
    """Return the organisation with this name or number; without a name the installation's own library."""
    if not name:
        return installation().library
    same = [
        one for one in Organisation.objects.all() if name.casefold() in (one.name.casefold(), str(one.pk), one.number)
    ]
    return same[0] if len(same) == 1 else None
