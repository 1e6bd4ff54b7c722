"""For libraries: whether they are still in touch with somebody, and deleting somebody who asks for it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.cocreation.commands import forgetting
from samskaper.areas.cocreation.queries import everything as queries
from samskaper.areas.cocreation.queries.keeping import nearly_let_go
from samskaper.areas.cocreation.queries.parties import find_party
from samskaper.areas.cocreation.rules.forgetting import HOW, must_lead_for
from samskaper.areas.cocreation.views.everything import as_file
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.refusals import Invalid
from samskaper.ui.thread import thread


@login_required
@require_safe
def in_touch(request: HttpRequest) -> HttpResponse:
    """Those of whom nobody has heard for nearly two years: still in touch?"""
    context = {"parties": nearly_let_go(visible_to=doer_behind(request)), "years": queries.kept_years(), "thread": thread("conversation")}
    return render(request, "cocreation/in_touch.html", context)


@login_required
@require_POST
def keep(request: HttpRequest, number: int) -> HttpResponse:
    """Keep, or let go."""
    doer = doer_behind(request)
    party = find_party(number, visible_to=doer)
    if request.POST.get("act") == "let_go":
        forgetting.let_go(party=party, by=doer)
        messages.success(request, _("It is deleted: how they are reached, and what they said. What was counted stays counted."))
    elif request.POST.get("act") == "keep":
        forgetting.keep(party=party, by=doer)
        messages.success(request, _("Good. It is kept for two more years."))
    else:
        raise Invalid(_("Press one of the buttons."))
    return redirect("cocreation:in_touch")


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete_for(request: HttpRequest, number: int) -> HttpResponse:
    """Delete somebody who has asked the library for it."""
    doer = doer_behind(request)
    party = find_party(number, visible_to=doer)
    must_lead_for(doer, party)
    if request.method == "POST":
        forgetting.forget(party=party.pk, how=request.POST.get("how", ""), by=doer)
        return render(request, "cocreation/forgotten_for.html", {"thread": thread("conversation")})
    context = {"party": party, "how": HOW, "found": queries.everything_here(party, visible_to=doer), "thread": thread("conversation")}
    return render(request, "cocreation/delete_for.html", context)


@never_cache
@login_required
@require_safe
def held_here(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """What the library holds about somebody, as a file, when they ask for it."""
    doer = doer_behind(request)
    return as_file(queries.everything_here(find_party(number, visible_to=doer), visible_to=doer), form)
