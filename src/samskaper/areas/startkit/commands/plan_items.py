"""The rows of a plan for a meeting: adding, changing, moving, taking out and putting back, and taking the breaks that are proposed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from samskaper.areas.startkit.commands.plans import locked, touch
from samskaper.areas.startkit.models import ItemKind, Plan, PlanItem
from samskaper.areas.startkit.queries.plans import rows_of
from samskaper.areas.startkit.rules import agenda
from samskaper.areas.startkit.rules.breaks import Proposal, proposed
from samskaper.areas.startkit.rules.plans import must_be_minutes, must_have_room, must_have_words, must_write
from samskaper.commons.people.doer import Doer
from samskaper.editorial.queries import method_text
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict, Invalid
from samskaper.foundation.text import clean_line
from samskaper.foundation.versions import save_unchanged

LONGEST_WORDS = 160


@dataclass(frozen=True, slots=True)
class Change:
    """What a row says after a change. `title` is for points and breaks, `online` for methods."""

    minutes: int
    title: str = ""
    online: bool = False


@transaction.atomic
def add_method(*, plan: Plan, method: str, language: str, online: bool | None = None, by: Doer) -> PlanItem:
    """Put a method at the end of a plan, on site or online as the meeting is unless said otherwise. Raises Invalid for one that is not published."""
    plan = _to_write(plan, by)
    text = method_text(method, language)
    if text is None:
        raise Invalid(_("That method is not in the kit. Choose another one."))
    online = bool(text.online_steps) and (plan.online if online is None else online)
    minutes = min(max(text.online_minutes if online else text.minutes, 1), 480)
    return _add(plan, ItemKind.METHOD, title=text.title[:LONGEST_WORDS], minutes=minutes, method=text.key, online=online)


@transaction.atomic
def add_point(*, plan: Plan, title: str, minutes: int, is_break: bool = False, by: Doer) -> PlanItem:
    """Put a point of one's own, or a break, at the end of a plan."""
    plan = _to_write(plan, by)
    title = clean_line(title)[:LONGEST_WORDS]
    must_have_words(title)
    must_be_minutes(minutes)
    return _add(plan, ItemKind.BREAK if is_break else ItemKind.POINT, title=title, minutes=minutes)


def _to_write(plan: Plan, by: Doer) -> Plan:
    must_write(by, plan)
    return locked(plan)


def _add(plan: Plan, kind: ItemKind, **values: Any) -> PlanItem:
    rows = _standing(plan)
    must_have_room(len(rows) + 1)
    touch(plan)
    return PlanItem.objects.create(plan=plan, kind=kind, order=max((row.order for row in rows), default=0) + 1, **values)


def _standing(plan: Plan) -> list[PlanItem]:
    return list(PlanItem.objects.filter(plan=plan, removed__isnull=True).order_by("order", "pk"))


def _find(plan: Plan, number: int, *, removed: bool = False) -> PlanItem:
    row = PlanItem.objects.filter(plan=plan, pk=number, removed__isnull=not removed).first()
    if row is None:
        raise Conflict(_("Somebody has taken that row out since this page was opened. Here is the plan as it is now."))
    return row


@transaction.atomic
def change_item(*, plan: Plan, number: int, version: int, change: Change, by: Doer) -> None:
    """Save a row: its minutes, its words where they are one's own, and where a method is done. Raises Stale with both texts."""
    plan = _to_write(plan, by)
    row = _find(plan, number)
    must_be_minutes(change.minutes)
    changes: dict[str, Any] = {"minutes": change.minutes}
    if row.kind == ItemKind.METHOD:
        changes |= _variant(row, change)
    else:
        changes["title"] = clean_line(change.title)[:LONGEST_WORDS]
        must_have_words(changes["title"])
    save_unchanged(row, version=version, changes=changes)
    touch(plan)


def _variant(row: PlanItem, change: Change) -> dict[str, Any]:
    """Return what follows from where a method is done: the other variant has other steps and its own minutes."""
    if change.online == row.online:
        return {}
    (now,) = rows_of([row])
    if now.text is None or not now.text.online_steps:
        return {"online": False}
    if row.first > 1 or row.last:  # half a method: its steps are counted in the variant that it was cut in
        raise Conflict(_("This method has a break in the middle. Take the break out first; then you can change where it is done."))
    was, asks = (now.text.minutes, now.text.online_minutes) if change.online else (now.text.online_minutes, now.text.minutes)
    return {"online": change.online} | ({"minutes": asks} if change.minutes == was else {})


@transaction.atomic
def move_item(*, plan: Plan, number: int, up: bool, by: Doer) -> None:
    """Let a row change places with the one before or after it. At the end of the list nothing happens."""
    plan = _to_write(plan, by)
    row = _find(plan, number)
    rows = _standing(plan)
    at = rows.index(row)
    other = at - 1 if up else at + 1
    if 0 <= other < len(rows):
        rows[at], rows[other] = rows[other], rows[at]
        _number(rows)
        touch(plan)


def _number(rows: list[PlanItem]) -> None:
    """Write the rows in this order."""
    changed = []
    for order, row in enumerate(rows, start=1):
        if row.order != order:
            row.order = order
            changed.append(row)
    PlanItem.objects.bulk_update(changed, ["order"])


@transaction.atomic
def remove_item(*, plan: Plan, number: int, by: Doer) -> PlanItem:
    """Take a row out. It can be put back the same day. A method that had a break in the middle becomes whole again."""
    plan = _to_write(plan, by)
    row = _find(plan, number)
    row.removed = clock.now()
    row.save(update_fields=["removed"])
    if row.kind == ItemKind.BREAK:
        _join(_standing(plan))
    touch(plan)
    return row


def _join(rows: list[PlanItem]) -> None:
    """Let parts of a method that stand one after the other be one row again."""
    known = {row.pk: row for row in rows}
    shown = rows_of(rows)
    for before, row in pairwise(shown):
        if agenda.goes_on(row, before):
            first, second = known[before.pk], known[row.pk]
            PlanItem.objects.filter(pk=first.pk).update(
                last=second.last, minutes=min(first.minutes + second.minutes, 480), version=first.version + 1
            )
            second.delete()
            return


@transaction.atomic
def put_back(*, plan: Plan, number: int, by: Doer) -> None:
    """Put a row back where it was taken out."""
    plan = _to_write(plan, by)
    row = _find(plan, number, removed=True)
    rows = _standing(plan)
    must_have_room(len(rows) + 1)
    row.removed = None
    row.save(update_fields=["removed"])
    place = next((at for at, other in enumerate(rows) if other.order >= row.order), len(rows))
    _number([*rows[:place], row, *rows[place:]])
    touch(plan)


@transaction.atomic
def take_breaks(*, plan: Plan, only: str = "", by: Doer) -> int:
    """Put in the breaks that are proposed, or `only` the one with this key. Returns how many. Raises Conflict when it is no longer proposed."""
    plan = _to_write(plan, by)
    rows = _standing(plan)
    shown = rows_of(rows)
    wanted = [one for one in proposed(shown, starts=plan.starts, online=plan.online) if only in ("", one.key)]
    if not wanted:
        raise Conflict(_("The plan has changed since this page was opened, and that break is no longer needed. Here is the plan as it is now."))
    for one in reversed(wanted):  # from behind, so that the places before it stay
        rows = _with_break(rows, {row.pk: row for row in rows_of(rows)}, one)
    must_have_room(len(rows))
    _number(rows)
    touch(plan)
    return len(wanted)


def _with_break(rows: list[PlanItem], shown: dict[int, agenda.Row], one: Proposal) -> list[PlanItem]:
    """Return the rows with this break among them; a long method becomes two rows."""
    place = next(at for at, row in enumerate(rows) if row.pk == one.before)
    row = rows[place]
    title = _("Lunch") if one.lunch else _("Break")
    made = [PlanItem.objects.create(plan_id=row.plan_id, kind=ItemKind.BREAK, title=title, minutes=one.minutes, order=0)]
    if not one.step:
        return [*rows[:place], *made, *rows[place:]]
    head, tail = agenda.split(shown[row.pk], one.step)
    row.last, row.minutes, row.version = head.last, head.minutes, row.version + 1
    row.save(update_fields=["last", "minutes", "version"])
    made.append(PlanItem.objects.create(
        plan_id=row.plan_id, kind=ItemKind.METHOD, title=row.title, method=row.method, online=row.online,
        first=tail.first, last=tail.last, minutes=tail.minutes, order=0,
    ))
    return [*rows[:place], row, *made, *rows[place + 1 :]]
