"""Asking others along, saying yes or no, and leaving again. Silence stays a question."""

from __future__ import annotations

from typing import Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.commands.initiatives import acting, become, begin_if_both_own, changed, locked
from samskaper.areas.cocreation.commands.reminding import letter_to
from samskaper.areas.cocreation.models import (
    Initiative,
    InitiativeState,
    Partner,
    PartnerRole,
    PartnerState,
    Party,
    Shown,
    SpinOff,
    StillGoing,
)
from samskaper.areas.cocreation.rules import initiatives as rules
from samskaper.areas.cocreation.rules.challenges import side
from samskaper.areas.cocreation.rules.initiatives import Who
from samskaper.areas.cocreation.rules.parties import must_be_asked
from samskaper.commons.anchoring.commands import untie as untie_from_plan
from samskaper.commons.anchoring.models import Tie
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.record import commands as record
from samskaper.commons.record.queries import sources
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Refusal
from samskaper.foundation.text import clean_line


@transaction.atomic
def ask(
    *, initiative: int, by: Doer, asked: Party | Organisation, role: str = PartnerRole.PARTNER, letter: bool = False, **who: Unpack[Who],
) -> Partner:
    """Ask a party or a library along. They answer on their page; `letter` also writes to them, if letters are left.

    Asking again changes nothing. Raises Conflict where they have said no, or do not want to be asked at all.
    """
    found, partners, on_behalf, place = acting(initiative, by, who)
    rules.must_be_in(place)
    _must_be_open(found)
    party, asked_library = (asked, None) if isinstance(asked, Party) else (None, asked)
    if party is not None and on_behalf.party is None:
        must_be_asked(party, today=clock.today())
    row = next((one for one in partners if (party and one.party_id == party.pk) or (asked_library and one.library_id == asked_library.pk)), None)
    if row is not None and row.state == PartnerState.NO:
        raise Conflict(_("They have said that they do not take part. They can still join on their own, from their page."))
    if row is None:
        if len(partners) >= rules.MOST_ASKED:
            raise Conflict(_("%(n)d are asked already. Begin with them; others can join on their own.") % {"n": rules.MOST_ASKED})
        row = Partner.objects.create(initiative=found, party=party, library=asked_library, role=PartnerRole(role))
        changed(found, by=by, deed="asked")
    if letter and party is not None and row.state == PartnerState.ASKED:
        letter_to(party, found, template="asked_along", key=f"cocreation-along-{row.pk}", by=by)
    return row


@transaction.atomic
def say_yes(*, initiative: int, by: Doer, brings: str = "", shown: str = "", **who: Unpack[Who]) -> Partner:
    """Take part, whether asked or not, and say what one brings. Saying yes again only changes that.

    It begins once an owner of each side has said yes.
    """
    on_behalf = side(by, **who)
    found, partners = locked(initiative)
    row = rules.place_of(partners, on_behalf)
    if row is None:
        rules.must_be_open_to(on_behalf, found)
        _must_be_open(found)
        row = Partner(initiative=found, **on_behalf.fields)
    elif not rules.is_in(row):
        _must_be_open(found)
        row.at = clock.now()
    row.state, row.brings = PartnerState.YES, clean_line(brings)[:300]
    row.shown = Shown(shown) if shown else row.shown
    row.person_id = (row.person_id or by.person) if on_behalf.library else None
    row.save()
    changed(found, by=by, deed="yes")
    begin_if_both_own(found, by=by)
    return row


@transaction.atomic
def own(*, initiative: int, by: Doer, **who: Unpack[Who]) -> Partner:
    """Own it together with the others, where nobody of one's side does so yet."""
    found, partners, _side, row = acting(initiative, by, who)
    rules.must_be_in(row)
    assert row is not None
    if rules.owns(row):
        return row
    if not rules.may_own(partners, row):
        raise Refusal(_("It has an owner on your side already. Ask them to share it."))
    row.role = PartnerRole.OWNER
    row.save(update_fields=["role"])
    changed(found, by=by, deed="own")
    begin_if_both_own(found, by=by)
    return row


@transaction.atomic
def say_no(*, initiative: int, by: Doer, **who: Unpack[Who]) -> None:
    """Do not take part, or leave: one press, no reason. What one brought goes along.

    What was only proposed, and that nobody takes part in any more, is gone; what had begun has then ended.
    """
    on_behalf = side(by, **who)
    found, partners = locked(initiative)
    row = rules.place_of(partners, on_behalf)
    if row is None or row.state == PartnerState.NO:
        return
    row.state, row.role, row.brings, row.person_id, row.at = PartnerState.NO, PartnerRole.PARTNER, "", None, clock.now()
    row.save()
    changed(found, by=by, deed="no")
    _close_if_empty(found, by=by)


def _must_be_open(initiative: Initiative) -> None:
    if initiative.state not in (InitiativeState.PROPOSED, InitiativeState.GOING):
        raise Conflict(_("This initiative is over. You can begin a new one from it."))


def _close_if_empty(initiative: Initiative, *, by: Doer) -> None:
    if initiative.partners.filter(state=PartnerState.YES).exists():
        return
    if initiative.state == InitiativeState.PROPOSED:
        _delete(initiative, by=by)
    elif initiative.state == InitiativeState.GOING:
        become(initiative, InitiativeState.ENDED, by=by)


def _delete(initiative: Initiative, *, by: Doer) -> None:
    """Delete an initiative with all that points to it; facts that were counted count no longer."""
    ref = Ref.to(initiative)
    for key in (events.InitiativeBegun.key, events.GoesOn.key):
        record.take_back(key=key, subject=ref, because="deleted", by=by)
    for tie in Tie.objects.filter(record_kind=ref.kind, record_id=ref.id):
        untie_from_plan(tie=tie, by=SYSTEM)
    for source in sources([ref]).get(ref, []):
        record.untie(record=ref, source=source, by=by)
    initiative.delete()


@transaction.atomic
def forget_party(party: int, *, by: Doer) -> int:
    """Take a party that is forgotten out of every initiative, with its words. Returns in how many it was.

    What it proposed alone goes altogether. What others own too stays theirs.
    """
    numbers = list(Partner.objects.filter(party=party).order_by("initiative").values_list("initiative", flat=True))
    for number in numbers:
        initiative, _partners = locked(number)
        initiative.partners.filter(party=party).delete()
        SpinOff.objects.filter(initiative=initiative, party=party).delete()
        StillGoing.objects.filter(initiative=initiative, party=party).update(words="", party=None)
        if not initiative.partners.filter(state=PartnerState.YES).exists():
            _delete(initiative, by=by)
    return len(numbers)
