"""Making a gathering of a plan for a meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from samskaper.areas.programmes.commands.dates import Line, add_gathering, set_agenda
from samskaper.areas.programmes.models import Gathering, Programme
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import tie
from samskaper.foundation.refs import Ref


@transaction.atomic
def gathering_from_plan(*, programme: Programme, values: Mapping[str, Any], lines: Sequence[Line], source: Ref, by: Doer) -> Gathering:
    """Add a date to a course series with its agenda, and remember the plan that it came from."""
    gathering = add_gathering(programme=programme, values=values, by=by)
    if lines:
        set_agenda(gathering=gathering, version=gathering.version, lines=lines, by=by)
    tie(record=Ref.to(gathering), source=source, by=by)
    return gathering
