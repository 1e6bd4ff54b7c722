"""Taking somebody's name off what they wrote in projects."""

from __future__ import annotations

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.areas.projects.models import Dissemination, Evidence, RemarkDecision, Report


@transaction.atomic
def forget(person: int) -> Promise | str:
    """Take a person off what they wrote; the words belong to the library's case and stay. Says so if there were any."""
    touched = 0
    for model in (Evidence, Dissemination, RemarkDecision, Report):
        touched += model._default_manager.filter(by=person).update(by=None)
    return (
        _("What you wrote about projects stays without your name: it belongs to the library's case.") if touched else ""
    )
