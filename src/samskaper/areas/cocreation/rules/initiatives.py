"""Who owns an initiative, who takes part, how they are named, and what may become of it."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from typing import TypedDict

from django.utils.translation import gettext as _

from samskaper.areas.cocreation.models import (
    Contact,
    GoingAnswer,
    Initiative,
    InitiativeState,
    Partner,
    PartnerRole,
    PartnerState,
    PartyKind,
    Sided,
)
from samskaper.areas.cocreation.rules.challenges import Home, Side
from samskaper.areas.cocreation.rules.conversations import named
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES, may_talk
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refusals import Conflict, Invalid, Missing, Refusal

MONTHS = (6, 12)  # after the beginning it is asked whether it is still going
FARTHEST = 730  # days ahead that a next step may lie
FIRST_YEAR = 1990  # of what grew out of an initiative
MOST_ASKED = 30  # partners of one initiative; more are a campaign
MOST_SPIN_OFFS = 40
LONGEST_TEXT = 4_000

# What becomes of an initiative: deed -> state before -> state after. It begins by itself when each side has an owner.
DEEDS: dict[str, dict[str, str]] = {
    "begin": {InitiativeState.PROPOSED: InitiativeState.GOING},
    "finish": {InitiativeState.GOING: InitiativeState.DONE},
    "end": dict.fromkeys((InitiativeState.PROPOSED, InitiativeState.GOING), InitiativeState.ENDED),
    "again": dict.fromkeys((InitiativeState.DONE, InitiativeState.ENDED), InitiativeState.GOING),
}


class Who(TypedDict, total=False):
    """On whose behalf a command is done: a library of the doer's, or the contact whose link she bears."""

    library: int | None
    contact: Contact | None


def place_of(partners: Iterable[Partner], side: Side) -> Partner | None:
    """Return the row of this side among the partners."""
    return next((row for row in partners if is_of(row, side)), None)


def is_of(row: Sided, side: Side) -> bool:
    """Whether a row was written by this side, or stands for it."""
    return row.party_id == side.party if side.party else row.library_id == side.library


def is_in(row: Partner | None) -> bool:
    """Whether this side has said yes. Silence is never a yes."""
    return row is not None and row.state == PartnerState.YES


def owns(row: Partner | None) -> bool:
    """Whether this side has said yes to owning it."""
    return row is not None and row.state == PartnerState.YES and row.role == PartnerRole.OWNER


def owned_by(partners: Iterable[Partner]) -> frozenset[str]:
    """Return the sides on which somebody has said yes as an owner: "library", "party"."""
    return frozenset("party" if row.party_id else "library" for row in partners if owns(row))


def may_decide(partners: list[Partner], row: Partner | None) -> bool:
    """Owners decide what it is called and what becomes of it; where nobody owns it any more, whoever takes part."""
    return owns(row) or (is_in(row) and not owned_by(partners))


def may_own(partners: list[Partner], row: Partner | None) -> bool:
    """Whoever takes part can own it together with the others, where nobody of her side does so yet."""
    return is_in(row) and not owns(row) and ("party" if row and row.party_id else "library") not in owned_by(partners)


def must_be_in(row: Partner | None) -> None:
    """Refuse those who do not take part."""
    if not is_in(row):
        raise Refusal(_("Those who take part write here. You can say yes to taking part on the page of the initiative."))


def must_decide(partners: list[Partner], row: Partner | None) -> None:
    """Refuse those who do not own it."""
    must_be_in(row)
    if not may_decide(partners, row):
        raise Refusal(_("Those who own the initiative decide this. Tell them what you think; you write the next step and what came of it."))


def may_read(doer: Doer, partners: Iterable[Partner], side: Side) -> bool:
    """People who hold conversations see every initiative; a party those that it owns, takes part in or is asked to."""
    if side.party is None:
        return may_talk(doer) or doer.is_system
    place = place_of(partners, side)
    return place is not None and place.state != PartnerState.NO


def must_read(doer: Doer, partners: Iterable[Partner], side: Side) -> None:
    """Hide initiatives from everybody else."""
    if not may_read(doer, partners, side):
        raise Missing()


def may_be_joined(initiative: Initiative, row: Partner | None) -> bool:
    """Whoever is not in yet may join what is proposed or going."""
    return not is_in(row) and initiative.state in (InitiativeState.PROPOSED, InitiativeState.GOING)


def must_be_open_to(side: Side, initiative: Initiative) -> None:
    """Libraries join whatever is proposed or going; a party what is going on where it is at home. Others do not know of it."""
    if side.party and (initiative.state != InitiativeState.GOING or side.home != where(initiative)):
        raise Missing()


def where(initiative: Initiative) -> Home:
    """Return where an initiative is at home: in its county; where none is known, in the region of the library that answers for it."""
    return (initiative.county_id, None) if initiative.county_id else (None, initiative.owner.parent_id or initiative.owner_id)


def knows(doer: Doer, initiative: Initiative, partners: Iterable[Partner], side: Side) -> bool:
    """Whether the doer is among those who know each other by name: who takes part, and the library that answers for it."""
    if side.party is not None:
        return is_in(place_of(partners, side))
    libraries = {row.library_id for row in partners if is_in(row)} | {initiative.owner_id}
    return doer.is_system or any(doer.holds(library, *LIBRARY_ROLES) for library in libraries)


def name_of(row: Partner, *, doer: Doer, side: Side, knows_them: bool) -> str:
    """Return what a partner is called. A party that has not said yes is known to libraries that take part, a resident to its own."""
    if row.library_id:
        return row.library.name if row.library else ""
    party = row.party
    assert party is not None
    inside = party.pk == side.party or (knows_them and (is_in(row) or side.party is None))
    if party.kind == PartyKind.RESIDENT and not is_in(row) and party.pk != side.party:
        inside = doer.holds(party.owner_id, *LIBRARY_ROLES)
    return named(party, shown=row.shown, inside=inside) or _("Somebody who is not named")


def state_after(deed: str, initiative: Initiative) -> InitiativeState:
    """Return what the deed makes of the initiative. Raises Conflict when it is too late for it."""
    if deed not in DEEDS:
        raise Invalid(_("Press one of the buttons."))
    if initiative.state not in DEEDS[deed]:
        raise Conflict(_("That has been done already. Look at the page again: something has changed since you opened it."))
    return InitiativeState(DEEDS[deed][initiative.state])


def must_have_words(text: str) -> None:
    """Refuse a name or text in which there is not one letter."""
    if not any(sign.isalpha() for sign in text):
        raise Invalid(_("Say in words what you want to do, so that others understand it."))
    if len(text) > LONGEST_TEXT:
        raise Invalid(_("That is more than 4,000 signs. Shorten it a little; nothing is lost, it still stands in the field."))


def must_fit(text: str) -> None:
    """Refuse a text that is longer than anybody reads."""
    if text:
        must_have_words(text)


def must_be_a_next_step(words: str, day: dt.date | None, *, today: dt.date) -> None:
    """Refuse a day without words, and days that have gone by or lie far ahead."""
    if words:
        must_have_words(words)
    if day is None:
        return
    if not words:
        raise Invalid(_("A day alone helps nobody. Write what you do then, also when it is only “we ring each other”."))
    if day < today:
        raise Invalid(_("That day has gone by. When do you do it instead?"))
    if (day - today).days > FARTHEST:
        raise Invalid(_("That is more than two years ahead. Choose a step that comes sooner."))


def must_be_a_year(year: int, *, today: dt.date) -> None:
    """Refuse years that have not come yet, or lie before all this."""
    if not FIRST_YEAR <= year <= today.year:
        raise Invalid(_("Write a year between %(first)d and %(last)d.") % {"first": FIRST_YEAR, "last": today.year})


def months_after(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def goes_on(answer: str) -> bool:
    """Whether an answer says that it is still going."""
    return answer in (GoingAnswer.GOING, GoingAnswer.CHANGED)
