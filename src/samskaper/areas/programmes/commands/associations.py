"""The gathering that a course series has for associations, held where they met."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from samskaper.areas.programmes.commands.gatherings import hold_for_associations
from samskaper.areas.programmes.models import Gathering, GatheringKind, GatheringState, ProgrammeState
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.queries import sources
from samskaper.foundation.refs import Ref


@transaction.atomic
def associations_met(*, meeting: Ref, programme: int, hours: tuple[dt.datetime, dt.datetime] | None, by: Doer) -> bool:
    """Let the gathering that the associations were asked from be held, at the hours at which they met. Returns whether it is by this."""
    asked_from = [ref.id for ref in sources([meeting]).get(meeting, []) if ref.kind == "programmes.gathering"]
    rows = Gathering.objects.select_for_update(of=("self",)).filter(pk__in=asked_from, programme=programme, kind=GatheringKind.ASSOCIATIONS)
    found = rows.exclude(programme__state=ProgrammeState.CLOSED).first()
    if found is None or found.state != GatheringState.PLANNED:
        return False
    if hours and hours != (found.starts, found.ends):
        found.starts, found.ends = hours
        found.sequence += 1
        found.save(update_fields=["starts", "ends", "sequence"])
    hold_for_associations(gathering=found, by=by)
    return True
