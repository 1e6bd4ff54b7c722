"""Wiping letters: when they are old, and when their receiver is erased. That it was sent stays, as a number."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from samskaper.commons.mail import queries
from samskaper.commons.mail.models import Attachment, Enclosed, Letter, LetterQuerySet, State, address_digest
from samskaper.commons.people.models import Person
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref

CODES_ARE_KEPT_FOR = 7  # days; letters of the house itself, such as codes for signing in


def _wipe(letters: LetterQuerySet) -> int:
    """Take words, name, address and files out of these letters."""
    chosen = list(letters.exclude(text="", email="").values_list("pk", flat=True))
    Attachment.objects.filter(letter__in=chosen).delete()
    Letter.objects.filter(pk__in=chosen).update(subject="", text="", name="", email="", error="", person=None)
    Enclosed.objects.filter(attachments__isnull=True).delete()
    return len(chosen)


def wipe_old(days: int) -> int:
    """Wipe letters that were settled so many days ago; those with codes after a week. Returns how many."""
    now = clock.now()
    settled = Letter.objects.exclude(state__in=[State.WAITING, State.SENDING])
    old = Q(settled__lt=now - dt.timedelta(days=days))
    codes = Q(owner__isnull=True, settled__lt=now - dt.timedelta(days=CODES_ARE_KEPT_FOR))
    return _wipe(settled.filter(old | codes))


def _take_out_of_letters_to_others(person: Person) -> None:
    """Replace name and address of somebody in what others were written, such as a leader who was asked about her.

    Letters to somebody else of the same name are about somebody else.
    """
    known = [known for known in (person.name, person.email) if known]
    _replace(Letter.objects.exclude(name__iexact=person.name), known)


def _replace(letters: LetterQuerySet, known: list[str], instead: str = "") -> None:
    """Put other words in the place of names and addresses in the texts of letters."""
    if not known:
        return
    words = re.compile(r"(?<![\w.@-])(?:" + "|".join(map(re.escape, sorted(known, key=len, reverse=True))) + r")(?![\w@-])", re.I)
    holds = Q()
    for one in known:
        holds |= Q(text__icontains=one) | Q(subject__icontains=one)
    changed = []
    for letter in letters.filter(holds).only("subject", "text", "language"):
        with translation.override(letter.language):
            nameless = instead or _("Somebody who has left")
        letter.subject, letter.text = words.sub(nameless, letter.subject)[:200], words.sub(nameless, letter.text)
        changed.append(letter)
    Letter.objects.bulk_update(changed, ["subject", "text"], batch_size=200)


def forget_receiver(
    *, emails: Sequence[str], templates: str, about: Sequence[Ref], names: Sequence[str], instead: str, shared: Sequence[str] = ()
) -> int:
    """Delete the letters of somebody without an account: those not yet sent are stopped, those sent lose words, name and address.

    Theirs are the letters to these addresses by templates that begin so, whatever they are about; to a `shared` address, which
    somebody else uses too, only those about these records. In letters to others about these records the names are replaced.
    Returns how many letters were theirs. In the transaction of the caller.
    """
    these = Q(pk__in=[])
    for ref in about:
        these |= Q(about_kind=ref.kind, about_id=ref.id)
    own, others = ([address_digest(email) for email in emails if (email in shared) == both] for both in (False, True))
    theirs = Letter.objects.filter(Q(digest__in=own) | Q(these, digest__in=others), template__startswith=templates)
    theirs.filter(state=State.WAITING).update(state=State.STOPPED, settled=clock.now())
    wiped = _wipe(theirs)
    _replace(Letter.objects.filter(these), [known for known in (*names, *emails) if known], instead)
    return wiped


def erase(person: int) -> str:
    """Wipe the letters of somebody who is erased, and send none that wait. Returns what stays, and why."""
    _take_out_of_letters_to_others(Person.objects.get(pk=person))
    letters = queries.letters_of(person)
    if not letters.exists():
        return ""
    letters.filter(state=State.WAITING).update(state=State.STOPPED, settled=clock.now())
    _wipe(letters)
    return _(
        "That letters were sent stays as a number. If you unsubscribed, we remember a fingerprint of the address, "
        "so that nobody writes to it again."
    )
