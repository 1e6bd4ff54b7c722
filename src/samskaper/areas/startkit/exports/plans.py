"""A plan as files: a tagged PDF, and the meeting for a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from samskaper.areas.startkit.queries.plans import Sheet
from samskaper.commons.calendar.entries import Entry
from samskaper.commons.calendar.exports import ics
from samskaper.foundation.refusals import Conflict, Refusal
from samskaper.ui.paper import NoPdfHere, pdf_of


def plan_pdf(request: HttpRequest, context: Mapping[str, Any]) -> bytes:
    """Return the paper as a tagged PDF. Raises Refusal (503) where the machine cannot make PDF files, with what to do."""
    try:
        return pdf_of(render_to_string("startkit/plan_paper.html", dict(context), request))
    except NoPdfHere:
        said = _("This machine cannot make PDF files yet: it lacks Pango. Open the page for paper instead, and print it from the browser.")
        raise Refusal(said, status=503) from None


def plan_calendar(sheet: Sheet, href: str) -> bytes:
    """Return the meeting as a calendar file; `href` is where its plan is read. Raises Conflict while it has no day."""
    plan = sheet.plan
    if plan.day is None:
        raise Conflict(_("Choose a day first; then the meeting can go into a calendar."))
    starts = dt.datetime.combine(plan.day, plan.starts, tzinfo=ZoneInfo(settings.TIME_ZONE))
    ends = starts + dt.timedelta(minutes=max(sheet.minutes, 15))
    lines = "\n".join(f"{line.begins:%H.%M} {line.row.name}" for line in sheet.lines)
    entry = Entry(f"plan-{plan.pk}@samskaper", str(plan), starts, ends, place=plan.place, url=href, note=lines, sequence=plan.version)
    return ics([entry], name=str(plan))
