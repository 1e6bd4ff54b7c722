"""Who sees how far her colleagues are."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation.refusals import Refusal


def may_lead(doer: Doer) -> bool:
    """Whoever leads a library."""
    return bool(doer.organisations(Role.LEADER))


def must_lead(doer: Doer) -> None:
    """Refuse those who lead no library."""
    if not may_lead(doer):
        raise Refusal(_("This page is for those who lead a library: it shows how far their colleagues are."))
