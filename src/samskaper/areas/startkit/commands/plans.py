"""Beginning, describing, copying and deleting a plan for a meeting, and its addresses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from samskaper.areas.startkit.events.plans import PlanBegun, PlanDeleted, PlanKeysChanged
from samskaper.areas.startkit.models import Plan, PlanItem
from samskaper.areas.startkit.rules.keys import keys_of, new_nonce
from samskaper.areas.startkit.rules.plans import MOST_OWN, is_own, must_read, must_write
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.rules import must_be_somebody
from samskaper.commons.record.commands import note, untie
from samskaper.commons.record.queries import outcomes
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid, Missing
from samskaper.foundation.versions import save_unchanged

HEAD = ("title", "day", "starts", "place", "online", "people")
ITEM = ("order", "kind", "method", "online", "first", "last", "title", "minutes")


@transaction.atomic
def begin_plan(*, by: Doer, values: Mapping[str, Any] | None = None, is_copy: bool = False) -> Plan:
    """Begin a plan; it belongs to whoever is signed in, or to nobody. Raises Invalid where somebody has very many."""
    if by.person is not None and Plan.objects.filter(person=by.person).count() >= MOST_OWN:
        raise Invalid(_("You have very many plans already. Delete some of the old ones first."))
    nonce = new_nonce()
    plan = Plan.objects.create(person_id=by.person, nonce=nonce, **keys_of(nonce).digests, **dict(values or {}))
    note(PlanBegun(subject=Ref.to(plan), data={"copy": is_copy}), by=by)
    return plan


@transaction.atomic
def copy_plan(*, plan: Plan, by: Doer) -> Plan:
    """Make a copy that belongs to whoever copies; the first one stays as it is. The day is left out: a copy is for another meeting."""
    must_read(by, plan)
    copy = begin_plan(values={name: getattr(plan, name) for name in HEAD if name != "day"}, is_copy=True, by=by)
    rows = plan.items.filter(removed__isnull=True)
    PlanItem.objects.bulk_create(PlanItem(plan=copy, **{name: getattr(row, name) for name in ITEM}) for row in rows)
    return copy


@transaction.atomic
def describe_plan(*, plan: Plan, version: int, values: Mapping[str, Any], by: Doer) -> None:
    """Save what it is called, when and where it is, and how many come. Raises Stale with both texts."""
    must_write(by, plan)
    save_unchanged(plan, version=version, changes={name: values[name] for name in HEAD} | {"touched": clock.today()})


@transaction.atomic
def change_keys(*, plan: Plan, by: Doer) -> Plan:
    """Give the plan new addresses. The old ones open nothing any more."""
    must_write(by, plan)
    nonce = new_nonce()
    Plan.objects.filter(pk=plan.pk).update(nonce=nonce, **keys_of(nonce).digests)
    note(PlanKeysChanged(subject=Ref.to(plan)), by=by)
    plan.refresh_from_db()
    return plan


@transaction.atomic
def keep_plan(*, plan: Plan, by: Doer) -> None:
    """Put a plan that a guest began among those of whoever is signed in and has the address that changes it. Raises Conflict when somebody has it."""
    must_write(by, plan)
    kept = Plan.objects.filter(pk=plan.pk, person__isnull=True).update(person=must_be_somebody(by), touched=clock.today())
    plan.refresh_from_db(fields=["person", "touched"])
    if not kept and not is_own(by, plan):
        raise Conflict(_("Somebody has this plan among theirs already. Make a copy, and that one is yours."))


@transaction.atomic
def delete_plan(*, plan: Plan, by: Doer) -> None:
    """Delete a plan. A gathering that was made from it stays."""
    must_write(by, plan)
    gone = Ref.to(plan)
    note(PlanDeleted(subject=gone), by=by)
    _untie(gone, by=by)
    plan.delete()


def _untie(gone: Ref, *, by: Doer) -> None:
    for record in outcomes([gone]).get(gone, []):
        untie(record=record, source=gone, by=by)


def locked(plan: Plan) -> Plan:
    """Return the plan as it is now, and let nobody else change it before this is done. Raises Missing when it is gone."""
    found = Plan.objects.select_for_update(of=("self",)).filter(pk=plan.pk).first()
    if found is None:
        raise Missing()
    return found


def touch(plan: Plan) -> None:
    """Remember that somebody changed it today."""
    Plan.objects.filter(pk=plan.pk).exclude(touched=clock.today()).update(touched=clock.today())
