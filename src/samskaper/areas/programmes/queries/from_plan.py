"""A gathering from a plan for a meeting: what the plan gives, and which course series can have it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samskaper.areas.programmes.models import AgendaKind, Programme, ProgrammeState
from samskaper.areas.programmes.queries.setup import DateOf
from samskaper.areas.startkit.queries import plans
from samskaper.areas.startkit.queries.plans import Sheet
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.commons.record.queries import sources
from samskaper.foundation.refs import Ref

PLAN = "startkit.plan"
KINDS = {"method": AgendaKind.GROUPS, "break": AgendaKind.BREAK, "point": AgendaKind.OTHER}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the agenda that the plan gives."""

    kind: str
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a plan gives a gathering."""

    source: Ref
    title: str
    day: dt.date | None
    begins: dt.time
    ends: dt.time
    place: str
    link: str
    about: str
    parts: tuple[Part, ...]


def beginning(number: int, *, visible_to: Doer) -> Beginning:
    """Return what one of my plans gives a gathering. Raises Missing for those of others."""
    plan = plans.own_plan(number, visible_to=visible_to)
    sheet = plans.sheet(plan, visible_to=visible_to)
    is_link = plan.place.startswith(("https://", "http://"))
    names = ", ".join(method.title for method in sheet.methods)
    return Beginning(
        Ref.to(plan), str(plan), plan.day, plan.starts, sheet.ends, "" if is_link else plan.place, plan.place if is_link else "",
        _("We use: %(methods)s.") % {"methods": names} if names else "", _parts(sheet),
    )


def _parts(sheet: Sheet) -> tuple[Part, ...]:
    rows = [line.row for line in sheet.lines]
    return tuple(Part(KINDS[row.kind], f"{row.name[:140]} ({row.first}–{row.last_step})" if row.is_part else row.name[:160], row.minutes) for row in rows)


def open_series(*, visible_to: Doer) -> QuerySet[Programme]:
    """Return the course series that somebody runs and that are not finished."""
    rows = Programme.objects.filter(owner__in=visible_to.organisations(Role.ADVISER)).exclude(state=ProgrammeState.CLOSED)
    return rows.order_by("-created", "-pk")


def with_plans(dates: Sequence[DateOf]) -> list[DateOf]:
    """Return the dates of a programme with the plan that each was made from, for those who come to them."""
    came_from = sources(Ref.to(item.gathering) for item in dates) if dates else {}
    numbers = {record: source.id for record, found in came_from.items() for source in found if source.kind == PLAN}
    known = plans.plans_behind(numbers.values()) if numbers else {}
    return [replace(item, plan=known.get(numbers.get(Ref.to(item.gathering), 0))) for item in dates]
