"""Erasing a person who held conversations."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from samskaper.areas.cocreation.models import Listener, Partner, SpinOff, StillGoing


@transaction.atomic
def erase(person: int) -> str:
    """Delete what somebody thought for herself. What was said in conversations belongs to those who said it."""
    rows = Listener.objects.filter(person=person)
    rows.exclude(thoughts="").update(thoughts="")
    for model in (Partner, SpinOff, StillGoing):
        model._default_manager.filter(person=person).update(person=None)
    return _("That a conversation was held, and what the other party said in it, stays without your name: it is theirs.") if rows.exists() else ""
