"""What projects keep about a person: that they wrote down or answered something."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from samskaper.areas.projects.models import Dissemination, Evidence, RemarkDecision, Report


def export(person: int) -> list[dict[str, Any]]:
    """Return what somebody wrote in projects."""
    rows = [(_("Said about a goal"), one.text, one.day) for one in Evidence.objects.filter(by=person)]
    rows += [(_("Talk or article"), one.title, one.day) for one in Dissemination.objects.filter(by=person)]
    rows += [(_("Answer to the plan check"), one.reason, one.at) for one in RemarkDecision.objects.filter(by=person)]
    rows += [(_("Report that was handed in"), one.words, one.at) for one in Report.objects.filter(by=person)]
    return [{_("what"): what, _("words"): words, _("when"): day.isoformat()} for what, words, day in rows]
