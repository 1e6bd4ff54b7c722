"""Loading the demonstration, and moving it along with the days."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from samskaper.commons.mail.commands.backdating import settle_in_mailbox
from samskaper.commons.people.commands import load_places
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Installation, Organisation
from samskaper.commons.search import commands as search
from samskaper.editorial.commands import settle_editors
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.portal.demonstration import (
    ahead,
    doors,
    initiatives,
    meeting_plans,
    meetings,
    moving,
    plan,
    promises,
    revision,
)
from samskaper.portal.demonstration.course import Course
from samskaper.portal.demonstration.series import DAYS, TITLE, Series, season
from samskaper.portal.demonstration.undertaking import WRITTEN, Undertaking
from samskaper.portal.demonstration.world import World, build

FINISHED = dt.date(2023, 6, 20)
BEGAN = dt.datetime(2020, 1, 2, 8, tzinfo=dt.UTC)  # the first working day of those who have had their roles for long


@transaction.atomic
def load() -> bool:
    """Load the demonstration: the project of 2022 as it ended, and the same one around today. Returns whether it did."""
    if Organisation.objects.exists():
        return False
    with search.resting():
        _load()
    search.rebuild()
    return True


def _load() -> None:
    load_places(by=SYSTEM)
    world = build()
    with clock.at(BEGAN):
        settle_editors(by=SYSTEM)
    today = clock.today()
    finished, past = _play(world, dt.timedelta(), FINISHED)
    finished.hand_in()
    shift = plan.weeks_to_today(today)
    running, series = _play(world, shift, today)
    promises.lay_down(world, project=running.project, programme=series.programme, day=WRITTEN + shift)
    initiatives.years_ago(past)
    initiatives.under_way(series, today=today)
    meetings.held(past)
    meetings.asking(series, today=today)
    ahead.next_series(world, middle=plan.MIDDLE + shift)
    ahead.open_day(world, today=today)
    doors.open_up(world, today=today)
    meeting_plans.play(world, today=today)
    revision.play(world, today=today)
    settle_in_mailbox(by=SYSTEM)
    Installation.objects.update_or_create(pk=1, defaults={"library": world.library, "demo_loaded": clock.now()})


def _play(world: World, shift: dt.timedelta, until: dt.date) -> tuple[Undertaking, Series]:
    undertaking = Undertaking(world, shift=shift, until=until)
    if not shift:
        undertaking.decide()
    title = TITLE % season(DAYS[0] + shift)
    series = Series(world, shift=shift, until=until, title=title, source=Ref.to(undertaking.project))
    series.sign_up()
    Course(series).play()
    undertaking.play()
    return undertaking, series


def move_along() -> int:
    """Keep today between the second and third gathering of the running series. Returns by how many weeks it moved."""
    installed = Installation.objects.filter(demo_loaded__isnull=False).exists()
    if not installed:
        return 0
    with search.resting():
        weeks = moving.move_along()
    search.rebuild()
    return weeks
