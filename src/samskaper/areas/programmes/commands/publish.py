"""Sending the programme out: choosing whom, and one letter to each, once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from samskaper.areas.programmes import events
from samskaper.areas.programmes.commands.setup import note_saved
from samskaper.areas.programmes.commands.telling import calendar
from samskaper.areas.programmes.models import Invitation, Programme, ProgrammeState
from samskaper.areas.programmes.queries import publish as queries
from samskaper.areas.programmes.queries.publish import letter_words
from samskaper.areas.programmes.queries.seats import address_of
from samskaper.areas.programmes.rules.publish import MOST_INVITED, must_publish
from samskaper.commons.mail.commands import send
from samskaper.commons.mail.letters import Address, Attachment
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.people.models import Person
from samskaper.commons.people.rules import must_be_somebody
from samskaper.commons.record.commands import note, note_all
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.text import clean

AT_ONCE = 25  # letters that are written with the press of the button; the worker writes the rest
BATCH = 100


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody to invite."""

    email: str
    name: str = ""
    language: str = ""
    library: int | None = None
    person: int | None = None
    workplace: str = ""


@transaction.atomic
def invite(*, programme: Programme, guests: Iterable[Guest], source: str = "", by: Doer) -> int:
    """Put people on the list of those whom the programme goes out to. Returns how many are new; nothing is sent.

    `source` says where the addresses come from, and is told in the letter; it may be empty only for people whom we
    know through their library.
    """
    must_publish(by, programme)
    chosen = list(guests)
    if not source and any(guest.library is None for guest in chosen):
        raise Invalid(_("Say where the addresses come from. It is told in the letter, so that nobody has to wonder."))
    before = Invitation.objects.filter(programme=programme).count()
    if before + len(chosen) > MOST_INVITED:
        raise Invalid(_("That would be more than %(most)s people. Is it the right list?") % {"most": MOST_INVITED})
    Invitation.objects.bulk_create(
        (
            Invitation(
                programme=programme, email=guest.email.lower(), name=guest.name, source=source,
                language=guest.language or programme.language, library_id=guest.library,
                person_id=guest.person, workplace=guest.workplace,
            )
            for guest in chosen
        ),
        ignore_conflicts=True, batch_size=500,
    )
    new = Invitation.objects.filter(programme=programme).count() - before
    note_saved(programme, "invited", by=by, new=new)
    return new


def invite_libraries(*, programme: Programme, libraries: Sequence[int], by: Doer) -> int:
    """Put everybody who works in these libraries on the list. Returns how many are new."""
    must_publish(by, programme)
    allowed = set(queries.libraries_to_choose(programme, visible_to=by).values_list("pk", flat=True))
    guests = [
        Guest(address_of(person), person.name, person.language, library, person.pk)
        for person, library in queries.staff_of(allowed.intersection(libraries))
        if address_of(person)
    ]
    return invite(programme=programme, guests=guests, by=by)


@transaction.atomic
def uninvite(*, programme: Programme, invitations: Sequence[int], by: Doer) -> int:
    """Take people off the list again, as long as nothing was sent to them. Returns how many."""
    must_publish(by, programme)
    gone, _kinds = Invitation.objects.filter(programme=programme, pk__in=invitations, queued__isnull=True).delete()
    note_saved(programme, "uninvited", by=by, gone=gone)
    return gone


@transaction.atomic
def write_foreword(*, programme: Programme, foreword: str, by: Doer) -> None:
    """Keep the adviser's own line in the invitation. Letters that are on their way get it too."""
    must_publish(by, programme)
    Programme.objects.filter(pk=programme.pk).update(foreword=clean(foreword), version=F("version") + 1)
    note_saved(programme, "foreword", by=by)


@transaction.atomic
def send_test(*, programme: Programme, by: Doer) -> str:
    """Send the invitation to oneself alone. Returns the address. Raises Invalid when none is known."""
    must_publish(by, programme)
    person = Person.objects.select_related("account").get(pk=must_be_somebody(by))
    email = address_of(person)
    if not email:
        raise Invalid(_("We know no address of yours, so there is nowhere to send it."))
    invitation = Invitation(programme=programme, email=email, name=person.name, language=programme.language, source="…")
    send(
        to=Address(email, person.name, programme.language, person.pk), template=queries.TEST_TEMPLATE,
        context={**letter_words(programme), "invitation": invitation}, about=Ref.to(programme), owner=programme.owner_id,
        key=f"programme-{programme.pk}-test-{person.pk}-{clock.now().timestamp():.0f}", by=by,
        attachments=(calendar(programme, with_link=False),),
    )
    return email


@transaction.atomic
def send_programme(*, programme: Programme, by: Doer) -> int:
    """Send the programme to everybody on the list who has not got it, and open it for sign-up. Returns how many.

    The letters are written a hundred at a time by the worker; each invitation has one letter for ever, so that
    pressing twice, or a worker that dies in between, sends nothing twice.
    """
    must_publish(by, programme)
    programme = Programme.objects.select_for_update(of=("self",)).select_related("owner").get(pk=programme.pk)
    number = Invitation.objects.filter(programme=programme, queued__isnull=True).update(queued=clock.now())
    if not number:
        raise Invalid(_("Everybody on the list has been sent the programme already. Nothing was sent."))
    if programme.state == ProgrammeState.DRAFT:
        programme.state = ProgrammeState.OPEN
        programme.version += 1
        programme.save(update_fields=["state", "version"])
    ref = Ref.to(programme)
    data = {"letters": number}
    note(events.ProgrammeSent(subject=ref, within=ref, owner=programme.owner_id, data=data), by=by)
    if number <= AT_ONCE:
        _write(_queued_of(programme), by=by)
    return number


def _queued_of(programme: Programme) -> list[Invitation]:
    rows = Invitation.objects.filter(programme=programme, queued__isnull=False, sent__isnull=True)
    return list(rows.select_related("programme__owner", "library").order_by("pk")[:AT_ONCE])


@transaction.atomic
def write_letters() -> int:
    """Write the next letters of programmes that were sent. Returns how many. Done by the worker again and again."""
    return _write(list(queries.queued(BATCH)), by=SYSTEM)


def _write(invitations: list[Invitation], *, by: Doer) -> int:
    files: dict[int, Attachment] = {}
    words: dict[int, dict[str, object]] = {}
    done: list[Invitation] = []
    for invitation in invitations:
        programme = invitation.programme
        if programme.pk not in files:
            files[programme.pk], words[programme.pk] = calendar(programme, with_link=False), letter_words(programme)
        try:
            send(
                to=Address(invitation.email, invitation.name, invitation.language, invitation.person_id), template=queries.TEMPLATE,
                context={**words[programme.pk], "invitation": invitation}, about=Ref.to(programme),
                owner=programme.owner_id, key=f"programme-{programme.pk}-{invitation.pk}", by=by,
                attachments=(files[programme.pk],), stoppable="programmes",
            )
        except Invalid:
            continue  # no letter can go to that address; no fact says that somebody was invited
        done.append(invitation)
    Invitation.objects.filter(pk__in=[row.pk for row in invitations]).update(sent=clock.now())
    facts = [
        events.Invited(subject=Ref.to(row), within=Ref.to(row.programme), owner=row.programme.owner_id) for row in done
    ]
    note_all(facts, by=by)
    return len(invitations)
