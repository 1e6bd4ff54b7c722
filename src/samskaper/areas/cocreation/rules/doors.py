"""The open door of a library: who keeps it, when an answer is promised, and what is no word."""

from __future__ import annotations

import datetime as dt
import re

from django.utils.translation import gettext as _

from samskaper.areas.cocreation.models import Knock
from samskaper.areas.cocreation.rules.conversations import LONGEST, must_say_something
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Country, OrganisationKind, Role
from samskaper.foundation.refusals import Conflict, Invalid, Missing, Refusal
from samskaper.foundation.text import plain_words

DAYS = 5  # working days, until a library says otherwise
MOST_DAYS = 30
LIBRARIES = (OrganisationKind.REGIONAL_LIBRARY, OrganisationKind.PUBLIC_LIBRARY, OrganisationKind.SCHOOL_LIBRARY)
FROM_ONE_NETWORK = 6  # in an hour; a class that tries it together is let in over two
AT_ONE_DOOR = 60  # in a day
LINK = re.compile(r"(?:https?://|www\.)\S+|\b[\w.-]+@[\w.-]+\b|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/\S*", re.I)
MOST_LINKS = 2


def must_keep_door(doer: Doer, library: int) -> None:
    """Refuse those who do not work there."""
    if not doer.holds(library, *LIBRARY_ROLES):
        raise Refusal(_("The open door is kept by the library's own people."))


def must_have_somebody(is_open: bool, works_there: bool) -> None:
    """A door that is open is kept by somebody with a name."""
    if is_open and not works_there:
        raise Invalid(_("Choose who answers. Whoever knocks should meet a name."))


def must_be_open(is_open: bool) -> None:
    """Nothing is taken in by a door that nobody keeps."""
    if not is_open:
        raise Conflict(_("This library does not take challenges or ideas here right now. What you wrote still stands in your browser: go one page back."))


def must_be_words(words: str) -> None:
    """Refuse a text that says nothing to a person: only links, only signs, a list of links."""
    links = LINK.findall(words)
    if len(words) > LONGEST:
        raise Invalid(_("That is more than %(most)d signs. Say the most important of it; the rest can wait until you meet.") % {"most": LONGEST})
    if len(links) > MOST_LINKS:
        raise Invalid(_("So many links look like advertising. Say in your own words what it is about, and keep two links at most."))
    if links and len(plain_words(LINK.sub(" ", words))) < 3:
        raise Invalid(_("A link alone does not tell us what it is about. Say it in a sentence of your own."))
    must_say_something(words)


def may_answer(doer: Doer, library: int) -> bool:
    """Whether the doer may answer on behalf of the library."""
    return doer.holds(library, *LIBRARY_ROLES)


def must_answer(doer: Doer, library: int) -> None:
    """To everybody else it is not there."""
    if not may_answer(doer, library):
        raise Missing()


def must_wait(knock: Knock) -> None:
    """One answer is enough; the next is said when you meet."""
    if knock.answered_on is not None:
        raise Conflict(_("Somebody has answered already. Look at the page again."))


def answers_first(doer: Doer, library: int) -> bool:
    """Whether the doer is told when an answer is late: leaders, and advisers where there is no leader."""
    return doer.holds(library, Role.LEADER, Role.ADVISER)


def promised(day: dt.date, *, days: int, country: str) -> dt.date:
    """Return the last of so many working days after `day`: neither weekends nor the country's public holidays."""
    import holidays  # here: loading it costs a start 0.2 s

    free = holidays.country_holidays(country if country in Country.values else Country.NORWAY, years=(day.year, day.year + 1))
    while days:
        day += dt.timedelta(days=1)
        days -= day.weekday() < 5 and day not in free
    return day
