"""The pages of projects: the list, one project, and changing what is said about it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.areas.projects.commands import plan as commands
from samskaper.areas.projects.forms.plan import ProjectForm
from samskaper.areas.projects.models import Project, ProjectState
from samskaper.areas.projects.queries import projects as queries
from samskaper.areas.projects.queries.chain import chain_of
from samskaper.areas.projects.queries.funnel import funnel_of
from samskaper.areas.projects.queries.money import money_of
from samskaper.areas.projects.queries.plan import checked, minimum, plan_of
from samskaper.areas.projects.queries.progress import practice_of, progress_of
from samskaper.areas.projects.queries.report import period_words
from samskaper.areas.projects.queries.rows import activity_rows, goal_rows
from samskaper.areas.projects.queries.timeline import timeline_of
from samskaper.areas.projects.rules import access
from samskaper.areas.projects.rules.state import is_over, state_today
from samskaper.areas.projects.views.door import thread_of
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.sent import sent
from samskaper.foundation.steps import steps_from
from samskaper.foundation.versions import version_of

ORDER = (ProjectState.RUNNING, ProjectState.APPLIED, ProjectState.FINISHED)


@login_required
@require_safe
def projects(request: HttpRequest) -> HttpResponse:
    """The projects that somebody may read."""
    doer = doer_behind(request)
    access.must_have_projects(doer)
    today = clock.today()
    found = [
        (project, period_words(project.starts, project.ends), state_today(project, today))
        for project in queries.listed(doer)
    ]
    found.sort(key=lambda row: ORDER.index(row[2]))
    context = {"projects": found, "may_import": access.may_import(doer)}
    return render(request, "projects/projects.html", context)


@login_required
@require_safe
def project(request: HttpRequest, number: int) -> HttpResponse:
    """One project: plan and practice, goals, and what the plan check noticed."""
    doer = doer_behind(request)
    found = queries.project_for(number, visible_to=doer)
    context = page_of(found, doer)
    context |= {name: request.GET.get(name, "")[:32] for name in ("said", "again")}
    return render(request, "projects/project.html", context)


def page_of(found: Project, doer: Doer) -> dict[str, Any]:
    """Return what the page of a project shows to this doer."""
    progress = progress_of(found)
    chain = chain_of(found, progress, visible_to=doer)
    budget = queries.budget_of(found.pk)
    plan = plan_of(found, progress, budget) if access.may_see_check(doer, found) else None
    return {
        "project": found,
        "progress": progress,
        "goals": goal_rows(progress),
        "timeline": timeline_of(progress),
        "funnel": funnel_of(
            found,
            progress,
            reverse("projects:number", args=[found.pk, "{key}"]).replace("%7B", "{").replace("%7D", "}"),
        )
        if progress.programmes
        else None,
        "checked": checked(found, plan) if plan else None,
        "plan": plan,
        "state": state_today(found, clock.today()),
        "money": money_of(budget, minimum().share),
        "period": period_words(found.starts, found.ends),
        "partners": queries.partners_of(found.pk),
        "owner": str(found.owner),
        "thread": thread_of(found, chain),
        "ties": chain.ties,
        "programmes": chain.programmes,
        "may_write": access.may_write(doer, found),
        "steps": steps_from(Ref.to(found), visible_to=doer) if access.may_write(doer, found) else [],
    }


@login_required
@require_safe
def activities(request: HttpRequest, number: int) -> HttpResponse:
    """Every activity: what was promised, and what has happened."""
    doer = doer_behind(request)
    found = queries.project_for(number, visible_to=doer)
    practice, today = practice_of(found), clock.today()
    rows = activity_rows(practice, today, over=is_over(found, today))
    context = {
        "project": found,
        "activities": rows,
        "done": sum(one.done for one in rows),
        "may_write": access.may_write(doer, found),
        "thread": thread_of(found, chain_of(found, practice, visible_to=doer)),
    }
    return render(request, "projects/plan.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, number: int) -> HttpResponse:
    """Change what is said about a project."""
    doer = doer_behind(request)
    found = queries.project_for(number, visible_to=doer)
    access.must_write(doer, found)
    form = ProjectForm(sent(request), instance=found)
    if request.method == "POST" and form.is_valid():
        fresh = queries.project_for(number, visible_to=doer)
        commands.change_project(project=fresh, version=version_of(request), by=doer, **form.cleaned_data)
        messages.success(request, _("The project is saved."))
        return redirect("projects:project", number)
    context = {
        "form": form,
        "project": found,
        "version": found.version,
        "back": reverse("projects:project", args=[number]),
    }
    return render(request, "projects/edit.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def application(request: HttpRequest, number: int) -> HttpResponse:
    """The application as it came in: its sections, its money, and the text itself."""
    doer = doer_behind(request)
    found = queries.project_for(number, visible_to=doer)
    access.must_see_behind(doer, found)
    context = {
        "project": found,
        "sections": found.sections.all(),
        "thread": thread_of(found, chain_of(found, visible_to=doer)),
        "money": money_of(queries.budget_of(found.pk), minimum().share),
        "partners": found.partners.all(),
    }
    return render(request, "projects/application.html", context)
