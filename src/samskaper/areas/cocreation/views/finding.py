"""The list of conversations, finding somebody to talk with, and planning."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.areas.cocreation.commands import conversations, parties
from samskaper.areas.cocreation.forms.conversations import PartyForm, PlanForm, SearchForm
from samskaper.areas.cocreation.queries import conversations as queries
from samskaper.areas.cocreation.queries.parties import find_party, search
from samskaper.areas.cocreation.rules.forgetting import may_lead_for
from samskaper.areas.cocreation.rules.parties import must_talk, why_not_asked
from samskaper.areas.cocreation.views.inside import ways
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation import clock
from samskaper.foundation.kinds import cards_of
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Refusal
from samskaper.foundation.sent import sent
from samskaper.ui.thread import thread


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The conversations that I hold, and those of my library."""
    doer = doer_behind(request)
    must_talk(doer)
    mine = queries.my_conversations(visible_to=doer)
    context = {"mine": mine, "library": queries.of_my_library(visible_to=doer), "thread": thread("conversation"), "ways": ways(request)}
    return render(request, "cocreation/index.html", context)


def _origin(request: HttpRequest, doer: Doer) -> dict[str, str]:
    """Return what the conversation comes from and counts in, of what the address names and the doer may see."""
    named = {name: Ref.parse(request.GET.get(name, "")) for name in ("from", "within")}
    cards = cards_of([ref for ref in named.values() if ref], visible_to=doer)
    return {name: str(ref) for name, ref in named.items() if ref in cards}


def _with(path: str, origin: dict[str, str]) -> str:
    return f"{path}?{urlencode(origin)}" if origin else path


@login_required
@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Whom do you want to talk with?"""
    doer = doer_behind(request)
    must_talk(doer)
    words = request.GET.get("q", "")
    origin = _origin(request, doer)
    found = [(party, _with(reverse("cocreation:meet", args=[party.pk]), origin)) for party in search(words, visible_to=doer)]
    context = {
        "form": SearchForm(initial={"q": words}), "words": words, "found": found, "origin": origin,
        "add": _with(reverse("cocreation:add_party"), origin), "thread": thread("conversation"),
    }
    return render(request, "cocreation/find.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_party(request: HttpRequest) -> HttpResponse:
    """Write somebody down who is not in the register."""
    doer = doer_behind(request)
    must_talk(doer)
    library = queries.my_libraries(visible_to=doer)[0]
    form = PartyForm(sent(request), country=library.country, initial={"name": request.GET.get("q", ""), "county": library.county_id})
    if request.method == "POST" and form.is_valid():
        try:
            party = parties.add_party(owner=library, by=doer, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, str(refusal.sentence))
        else:
            return redirect(_with(reverse("cocreation:meet", args=[party.pk]), _origin(request, doer)))
    context = {"form": form, "thread": thread("conversation")}
    return render(request, "cocreation/add_party.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def meet(request: HttpRequest, number: int) -> HttpResponse:
    """Somebody to talk with: who has asked already, whether they want to be asked, and planning to meet."""
    doer = doer_behind(request)
    must_talk(doer)
    party = find_party(number, visible_to=doer)
    form = PlanForm(sent(request), owners=queries.my_libraries(visible_to=doer))
    if request.method == "POST" and form.is_valid():
        origin = _origin(request, doer)
        source, within = (Ref.parse(origin.get(name, "")) for name in ("from", "within"))
        planned = conversations.plan(party=party, by=doer, source=source, within=within, **form.cleaned_data)
        if "met" in request.POST:
            return redirect("cocreation:write", planned.pk)
        messages.success(request, _("It is planned. It stands on your desk until you have met."))
        return redirect("cocreation:conversation", planned.pk)
    context = {
        "party": party, "form": form, "asked": queries.asked_already(party, visible_to=doer),
        "why_not": why_not_asked(party, today=clock.today()), "leads": may_lead_for(doer, party), "thread": thread("conversation"),
    }
    return render(request, "cocreation/meet.html", context, status=422 if form.is_bound else 200)
