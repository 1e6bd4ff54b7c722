"""Who may be asked, by whom, and how often."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samskaper.areas.cocreation.models import Asking, Contact, Party, PartyKind
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Gone, Missing, Refusal
from samskaper.ui.days import full_day

LINK = "cocreation.party"  # the purpose of a party's link
LETTERS = 4  # to one party in one course series, across all libraries; a setting of the issue, see docs/decisions
LIBRARY_ROLES = (Role.STAFF, Role.LEADER, Role.ADVISER)
NOT_YOURS = gettext_lazy("Conversations are planned by people who work in a library. Ask your leader to register you there.")
PAUSE = 180  # days that "not now" lasts when no day is named


def may_talk(doer: Doer) -> bool:
    """People who work in a library plan and hold conversations."""
    return bool(doer.organisations(*LIBRARY_ROLES))


def must_talk(doer: Doer) -> None:
    """Refuse those who work in no library."""
    if not may_talk(doer):
        raise Refusal(NOT_YOURS)


def must_talk_for(doer: Doer, library: int) -> None:
    """Refuse those who do not work in this library."""
    if not doer.holds(library, *LIBRARY_ROLES) and not doer.is_system:
        raise Refusal(NOT_YOURS)


def is_open_to_questions(party: Party, *, today: dt.date) -> bool:
    """Whether the party may be asked today."""
    if party.asking == Asking.NOT_NOW:
        return party.not_before is not None and today >= party.not_before
    return party.asking == Asking.WELCOME


def why_not_asked(party: Party, *, today: dt.date) -> str:
    """Return, kindly, why this party is not asked today; "" if it may be."""
    if is_open_to_questions(party, today=today):
        return ""
    if party.asking == Asking.NEVER:
        never = _("%(party)s has said that they do not want to be asked by libraries. We respect that; they are welcome whenever they come on their own.")
        return never % {"party": party.name}
    assert party.not_before is not None
    return _("%(party)s has said “not now”. They may be asked again from %(day)s.") % {"party": party.name, "day": full_day(party.not_before)}


def must_be_asked(party: Party, *, today: dt.date) -> None:
    """Refuse to disturb somebody who has said no."""
    if why := why_not_asked(party, today=today):
        raise Conflict(why)


def must_be_chosen(party: Party) -> None:
    """Nobody is written to before it is said who they are."""
    if party.on_the_spot:
        raise Conflict(_("Choose first in the register who it was. Then they can be written to."))


def must_be_unchosen(party: Party) -> None:
    """Whom a conversation was held with is chosen once."""
    if not party.on_the_spot:
        raise Conflict(_("It is chosen already who it was."))


def must_be_choosable(doer: Doer, party: Party) -> None:
    """Hide other libraries' residents, and what others wrote down on the spot."""
    if party.on_the_spot or (party.kind == PartyKind.RESIDENT and not doer.holds(party.owner_id, *LIBRARY_ROLES)):
        raise Missing()


def must_have_letters_left(sent: int) -> None:
    """Refuse the letter after the last that one party gets."""
    if sent >= LETTERS:
        raise Conflict(
            ngettext(
                "They have had %(n)d letter from libraries in this course series already, the most that anybody gets. Ring them, or wait for an answer.",
                "They have had %(n)d letters from libraries in this course series already, the most that anybody gets. Ring them, or wait for an answer.",
                sent,
            ) % {"n": sent}
        )


def speaks_for(doer: Doer, contact: Contact) -> bool:
    """Whether the doer came by this contact's link."""
    return doer.bears(LINK, Ref.to(contact))


def must_speak_for(doer: Doer, contact: Contact) -> None:
    """Refuse everybody but the bearer of a link that still holds."""
    if not speaks_for(doer, contact):
        raise Refusal(_("This belongs to others. If you should see it, ask the one who sent you here."))
    if contact.until is not None:
        raise Gone(_("This link has been handed over to somebody else in your association, and no longer opens anything."))
