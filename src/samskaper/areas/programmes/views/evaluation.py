"""What people thought: asking, and the way to the results."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskaper.areas.programmes.commands import evaluation as commands
from samskaper.areas.programmes.queries import evaluation as queries
from samskaper.areas.programmes.queries.chain import thread_of
from samskaper.areas.programmes.queries.gatherings import gathering_to_run
from samskaper.areas.programmes.queries.lead import programme_to_run
from samskaper.commons.people.middleware import doer_behind


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
@require_POST
def ask_about_gathering(request: HttpRequest, number: int) -> HttpResponse:
    """Ask those who were there."""
    doer = doer_behind(request)
    gathering = gathering_to_run(number, visible_to=doer)
    commands.ask_about_gathering(gathering=gathering, by=doer)
    messages.success(request, _("The questions are open, and those who were there get a letter."))
    return redirect("programmes:evaluation", gathering.programme_id)


@login_required
@require_POST
def ask_at_the_end(request: HttpRequest, programme: int) -> HttpResponse:
    """Ask everybody about the whole."""
    doer = doer_behind(request)
    found = programme_to_run(programme, visible_to=doer)
    commands.ask_at_the_end(programme=found, by=doer)
    messages.success(request, _("The questions are open, and everybody with a seat gets a letter."))
    return redirect("programmes:evaluation", found.pk)
