"""How long what is known about a party is kept, who may have it deleted, and what stays."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.areas.cocreation.models import Contact, Party
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES, speaks_for
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation.refusals import Gone, Invalid, Missing

KEPT = dt.timedelta(days=730)  # after the last time that somebody was in touch
AHEAD = dt.timedelta(days=30)  # before that the library is asked whether they are still in touch
NO_WORDS = "–"  # stands where words were, when they were not taken back but are too old to be kept; what was counted stays counted
HOW = (
    ("writing", gettext_lazy("In writing")), ("phone", gettext_lazy("By phone")), ("met", gettext_lazy("When we met")),
)


def must_delete(doer: Doer, party: Party, *, contact: Contact | None, how: str) -> None:
    """Whoever speaks for a party has it deleted; so does a leader of the library that wrote it down, when she says how they asked for it."""
    if party.forgotten_on is not None:
        raise Gone(_("This has been deleted already."))
    if contact is not None and contact.party_id == party.pk and contact.until is None and speaks_for(doer, contact):
        return
    must_lead_for(doer, party)
    if how not in dict(HOW):
        raise Invalid(_("Say how they asked for it. Nobody is deleted without having asked."))


def may_lead_for(doer: Doer, party: Party) -> bool:
    """Whether the doer leads the library that wrote the party down."""
    return doer.holds(party.owner_id, Role.LEADER, Role.ADVISER)


def must_lead_for(doer: Doer, party: Party) -> None:
    """To everybody else the page is not there."""
    if not may_lead_for(doer, party):
        raise Missing()


def must_keep(doer: Doer, party: Party) -> None:
    """Whoever works for the library that wrote it down says whether they are still in touch."""
    if not doer.holds(party.owner_id, *LIBRARY_ROLES) or party.forgotten_on is not None:
        raise Missing()
