"""Loading the demonstration, and moving it along with the days."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from samskaper.commons.people.commands import load_places
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Installation, Organisation
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.portal.demonstration import plan
from samskaper.portal.demonstration.series import Series
from samskaper.portal.demonstration.world import build


@transaction.atomic
def load() -> bool:
    """Load the demonstration: the series of 2022 as it ended, and the same one around today. Returns whether it did."""
    if Organisation.objects.exists():
        return False
    load_places(by=SYSTEM)
    world = build()
    today = clock.today()
    for shift, until in ((dt.timedelta(), dt.date(2023, 6, 20)), (plan.weeks_to_today(today), today)):
        year = (plan.MIDDLE + shift).year
        Series(world, shift=shift, until=until, title=f"Samskaping i praksis {year}", source=Ref("x.x",1)).play()
    Installation.objects.update_or_create(pk=1, defaults={"library": world.library, "demo_loaded": clock.now()})
    return True
