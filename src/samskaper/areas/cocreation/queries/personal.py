"""What a person is told that we keep about her conversations."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from samskaper.areas.cocreation.models import Listener


def export(person: int) -> list[dict[str, Any]]:
    """Return the conversations that somebody took part in, with her own thoughts."""
    rows = Listener.objects.filter(person=person).select_related("conversation__party").order_by("pk")
    return [
        {
            _("Conversation with"): row.conversation.party.name, _("When"): row.conversation.held_on or row.conversation.planned_for,
            _("Your own thoughts"): row.thoughts,
        }
        for row in rows
    ]
