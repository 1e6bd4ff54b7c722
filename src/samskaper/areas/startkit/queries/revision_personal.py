"""What a person is told that we keep about her part in the revision."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from samskaper.areas.startkit.models import Finding, Voice


def export(person: int) -> list[dict[str, Any]]:
    """Return where somebody is a member or an expert, and what she said."""
    voices = Voice.objects.filter(person=person).select_related("edition", "group__county").order_by("pk")
    rows: list[dict[str, Any]] = [
        {_("Edition of the starter kit"): one.edition.number, _("As"): _("expert") if one.is_expert else _("member of an evaluation group"),
         _("Name"): one.name, _("E-mail address"): one.email, _("Answer"): str(one.get_answer_display())}
        for one in voices
    ]
    said = Finding.objects.filter(voice__person=person).order_by("pk")
    return rows + [{_("What you said about a method"): str(one), _("Method"): one.key, _("When"): one.made} for one in said]
