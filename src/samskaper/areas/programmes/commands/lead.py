"""Writing to just those who are stuck."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from samskaper.areas.programmes import events
from samskaper.areas.programmes.models import Programme
from samskaper.areas.programmes.queries.lead import TEMPLATE, Stuck, stuck
from samskaper.areas.programmes.queries.publish import link
from samskaper.areas.programmes.queries.seats import address_of, address_of_doer
from samskaper.areas.programmes.rules.running import must_run
from samskaper.areas.programmes.rules.stuck import missing_words
from samskaper.commons.mail.commands import send
from samskaper.commons.mail.letters import Address
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.text import clean, clean_line


@dataclass(frozen=True, slots=True)
class Written:
    """What an adviser wrote, and in which language."""

    subject: str
    words: str
    language: str


@transaction.atomic
def write_to_stuck(
    *, programme: Programme, enrolments: Iterable[int], subject: str, words: str, language: str = "", by: Doer
) -> int:
    """Write to those among these enrolments who are still stuck; each sees only what is theirs. Returns how many letters.

    The whole letter is in `language`, that of the words; the programme's own where it is not said.
    Each of them gets one letter a day at most. Raises Invalid when nobody is stuck any longer or words are missing.
    """
    must_run(by, programme)
    subject, words, chosen = clean_line(subject), clean(words), set(enrolments)
    if not (subject and words):
        raise Invalid(_("Write what the letter is about, and a few words of your own."))
    rows = [row for row in stuck(programme, visible_to=by) if row.standing.enrolment.pk in chosen]
    if not rows:
        raise Invalid(_("Nobody on the list is stuck any longer, so nothing was sent. Good news."))
    written = Written(subject, words, language or programme.language)
    sent = sum(_write(row, programme, written, by=by) for row in rows)
    data = {"letters": sent}
    note(events.StuckWrittenTo(subject=Ref.to(programme), within=Ref.to(programme), owner=programme.owner_id, data=data), by=by)
    return sent


def context_for(row: Stuck, programme: Programme, written: Written, *, by: Doer) -> dict[str, Any]:
    """Return what the letter to one of them is written from; the page that shows it before sending uses it too."""
    parts = row.standing.behind
    return {
        "programme": programme, "enrolment": row.standing.enrolment, "subject": written.subject, "words": written.words,
        "missing": lambda: ", ".join(missing_words(part) for part in parts), "page": link("mine", programme.pk),
        "sender": by.name, "address": address_of_doer(by),
    }


def _write(row: Stuck, programme: Programme, written: Written, *, by: Doer) -> int:
    enrolment, person = row.standing.enrolment, row.standing.enrolment.person
    if not (email := address_of(person)):
        return 0
    send(
        to=Address(email, person.name, written.language, person.pk), template=TEMPLATE,
        context=context_for(row, programme, written, by=by), about=Ref.to(enrolment),
        owner=programme.owner_id, key=f"stuck-{enrolment.pk}-{clock.today().isoformat()}", by=by,
    )
    return 1
