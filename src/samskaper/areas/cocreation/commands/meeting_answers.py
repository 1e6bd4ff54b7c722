"""What those invited say: which days suit them, who comes, and what they bring."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.commands.meetings import fact, locked
from samskaper.areas.cocreation.models import Coming, Contact, DateAnswer, Invited, Meeting
from samskaper.areas.cocreation.rules import meetings as rules
from samskaper.areas.cocreation.rules.parties import must_speak_for
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refusals import Missing
from samskaper.foundation.text import clean_line


def _place(meeting: int, contact: Contact, by: Doer) -> tuple[Meeting, Invited]:
    """Return the gathering and this party's place on its list, so that nobody changes either; to others neither is there."""
    must_speak_for(by, contact)
    if not Invited.objects.filter(meeting=meeting, party=contact.party_id).exists():
        raise Missing()
    found = locked(meeting)
    return found, Invited.objects.select_for_update().get(meeting=found, party=contact.party_id)


@transaction.atomic
def say_which_days(*, meeting: int, contact: Contact, suits: Mapping[int, bool], by: Doer, **brings: object) -> Invited:
    """The party says which of the days suit it, and how many come. It can say so again until the day is set.

    Raises Conflict when the day has been set meanwhile, Missing for a day of another gathering.
    """
    found, row = _place(meeting, contact, by)
    rules.must_be_open(found, now=clock.now())
    rules.must_still_be_asking(found)
    if set(suits) - set(found.dates.values_list("pk", flat=True)):
        raise Missing()
    row.answers.all().delete()
    DateAnswer.objects.bulk_create(DateAnswer(invited=row, date_id=date, suits=yes) for date, yes in suits.items())
    cannot = bool(suits) and not any(suits.values()) and len(suits) == found.dates.count()
    return _keep(found, row, contact, Coming.NO if cannot else Coming.ASKED, brings, by=by)


@transaction.atomic
def say_coming(*, meeting: int, contact: Contact, comes: bool, by: Doer, **brings: object) -> Invited:
    """The party says whether it comes on the day that was set. It can say so again until the gathering is over."""
    found, row = _place(meeting, contact, by)
    rules.must_be_open(found, now=clock.now())
    rules.must_have_its_day(found)
    return _keep(found, row, contact, Coming.YES if comes else Coming.NO, brings, by=by)


def _keep(meeting: Meeting, row: Invited, contact: Contact, coming: str, brings: dict[str, object], *, by: Doer) -> Invited:
    """Write down how many come, what they need and lend, and whether they may be named."""
    row.coming, row.answered_on, row.contact = coming, clock.today(), contact
    row.people = min(max(int(str(brings.get("people") or 1)), 1), rules.MOST_PEOPLE)
    row.needs_loop, row.by_name = bool(brings.get("needs_loop")), bool(brings.get("by_name"))
    row.needs, row.lends = (clean_line(str(brings.get(name) or ""))[:300] for name in ("needs", "lends"))
    row.save(update_fields=["coming", "answered_on", "contact", "people", "needs_loop", "by_name", "needs", "lends"])
    note(fact(events.MeetingAnswered, meeting), by=by)
    return row
