"""Who arranges evaluation groups and names experts, and what a workshop keeps to. No database."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext_lazy as _

from samskaper.areas.startkit.models import EvaluationGroup, Voice
from samskaper.areas.startkit.rules.findings import LINK
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation, OrganisationKind, Role
from samskaper.commons.people.rules import must_be_somebody
from samskaper.editorial.rules import may_edit
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid, Missing, Refusal

LONGEST = dt.timedelta(hours=12)
MOST_MEMBERS = 30


def may_arrange(doer: Doer) -> bool:
    """Advisers of a county library."""
    return bool(doer.organisations(Role.ADVISER))


def must_arrange(doer: Doer) -> None:
    """Ask guests to sign in, and refuse those who are advisers nowhere."""
    must_be_somebody(doer)
    if not may_arrange(doer):
        raise Refusal(_("Evaluation groups are arranged by an adviser at a county library. Ask yours."))


def may_arrange_for(doer: Doer, group: EvaluationGroup) -> bool:
    """Advisers of the library that answers for the group."""
    return doer.is_system or doer.holds(group.owner_id, Role.ADVISER)


def must_arrange_for(doer: Doer, group: EvaluationGroup) -> None:
    """To others there is no group: who its members are is theirs."""
    if not may_arrange_for(doer, group):
        raise Missing()


def must_be_a_county_library(library: Organisation) -> None:
    """A group belongs to a county library."""
    if library.kind != OrganisationKind.REGIONAL_LIBRARY:
        raise Invalid(_("An evaluation group belongs to a county library."))


def must_be_hours(starts: dt.datetime, ends: dt.datetime) -> None:
    """Refuse a workshop that ends before it begins, or lasts all day and night."""
    if not starts < ends <= starts + LONGEST:
        raise Invalid(_("It ends before it begins, or lasts very long. Look at the hours once more."))


def must_be_open(group: EvaluationGroup) -> None:
    """Refuse to change a group whose members have got the summary."""
    if group.closed is not None:
        raise Conflict(_("This group is finished, and its members have got the summary. Thank you for the work."))


def may_name_experts(doer: Doer) -> bool:
    """Editors."""
    return doer.is_system or may_edit(doer)


def must_answer_for(doer: Doer, voice: Voice) -> None:
    """The bearer of somebody's link answers for her."""
    if not doer.bears(LINK, Ref.to(voice)):
        raise Missing()


def may_revise(doer: Doer) -> bool:
    """Whoever has a page of the revision to open."""
    return may_arrange(doer) or may_name_experts(doer)
