"""Filling the register from the open ones: each page in a transaction of its own, by the number, so that it can be repeated."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from samskaper.areas.cocreation.commands.naming import write_words
from samskaper.areas.cocreation.events import RegisterFilled
from samskaper.areas.cocreation.models import Filling, FillingState, Party, PartyKind
from samskaper.areas.cocreation.queries.places import places_today
from samskaper.areas.cocreation.registers.units import Page, Unit
from samskaper.areas.cocreation.rules import register as rules
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Municipality, Organisation
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict

TAKEN = ["name", "kind", "county", "municipality", "closed_on"]


@transaction.atomic
def begin(*, library: Organisation, by: Doer) -> Filling:
    """Ask the worker to fill the register of this library's county. Raises Conflict when that is going on already."""
    rules.must_fill(by, library)
    assert library.county is not None
    try:
        with transaction.atomic():
            return Filling.objects.create(owner=library, county=library.county, person_id=by.person)
    except IntegrityError:
        raise Conflict(_("The register of this county is being filled already.")) from None


@transaction.atomic
def stop(*, filling: Filling, by: Doer) -> None:
    """Stop a filling. What has been read stays."""
    rules.must_stop(by, filling)
    _end(filling.pk, FillingState.STOPPED)


def begin_again(*, by: Doer) -> int:
    """Ask for a filling of every county whose last one is a week old. Returns how many."""
    before, due = clock.now() - rules.FRESH, 0
    latest = {row.county_id: row for row in Filling.objects.select_related("owner").order_by("asked")}
    for row in latest.values():
        if row.state in (FillingState.DONE, FillingState.FAILED) and row.asked < before and rules.may_fill(by, row.owner):
            begin(library=row.owner, by=by)
            due += 1
    return due


def take(*, by: Doer) -> Filling | None:
    """Take the filling that waits longest, or one whose worker has gone silent, for this process."""
    now = clock.now()
    free = Q(state=FillingState.WAITING) | Q(state=FillingState.RUNNING, heard__lt=now - rules.SILENT)
    found = Filling.objects.filter(free).select_related("county", "owner").order_by("asked").first()
    if found is None or not Filling.objects.filter(free, pk=found.pk).update(state=FillingState.RUNNING, heard=now, trouble=""):
        return None
    return found


@transaction.atomic
def keep_page(*, filling: Filling, municipality: str, page: Page, is_first: bool, by: Doer) -> bool:
    """Write the units of a page down. Returns False when the filling was stopped, or is another's now; then nothing is written."""
    added, changed = _upsert(filling, page.units)
    return bool(Filling.objects.filter(pk=filling.pk, state=FillingState.RUNNING).update(
        heard=clock.now(), place=municipality, pages=F("pages") + 1, pages_in_all=F("pages_in_all") + (page.pages if is_first else 0),
        added=F("added") + added, changed=F("changed") + changed, passed_over=F("passed_over") + page.left, trouble="",
    )) or _nothing()


def _nothing() -> bool:
    transaction.set_rollback(True)
    return False


def _upsert(filling: Filling, units: Iterable[Unit]) -> tuple[int, int]:
    by_number = {unit.number: unit for unit in units}
    forgotten = set(Party.objects.filter(number__in=[rules.print_of(number) for number in by_number]).values_list("number", flat=True))
    there = {party.number: party for party in Party.objects.select_for_update(of=("self",)).filter(number__in=by_number)}
    places = places_today({unit.municipality for unit in by_number.values()})
    fresh = [
        _new(unit, filling, places.get(unit.municipality)) for number, unit in by_number.items()
        if number not in there and not unit.ended and rules.print_of(number) not in forgotten
    ]
    changed = [party for number, party in there.items() if _brought_up_to_date(party, by_number[number], places.get(by_number[number].municipality))]
    Party.objects.bulk_create(fresh)
    Party.objects.bulk_update(changed, TAKEN)
    write_words([*fresh, *changed])
    return len(fresh), len(changed)


def _new(unit: Unit, filling: Filling, place: Municipality | None) -> Party:
    return Party(
        owner_id=filling.owner_id, number=unit.number, name=unit.name, kind=PartyKind(unit.kind), from_register=True,
        municipality=place, county_id=place.county_id if place else filling.county_id,
    )


def _brought_up_to_date(party: Party, unit: Unit, place: Municipality | None) -> bool:
    """Take over what the register says. One that was written down by hand keeps the words of those who did so. Returns whether anything is new."""
    before = [party.name, party.kind, party.county_id, party.municipality_id, party.closed_on]
    if party.from_register:
        party.name, party.kind = unit.name, unit.kind
    if place is not None and (party.from_register or party.municipality_id is None):
        party.municipality, party.county_id = place, place.county_id
    party.closed_on = (party.closed_on or clock.today()) if unit.ended else None
    return before != [party.name, party.kind, party.county_id, party.municipality_id, party.closed_on]


@transaction.atomic
def keep_single(*, filling: Filling, number: str, unit: Unit | None, by: Doer) -> None:
    """Write down what the register says of one that the county's pages no longer had: None where it has nothing any more."""
    if unit is None:
        closed = Party.objects.filter(number=number, closed_on__isnull=True).update(closed_on=clock.today())
        changed = closed
    else:
        changed = _upsert(filling, [unit])[1]
    Filling.objects.filter(pk=filling.pk).update(heard=clock.now(), changed=F("changed") + changed)


def say_trouble(*, filling: Filling, trouble: str, by: Doer) -> None:
    """Say on the page that it does not go on right now, and that it is tried again."""
    Filling.objects.filter(pk=filling.pk, state=FillingState.RUNNING).update(trouble=trouble, heard=clock.now())


@transaction.atomic
def finish(*, filling: Filling, by: Doer, trouble: str = "") -> None:
    """All has been read, or it cannot go on."""
    if not _end(filling.pk, FillingState.FAILED if trouble else FillingState.DONE, trouble=trouble):
        return
    if not trouble:
        row = Filling.objects.get(pk=filling.pk)
        numbers = {"added": row.added, "changed": row.changed, "passed_over": row.passed_over}
        note(RegisterFilled(subject=Ref.to(row), owner=row.owner_id, data=numbers), by=by)


def _end(filling: int, state: FillingState, *, trouble: str = "") -> int:
    going = Filling.objects.filter(pk=filling, state__in=(FillingState.WAITING, FillingState.RUNNING))
    return going.update(state=state, ended=clock.now(), trouble=trouble)
