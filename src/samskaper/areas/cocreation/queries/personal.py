"""What a person is told that we keep about her conversations."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from samskaper.areas.cocreation.models import Listener, Partner


def export(person: int) -> list[dict[str, Any]]:
    """Return the conversations that somebody took part in, with her own thoughts."""
    rows = Listener.objects.filter(person=person).select_related("conversation__party").order_by("pk")
    return [
        {
            _("Conversation with"): row.conversation.party.name, _("When"): row.conversation.held_on or row.conversation.planned_for,
            _("Your own thoughts"): row.thoughts,
        }
        for row in rows
    ] + _initiatives(person)


def _initiatives(person: int) -> list[dict[str, Any]]:
    """Return the initiatives that somebody owns or takes part in on behalf of her library."""
    rows = Partner.objects.filter(person=person).select_related("initiative", "library").order_by("pk")
    return [{_("Initiative"): row.initiative.title, _("Role"): str(row.get_role_display()), _("What you bring"): row.brings} for row in rows]
