"""Letters about what happens: a gathering is cancelled."""

from __future__ import annotations

from samskaper.areas.programmes.commands.telling import CALENDAR
from samskaper.areas.programmes.models import Enrolment, Gathering
from samskaper.areas.programmes.queries.dates import entry_of
from samskaper.areas.programmes.queries.publish import link
from samskaper.areas.programmes.queries.seats import address_of
from samskaper.areas.programmes.rules.words import weekday
from samskaper.commons.calendar.exports import ics
from samskaper.commons.mail.commands import send
from samskaper.commons.mail.letters import Address, Attachment
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refs import Ref


def tell_of_cancelling(gathering: Gathering, *, by: Doer) -> int:
    """Tell everybody with a seat that a gathering is cancelled, with a file that takes it out of calendars."""
    programme = gathering.programme
    if not gathering.for_participants:
        return 0
    content = ics([entry_of(gathering, with_link=False)], name=programme.title, method="CANCEL")
    file = Attachment("kalender.ics", f"{CALENDAR}; method=CANCEL", content)
    told = 0
    rows = Enrolment.objects.filter(programme=programme, state__in=Enrolment.SEATED).select_related("person__account")
    for enrolment in rows:
        person = enrolment.person
        if not (email := address_of(person)):
            continue
        send(
            to=Address(email, person.name, person.language, person.pk), template="programmes/letters/cancelled.txt",
            context={
                "programme": programme, "enrolment": enrolment, "gathering": gathering,
                "day": lambda: weekday(gathering.starts), "page": link("mine", programme.pk),
            },
            about=Ref.to(gathering), owner=programme.owner_id, by=by, attachments=(file,),
            key=f"gathering-{gathering.pk}-{enrolment.pk}-cancelled-{gathering.sequence}",
        )
        told += 1
    return told
