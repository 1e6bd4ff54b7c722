"""Who may do what with a plan for a meeting, and how much one may hold."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from samskaper.areas.startkit.models import Plan
from samskaper.areas.startkit.rules.keys import READ, WRITE
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid, Refusal

MOST_ITEMS = 40  # rows of a plan; a whole day has some fifteen
MOST_MINUTES = 480  # of one row
MOST_PEOPLE = 1000
MOST_OWN = 200  # plans of one person
GUESTS_DAYS = 183  # after the meeting, or the last change
OWN_DAYS = 730
BREAK_MINUTES, POINT_MINUTES = 10, 10  # where nobody says otherwise


def is_own(doer: Doer, plan: Plan) -> bool:
    """Whether somebody who is signed in made this plan."""
    return doer.person is not None and doer.person == plan.person_id


def may_read(doer: Doer, plan: Plan) -> bool:
    """Whoever has one of its addresses, and whoever made it signed in."""
    return doer.bears(READ, Ref.to(plan)) or may_write(doer, plan)


def may_write(doer: Doer, plan: Plan) -> bool:
    """Whoever has the address that changes it, and whoever made it signed in."""
    return doer.is_system or doer.bears(WRITE, Ref.to(plan)) or is_own(doer, plan)


def must_read(doer: Doer, plan: Plan) -> None:
    """Refuse those who have no address of it."""
    if not may_read(doer, plan):
        raise Refusal(_("There is nothing at this address. It may have moved, or a letter is missing."), status=404)


def must_write(doer: Doer, plan: Plan) -> None:
    """Refuse those who only read, with the way to a plan of their own."""
    must_read(doer, plan)
    if not may_write(doer, plan):
        raise Refusal(_("This address is for reading. Make a copy, and change that one as you like."))


def must_have_room(number: int) -> None:
    """Refuse a row too many. `number` is how many there would be."""
    if number > MOST_ITEMS:
        said = ngettext(
            "A plan has room for %(n)d row, and this one is full. Take something out, or begin a new plan for the rest.",
            "A plan has room for %(n)d rows, and this one is full. Take something out, or begin a new plan for the rest.", MOST_ITEMS,
        )
        raise Invalid(said % {"n": MOST_ITEMS})


def must_be_minutes(minutes: int) -> None:
    """Refuse a length that no part of a meeting has."""
    if not 1 <= minutes <= MOST_MINUTES:
        raise Invalid(_("A point lasts from 1 to 480 minutes. Write a number between them."))


def must_have_words(words: str) -> None:
    """Refuse a point without a name."""
    if not words:
        raise Invalid(_("Write what happens then, such as “Welcome” or “A round”."))
