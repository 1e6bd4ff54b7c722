"""Who of the editors looks after what."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from samskaper.areas.startkit.models import Keeper
from samskaper.commons.people.models import Membership, Person, Role
from samskaper.commons.people.queries.installation import installation
from samskaper.foundation import clock


def holders(*roles: str) -> QuerySet[Membership]:
    """Return the roles of these kinds that are held today, the oldest first."""
    today = clock.today()
    held = Membership.objects.filter(Q(until__isnull=True) | Q(until__gt=today), since__lte=today, person__erased__isnull=True, role__in=roles)
    return held.order_by("since", "pk")


def editors() -> list[Person]:
    """Return everybody who is an editor today, by name."""
    return list(Person.objects.filter(pk__in=holders(Role.EDITOR).values("person")).order_by("name", "pk"))


def responsible_for(key: str) -> int | None:
    """Return who looks after a method: its own editor, else the kit's, else an editor of the house, else any editor.

    Where there are no editors, whoever runs the house, or is an adviser somewhere. None where there is nobody at all.
    """
    held = list(holders(Role.EDITOR, Role.ADVISER, Role.LEADER).values_list("person_id", "role", "organisation_id"))
    edit = {person for person, role, _home in held if role == Role.EDITOR}
    kept = dict(Keeper.objects.filter(key__in={key, ""}).values_list("key", "person_id"))
    for one in (key, ""):
        if kept.get(one) in edit:
            return kept[one]
    house = installation().library_id
    found = sorted(held, key=lambda row: (row[1] != Role.EDITOR, row[2] != house, row[1] != Role.ADVISER))
    return found[0][0] if found else None


def keepers() -> dict[str, int]:
    """Return who looks after each method that somebody was chosen for; the key "" is the kit."""
    return dict(Keeper.objects.values_list("key", "person_id"))
