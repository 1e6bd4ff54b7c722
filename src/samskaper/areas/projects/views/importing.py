"""An application comes in: paste or upload, see what was understood, save."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samskaper.areas.projects.application import Application, excerpts, tally
from samskaper.areas.projects.application.skeleton import skeleton
from samskaper.areas.projects.commands.importing import save_application
from samskaper.areas.projects.forms.importing import ApplicationForm
from samskaper.areas.projects.plancheck import Plan, check
from samskaper.areas.projects.plancheck.figures import goals, in_words
from samskaper.areas.projects.queries.money import money_read
from samskaper.areas.projects.queries.organisations import advised_by
from samskaper.areas.projects.queries.plan import minimum
from samskaper.areas.projects.rules import access
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation import clock
from samskaper.foundation.sent import sent, sent_files


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: HttpRequest) -> HttpResponse:
    """Show the form, then what was understood; `do=save` saves it."""
    doer = doer_behind(request)
    access.must_import(doer)
    language = get_language() or "nb"
    empty = request.method != "POST" and request.GET.get("begin") == "empty"
    begun = {"text": plan_to_begin_from(language)} if empty else None
    form = ApplicationForm(sent(request), sent_files(request), owners=advised_by(doer), language=language, initial=begun)
    if request.method != "POST":
        return render(request, "projects/import.html", {"form": form, "empty": empty})
    if not form.is_valid() or form.application is None:
        return render(request, "projects/import.html", {"form": form}, status=422)
    if request.POST.get("do") == "save":
        saved = save_application(
            application=form.application,
            owner=form.chosen_owner,
            by=doer,
            text=form.source,
            language=form.cleaned_data["language"],
        )
        messages.success(request, _("The plan is in. From now on it follows what happens."))
        return redirect("projects:project", saved.pk)
    return render(request, "projects/preview.html", {"form": form, **preview_of(form.application, form.source)})


def plan_to_begin_from(language: str) -> str:
    """Return a short plan to write over, one year long from the first of next month."""
    first = (clock.today().replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    days = {"first": f"{first:%d.%m.%Y}", "last": f"{first.replace(year=first.year + 1) - dt.timedelta(days=1):%d.%m.%Y}"}
    return skeleton(language, title=_("A name for the project"), **days)


def preview_of(app: Application, source: str) -> dict[str, Any]:
    """Return what the preview shows of an application, grouped."""
    plan = Plan.from_application(app)
    return {
        "app": app,
        "news": news_of(app),
        "remarks": check(plan, minimum=minimum()),
        "tally": tally(app),
        "pieces": excerpts(source, {left.line for left in app.not_understood}),
        "mains": [(goal, [sub for sub in app.sub_goals if sub.main_goal == goal.number]) for goal in app.main_goals],
        "activities": [(one, goals(one.goals) if one.goals else "–") for one in app.activities],
        "loose": [sub for sub in app.sub_goals if sub.main_goal not in {goal.number for goal in app.main_goals}],
        "money": money_read(app.budget, minimum().share),
    }


def news_of(app: Application) -> str:
    """Return the news of an import: «11 sub-goals, 29 activities. Three lines we did not understand.»"""
    goals = ngettext("%(number)d sub-goal", "%(number)d sub-goals", len(app.sub_goals)) % {"number": len(app.sub_goals)}
    activities = ngettext("%(number)d activity", "%(number)d activities", len(app.activities)) % {
        "number": len(app.activities)
    }
    left = len(app.not_understood)
    if not left:
        rest = _("We understood every line.")
    else:
        said = ngettext("One line we did not understand.", "%(words)s lines we did not understand.", left)
        rest = said % {"words": capfirst(in_words(left))}
    return f"{goals}, {activities}. {rest}"
