"""Two plans for meetings in the demonstration: one that a guest has made, and one of the adviser."""

from __future__ import annotations

import datetime as dt
from typing import Any

from samskaper.areas.startkit.commands import plan_items, plans
from samskaper.areas.startkit.models import Plan
from samskaper.areas.startkit.queries.plans import plan_behind
from samskaper.areas.startkit.rules.keys import WRITE, keys_of
from samskaper.commons.people.doer import GUEST, Doer
from samskaper.foundation import clock
from samskaper.portal.demonstration.series import moment
from samskaper.portal.demonstration.world import World

A_DAY = dt.timedelta(days=1)
AHEAD = (2, 9)  # days until each meeting, in the order in which they are made
GUESTS: dict[str, Any] = {"title": "Hva gjør vi med det gamle sagbruket?", "starts": dt.time(18), "place": "Grendehuset", "people": 14}
ADVISERS: dict[str, Any] = {"title": "Lag og foreninger møter biblioteket", "starts": dt.time(10), "place": "Salen i Tverrdal bibliotek", "people": 24}


def play(world: World, *, today: dt.date) -> None:
    """Let a guest plan an evening, with too little time for one of its methods, and the adviser a day with breaks."""
    with clock.at(moment(today - A_DAY, 10)):
        _plan(world, today)


def _plan(world: World, today: dt.date) -> None:
    evening = _begin(GUEST, today + AHEAD[0] * A_DAY, GUESTS)
    _fill(evening, GUEST, ("Velkommen og kaffe", 10), "brainwriting", "dot-voting", ("Hvem gjør hva?", 10))
    _, by = plan_behind(keys_of(evening.nonce).write, purpose=WRITE, doer=GUEST)
    row = evening.items.get(method="brainwriting")
    plan_items.change_item(plan=evening, number=row.pk, version=row.version, change=plan_items.Change(40), by=by)
    day = _begin(world.as_adviser, today + AHEAD[1] * A_DAY, ADVISERS)
    _fill(day, world.as_adviser, ("Velkommen", 15), "world-cafe", "brainwriting", "dot-voting", ("Runde til slutt", 15))
    plan_items.take_breaks(plan=day, by=world.as_adviser)


def _begin(by: Doer, day: dt.date, values: dict[str, Any]) -> Plan:
    return plans.begin_plan(by=by, values={**values, "day": day, "is_demo": True})


def _fill(plan: Plan, doer: Doer, *rows: str | tuple[str, int]) -> None:
    _, by = plan_behind(keys_of(plan.nonce).write, purpose=WRITE, doer=doer)
    for row in rows:
        if isinstance(row, str):
            plan_items.add_method(plan=plan, method=row, language="nb", by=by)
        else:
            plan_items.add_point(plan=plan, title=row[0], minutes=row[1], by=by)


def move_along() -> None:
    """Let the meetings lie ahead as many days as when they were made."""
    today = clock.today()
    for ahead, number in zip(AHEAD, Plan.objects.filter(is_demo=True).order_by("pk").values_list("pk", flat=True), strict=False):
        Plan.objects.filter(pk=number).exclude(day=today + ahead * A_DAY).update(day=today + ahead * A_DAY, touched=today)
