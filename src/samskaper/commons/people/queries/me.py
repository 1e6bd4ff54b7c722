"""What is known about oneself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from samskaper.commons.people.models import Membership, Person
from samskaper.commons.people.rules import ROLE_WORDS, must_be_somebody
from samskaper.foundation import clock


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role in words: what it is called, what it may do, where and since when."""

    number: int
    organisation: Any
    label: str
    words: str
    since: Any


def me(*, visible_to: Any) -> Person:
    """Return the person who asks. Raises a Refusal for guests."""
    return Person.objects.select_related("account").get(pk=must_be_somebody(visible_to))


def roles_held(person: int) -> QuerySet[Membership]:
    """Return the roles that a person holds today, with their organisations."""
    today = clock.today()
    current = Q(until__isnull=True) | Q(until__gt=today)
    found = Membership.objects.filter(current, person=person, since__lte=today)
    return found.select_related("organisation").order_by("organisation__name", "role")


def my_roles(*, visible_to: Any) -> list[RoleHeld]:
    """Return the roles of the person who asks, in words."""
    return [
        RoleHeld(held.pk, held.organisation, held.get_role_display(), str(ROLE_WORDS[held.role]), held.since)
        for held in roles_held(must_be_somebody(visible_to))
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
