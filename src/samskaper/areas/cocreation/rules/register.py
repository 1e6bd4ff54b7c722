"""Who fills the register from the open ones, and when it is done again."""

from __future__ import annotations

import datetime as dt
import hashlib

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.areas.cocreation.models import Filling, FillingState
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Country, Organisation, OrganisationKind, Role
from samskaper.foundation.refusals import Missing, Refusal

FRESH = dt.timedelta(days=7)  # then it is brought up to date by itself
SILENT = dt.timedelta(minutes=2)  # a worker that has said nothing for so long is gone, and another goes on
FAILURES = 40  # one after the other, with growing pauses: about an hour
TROUBLE = {
    "unreachable": gettext_lazy("The open register could not be reached for an hour."),
    "not_understood": gettext_lazy("The open register answered in a way that we do not understand."),
}


def may_fill(doer: Doer, library: Organisation) -> bool:
    """An adviser of a Norwegian regional library fills the register of her county. Denmark's register asks for an account, so nobody does there."""
    regional = library.kind == OrganisationKind.REGIONAL_LIBRARY and library.country == Country.NORWAY and library.county_id is not None
    return regional and (doer.holds(library.pk, Role.ADVISER) or doer.is_system)


def must_fill(doer: Doer, library: Organisation) -> None:
    """Refuse everybody else."""
    if not may_fill(doer, library):
        raise Refusal(_("The register of a county is filled by an adviser of its regional library."))


def must_stop(doer: Doer, filling: Filling) -> None:
    """Whoever works for the library that began it may stop it; for others it is not there."""
    if not doer.holds(filling.owner_id, *LIBRARY_ROLES):
        raise Missing()
    must_fill(doer, filling.owner)


def is_under_way(filling: Filling) -> bool:
    """Whether it waits for its turn or goes on."""
    return filling.state in (FillingState.WAITING, FillingState.RUNNING)


def print_of(number: str) -> str:
    """Return what is kept of the number of a party that asked to be deleted: enough to know it again, so that no register brings it back."""
    return "#" + hashlib.sha256(f"samskaper|unit|{number}".encode()).hexdigest()[:19]
