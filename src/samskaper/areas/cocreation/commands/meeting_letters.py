"""Letters to those on the list of a gathering: written by the worker, few at a time, each counted towards the ceiling."""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.models import Contact, Invited, Meeting, Word
from samskaper.areas.cocreation.queries.letters import letters_to
from samskaper.areas.cocreation.queries.lists import who_speaks_for
from samskaper.areas.cocreation.queries.meeting_dates import entry_of
from samskaper.areas.cocreation.rules import parties as who
from samskaper.areas.cocreation.rules.meeting_words import the_day
from samskaper.commons.calendar.exports import ics
from samskaper.commons.mail.commands import send
from samskaper.commons.mail.letters import Address, Attachment, absolute
from samskaper.commons.people.commands.links import make_link
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.people.queries.links import digest_of
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref

AT_ONCE = 25


def write_letters() -> int:
    """Write some of the letters that wait. Returns how many were dealt with; each is written once, whatever happens in between."""
    waiting = list(Invited.objects.exclude(waits="").order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    return sum(_write(number, by=SYSTEM) for number in waiting)


@transaction.atomic
def _write(number: int, *, by: Doer) -> bool:
    row = Invited.objects.select_for_update(of=("self",)).filter(pk=number).exclude(waits="").first()
    if row is None:
        return False
    meeting = Meeting.objects.select_related("owner", "organiser").get(pk=row.meeting_id)
    party = type(row.party).objects.select_for_update(of=("self",)).get(pk=row.party_id)
    word, row.waits = row.waits, ""
    contact = who_speaks_for(party, owner=meeting.owner_id)
    open_to_it = who.is_open_to_questions(party, today=clock.today()) or (word in (Word.MOVED, Word.OFF) and bool(row.wrote))
    if contact is not None and contact.email and open_to_it and letters_to(party, within=meeting.within) < who.LETTERS:
        _send(row, meeting, contact, word, by=by)
        row.wrote, row.written_to, row.contact = word, clock.now(), contact
        note(events.PartyWritten(subject=Ref.to(party), within=meeting.within, owner=meeting.owner_id), by=by)
    row.save(update_fields=["waits", "wrote", "written_to", "contact"])
    return True


def _send(row: Invited, meeting: Meeting, contact: Contact, word: str, *, by: Doer) -> None:
    secret = make_link(purpose=who.LINK, subject=Ref.to(contact))
    name = meeting.organiser.name if meeting.organiser else meeting.owner.name
    send(
        to=Address(contact.email, contact.name, contact.language), template=f"cocreation/letters/meeting_{word}.txt",
        context={
            "contact": contact, "party": row.party, "meeting": meeting, "library": meeting.owner, "sender": name, "day": lambda: the_day(meeting),
            "comes": row.coming == "yes", "page": lambda: absolute(reverse("cocreation:meeting_behind", args=[secret, meeting.pk])),
        },
        about=Ref.to(meeting), owner=meeting.owner_id, key=f"cocreation-meeting-{digest_of(secret)[:32]}", by=by,
        attachments=_enclosed(meeting, word),
    )


def _enclosed(meeting: Meeting, word: str) -> list[Attachment]:
    """The day as a calendar file, also when it does not come about: then it goes out of calendars again."""
    if meeting.starts is None or word in (Word.ASKED, Word.AFTER):
        return []
    method = "CANCEL" if word == Word.OFF else "PUBLISH"
    return [Attachment("samling.ics", "text/calendar", ics([entry_of(meeting)], name=meeting.title, method=method))]
