"""Who somebody's leader is: the one who was asked for consent, otherwise the leader of her library."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from samskaper.areas.programmes.models import Enrolment
from samskaper.commons.people.models import Membership, Role
from samskaper.foundation import clock
from samskaper.foundation.prepared import prepared


@dataclass(frozen=True, slots=True)
class Leader:
    """A leader as a participant knows her. `person` is None when she has never signed in; `own` when one leads oneself."""

    person: int | None
    name: str
    own: bool = False


NOBODY = Leader(None, "")


def leaders_of(enrolments: Iterable[Enrolment]) -> dict[int, Leader]:
    """Return the leader of each enrolment, in one query (consents are read from the enrolments)."""
    rows = list(enrolments)
    held = _leading({row.library_id for row in rows if row.library_id}, clock.today())
    by_library: dict[int | None, list[Membership]] = {}
    for membership in held:
        by_library.setdefault(membership.organisation_id, []).append(membership)
    return {row.pk: _leader(row, by_library.get(row.library_id, [])) for row in rows}


@prepared
def _leading(libraries: set[int], today: dt.date) -> QuerySet[Membership]:
    return (
        Membership.objects.filter(
            Q(until__isnull=True) | Q(until__gt=today), since__lte=today,
            organisation__in=libraries, role=Role.LEADER, person__erased__isnull=True,
        )
        .select_related("person", "person__account")
        .order_by("since", "pk")
    )


def leader_of(enrolment: Enrolment) -> Leader:
    """Return the leader of one enrolment."""
    return leaders_of([enrolment])[enrolment.pk]


def _leader(enrolment: Enrolment, held: list[Membership]) -> Leader:
    if any(membership.person_id == enrolment.person_id for membership in held):
        return Leader(enrolment.person_id, enrolment.person.name, own=True)
    consent = getattr(enrolment, "consent", None)
    if consent:
        asked = next((row.person for row in held if consent.leader_email.lower() in _addresses(row)), None)
        return Leader(asked.pk if asked else None, asked.name if asked else consent.leader_name or consent.leader_email)
    return Leader(held[0].person_id, held[0].person.name) if held else NOBODY


def _addresses(membership: Membership) -> set[str]:
    person = membership.person
    return {person.email.lower(), person.account.email if person.account else ""} - {""}
