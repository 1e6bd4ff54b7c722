"""Letters about one's own place in a programme: what has happened, and what one can do. One letter of each at most."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from samskaper.areas.programmes.models import Consent, Enrolment, Programme
from samskaper.areas.programmes.queries.dates import entries_of, file_of
from samskaper.areas.programmes.queries.publish import link
from samskaper.areas.programmes.queries.seats import Hours, address_of, place_in_line
from samskaper.areas.programmes.rules import words
from samskaper.commons.calendar.exports import ics
from samskaper.commons.mail.commands import send
from samskaper.commons.mail.letters import Address, Attachment
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refs import Ref

CALENDAR = "text/calendar; charset=utf-8"


def calendar(programme: Programme, *, with_link: bool) -> Attachment:
    """Return the programme's dates as a file for a letter."""
    return Attachment("kalender.ics", f"{CALENDAR}; method=PUBLISH", file_of(programme, with_link=with_link))


def _until(consent: Consent) -> Callable[[], str]:
    """Return what a template calls to say the deadline in the receiver's language."""
    return lambda: words.weekday(consent.deadline) if consent.deadline else ""


def _leader(consent: object) -> str:
    """Return what a leader is called in a letter: the name, or the address where we know no name."""
    return (consent.leader_name or consent.leader_email) if isinstance(consent, Consent) else ""


def _cancelled(programme: Programme) -> Attachment:
    content = ics(entries_of(programme, with_link=False), name=programme.title, method="CANCEL")
    return Attachment("kalender.ics", f"{CALENDAR}; method=CANCEL", content)


def _tell(
    enrolment: Enrolment, programme: Programme, *, what: str, by: Doer, files: tuple[Attachment, ...] = (),
    only_to_her: bool = False, mark: str = "", **context: object,
) -> None:
    """Write to the participant, if we know an address. `only_to_her` keeps the letter out of the library's outbox.

    The same letter goes once for each version of the enrolment, or for each `mark`.
    """
    person = enrolment.person
    if not (email := address_of(person)):
        return
    send(
        to=Address(email, person.name, person.language, person.pk), template=f"programmes/letters/{what}.txt",
        context={
            "programme": programme, "enrolment": enrolment, "page": link("place", programme.pk),
            "programme_page": link("programme", programme.pk), "leader": _leader(context.get("consent")), **context,
        },
        about=Ref.to(enrolment), owner=None if only_to_her else programme.owner_id,
        key=f"enrolment-{enrolment.pk}-{mark or enrolment.version}-{what}", by=by, attachments=files,
    )


def tell_waiting(enrolment: Enrolment, programme: Programme, *, by: Doer) -> None:
    """That all seats are taken, and which number in line."""
    _tell(enrolment, programme, what="waiting", by=by, number=place_in_line(enrolment))


def tell_seat(enrolment: Enrolment, programme: Programme, *, held: bool, waited: bool, by: Doer) -> None:
    """That there is a seat: certain, with the dates, or held until the leader has answered."""
    if held:
        consent = Consent.objects.get(enrolment=enrolment)
        _tell(enrolment, programme, what="held", by=by, waited=waited, consent=consent, deadline=_until(consent))
    else:
        files = (calendar(programme, with_link=True),)
        _tell(enrolment, programme, what="seat", by=by, waited=waited, files=files, said_yes=False)


def tell_yes(consent: Consent, enrolment: Enrolment, programme: Programme, *, by: Doer) -> None:
    """That the leader said yes, with the leader's words and the dates."""
    files = (calendar(programme, with_link=True),)
    _tell(enrolment, programme, what="seat", by=by, waited=False, said_yes=True, consent=consent, files=files)


def tell_no(consent: Consent, enrolment: Enrolment, programme: Programme, *, by: Doer) -> None:
    """That the leader said no. To the participant alone; the adviser's outbox does not show it."""
    _tell(enrolment, programme, what="no", by=by, consent=consent, only_to_her=True)


def tell_lapsed(consent: Consent, enrolment: Enrolment, programme: Programme, *, by: Doer) -> None:
    """That the leader did not answer in time, and what can be done. To the participant alone."""
    _tell(enrolment, programme, what="lapsed", by=by, consent=consent, only_to_her=True)


def tell_left(enrolment: Enrolment, programme: Programme, *, had_seat: bool, by: Doer) -> None:
    """That the place was given back, with a file that takes the dates out of the calendar.

    Not in the library's outbox when it was her own doing: else a leader's no would show there as the letter that lacks.
    """
    files = (_cancelled(programme),) if had_seat else ()
    own = by.person == enrolment.person_id
    _tell(enrolment, programme, what="left", by=by, own=own, had_seat=had_seat, files=files, only_to_her=own)


def tell_corrected(enrolment: Enrolment, programme: Programme, *, holds: bool, since: dt.datetime, by: Doer) -> None:
    """That a correction took the certificate away, or gave it back. `since` is when it was taken away."""
    mark = f"{'holds' if holds else 'lost'}-{since.timestamp():.6f}"
    _tell(enrolment, programme, what="corrected", by=by, holds=holds, mine=link("mine", programme.pk), mark=mark)


def ask_leader(
    consent: Consent, enrolment: Enrolment, programme: Programme, *, secret: str, hours: Hours, by: Doer
) -> None:
    """Ask a leader for a colleague's time. Opening the link decides nothing."""
    send(
        to=Address(consent.leader_email, consent.leader_name, (enrolment.library or programme.owner).language),
        template="programmes/letters/consent.txt",
        context={
            "programme": programme, "enrolment": enrolment, "consent": consent, "hours": hours,
            "deadline": _until(consent), "page": link("consent_by_link", secret), "programme_page": link("programme", programme.pk),
        },
        about=Ref.to(enrolment), owner=programme.owner_id, key=f"consent-{consent.secret_digest}", by=by,
    )


def tell_new_dates(programme: Programme, *, by: Doer, mark: str) -> int:
    """Tell those with a certain seat that dates have changed, with the new ones. Returns how many letters."""
    rows = Enrolment.objects.filter(programme=programme, state="enrolled").select_related("person__account")
    files = (calendar(programme, with_link=True),)
    gatherings = list(programme.gatherings.filter(for_participants=True, state="planned").order_by("number"))

    def lines() -> list[str]:
        return [words.date_line(gathering) for gathering in gatherings]

    for enrolment in rows:
        _tell(enrolment, programme, what="dates", by=by, files=files, dates=lines, mark=mark)
    return len(rows)
