"""Plans for meetings, as the tests make them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from samskaper.areas.startkit.commands import plan_items, plans
from samskaper.areas.startkit.models import Plan, PlanItem
from samskaper.areas.startkit.rules.keys import WRITE, keys_of
from samskaper.commons.people.doer import GUEST, Doer, DoerKind
from samskaper.foundation.refs import Ref


def bearer(plan: Plan, purpose: str = WRITE, by: Doer = GUEST) -> Doer:
    """Return whoever came by this plan's address."""
    return Doer(DoerKind.BEARER if by.is_guest else by.kind, by.person, by.name, by.roles, (purpose, Ref.to(plan)))


def plan_of(*methods: str, by: Doer = GUEST, **values: Any) -> Plan:
    """Begin a plan with these methods, beginning at one."""
    plan = plans.begin_plan(by=by, values={"starts": dt.time(13), **values})
    for key in methods:
        plan_items.add_method(plan=plan, method=key, language="nb", by=bearer(plan, by=by))
    return plan


def point(plan: Plan, title: str = "Velkommen", minutes: int = 10, *, is_break: bool = False) -> PlanItem:
    """Put a point in a plan."""
    return plan_items.add_point(plan=plan, title=title, minutes=minutes, is_break=is_break, by=bearer(plan))


def rows(plan: Plan) -> list[PlanItem]:
    """Return the rows that stand in a plan, in order."""
    return list(plan.items.filter(removed__isnull=True).order_by("order", "pk"))


def write_page(plan: Plan, rest: str = "", language: str = "nb") -> str:
    """Return the address that changes a plan."""
    return f"/{language}/kit/meeting-plan/{keys_of(plan.nonce).write}/{rest}"


def read_page(plan: Plan, rest: str = "", language: str = "nb") -> str:
    """Return the address that reads a plan."""
    return f"/{language}/kit/shared-plan/{keys_of(plan.nonce).read}/{rest}"
