"""Plans for meetings of one side: one whose addresses are walked, and one that only whoever made it meets."""

from __future__ import annotations

import datetime as dt

from samskaper.areas.startkit.commands import plan_items, plans
from samskaper.areas.startkit.models import Plan
from samskaper.areas.startkit.rules.keys import keys_of
from samskaper.config.checkseed.world import World
from samskaper.foundation import clock

PLACE = {"starts": dt.time(13, 0), "online": False, "people": 12}


def play(world: World) -> None:
    """Let an employee plan two meetings."""
    plant, by = world.cage.plant, world.doer("staff")
    shared = plans.begin_plan(by=by, values={"title": "Onsdagsmøtet", "day": clock.today() + dt.timedelta(days=2), "place": "Salen", **PLACE})
    _fill(shared, world, "Velkommen")
    row = shared.items.order_by("order").first()
    assert row is not None
    own = plans.begin_plan(by=by, values={
        "title": plant("title of a plan for a meeting", "staff"), "day": clock.today() + dt.timedelta(days=3),
        "place": plant("place of a plan for a meeting", "staff"), **PLACE,
    })
    _fill(own, world, plant("a point in a plan for a meeting", "staff"))
    keys = keys_of(shared.nonce)
    advisers = plans.begin_plan(by=world.doer("adviser"), values={"title": plant("title of an adviser's plan for a meeting", "adviser"), **PLACE})
    world.ids |= {"plan_key": keys.write, "plan_reading": keys.read, "plan_row": row.pk, "plan_adviser": advisers.pk}


def _fill(plan: Plan, world: World, words: str) -> None:
    by = world.doer("staff")
    plan_items.add_point(plan=plan, title=words, minutes=10, by=by)
    plan_items.add_method(plan=plan, method="brainwriting", language="nb", by=by)
