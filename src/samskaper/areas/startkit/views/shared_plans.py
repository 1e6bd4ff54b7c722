"""A plan behind its reading address: to read, to run, to print, for the calendar, and to copy."""

from __future__ import annotations

import datetime as dt

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskaper.areas.startkit.commands import plans
from samskaper.areas.startkit.exports.plans import plan_calendar, plan_pdf
from samskaper.areas.startkit.queries import plans as queries
from samskaper.areas.startkit.queries.running import now_at, wall_clock
from samskaper.areas.startkit.rules.keys import keys_of
from samskaper.areas.startkit.views.plan_doors import DOOR, remember, to_read, unlisted
from samskaper.commons.mail.letters import absolute
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.record.limits import knock, network_of
from samskaper.ui.answers import named

PAPERS = 120  # PDF files for one network in a quarter of an hour
QUARTER = dt.timedelta(minutes=15)


@unlisted
@require_safe
def read(request: HttpRequest, secret: str) -> HttpResponse:
    """The plan, to be read."""
    found, doer = to_read(request, secret)
    context = {"plan": found, "sheet": queries.sheet(found, visible_to=doer), "reading": secret, "kept_until": queries.kept_until(found)}
    return render(request, "startkit/plan_read.html", context)


@unlisted
@require_safe
def now(request: HttpRequest, secret: str) -> HttpResponse:
    """The meeting while it goes on: one step at a time. `since` in the address is when this one began."""
    found, doer = to_read(request, secret)
    text, said = request.GET.get("point", ""), request.GET.get("since", "")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 1
    since = _clock(said)
    if since is None:
        return redirect(f"{reverse('startkit:run_plan', args=[secret])}?point={number}&since={wall_clock():%H.%M}")
    here = now_at(queries.sheet(found, visible_to=doer), number=number, since=since)
    answer = render(request, "startkit/plan_now.html", {"plan": found, "now": here, "reading": secret})
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _clock(text: str) -> dt.time | None:
    hour, _dot, minute = text.partition(".")
    if not all(part.isascii() and part.isdigit() and len(part) == 2 for part in (hour, minute)) or int(hour) > 23 or int(minute) > 59:
        return None
    return dt.time(int(hour), int(minute))


@unlisted
@require_safe
def paper(request: HttpRequest, secret: str) -> HttpResponse:
    """The plan as it is printed."""
    found, doer = to_read(request, secret)
    answer = render(request, "startkit/plan_paper.html", paper_context(queries.sheet(found, visible_to=doer), secret))
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def paper_context(sheet: queries.Sheet, secret: str) -> dict[str, object]:
    """Return what the paper shows: the plan, its reading address and the code that opens it."""
    address = absolute(reverse("startkit:read_plan", args=[secret]))
    code = SafeString(segno.make(address, error="m").svg_inline(border=0, dark="#0b4f60", light=None, omitsize=True))
    return {"sheet": sheet, "plan": sheet.plan, "address": address, "code": code}


@unlisted
@require_safe
def pdf(request: HttpRequest, secret: str) -> HttpResponse:
    """The plan as a tagged PDF."""
    found, doer = to_read(request, secret)
    knock(f"{DOOR}.paper", network_of(request), most=PAPERS, within=QUARTER)
    content = plan_pdf(request, paper_context(queries.sheet(found, visible_to=doer), secret))
    return named(HttpResponse(content, content_type="application/pdf"), str(found), "pdf")


@unlisted
@require_safe
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """The meeting as a file for a calendar."""
    found, doer = to_read(request, secret)
    content = plan_calendar(queries.sheet(found, visible_to=doer), reverse("startkit:read_plan", args=[secret]))
    return named(HttpResponse(content, content_type="text/calendar; charset=utf-8"), str(found), "ics", download=True)


@unlisted
@require_POST
def copy(request: HttpRequest, secret: str) -> HttpResponse:
    """Make a copy of one's own, to be changed."""
    found, doer = to_read(request, secret)
    if doer_behind(request).is_guest:
        knock(f"{DOOR}.begin", network_of(request), most=300, within=dt.timedelta(hours=1))
    made = plans.copy_plan(plan=found, by=doer)
    key = keys_of(made.nonce).write
    messages.success(request, _("This is your copy. Change it as you like; the first one stays as it is."))
    return remember(request, redirect("startkit:plan", key), key)
