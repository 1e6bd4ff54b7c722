"""Questions to the outbox."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, IntegerField, Max, Min, Q, QuerySet, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.commons.mail.models import Attachment, Letter, LetterQuerySet, State, Stop, address_digest
from samskaper.commons.mail.rules import may_see_outbox
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Installation, Person, Role
from samskaper.commons.people.queries import addresses_open_to, installation
from samskaper.foundation import clock
from samskaper.foundation.kinds import Card, cards_of
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refs import Ref
from samskaper.ui.menu import DeskItem

TROUBLE_IS_SHOWN_FOR = dt.timedelta(days=90)
FIRST = 50  # receivers: a page of them


def is_demonstration() -> bool:
    """Return whether letters stay in the house. Asked of the database each time: a late answer would let one out."""
    return Installation.objects.filter(demo_loaded__isnull=False).exists()


def due(most: int, *, of_the_house_only: bool = False) -> list[int]:
    """Return the ids of the letters to send now, those that somebody waits for first; or only those without an owner."""
    found = Letter.objects.due()
    return list((found.filter(owner=None) if of_the_house_only else found).values_list("pk", flat=True)[:most])


def outbox(*, visible_to: Doer) -> LetterQuerySet:
    """Return what was sent by the organisations in which the doer is an adviser."""
    return Letter.objects.filter(owner_id__in=visible_to.organisations(Role.ADVISER))


def answered_for(*, visible_to: Doer) -> LetterQuerySet:
    """Return the letters that the doer decides about: those of `outbox`, and the house's own.

    The house's own letters (codes, answers that only the receiver may read) have no owner. Their words are nobody's
    but the receiver's; that one was lost is told to the advisers of the library that runs this installation.
    """
    found = Q(owner_id__in=visible_to.organisations(Role.ADVISER))
    if visible_to.holds(installation().library_id, Role.ADVISER):
        found |= Q(owner__isnull=True)
    return Letter.objects.filter(found)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many letters are where."""

    waiting: int = 0
    uncertain: int = 0
    refused: int = 0
    sent: int = 0
    trouble: str = ""


def standing(*, visible_to: Doer) -> Standing:
    """Return how the outbox stands, in two queries; `trouble` is the latest reason why letters wait."""
    letters = answered_for(visible_to=visible_to)
    ours = Q(owner__isnull=False)
    lately = Q(settled__gte=clock.now() - TROUBLE_IS_SHOWN_FOR)
    found = letters.aggregate(
        waiting=Count("pk", ours & Q(state__in=[State.WAITING, State.SENDING])),
        uncertain=Count("pk", Q(state=State.UNCERTAIN)),
        refused=Count("pk", Q(state=State.REFUSED) & lately),
        sent=Count("pk", ours & Q(state=State.SENT)),
    )
    delayed = letters.filter(state=State.WAITING).exclude(error="").order_by("-not_before")
    return Standing(**found, trouble=delayed.values_list("error", flat=True).first() or "")


def uncertain(*, visible_to: Doer) -> LetterQuerySet:
    """Return the letters of which nobody knows whether they left, oldest first."""
    return answered_for(visible_to=visible_to).filter(state=State.UNCERTAIN).order_by("pk")


def waiting_for(doer: object) -> Iterator[DeskItem]:
    """Return what the outbox puts on somebody's desk: letters that wait for a decision."""
    assert isinstance(doer, Doer)
    if not may_see_outbox(doer):
        return
    for _state, number in _undecided(doer.organisations(Role.ADVISER), doer.holds(installation().library_id, Role.ADVISER)):
        title = ngettext(
            "Nobody knows whether one letter arrived", "Nobody knows whether %(number)s letters arrived", number
        )
        yield DeskItem(
            "do",
            title % {"number": number},
            _("We send nothing twice, so you decide."),
            reverse("mail:outbox"),
            act=_("Decide"),
        )


@prepared
def _undecided(owners: frozenset[int], of_the_house: bool) -> QuerySet[Letter, Any]:
    """How many of these owners' letters are uncertain, and perhaps of the house's own; no row where there is none."""
    found = Q(owner__in=owners) | Q(owner__isnull=True) if of_the_house else Q(owner__in=owners)
    return Letter.objects.filter(found, state=State.UNCERTAIN).order_by().values_list("state").annotate(number=Count("pk"))


def refused(*, visible_to: Doer) -> LetterQuerySet:
    """Return the letters that a mail server refused in the last three months, newest first."""
    since = clock.now() - TROUBLE_IS_SHOWN_FOR
    return (
        answered_for(visible_to=visible_to).filter(state=State.REFUSED, settled__gte=since).order_by("-settled", "-pk")
    )


@dataclass(frozen=True, slots=True)
class Mailing:
    """Letters of one day with the same words, and where they are. `latest` stands for them.

    `about` is what they are about, where that is one thing and the doer may see it.
    """

    latest: Letter
    about: Card | None
    written: int
    sent: int
    waiting: int
    uncertain: int
    refused: int
    stopped: int


_TOGETHER = ("owner_id", "day", "template", "subject")
_COUNTED = {
    "written": Count("pk"),
    "sent": Count("pk", Q(state=State.SENT)),
    "waiting": Count("pk", Q(state__in=[State.WAITING, State.SENDING])),
    "uncertain": Count("pk", Q(state=State.UNCERTAIN)),
    "refused": Count("pk", Q(state=State.REFUSED)),
    "stopped": Count("pk", Q(state=State.STOPPED)),
}
_NEEDS_SOMEBODY_FIRST = Case(
    *(
        When(state=state, then=order)
        for order, state in enumerate((State.UNCERTAIN, State.REFUSED, State.SENDING, State.WAITING, State.STOPPED))
    ),
    default=9,
    output_field=IntegerField(),
)


def mailing_rows(*, visible_to: Doer) -> QuerySet[Any, Any]:
    """Return what was sent together, newest day first; a page of it becomes `mailings`."""
    together = outbox(visible_to=visible_to).values(*_TOGETHER)
    found: QuerySet[Any, Any] = together.annotate(
        last=Max("pk"),
        kind=Max("about_kind"),
        first_kind=Min("about_kind"),
        about=Max("about_id"),
        first_about=Min("about_id"),
        **_COUNTED,
    )
    return found.order_by("-day", "-last")


def mailings(rows: list[dict[str, Any]], *, visible_to: Doer) -> list[Mailing]:
    """Return a page of `mailing_rows` with their latest letters and what they are about."""
    latest = Letter.objects.in_bulk([row["last"] for row in rows])
    abouts = {
        row["last"]: Ref(row["kind"], row["about"])
        for row in rows
        if (row["kind"], row["about"]) == (row["first_kind"], row["first_about"])
    }
    cards = cards_of(abouts.values(), visible_to=visible_to)
    return [
        Mailing(latest[row["last"]], cards.get(abouts.get(row["last"])), **{key: row[key] for key in _COUNTED})  # type: ignore[arg-type]
        for row in rows
    ]


def letter_to_show(number: int, *, visible_to: Doer) -> Letter | None:
    """Return one of the letters of `outbox`."""
    return next(iter(_letter(number, visible_to.organisations(Role.ADVISER))), None)


@prepared
def _letter(number: int, owners: frozenset[int]) -> QuerySet[Letter]:
    return Letter.objects.filter(pk=number, owner__in=owners)


@prepared
def enclosed_with(letter: int) -> QuerySet[Attachment, str]:
    """Return the names of the files that go with a letter."""
    return Attachment.objects.filter(letter=letter).order_by("pk").values_list("name", flat=True)


@dataclass(frozen=True, slots=True)
class Receiver:
    """Whom a letter went to, as far as the one who looks may see it, and where it is."""

    name: str
    email: str
    address: str
    error: str
    state: str
    settled: dt.datetime | None

    @property
    def words(self) -> str:
        """Where it is, in words."""
        return str(State(self.state).label)


@dataclass(frozen=True, slots=True)
class Receivers:
    """Those who got the same letter on the same day, those that need somebody first, for a paginator to cut."""

    letter: Letter
    visible_to: Doer

    def count(self) -> int:
        """How many there are."""
        return sum(number for _owner, number in _number_together(*self._asked()))

    def __getitem__(self, part: slice) -> list[Receiver]:
        rows = _first_together(*self._asked()) if part.stop <= FIRST else _together(*self._asked())
        return _as_receivers(rows[part], visible_to=self.visible_to)

    def _asked(self) -> tuple[frozenset[int], int, dt.date, str, str]:
        letter = self.letter
        assert letter.owner_id is not None
        return self.visible_to.organisations(Role.ADVISER), letter.owner_id, letter.day, letter.template, letter.subject


def _same(owners: frozenset[int], owner: int, day: dt.date, template: str, subject: str) -> LetterQuerySet:
    return Letter.objects.filter(owner__in=owners, owner_id=owner, day=day, template=template, subject=subject)


def _together(owners: frozenset[int], owner: int, day: dt.date, template: str, subject: str) -> QuerySet[Letter, Any]:
    rows = _same(owners, owner, day, template, subject).order_by(_NEEDS_SOMEBODY_FIRST, "name", "email", "pk")
    return rows.values_list("person_id", "name", "email", "state", "error", "settled")


@prepared
def _first_together(owners: frozenset[int], owner: int, day: dt.date, template: str, subject: str) -> QuerySet[Letter, Any]:
    return _together(owners, owner, day, template, subject)[:FIRST]


@prepared
def _number_together(owners: frozenset[int], owner: int, day: dt.date, template: str, subject: str) -> QuerySet[Letter, Any]:
    rows = _same(owners, owner, day, template, subject).order_by()
    return rows.values_list("owner_id").annotate(number=Count("pk"))


def _as_receivers(rows: Iterable[tuple[Any, ...]], *, visible_to: Doer) -> list[Receiver]:
    found = list(rows)
    seen = addresses_open_to({person for person, *_rest in found if person}, visible_to=visible_to)
    return [
        Receiver(name, email, *_seen(person is None or person in seen or not name, email, error), state, settled)
        for person, name, email, state, error, settled in found
    ]


def _seen(is_open: bool, email: str, error: str) -> tuple[str, str]:
    hidden = error and not is_open and email
    return email if is_open else "", re.sub(re.escape(email), "…", error, flags=re.IGNORECASE) if hidden else error


def as_seen(letters: Iterable[Letter], *, visible_to: Doer) -> list[Letter]:
    """Return letters with what this doer may see of their addresses, in one query.

    An address that was brought on a list, or written for a leader, is shown to those who sent the letter. That of a
    person whom another organisation registered is not: name is enough to know who got it, and we know where she lives.
    """
    rows = list(letters)
    seen = addresses_open_to({row.person_id for row in rows if row.person_id}, visible_to=visible_to)
    for row in rows:
        is_open = row.person_id is None or row.person_id in seen or not row.name
        row.shown_address, row.shown_error = _seen(is_open, row.email, row.error)
    return rows


def mailbox(receiver: str = "") -> LetterQuerySet:
    """Return every letter of the demonstration, newest first, perhaps of one receiver only. Wiped ones are gone."""
    letters = Letter.objects.exclude(text="").order_by("-pk")
    return letters.filter(email=receiver) if receiver else letters


def receivers(most: int = 300) -> list[tuple[str, str, int]]:
    """Return who got letters in the demonstration: address, name and how many."""
    rows = (
        Letter.objects.exclude(email="").exclude(text="")
        .values("email")
        .annotate(called=Max("name"), number=Count("pk"), last=Max("pk"))
    )
    return [(row["email"], row["called"], row["number"]) for row in rows.order_by("-last")[:most]]


def letters_of(person: int) -> LetterQuerySet:
    """Return the letters to a person: those that name it, and those to its address that name nobody.

    Letters to an address that colleagues share are theirs whom they name.
    """
    found = Q(person=person)
    email = Person.objects.filter(pk=person).values_list("email", flat=True).first()
    if email and not Person.objects.filter(email__iexact=email, erased__isnull=True).exclude(pk=person).exists():
        found |= Q(person__isnull=True, digest=address_digest(email))
    return Letter.objects.filter(found)


def export(person: int) -> list[dict[str, Any]]:
    """Return the letters to a person, for the person."""
    rows = letters_of(person).order_by("pk").select_related("owner")
    return [
        {
            _("when"): row.created.isoformat(),
            _("from"): str(row.owner or ""),
            _("to"): row.email,
            _("subject"): row.subject,
            _("text"): row.text,
            _("state"): str(row.get_state_display()),
        }
        for row in rows
    ]


def behind(secret: str) -> Letter | None:
    """Return the letter in which this unsubscribe link stands."""
    return Letter.objects.select_related("owner").filter(secret=secret).exclude(purpose="").first()


def is_stopped(letter: Letter) -> bool:
    """Return whether the receiver of this letter has unsubscribed from its purpose."""
    return Stop.objects.filter(digest=letter.digest, purpose=letter.purpose).exists()


def letters_to_addresses(emails: Iterable[str], *, templates: str, owners: Iterable[int] | None = None) -> LetterQuerySet:
    """Return the letters to these addresses by templates that begin so, oldest first; of these organisations alone, if any are named.

    The caller answers for who may see them: they are for whoever the addresses belong to.
    """
    found = Letter.objects.filter(digest__in=[address_digest(email) for email in emails], template__startswith=templates)
    return (found if owners is None else found.filter(owner__in=list(owners))).order_by("pk")
