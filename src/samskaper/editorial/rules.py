"""Who may use the editors' tool."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.commons.people.rules import must_be_somebody
from samskaper.foundation.refusals import Refusal


def may_edit(doer: Doer) -> bool:
    """Whoever is an editor somewhere today. An address that colleagues share does not make editors of them all."""
    return bool(doer.organisations(Role.EDITOR))


def must_edit(doer: Doer) -> None:
    """Ask guests to sign in, and refuse those who are no editors."""
    must_be_somebody(doer)
    if not may_edit(doer):
        raise Refusal(_("Texts and methods are written by editors. Those who run the site can give you that role: an adviser or leader there."))
