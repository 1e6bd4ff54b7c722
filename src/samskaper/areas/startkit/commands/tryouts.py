"""Saying how a method went, and the address that is kept apart from it."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from samskaper.areas.startkit.commands.findings import Words, notice
from samskaper.areas.startkit.events import revision as events
from samskaper.areas.startkit.models import AskAgain, Edition, Finding, TryOut
from samskaper.areas.startkit.queries.asked import LINK, asked_behind
from samskaper.commons.mail.commands import forget_receiver
from samskaper.commons.people.commands.links import withdraw_links
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid
from samskaper.foundation.text import clean_line

NOTHING = Words()


@dataclass(frozen=True, slots=True)
class How:
    """How it went, in a pill; what was said in words; and, as far as somebody likes to say, how many, where and how."""

    outcome: str
    words: Words = NOTHING
    people: int | None = None
    county: int | None = None
    online: bool | None = None
    email: str = ""


@transaction.atomic
def say_how_it_went(*, key: str, edition: Edition, language: str, how: How, by: Doer) -> TryOut:
    """Take in how a method went. An address is kept in a table of its own, joined by a random ticket alone."""
    ticket = secrets.token_urlsafe(32) if how.email else ""
    tried = TryOut.objects.create(
        key=key, edition=edition, language=language, outcome=how.outcome, people=how.people, county_id=how.county, online=how.online, ticket=ticket,
    )
    if how.words.some:
        notice(key=key, edition=edition, language=language, words=how.words, tryout=tried, by=by)
    if ticket:
        AskAgain.objects.create(ticket=ticket, email=clean_line(how.email).lower(), language=language, month=clock.today().replace(day=1))
    note(events.MethodTried(subject=Ref.to(tried), within=Ref.to(edition)), by=by, anonymous=True)
    return tried


@transaction.atomic
def answer_question(*, asked: AskAgain, words: str, by: Doer) -> Finding:
    """Whoever left an address answers what an editor asked. Nobody learns who it was."""
    words = clean_line(words)[:600]
    if not any(sign.isalnum() for sign in words):
        raise Invalid(_("Write an answer in words, or leave it."))
    found = Finding.objects.select_for_update(of=("self",)).filter(tryout__ticket=asked.ticket).exclude(question="").first()
    if found is None:
        raise Conflict(_("The question has been answered in another way. Thank you for coming by."))
    found.answer = words
    found.save(update_fields=["answer"])
    return found


@transaction.atomic
def forget_address(*, secret: str, by: Doer) -> None:
    """Delete an address by one press in a letter: here, and in the letters that went to it. What was said stays nobody's."""
    delete_address(asked_behind(secret))


def delete_address(asked: AskAgain | None, *, letters: bool = True) -> None:
    """Delete an address, its ticket on the try-out and its links, and, unless one is just on its way, the letters to it."""
    if asked is None:
        return
    TryOut.objects.filter(ticket=asked.ticket).update(ticket="")
    withdraw_links(purpose=LINK, subject=Ref.to(asked))
    if letters:
        forget_receiver(emails=[asked.email], templates="startkit/letters/again", about=[], names=[], instead="")
    asked.delete()


@transaction.atomic
def forget_old_addresses(days: int) -> int:
    """Delete addresses that have waited so long. Returns how many."""
    old = list(AskAgain.objects.filter(month__lt=clock.today() - dt.timedelta(days=days)))
    for one in old:
        delete_address(one)
    return len(old)
