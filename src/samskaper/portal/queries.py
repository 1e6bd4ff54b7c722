"""Questions that join areas: what is mine and next, and who plays in the demonstration."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Prefetch, QuerySet

from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Membership, Person
from samskaper.ui.menu import DeskItem
from samskaper.ui.menu import desk as desk_sources


@dataclass(slots=True)
class Desk:
    """What waits for me, which days come, and what I have going."""

    todo: list[DeskItem] = field(default_factory=list)
    dates: list[DeskItem] = field(default_factory=list)
    going: list[DeskItem] = field(default_factory=list)


def desk(*, visible_to: Doer) -> Desk:
    """Collect the desk of one person from what the areas register."""
    items = [item for source in desk_sources for item in source(visible_to)]
    items.sort(key=lambda item: (item.due is None, item.due, item.weight, item.title))
    by_kind = {kind: [item for item in items if item.kind == kind] for kind in ("do", "date", "going")}
    return Desk(todo=sorted(by_kind["do"], key=lambda item: item.weight), dates=by_kind["date"][:6], going=by_kind["going"])


def cast() -> QuerySet[Person]:
    """Return the persons of the demonstration whom visitors may try, with their roles."""
    roles = Membership.objects.select_related("organisation").order_by("organisation__name", "role")
    return (
        Person.objects.filter(is_demo=True, account__isnull=False, memberships__isnull=False)
        .prefetch_related(Prefetch("memberships", roles))
        .distinct()
        .order_by("pk")
    )


def is_ready() -> bool:
    """Return whether the database answers and has every table that this code needs."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
