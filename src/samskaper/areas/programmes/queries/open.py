"""The programmes that anybody can sign up for now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from samskaper.areas.programmes.models import Gathering, Programme, ProgrammeState
from samskaper.editorial.register import Happening
from samskaper.foundation import clock
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared

SHOWN_AT_HOME = 4


def open_on(today: dt.date) -> Q:
    """Match the programmes whose sign-up is open and whose last day is not past."""
    return Q(state=ProgrammeState.OPEN) & (Q(enrol_until__isnull=True) | Q(enrol_until__gte=today))


def happening() -> Iterator[Happening]:
    """Return what the home page shows: the programmes that one can sign up for, the soonest first, in one query."""
    for number, title, owner, first in _soonest(clock.today()):
        yield Happening(first, title, owner, address("programmes:programme", number))


@prepared
def _soonest(today: dt.date) -> QuerySet[Programme, Any]:
    dates = Gathering.objects.filter(programme=OuterRef("pk")).order_by("starts").values("starts")[:1]
    rows = Programme.objects.filter(open_on(today)).annotate(first=Subquery(dates)).filter(first__isnull=False)
    return rows.order_by("first", "pk").values_list("pk", "title", "owner__name", "first")[:SHOWN_AT_HOME]
