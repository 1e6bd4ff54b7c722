"""Initiatives for people of libraries: the garden of all of them, one page each, and asking others along."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.cocreation.commands import partners
from samskaper.areas.cocreation.forms.conversations import SearchForm
from samskaper.areas.cocreation.forms.initiatives import AskForm
from samskaper.areas.cocreation.models import InitiativeState
from samskaper.areas.cocreation.queries import asking as asking_queries
from samskaper.areas.cocreation.queries import initiatives as queries
from samskaper.areas.cocreation.queries.initiative_page import initiative_page
from samskaper.areas.cocreation.rules import initiatives as rules
from samskaper.areas.cocreation.rules.parties import must_talk
from samskaper.areas.cocreation.views import initiative_pages as pages
from samskaper.areas.cocreation.views.both_sides import inside
from samskaper.areas.cocreation.views.inside import ways
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.refs import Ref
from samskaper.ui import garden
from samskaper.ui.thread import thread


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The garden: initiatives by what has become of them, those near first."""
    doer = doer_behind(request)
    where = request.GET.get("where", "near")
    where = where if where in ("near", "mine", "all") else "near"
    state = request.GET.get("state", "")
    listed = queries.initiatives(visible_to=doer, where=where, state=state, within=Ref.parse(request.GET.get("within", "")))
    beds = [(key, words, many := listed.numbers.get(key, 0), garden.bed(key, many)) for key, words in InitiativeState.choices]
    context = {
        "rows": listed.rows, "where": where, "state": state, "beds": beds, "within": request.GET.get("within", ""),
        "going": listed.numbers.get(InitiativeState.GOING, 0), "every": sum(listed.numbers.values()), "ways": ways(request), "thread": thread("initiative"),
    }
    return render(request, "cocreation/initiatives.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Propose an initiative on behalf of one's library."""
    must_talk(doer_behind(request))
    return pages.new_page(inside(request))


@login_required
@require_safe
def initiative(request: HttpRequest, number: int) -> HttpResponse:
    """An initiative: who owns it, what happens next, what came of it."""
    return pages.show_page(inside(request), number)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, number: int, what: str) -> HttpResponse:
    """Change its words, its next step or what came of it."""
    return pages.change_page(inside(request), number, what)


@login_required
@require_POST
def press(request: HttpRequest, number: int) -> HttpResponse:
    """Say yes or no, begin, end, answer."""
    return pages.press(inside(request), number)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def serve(request: HttpRequest, number: int) -> HttpResponse:
    """Tie it to a sentence of a plan."""
    return pages.serve_page(inside(request), number)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, number: int) -> HttpResponse:
    """Ask a party or another library along; those who have said no to being asked are not disturbed."""
    reader = inside(request)
    page = initiative_page(number, visible_to=reader.doer)
    rules.must_be_in(page.place)
    words = request.GET.get("q", "")
    chosen = asking_queries.chosen(request.POST.get("key") or request.GET.get("key", ""), page, visible_to=reader.doer)
    form = AskForm(request.POST if request.method == "POST" and chosen else None, initial={"key": chosen.key if chosen else ""})
    if request.method == "POST" and chosen and form.is_valid():
        given = form.cleaned_data
        who = reader.on_behalf_of(page.side.library)
        partners.ask(initiative=number, asked=chosen.asked, role=given["role"], letter=given["letter"], by=reader.doer, **who)
        messages.success(request, _("They are asked. Until they answer, nothing is taken as a yes."))
        return redirect("cocreation:initiative", number)
    found = [] if chosen else asking_queries.to_ask(words, page, visible_to=reader.doer)
    context = {
        "page": page, "form": form, "chosen": chosen, "search": SearchForm(initial={"q": words}), "words": words, "found": found,
        "title": page.initiative.title, "back": reader.to("initiative", number),
    }
    return reader.show("ask", status=422 if request.method == "POST" else 200, **context)
