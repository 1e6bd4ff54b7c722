"""What people thought: asking, and the way to the results."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.areas.programmes.commands import evaluation as commands
from samskaper.areas.programmes.models import Gathering, Programme
from samskaper.areas.programmes.queries import evaluation as queries
from samskaper.areas.programmes.queries.chain import thread_of
from samskaper.areas.programmes.queries.gatherings import gathering_to_run
from samskaper.areas.programmes.queries.lead import programme_to_run
from samskaper.areas.programmes.rules.evaluation import OPEN_DAYS, must_ask_about
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation import clock


@login_required
@require_safe
def evaluation(request: HttpRequest, programme: int) -> HttpResponse:
    """What was asked about each gathering and about the whole."""
    doer = doer_behind(request)
    found = programme_to_run(programme, visible_to=doer)
    lines = queries.evaluation(found, visible_to=doer)
    context = {"programme": found, "lines": lines, "thread": thread_of(found, visible_to=doer)}
    return render(request, "programmes/evaluation.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask_about_gathering(request: HttpRequest, number: int) -> HttpResponse:
    """Show what those who were there are asked, and ask them by a press."""
    doer = doer_behind(request)
    gathering = gathering_to_run(number, visible_to=doer)
    if request.method == "POST":
        commands.ask_about_gathering(gathering=gathering, by=doer)
        messages.success(request, _("The questions are open, and those who were there get a letter."))
        return redirect("programmes:evaluation", gathering.programme_id)
    must_ask_about(gathering, by=doer)
    return _ask_page(request, gathering.programme, queries.about_gathering(gathering, visible_to=doer), gathering)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask_at_the_end(request: HttpRequest, programme: int) -> HttpResponse:
    """Show what everybody is asked about the whole, and ask them by a press."""
    doer = doer_behind(request)
    found = programme_to_run(programme, visible_to=doer)
    if request.method == "POST":
        commands.ask_at_the_end(programme=found, by=doer)
        messages.success(request, _("The questions are open, and everybody with a seat gets a letter."))
        return redirect("programmes:evaluation", found.pk)
    return _ask_page(request, found, queries.about_programme(found, visible_to=doer))


def _ask_page(request: HttpRequest, programme: Programme, page: queries.ToAsk, gathering: Gathering | None = None) -> HttpResponse:
    if page.asked is not None:
        return redirect("programmes:evaluation", programme.pk)
    context = {"programme": programme, "gathering": gathering, "page": page, "closes": clock.today() + dt.timedelta(days=OPEN_DAYS)}
    return render(request, "programmes/evaluation_ask.html", context)
