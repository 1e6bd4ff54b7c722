"""What plans for meetings are called and where they are, for those who hold only a reference."""

from __future__ import annotations

from collections.abc import Iterable

from samskaper.areas.startkit.models import Plan
from samskaper.areas.startkit.queries.plans import address_of
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock
from samskaper.foundation.kinds import Card
from samskaper.foundation.refs import Ref
from samskaper.ui.days import full_day


def plans(ids: Iterable[int], doer: object) -> dict[int, Card]:
    """Return the cards of plans that the doer made."""
    assert isinstance(doer, Doer)
    if doer.person is None:
        return {}
    rows = Plan.objects.filter(pk__in=list(ids), person=doer.person)
    return {
        row.pk: Card(Ref.to(row), str(row), address_of(row), full_day(row.day) if row.day else "", row.day is not None and row.day < clock.today())
        for row in rows
    }
