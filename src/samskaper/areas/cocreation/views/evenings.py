"""The gathering itself: what is shown on the wall, who came, who joins a challenge, and what it gave both sides."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.cocreation.commands import evenings as spot
from samskaper.areas.cocreation.commands import meetings as commands
from samskaper.areas.cocreation.forms.meetings import JoinForm
from samskaper.areas.cocreation.queries import meetings as queries
from samskaper.areas.cocreation.queries.gained import times_of
from samskaper.areas.cocreation.queries.parties import search
from samskaper.areas.cocreation.rules import meetings as rules
from samskaper.areas.cocreation.rules.meeting_words import the_day
from samskaper.commons.feedback.rules import FEWEST
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation import clock
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.sent import number_sent
from samskaper.ui.thread import thread


@login_required
@require_safe
def evening(request: HttpRequest, number: int) -> HttpResponse:
    """What everybody who is there may see, on the wall and on paper."""
    page = queries.evening(number, visible_to=doer_behind(request))
    here = [(row.pk, row.party.name) for row in page.here]
    challenges = [(one, JoinForm(here=here, initial={"challenge": one.number}, auto_id=f"id_{one.number}_%s")) for one in page.challenges]
    context = {"page": page, "meeting": page.meeting, "day": the_day(page.meeting), "challenges": challenges, "thread": thread("gathering")}
    return render(request, "cocreation/evening.html", context)


@login_required
@require_POST
def join(request: HttpRequest, number: int) -> HttpResponse:
    """Somebody who is there joins a challenge, and says what they bring."""
    doer = doer_behind(request)
    page = queries.evening(number, visible_to=doer)
    rules.must_run(doer, page.meeting)
    form = JoinForm(request.POST, here=[(row.pk, row.party.name) for row in page.here])
    if not form.is_valid():
        raise Invalid(_("Choose who it is that wants to do something about it."))
    given = form.cleaned_data
    spot.join_on_the_spot(meeting=page.meeting, invited=int(given["invited"]), challenge=given["challenge"], offers=given["offers"], by=doer)
    messages.success(request, _("It is written down. They see it on their own page, and can change it there."))
    return redirect("cocreation:evening", number)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def came(request: HttpRequest, number: int) -> HttpResponse:
    """Tick who came, on the phone at the door."""
    doer = doer_behind(request)
    found = queries.meeting_to_run(number, visible_to=doer)
    if request.method == "POST":
        here = {int(pk) for pk in request.POST.getlist("here") if pk.isascii() and pk.isdigit() and len(pk) < 19}
        number_here = commands.tick(meeting=found, here=here, by=doer)
        messages.success(request, ngettext("%(n)d came. It is saved.", "%(n)d came. It is saved.", number_here) % {"n": number_here})
        return redirect("cocreation:who_came", number)
    page, words = queries.meeting_page(number, visible_to=doer), request.GET.get("q", "")
    there = {guest.row.party_id for guest in page.guests}
    context = {
        "page": page, "meeting": found, "day": the_day(found), "begun": rules.has_begun(found, now=clock.now()), "words": words,
        "found": [party for party in search(words, visible_to=doer) if party.pk not in there], "thread": thread("gathering"),
    }
    return render(request, "cocreation/who_came.html", context)


@login_required
@require_POST
def walk_in(request: HttpRequest, number: int) -> HttpResponse:
    """Somebody came who was not on the list."""
    doer = doer_behind(request)
    commands.walk_in(meeting=queries.meeting_to_run(number, visible_to=doer), party=number_sent(request, "party"), by=doer)
    messages.success(request, _("They are on the list now, and here."))
    return redirect("cocreation:who_came", number)


@login_required
@require_safe
def after(request: HttpRequest, number: int) -> HttpResponse:
    """What both sides gained, beside each other."""
    found = queries.find_meeting(number, visible_to=doer_behind(request))
    context = {"meeting": found, "day": the_day(found), "times": times_of(found), "fewest": FEWEST, "thread": thread("gathering")}
    return render(request, "cocreation/gained.html", context)
