"""The evenings for associations in the demonstration."""

from __future__ import annotations

from pathlib import Path

from samskaper.areas.cocreation.models import Invited, Meeting, MeetingState
from samskaper.areas.cocreation.queries.gained import times_of
from samskaper.areas.cocreation.queries.lists import list_of
from samskaper.areas.cocreation.rules.parties import LETTERS
from samskaper.commons.people.doer import SYSTEM
from samskaper.foundation import clock
from samskaper.portal.demonstration import evening_words as words


def test_twenty_came_and_both_sides_said_what_they_gained(demo: Path) -> None:
    held = Meeting.objects.get(title=words.TITLE)
    first, later = times_of(held)

    assert held.state == MeetingState.HELD and held.invited.filter(was_there=True).count() >= 20
    assert len(first.shown) == 4 and len(later.shown) >= 3 and later.is_later


def test_what_somebody_needed_is_gone(demo: Path) -> None:
    assert not Invited.objects.filter(meeting__title=words.TITLE).exclude(needs="").exists()


def test_a_poll_is_under_way(demo: Path) -> None:
    asking = Meeting.objects.get(title=words.ONE_MORE)
    found = list_of(asking, visible_to=SYSTEM)

    assert asking.state == MeetingState.ASKING and all(date.starts > clock.now() for date in asking.dates.all())
    assert 0 < asking.invited.filter(answered_on__isnull=False).count() < asking.invited.count()
    assert found.since and all(one.left >= 0 for one in found.on) and LETTERS == 4
