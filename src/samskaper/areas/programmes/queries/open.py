"""The programmes that anybody can sign up for now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db.models import Min, Q
from django.urls import reverse

from samskaper.areas.programmes.models import Programme, ProgrammeState
from samskaper.editorial.register import Happening
from samskaper.foundation import clock

SHOWN_AT_HOME = 4


def open_on(today: dt.date) -> Q:
    """Match the programmes whose sign-up is open and whose last day is not past."""
    return Q(state=ProgrammeState.OPEN) & (Q(enrol_until__isnull=True) | Q(enrol_until__gte=today))


def happening() -> Iterator[Happening]:
    """Return what the home page shows: the programmes that one can sign up for, the soonest first, in one query."""
    rows = Programme.objects.filter(open_on(clock.today())).select_related("owner").annotate(first=Min("gatherings__starts"))
    for row in rows.filter(first__isnull=False).order_by("first", "pk")[:SHOWN_AT_HOME]:
        yield Happening(row.first, row.title, row.owner.name, reverse("programmes:programme", args=[row.pk]))
