"""Who may do what with people and organisations, and the words for every role."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import OrganisationKind as Kind
from samskaper.commons.people.models import Role
from samskaper.foundation.refusals import Invalid, Refusal

ROLE_WORDS: dict[str, Promise] = {
    Role.ADVISER: _("Sets up projects and course series, sees sign-ups and attendance, and writes reports."),
    Role.LEADER: _("Says yes or no to a colleague's time, and talks over the direction. Sees no private thoughts."),
    Role.STAFF: _("Signs up, takes part, carries out actions and reflects."),
    Role.EDITOR: _("Writes and publishes texts and methods. Sees nothing about participants."),
    Role.PLANNER: _("Looks after plan documents and sees what has become practice of each sentence."),
    Role.REPRESENTATIVE: _("Speaks for the association or group: reads, corrects, objects and proposes."),
    Role.READER: _("Reads status and reports of projects that the organisation pays for."),
}

ROLES_OF_KIND: dict[str, tuple[str, ...]] = {
    Kind.REGIONAL_LIBRARY: (Role.ADVISER, Role.LEADER, Role.STAFF, Role.EDITOR, Role.PLANNER),
    Kind.PUBLIC_LIBRARY: (Role.LEADER, Role.STAFF, Role.EDITOR),
    Kind.SCHOOL_LIBRARY: (Role.LEADER, Role.STAFF),
    Kind.MUNICIPALITY: (Role.LEADER, Role.PLANNER, Role.STAFF),
    Kind.ASSOCIATION: (Role.REPRESENTATIVE,),
    Kind.INFORMAL_GROUP: (Role.REPRESENTATIVE,),
    Kind.COMPANY: (Role.REPRESENTATIVE,),
    Kind.FUNDER: (Role.READER,),
}

RUNS_ORGANISATION = (Role.ADVISER, Role.LEADER)
SEES_ASSOCIATIONS = (Role.ADVISER, Role.LEADER, Role.STAFF, Role.PLANNER)
LIBRARIES = (Kind.REGIONAL_LIBRARY, Kind.PUBLIC_LIBRARY, Kind.SCHOOL_LIBRARY)


def may_browse_organisations(doer: Doer) -> bool:
    """Whoever has a role somewhere. A club in a village of eight hundred is a name, so guests do not browse."""
    return doer.is_system or bool(doer.roles)


def must_browse_organisations(doer: Doer) -> None:
    """Refuse those without a role; guests are asked to sign in first."""
    if not doer.is_system:
        must_be_somebody(doer)
    if not may_browse_organisations(doer):
        raise Refusal(_("The register of libraries and associations is for those who have a role in one of them."))


def may_see_members(doer: Doer, organisation: int) -> bool:
    """Colleagues see who their colleagues are; nobody else does."""
    return doer.is_system or doer.holds(organisation)


def must_see_members(doer: Doer, organisation: int) -> None:
    """Refuse those who may not see the members."""
    if not may_see_members(doer, organisation):
        raise Refusal(_("Only colleagues see who works here."))


def may_change_organisation(doer: Doer, organisation: int, *, keeper: int | None = None) -> bool:
    """Advisers and leaders of the organisation itself, and advisers of the regional library that keeps its entry."""
    return doer.is_system or doer.holds(organisation, *RUNS_ORGANISATION) or doer.holds(keeper, Role.ADVISER)


def must_change_organisation(doer: Doer, organisation: int, *, keeper: int | None = None) -> None:
    """Refuse those who do not run the organisation or keep its entry."""
    if not may_change_organisation(doer, organisation, keeper=keeper):
        raise Refusal(_("An adviser or leader of the organisation can change this. Ask one of them."))


def must_end_role(doer: Doer, person: int, organisation: int, *, keeper: int | None = None) -> None:
    """Everybody may lay down her own role; another's role is ended by those who run the organisation."""
    if doer.person != person:
        must_change_organisation(doer, organisation, keeper=keeper)


def may_see_address(doer: Doer, person: int, *, homes: Iterable[tuple[int, int | None]]) -> bool:
    """Oneself, and those who registered somebody: who run an organisation she has a role in, or keep its entry.

    `homes` are those organisations with their keepers. Everybody else reaches her by a letter that we send.
    """
    if doer.is_system or doer.person == person:
        return True
    return any(may_change_organisation(doer, home, keeper=keeper) for home, keeper in homes)


def may_register_organisations(doer: Doer) -> bool:
    """Advisers of a regional library keep the register of libraries and associations."""
    return doer.is_system or bool(doer.organisations(Role.ADVISER))


def may_add_below(doer: Doer, organisation: int) -> bool:
    """Advisers of this very regional library: what they add is kept by it."""
    return doer.holds(organisation, Role.ADVISER)


def must_register_organisations(doer: Doer) -> None:
    """Refuse those who are not advisers."""
    if not may_register_organisations(doer):
        raise Refusal(_("An adviser at a regional library adds organisations. Write to yours."))


def may_have_role(kind: str, role: str) -> bool:
    """Return whether an organisation of this kind has this role."""
    return role in ROLES_OF_KIND.get(kind, ())


def must_have_role(kind: str, role: str) -> None:
    """Refuse roles that an organisation of this kind does not have."""
    if not may_have_role(kind, role):
        raise Invalid(_("There is no such role here. Choose one of those on the list."))


def may_name_editors(doer: Doer, *, house: int | None) -> bool:
    """Editors write for the whole site, so the library that runs it (`house`) names them. Before there is one, whoever may invite."""
    return doer.is_system or house is None or doer.holds(house, *RUNS_ORGANISATION)


def must_give(doer: Doer, role: str, *, house: int | None) -> None:
    """Refuse to make an editor to those who do not run the site."""
    if role == Role.EDITOR and not may_name_editors(doer, house=house):
        raise Refusal(_("Editors write for the whole site. Those who run it name them: ask an adviser or leader there."))


def must_be_somebody(doer: Doer) -> int:
    """Return the person's id; refuse guests and bearers of links."""
    if doer.person is None:
        raise Refusal(_("Sign in first, then we take you back here."), status=401)
    return doer.person
