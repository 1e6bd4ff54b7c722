"""Doors of the calendar: my dates, one of them as a file, and the secret feed."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskaper.commons.calendar import commands, queries
from samskaper.commons.calendar.exports import ics
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.people.rules import must_be_somebody
from samskaper.commons.record.limits import count_wrong_secret
from samskaper.foundation import clock
from samskaper.foundation.refusals import Invalid

CALENDAR = "text/calendar; charset=utf-8"
FEED_FILE = "samskaper.ics"


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """My dates, and the link that brings them into my own calendar."""
    doer = doer_behind(request)
    must_be_somebody(doer)
    link = queries.feed_of(doer)
    address = f"{settings.SITE_URL}{reverse('calendar_feed', args=[link.secret])}" if link else ""
    coming = queries.coming(visible_to=doer)
    standing = [entry for entry in coming if not entry.cancelled]
    context = {
        "coming": coming,
        "next": standing[0] if standing else None,
        "number": len(standing),
        "link": link,
        "address": address,
        "webcal": address.replace("https://", "webcal://").replace("http://", "webcal://"),
        "today": clock.today(),
    }
    return render(request, "calendar/mine.html", context)


@require_POST
def change_link(request: HttpRequest) -> HttpResponse:
    """Open, change or close my link."""
    must_be_somebody(doer_behind(request))
    change = commands.CHANGES.get(request.POST.get("want", ""))
    if change is None:
        raise Invalid(_("Choose whether to get, change or close the link."))
    change(by=doer_behind(request))
    sentences = {
        "open": _("Here is your calendar link."),
        "rotate": _("You have a new link. The old one opens nothing any longer."),
        "close": _("The link is closed. Calendars that had it get nothing any longer."),
    }
    messages.success(request, sentences[request.POST["want"]])
    return redirect(f"{reverse('calendar:mine')}#link")


@require_safe
def one(request: HttpRequest, source: str, uid: str) -> HttpResponse:
    """One of my dates as a file."""
    entry = queries.one(source, uid, visible_to=doer_behind(request))
    if entry is None:
        raise Http404
    return _file(ics([entry], name=entry.title), name=f"{uid.partition('@')[0]}.ics")


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The dates of whoever has this link. Only wrong secrets count as tries, so that calendars may ask often."""
    found = queries.feed_behind(secret)
    if found is None:
        count_wrong_secret("calendar.feed", request)
        raise Http404
    with translation.override(found.person.language):
        name = _("%(site)s: my dates") % {"site": "Samskaber" if found.person.language == "da" else "Samskaper"}
        entries = queries.feed_entries(found)
        mark = queries.mark_of(entries, name=name)
        known = get_conditional_response(request, etag=mark)
        answer = known if isinstance(known, HttpResponseNotModified) else _file(ics(entries, name=name), name=FEED_FILE)
    answer["ETag"] = mark
    answer["Cache-Control"] = "private, no-cache"
    return answer


def _file(content: bytes, *, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=CALENDAR)
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer
