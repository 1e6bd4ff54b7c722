"""What is known about oneself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from samskaper.commons.people.models import Membership, Person, Role
from samskaper.commons.people.rules import ROLE_WORDS, must_be_somebody
from samskaper.foundation import clock
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role in words: what it is called, what it may do, where and since when."""

    number: int
    organisation: str
    href: str
    label: str
    words: str


def me(*, visible_to: Any) -> Person:
    """Return the person who asks. Raises a Refusal for guests."""
    for found in _person(must_be_somebody(visible_to)):
        return found
    raise Person.DoesNotExist


@prepared
def _person(number: int) -> QuerySet[Person]:
    return Person.objects.select_related("account").filter(pk=number)


def roles_held(person: int) -> QuerySet[Membership]:
    """Return the roles that a person holds today, with their organisations."""
    return _held_on(person, clock.today()).select_related("organisation")


def _held_on(person: int, today: dt.date) -> QuerySet[Membership]:
    current = Q(until__isnull=True) | Q(until__gt=today)
    return Membership.objects.filter(current, person=person, since__lte=today).order_by("organisation__name", "role")


@prepared
def _roles(person: int, today: dt.date) -> QuerySet[Membership, Any]:
    return _held_on(person, today).values_list("pk", "organisation_id", "organisation__name", "role")


def my_roles(*, visible_to: Any) -> list[RoleHeld]:
    """Return the roles of the person who asks, in words."""
    return [
        RoleHeld(number, name, address("people:organisation", where), str(Role(role).label), str(ROLE_WORDS[role]))
        for number, where, name, role in _roles(must_be_somebody(visible_to), clock.today())
    ]


def export_name(person: int) -> dict[str, Any]:
    """Return who somebody is to us."""
    found = Person.objects.select_related("account").get(pk=person)
    return {
        _("Name"): found.name,
        _("E-mail address"): found.email or (found.account.email if found.account else ""),
        _("Language"): found.get_language_display(),
        _("Here since"): found.created.date(),
        _("Last signed in"): found.account.last_login if found.account else None,
    }


def export_roles(person: int) -> list[dict[str, Any]]:
    """Return the roles that somebody holds or held."""
    rows = Membership.objects.filter(person=person).select_related("organisation").order_by("since", "pk")
    return [
        {
            _("Organisation"): row.organisation.name,
            _("Role"): row.get_role_display(),
            _("From"): row.since,
            _("Until"): row.until,
        }
        for row in rows
    ]
