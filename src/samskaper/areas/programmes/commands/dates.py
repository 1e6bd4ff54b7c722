"""Dates of a programme: adding, changing, moving all that follow, and what happens minute by minute."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from samskaper.areas.programmes.commands.completion import settle
from samskaper.areas.programmes.commands.setup import new_code, note_saved
from samskaper.areas.programmes.models import Action, AgendaItem, Gathering, GatheringState, Programme
from samskaper.areas.programmes.rules import dates
from samskaper.areas.programmes.rules.running import must_run
from samskaper.areas.programmes.rules.setup import must_change
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refusals import Conflict
from samskaper.foundation.versions import save_unchanged

SEEN_IN_CALENDARS = ("title", "starts", "ends", "place", "link")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an agenda as it was written."""

    kind: str
    title: str
    minutes: int
    contributor: str = ""


def _locked(programme: Programme) -> Programme:
    return Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)


@transaction.atomic
def add_gathering(*, programme: Programme, values: Mapping[str, Any], by: Doer) -> Gathering:
    """Add a date; its number follows from when it is."""
    must_run(by, programme)
    programme = _locked(programme)
    last = programme.gatherings.aggregate(last=Max("number"))["last"] or 0
    gathering = Gathering.objects.create(
        programme=programme, number=last + 1, checkin_secret=new_code(), **dict(values)
    )
    _number_by_date(programme)
    note_saved(programme, "gathering added", by=by, gathering=gathering.pk)
    settle(programme=programme, by=by)
    gathering.refresh_from_db()
    return gathering


@transaction.atomic
def change_gathering(*, gathering: Gathering, version: int, values: Mapping[str, Any], by: Doer) -> bool:
    """Save a gathering; raises Stale with both texts. Returns whether calendars see another date, title or place."""
    programme = gathering.programme
    must_run(by, programme)
    moved = any(getattr(gathering, name) != values[name] for name in ("starts", "ends") if name in values)
    if moved:
        must_change(gathering)
    seen = any(getattr(gathering, name) != values[name] for name in SEEN_IN_CALENDARS if name in values)
    save_unchanged(gathering, version=version, changes=dict(values) | {"sequence": gathering.sequence + seen})
    if moved:
        _number_by_date(_locked(programme))
    note_saved(programme, "gathering", by=by, gathering=gathering.pk)
    settle(programme=programme, by=by)
    return seen


@transaction.atomic
def remove_gathering(*, gathering: Gathering, by: Doer) -> None:
    """Take out a date on which nothing has happened. Raises Conflict when somebody's attendance is recorded there."""
    programme = gathering.programme
    must_run(by, programme)
    must_change(gathering)
    if gathering.attendances.exists():
        raise Conflict(_("Attendance is recorded here, so the gathering stays. You can cancel it instead."))
    number = gathering.pk
    gathering.delete()
    _number_by_date(_locked(programme))
    note_saved(programme, "gathering removed", by=by, gathering=number)
    settle(programme=programme, by=by)


def _number_by_date(programme: Programme) -> None:
    """Number the dates in the order in which they are. In two steps, since every number can be there once."""
    rows = list(programme.gatherings.order_by("starts", "number"))
    if [row.number for row in rows] == list(range(1, len(rows) + 1)):
        return
    programme.gatherings.update(number=F("number") + 1000)
    for number, row in enumerate(rows, start=1):
        Gathering.objects.filter(pk=row.pk).update(number=number)


@transaction.atomic
def move(*, programme: Programme, day: dt.date, hour: dt.time, by: Doer) -> int:
    """Move the next date that is planned to a day and an hour; those after it follow by as many days, each at its hour.

    What has been held stays. Actions follow with their dates. Raises Invalid when one of them would fall in the hour
    that the clock jumps over, Conflict when no date is left to move. Returns how many dates moved.
    """
    must_run(by, programme)
    programme = _locked(programme)
    planned = list(programme.gatherings.filter(state=GatheringState.PLANNED).order_by("number"))
    if not planned:
        raise Conflict(_("All the gatherings have been held or cancelled, so there is no date left to move."))
    first = planned[0]
    days = (day - dates.local(first.starts).date()).days
    begun = dates.local(first.starts).date()
    new_start = dates.moment(day, hour)
    moved = 0
    for gathering in planned:
        start = new_start if gathering is first else dates.shifted(gathering.starts, days)
        if start != gathering.starts:
            length = gathering.ends - gathering.starts
            Gathering.objects.filter(pk=gathering.pk).update(
                starts=start, ends=start + length, sequence=F("sequence") + 1, version=F("version") + 1
            )
            moved += 1
    nothing_held = not programme.gatherings.filter(state=GatheringState.HELD).exists()
    _move_actions(programme, days, since=None if nothing_held else begun)
    if days and nothing_held:
        _move_last_day(programme, days)
    _number_by_date(programme)
    note_saved(programme, "moved", by=by, days=days, dates=moved)
    settle(programme=programme, by=by)
    return moved


def _move_last_day(programme: Programme, days: int) -> None:
    """Let the last day to sign up keep its distance to the first date."""
    if programme.enrol_until is not None:
        Programme.objects.filter(pk=programme.pk).update(
            enrol_until=programme.enrol_until + dt.timedelta(days=days), version=F("version") + 1
        )


@transaction.atomic
def move_off_days_off(*, programme: Programme, only: int | None = None, by: Doer) -> int:
    """Move every planned date on a weekend or holiday to the next working day, at its hour; or `only` one of them.

    Nothing else follows. Returns how many moved. Raises Invalid for an hour that does not exist on the new day.
    """
    must_run(by, programme)
    programme = _locked(programme)
    country, moved = programme.owner.country, 0
    for gathering in programme.gatherings.filter(state=GatheringState.PLANNED, **({"pk": only} if only else {})):
        day = dates.local(gathering.starts).date()
        if dates.is_working_day(day, country=country):
            continue
        starts = dates.shifted(gathering.starts, (dates.next_working_day(day, country=country) - day).days)
        Gathering.objects.filter(pk=gathering.pk).update(
            starts=starts, ends=starts + (gathering.ends - gathering.starts), sequence=F("sequence") + 1, version=F("version") + 1
        )
        moved += 1
    if moved:
        _number_by_date(programme)
        note_saved(programme, "moved off days off", by=by, dates=moved)
        settle(programme=programme, by=by)
    return moved


def _move_actions(programme: Programme, days: int, *, since: dt.date | None) -> None:
    """Move what is due on or after a day; what has opened before that day keeps the day on which it opened.

    Without a day, nothing has been held yet and all of them move: a first date that went from a Saturday to the Monday
    has left an action behind it that belongs to it still.
    """
    shift = dt.timedelta(days=days)
    for action in programme.actions.filter(due__gte=since) if since else programme.actions.all():
        opens = action.opens + shift if not since or action.opens >= since else action.opens
        Action.objects.filter(pk=action.pk).update(
            opens=opens, due=max(opens, action.due + shift), version=F("version") + 1
        )


@transaction.atomic
def set_agenda(*, gathering: Gathering, version: int, lines: Sequence[Line], by: Doer) -> None:
    """Write the whole agenda anew, in this order. Raises Stale when somebody saved the gathering in between."""
    must_run(by, gathering.programme)
    save_unchanged(gathering, version=version, changes={})
    gathering.agenda.all().delete()
    AgendaItem.objects.bulk_create(
        AgendaItem(
            gathering=gathering, order=order, kind=line.kind, title=line.title, minutes=line.minutes,
            contributor=line.contributor,
        )
        for order, line in enumerate(lines, start=1)
    )
    note_saved(gathering.programme, "agenda", by=by, gathering=gathering.pk)


@transaction.atomic
def add_action(*, programme: Programme, values: Mapping[str, Any], by: Doer) -> Action:
    """Add something to do between gatherings."""
    must_run(by, programme)
    programme = _locked(programme)
    last = programme.actions.aggregate(last=Max("number"))["last"] or 0
    action = Action.objects.create(programme=programme, number=last + 1, **dict(values))
    note_saved(programme, "action added", by=by, action=action.pk)
    settle(programme=programme, by=by)
    return action


@transaction.atomic
def change_action(*, action: Action, version: int, values: Mapping[str, Any], by: Doer) -> None:
    """Save what is to be done and when; raises Stale with both texts."""
    must_run(by, action.programme)
    if values.get("kind", action.kind) != action.kind and action.reports.exists():
        raise Conflict(_("Somebody has written about this action, so its kind stays. You can change its words and dates."))
    save_unchanged(action, version=version, changes=dict(values))
    note_saved(action.programme, "action", by=by, action=action.pk)
    settle(programme=action.programme, by=by)


@transaction.atomic
def remove_action(*, action: Action, by: Doer) -> None:
    """Take out an action that nobody has written about."""
    programme = action.programme
    must_run(by, programme)
    if action.reports.exists():
        raise Conflict(_("Somebody has written about this action, so it stays. You can change its words and dates."))
    number = action.pk
    action.delete()
    note_saved(programme, "action removed", by=by, action=number)
    settle(programme=programme, by=by)
