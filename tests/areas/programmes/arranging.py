"""A programme that is being arranged, for tests of setting up, sending out and signing up. Ask for `course` (conftest.py)."""

from __future__ import annotations

import datetime as dt

from samskaper.areas.programmes.commands.setup import begin, change_state
from samskaper.areas.programmes.models import Programme
from samskaper.areas.programmes.rules.patterns import COURSE
from samskaper.commons.people.models import Organisation
from samskaper.foundation import clock
from tests.cast import Somebody

NINE = dt.time(9)


def tuesday(weeks: int = 8) -> dt.date:
    """A Tuesday some weeks ahead."""
    day = clock.today() + dt.timedelta(weeks=weeks)
    return day + dt.timedelta(days=(1 - day.weekday()) % 7)


def make_course(adviser: Somebody, library: Organisation, *, first: dt.date | None = None, seats: int = 60, consent: bool = False) -> Programme:
    """Make the pattern's programme, open for sign-up."""
    programme = begin(
        pattern=COURSE, title="Samskaping i praksis", owner=library, language="nb", first=first or tuesday(), hour=NINE,
        by=adviser.doer,
    )
    Programme.objects.filter(pk=programme.pk).update(capacity=seats, needs_consent=consent)
    change_state(programme=programme, state="open", by=adviser.doer)
    programme.refresh_from_db()
    return programme
