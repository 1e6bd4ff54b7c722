"""What the next gathering opens with: what people of the series try together, and what was to happen since last time."""

from __future__ import annotations

from dataclasses import replace

from samskaper.areas.cocreation.queries.initiatives import Since, since_last_time
from samskaper.areas.programmes.models import Gathering, GatheringState
from samskaper.areas.programmes.queries.setup import DateOf
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


def opening_of(gathering: Gathering) -> list[Since]:
    """Return what a gathering that is not over opens with; one query, and none afterwards."""
    over = gathering.state == GatheringState.CANCELLED or gathering.ends <= clock.now()
    return [] if over or not gathering.for_participants else since_last_time(Ref("programmes.programme", gathering.programme_id))


def with_opening(dates: list[DateOf]) -> list[DateOf]:
    """Return the dates of a series, the next that participants come to with what it opens with."""
    now = clock.now()
    ahead = [item for item in dates if item.gathering.for_participants and item.gathering.ends > now and item.gathering.state != GatheringState.CANCELLED]
    following = min(ahead, key=lambda item: item.gathering.starts, default=None)
    return [replace(item, since=tuple(opening_of(item.gathering))) if item is following else item for item in dates]
