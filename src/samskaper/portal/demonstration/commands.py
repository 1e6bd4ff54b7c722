"""Loading the demonstration, and moving it along with the days."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from samskaper.commons.people.commands import load_places
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Installation, Organisation
from samskaper.editorial.commands import settle_editors
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.portal.demonstration import moving, plan
from samskaper.portal.demonstration.series import Series
from samskaper.portal.demonstration.undertaking import Undertaking
from samskaper.portal.demonstration.world import World, build

FINISHED = dt.date(2023, 6, 20)


@transaction.atomic
def load() -> bool:
    """Load the demonstration: the project of 2022 as it ended, and the same one around today. Returns whether it did."""
    if Organisation.objects.exists():
        return False
    load_places(by=SYSTEM)
    world = build()
    today = clock.today()
    _play(world, dt.timedelta(), FINISHED).hand_in()
    _play(world, plan.weeks_to_today(today), today)
    settle_editors(by=SYSTEM)
    Installation.objects.update_or_create(pk=1, defaults={"library": world.library, "demo_loaded": clock.now()})
    return True


def _play(world: World, shift: dt.timedelta, until: dt.date) -> Undertaking:
    undertaking = Undertaking(world, shift=shift, until=until)
    title = f"Samskaping i praksis, høsten {(plan.MIDDLE + shift).year}"
    Series(world, shift=shift, until=until, title=title, source=Ref.to(undertaking.project)).play()
    undertaking.play()
    return undertaking


def move_along() -> int:
    """Keep today between the second and third gathering of the running series. Returns by how many weeks it moved."""
    installed = Installation.objects.filter(demo_loaded__isnull=False).exists()
    return moving.move_along() if installed else 0
