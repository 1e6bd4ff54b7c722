"""Proposing an initiative, its words, its next step, what came of it, and what becomes of it."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.models import (
    Initiative,
    InitiativeState,
    Partner,
    PartnerRole,
    PartnerState,
    Shown,
    SpinOff,
    StillGoing,
)
from samskaper.areas.cocreation.rules import initiatives as rules
from samskaper.areas.cocreation.rules.challenges import Side, side
from samskaper.areas.cocreation.rules.initiatives import Who
from samskaper.commons.anchoring.commands import tie_to_section
from samskaper.commons.anchoring.models import PlanSection
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import County, Organisation
from samskaper.commons.record import commands as record
from samskaper.foundation import clock
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Missing
from samskaper.foundation.text import clean, clean_line
from samskaper.foundation.versions import save_unchanged


def fact(kind: type[Event], initiative: Initiative, **data: Any) -> Event:
    """Return a fact about this initiative."""
    return kind(subject=Ref.to(initiative), within=initiative.within, owner=initiative.owner_id, data=data)


def locked(initiative: int) -> tuple[Initiative, list[Partner]]:
    """Return an initiative, which nobody else changes meanwhile, and its partners. Raises Missing."""
    found = Initiative.objects.select_for_update(of=("self",)).filter(pk=initiative).first()
    if found is None:
        raise Missing()
    return found, list(found.partners.select_related("party", "library"))


class Acting(NamedTuple):
    """An initiative under lock, those who take part, on whose behalf the doer acts, and that side's place among them."""

    initiative: Initiative
    partners: list[Partner]
    side: Side
    place: Partner | None


def acting(initiative: int, by: Doer, who: Who) -> Acting:
    """Lock an initiative for somebody who may know of it. Refuses those who act for others; raises Missing for strangers."""
    on_behalf = side(by, **who)
    found, partners = locked(initiative)
    rules.must_read(by, partners, on_behalf)
    return Acting(found, partners, on_behalf, rules.place_of(partners, on_behalf))


def changed(initiative: Initiative, *, by: Doer, **data: Any) -> None:
    """Note that somebody worked on it."""
    record.note(fact(events.InitiativeChanged, initiative, **data), by=by)


@transaction.atomic
def propose(
    *, title: str, about: str, owner: Organisation, by: Doer, county: County | None = None, source: Ref | None = None,
    within: Ref | None = None, next_step: str = "", next_step_on: dt.date | None = None, brings: str = "", shown: str = Shown.COUNTY,
    **who: Unpack[Who],
) -> Initiative:
    """Propose an initiative on behalf of a library or a party, which owns it from the start.

    `owner` is the library that answers for the record. Asking others is a deed of its own; it begins when an owner of
    each side has said yes.
    """
    on_behalf = side(by, **who)
    title, about, next_step = clean_line(title)[:160], clean(about), clean_line(next_step)[:300]
    rules.must_have_words(title)
    rules.must_fit(about)
    rules.must_be_a_next_step(next_step, next_step_on, today=clock.today())
    initiative = Initiative.objects.create(
        title=title, about=about, owner=owner, county=county, next_step=next_step, next_step_on=next_step_on,
        within_kind=within.kind if within else "", within_id=within.id if within else None,
    )
    Partner.objects.create(
        initiative=initiative, role=PartnerRole.OWNER, state=PartnerState.YES, brings=clean_line(brings)[:300], shown=Shown(shown), **on_behalf.fields
    )
    if source:
        record.tie(record=Ref.to(initiative), source=source, by=by)
    changed(initiative, by=by, deed="proposed")
    return initiative


@transaction.atomic
def change_words(*, initiative: int, title: str, about: str, version: int, by: Doer, **who: Unpack[Who]) -> Initiative:
    """An owner puts it in other words. Raises Stale with both texts when somebody saved meanwhile."""
    found, partners, _side, place = acting(initiative, by, who)
    rules.must_decide(partners, place)
    title, about = clean_line(title)[:160], clean(about)
    rules.must_have_words(title)
    rules.must_fit(about)
    save_unchanged(found, version=version, changes={"title": title, "about": about})
    changed(found, by=by, deed="words")
    return found


@transaction.atomic
def set_next_step(*, initiative: int, next_step: str, next_step_on: dt.date | None, version: int, by: Doer, **who: Unpack[Who]) -> Initiative:
    """Whoever takes part says what happens next, and when. Its owners are reminded on the day. Raises Stale with both texts."""
    found, _partners, _side, place = acting(initiative, by, who)
    rules.must_be_in(place)
    next_step = clean_line(next_step)[:300]
    rules.must_be_a_next_step(next_step, next_step_on, today=clock.today())
    save_unchanged(found, version=version, changes={"next_step": next_step, "next_step_on": next_step_on, "reminded_on": None})
    changed(found, by=by, deed="next step")
    return found


@transaction.atomic
def tell_result(*, initiative: int, came_of_it: str, version: int, by: Doer, **who: Unpack[Who]) -> Initiative:
    """Whoever takes part says what came of it. Raises Stale with both texts."""
    found, _partners, _side, place = acting(initiative, by, who)
    rules.must_be_in(place)
    came_of_it = clean(came_of_it)
    rules.must_fit(came_of_it)
    save_unchanged(found, version=version, changes={"came_of_it": came_of_it})
    changed(found, by=by, deed="result")
    return found


@transaction.atomic
def do(*, deed: str, initiative: int, by: Doer, **who: Unpack[Who]) -> Initiative:
    """An owner lets it begin, finish, end, or go on after all. Doing it twice is refused, and changes nothing."""
    found, partners, _side, place = acting(initiative, by, who)
    rules.must_decide(partners, place)
    become(found, rules.state_after(deed, found), by=by)
    return found


def become(initiative: Initiative, state: InitiativeState, *, by: Doer) -> None:
    """Change the state of a locked initiative, with the days, questions and facts that follow from it."""
    today = clock.today()
    initiative.state = state
    going = state == InitiativeState.GOING
    began = going and initiative.began_on is None
    if began:
        initiative.began_on = today
    initiative.ended_on = None if going else today
    initiative.version += 1
    initiative.save(update_fields=["state", "began_on", "ended_on", "version"])
    if began:
        _ask_later(initiative)
        record.note(fact(events.InitiativeBegun, initiative, day=today.isoformat()), by=by)
    if not going:
        record.take_back(key=events.GoesOn.key, subject=Ref.to(initiative), because=str(state), by=by)
    changed(initiative, by=by, deed=str(state))


def _ask_later(initiative: Initiative) -> None:
    assert initiative.began_on is not None
    for months in rules.MONTHS:
        due = rules.months_after(initiative.began_on, months)
        StillGoing.objects.get_or_create(initiative=initiative, months=months, defaults={"due_on": due})


def begin_if_both_own(initiative: Initiative, *, by: Doer) -> bool:
    """Let a proposed initiative begin once somebody on each side has said yes as its owner. Returns whether it did."""
    if initiative.state != InitiativeState.PROPOSED or len(rules.owned_by(initiative.partners.all())) < 2:
        return False
    become(initiative, InitiativeState.GOING, by=by)
    return True


@transaction.atomic
def add_spin_off(*, initiative: int, what: str, year: int, by: Doer, **who: Unpack[Who]) -> SpinOff:
    """Something grew out of it, be it years later. Saying the same twice adds nothing."""
    found, _partners, on_behalf, place = acting(initiative, by, who)
    rules.must_be_in(place)
    what = clean_line(what)[:300]
    rules.must_have_words(what)
    rules.must_be_a_year(year, today=clock.today())
    if found.spin_offs.count() >= rules.MOST_SPIN_OFFS:
        raise Conflict(_("So much has grown out of it that this list is full. Begin a new initiative from it."))
    made, new = SpinOff.objects.get_or_create(initiative=found, what=what, year=year, defaults=on_behalf.fields)
    if new:
        changed(found, by=by, deed="spin-off")
    return made


@transaction.atomic
def remove_spin_off(*, initiative: int, spin_off: int, by: Doer, **who: Unpack[Who]) -> None:
    """Take away what one's own side wrote, or what anybody wrote if one owns the initiative."""
    found, partners, on_behalf, place = acting(initiative, by, who)
    rules.must_be_in(place)
    row = found.spin_offs.filter(pk=spin_off).first()
    if row is None or not (rules.is_of(row, on_behalf) or rules.may_decide(partners, place)):
        raise Missing()
    row.delete()
    changed(found, by=by, deed="spin-off")


@transaction.atomic
def serve(*, initiative: int, section: PlanSection, says: str, by: Doer, **who: Unpack[Who]) -> None:
    """Whoever takes part says which sentence of a plan it serves, and what it does for it."""
    found, _partners, _side, place = acting(initiative, by, who)
    rules.must_be_in(place)
    says = clean(says)[:1000]
    rules.must_fit(says)
    tie_to_section(section=section, record=Ref.to(found), says=says, owner=found.owner_id, by=by)
    changed(found, by=by, deed="plan")
