"""Goals: what lies behind the number, how it is measured, what is said by hand, and dissemination."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.areas.projects.commands import goals as commands
from samskaper.areas.projects.forms.goals import EvidenceForm, MeasureForm, today
from samskaper.areas.projects.forms.telling import DisseminationForm
from samskaper.areas.projects.models import GoalState, Project
from samskaper.areas.projects.queries import projects as queries
from samskaper.areas.projects.queries.behind import behind, dissemination_for
from samskaper.areas.projects.queries.chain import chain_of
from samskaper.areas.projects.queries.progress import Number, counted_in, goal_progress
from samskaper.areas.projects.queries.report import TONES
from samskaper.areas.projects.queries.spreading import counted_for, goal_to_count
from samskaper.areas.projects.rules import access, measures
from samskaper.areas.projects.views.door import thread_of
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.record.queries import counts
from samskaper.commons.record.register import fact_words
from samskaper.foundation.sent import sent
from samskaper.foundation.versions import version_of


@login_required
@require_safe
def goal(request: HttpRequest, number: int) -> HttpResponse:
    """A sub-goal: its numbers with what lies behind them, evidence and dissemination."""
    doer = doer_behind(request)
    found = queries.goal_for(number, visible_to=doer)
    progress = goal_progress(found)
    sees = access.may_see_behind(doer, found.project)
    context = {
        "goal": found,
        "project": found.project,
        "progress": progress,
        "status": progress.state.label,
        "tone": TONES[progress.state.value],
        "numbers": [
            (one, behind(found.project, one.fact_key, visible_to=doer)[:20] if sees else None)
            for one in progress.numbers
        ],
        "thread": thread_of(found.project, chain_of(found.project, visible_to=doer)),
        "may_see": sees,
        "may_write": access.may_write(doer, found.project),
        "labels": dict(GoalState.choices),
    }
    return render(request, "projects/goal.html", context)


@login_required
@require_safe
def number(request: HttpRequest, number: int, key: str) -> HttpResponse:
    """What a number counts: the list behind it to those who may see it, otherwise its definition."""
    doer = doer_behind(request)
    found = queries.project_for(number, visible_to=doer)
    if key not in measures.FUNNEL and fact_words.get(key) is None:
        raise Http404
    counted = Number(key, counts([key], within=counted_in(found))[key])
    sees = access.may_see_behind(doer, found)
    page = Paginator(behind(found, key, visible_to=doer), 50).get_page(request.GET.get("page")) if sees else None
    context = {
        "project": found,
        "number": counted,
        "page": page,
        "may_see": sees,
        "thread": thread_of(found, chain_of(found, visible_to=doer)),
    }
    return render(request, "projects/number.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def measure(request: HttpRequest, number: int) -> HttpResponse:
    """Say what a goal counts."""
    doer = doer_behind(request)
    found = queries.goal_for(number, visible_to=doer)
    access.must_write(doer, found.project)
    form = MeasureForm(sent(request), goal=found)
    if request.method == "POST" and form.is_valid():
        commands.measure_goal(goal=found, version=version_of(request), targets=form.cleaned_data["targets"], by=doer)
        messages.success(
            request,
            _("The goal now measures itself.") if form.cleaned_data["targets"] else _("The goal is answered by hand."),
        )
        return redirect("projects:goal", number)
    context = {"form": form, "goal": found, "project": found.project, "version": found.version}
    return render(request, "projects/measure.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Say by hand how far a goal has come."""
    doer = doer_behind(request)
    found = queries.goal_for(number, visible_to=doer)
    access.must_write(doer, found.project)
    form = EvidenceForm(sent(request), initial={"day": today()})
    if request.method == "POST" and form.is_valid():
        commands.answer_goal(goal=found, by=doer, **form.cleaned_data)
        messages.success(request, _("Saved. It stands in the report."))
        return redirect("projects:goal", number)
    context = {"form": form, "goal": found, "project": found.project, "measured": bool(found.measures.all())}
    return render(request, "projects/answer.html", context, status=422 if form.is_bound else 200)


def _dissemination(
    request: HttpRequest, doer: Doer, project: Project, form: DisseminationForm, pk: int | None
) -> HttpResponse:
    access.must_write(doer, project)
    if request.method == "POST" and form.is_valid():
        found = dissemination_for(pk, visible_to=doer) if pk else None
        saved = commands.disseminate(
            project=project,
            dissemination=found,
            version=version_of(request) if found else None,
            by=doer,
            **form.cleaned_data,
        )
        messages.success(request, counted_for(saved))
        return redirect("projects:goal", saved.sub_goal_id) if saved.sub_goal_id else redirect("projects:report", project.pk)
    context = {"form": form, "project": project, "version": form.instance.version if pk else ""}
    return render(request, "projects/dissemination.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def disseminate(request: HttpRequest, number: int) -> HttpResponse:
    """Write down a talk, an article or the like."""
    doer = doer_behind(request)
    found = queries.project_for(number, visible_to=doer)
    initial = {"day": today(), "sub_goal": goal_to_count(found, request.GET.get("goal", ""))}
    form = DisseminationForm(sent(request), project=found, initial=initial)
    return _dissemination(request, doer, found, form, None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_dissemination(request: HttpRequest, number: int) -> HttpResponse:
    """Correct what was written down about a talk or an article."""
    doer = doer_behind(request)
    found = dissemination_for(number, visible_to=doer)
    form = DisseminationForm(sent(request), project=found.project, instance=found)
    return _dissemination(request, doer, found.project, form, found.pk)
