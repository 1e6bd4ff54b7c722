"""Who may see and change a project.

| who | reads plan, goals and report | sees people behind numbers, plan check and application | writes |
|---|---|---|---|
| adviser of the owner | yes | yes | yes |
| leader or plan officer of the owner | yes | plan check | no |
| adviser or leader of a partner | yes | no | no |
| reader of the funder | yes | no | no |
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.areas.projects.models import Project
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.commons.people.rules import must_be_somebody
from samskaper.foundation.refusals import Refusal

OWNER_READS = (Role.ADVISER, Role.LEADER, Role.PLANNER)
PARTNER_READS = (Role.ADVISER, Role.LEADER)
NOT_HERE = _("There is nothing at this address. It may have moved, or a letter is missing.")


def may_write(doer: Doer, project: Project) -> bool:
    """Advisers of the organisation that owns the project."""
    return doer.is_system or doer.holds(project.owner_id, Role.ADVISER)


def may_see(doer: Doer, project: Project) -> bool:
    """The owner's advisers, leaders and plan officers; partners' advisers and leaders; the funder's readers."""
    if doer.is_system or doer.holds(project.owner_id, *OWNER_READS) or doer.holds(project.funder_id, Role.READER):
        return True
    return any(doer.holds(partner.organisation_id, *PARTNER_READS) for partner in project.partners.all())


def may_see_check(doer: Doer, project: Project) -> bool:
    """The plan check is a talk among the owner's own."""
    return doer.is_system or doer.holds(project.owner_id, *OWNER_READS)


def may_see_behind(doer: Doer, project: Project) -> bool:
    """Lists of people behind a number, and the application's own text, are for the owner's advisers."""
    return may_write(doer, project)


def may_have_projects(doer: Doer) -> bool:
    """Those who have a role in which somebody may own, join or pay for a project."""
    return doer.is_system or bool(doer.organisations(*OWNER_READS, Role.READER))


def may_import(doer: Doer) -> bool:
    """Advisers bring in applications."""
    return doer.is_system or bool(doer.organisations(Role.ADVISER))


def must_have_projects(doer: Doer) -> None:
    """Refuse those to whom no project can belong."""
    if not may_have_projects(doer):
        must_be_somebody(doer)
        raise Refusal(_("Projects are for those who advise, lead, plan or pay for them."))


def must_import(doer: Doer) -> None:
    """Refuse those who are not advisers."""
    if not may_import(doer):
        must_be_somebody(doer)
        raise Refusal(_("An adviser brings in the application. Send yours the text."))


def must_import_for(doer: Doer, owner: int) -> None:
    """Refuse bringing in an application in the name of an organisation where one is no adviser."""
    must_import(doer)
    if not (doer.is_system or doer.holds(owner, Role.ADVISER)):
        raise Refusal(_("You can bring in an application for an organisation where you are an adviser."))


def must_see(doer: Doer, project: Project) -> None:
    """Answer strangers that nothing is here."""
    if not may_see(doer, project):
        raise Refusal(NOT_HERE, status=404)


def must_see_behind(doer: Doer, project: Project) -> None:
    """Refuse lists of people to those who may only see their number."""
    must_see(doer, project)
    if not may_see_behind(doer, project):
        raise Refusal(_("You may see the number. Who stands behind it is for the advisers of the project."))


def must_write(doer: Doer, project: Project) -> None:
    """Refuse readers; answer strangers that nothing is here."""
    must_see(doer, project)
    if not may_write(doer, project):
        raise Refusal(_("The advisers of the project's owner change it. Write to them about what should be different."))
