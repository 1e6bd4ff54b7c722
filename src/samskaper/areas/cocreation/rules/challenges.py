"""Who groups, words and accepts, and when a challenge is shared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypedDict

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.cocreation.models import (
    Challenge,
    ChallengeState,
    Contact,
    Grouped,
    Party,
    Statement,
    StatementState,
)
from samskaper.areas.cocreation.rules.conversations import may_be_built_on
from samskaper.areas.cocreation.rules.parties import must_speak_for, must_talk_for
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.people.rules import must_be_somebody
from samskaper.foundation.refusals import Conflict, Invalid, Refusal
from samskaper.foundation.text import clean_line

LONGEST = 400  # signs of a wording
LONGEST_OFFER = 300
MOST = 200  # statements in one challenge
AT_ONCE = 100  # statements that are put together with one press


class Fields(TypedDict):
    """The columns of a `Sided` row."""

    library_id: int | None
    person_id: int | None
    party_id: int | None


Home = tuple[int | None, int | None]  # the county; where none is known, the regional library


def home_of(party: Party, owner: Organisation) -> Home:
    """Return where a party is at home: in its county or that of the library that talked with it, otherwise in the library's region."""
    county = party.county_id or owner.county_id
    return (county, None) if county else (None, owner.parent_id or owner.pk)


@dataclass(frozen=True, slots=True)
class Side:
    """On whose behalf something is done with a challenge: a library (by one of its people), or a party where it is at home."""

    library: int | None = None
    person: int | None = None
    party: int | None = None
    home: Home = (None, None)

    @property
    def fields(self) -> Fields:
        """What a row of this side holds."""
        return {"library_id": self.library, "person_id": self.person, "party_id": self.party}

    @property
    def key(self) -> dict[str, Any]:
        """What finds the rows of this side, whoever of its people pressed."""
        return {"library_id": self.library} if self.library else {"party_id": self.party}


def side(doer: Doer, *, library: int | None = None, contact: Contact | None = None) -> Side:
    """Return on whose behalf the doer acts. Refuses those who work elsewhere, and bearers of other links."""
    if contact is not None:
        must_speak_for(doer, contact)
        return Side(party=contact.party_id, home=home_of(contact.party, contact.party.owner))
    must_talk_for(doer, library or 0)
    return Side(library=library, person=must_be_somebody(doer))


class Taken(Conflict):
    """Some of what was ticked is in a challenge already or no longer there; `left` may still be grouped."""

    def __init__(self, sentence: str, *, left: list[int]) -> None:
        super().__init__(sentence)
        self.left = left


def worded(wording: str) -> str:
    """Return a wording as it is kept. Refuses one without words, and one that is longer than people read."""
    wording = clean_line(wording)
    if not any(sign.isalpha() for sign in wording):
        raise Invalid(_("Say in words what it is about, so that others understand it."))
    if len(wording) > LONGEST:
        raise Invalid(_("That is more than %(most)d signs. Say it shorter; nothing is lost, it still stands in the field.") % {"most": LONGEST})
    return wording


def offered(offers: str) -> str:
    """Return what somebody brings, as it is kept; nothing is fine too."""
    offers = clean_line(offers)
    if len(offers) > LONGEST_OFFER:
        raise Invalid(_("That is more than %(most)d signs. Say it shorter; nothing is lost, it still stands in the field.") % {"most": LONGEST_OFFER})
    if offers and not any(sign.isalpha() for sign in offers):
        raise Invalid(_("Say in words what you bring, so that others understand it."))
    return offers


def may_group(one: Statement, by: Side) -> bool:
    """Whether this side may put a statement somewhere.

    Libraries: what may be built on. A party: its own that may be built on, and of others near it what they have confirmed.
    """
    if not may_be_built_on(one):
        return False
    said = one.conversation
    if by.party is None or said.party_id == by.party:
        return True
    return one.state == StatementState.CONFIRMED and by.home == home_of(said.party, said.owner)


def must_be_free(ticked: list[int], found: Iterable[Statement], *, taken: Iterable[int], by: Side) -> None:
    """Refuse when somebody grouped some of these in between, or they are no longer there, and tell what is left."""
    if not ticked:
        raise Invalid(_("Tick what belongs together first."))
    if len(ticked) > AT_ONCE:
        raise Invalid(_("That is more than %(most)d at once. Begin with those that are most alike.") % {"most": AT_ONCE})
    busy = set(taken)
    left = [one.pk for one in found if may_group(one, by) and one.pk not in busy]
    if gone := len(set(ticked)) - len(left):
        sentence = ngettext(
            "One of these was put into a challenge by somebody else just before you, or is no longer there. Your words are kept; go on with the rest.",
            "%(n)d of these were put into a challenge by somebody else just before you, or are no longer there. Your words are kept; go on with the rest.",
            gone,
        )
        raise Taken(sentence % {"n": gone}, left=left)


def must_have_room(already: int, more: int) -> None:
    """Refuse more than a challenge can hold."""
    if already + more > MOST:
        raise Invalid(_("A challenge holds %(most)d statements. What is about so much is perhaps about two things.") % {"most": MOST})


def may_take_out(row: Grouped, by: Side) -> bool:
    """Whoever said it, whoever listened, whoever put it there, and the library that answers for the challenge."""
    said = row.statement.conversation
    if by.party is not None:
        return by.party in (said.party_id, row.party_id)
    return by.library in (said.owner_id, row.library_id, row.challenge.owner_id)


def must_take_out(row: Grouped, by: Side) -> None:
    """Refuse to pull apart what others have put together."""
    if not may_take_out(row, by):
        raise Refusal(_("It was put here by others. Ask the library that answers for the challenge."))


def must_be_in_it(is_in: bool) -> None:
    """Refuse to put in other words what one has no part in: that would undo what the others agreed on."""
    if not is_in:
        raise Refusal(_("Only those who have a part in it change the words: whoever said something that is in it, or wants to do something about it."))


def state_of(challenge: Challenge, *, accepted: Iterable[tuple[int | None, int | None, int | None]], confirmed: bool) -> ChallengeState:
    """Return whether a challenge is shared.

    `accepted` are those who stand by its present wording: (library, party, the organisation that the party is, if any).
    It takes a library and another party, and something behind it that was confirmed by whoever said it.
    """
    rows = list(accepted)
    libraries = {library for library, _party, _organisation in rows if library}
    others = [organisation for _library, party, organisation in rows if party]
    both = any(library != organisation for library in libraries for organisation in others)
    return ChallengeState.SHARED if both and confirmed else ChallengeState.NOTED
