"""Changing the plan: answers to the plan check, and activities."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samskaper.areas.projects.commands import plan as commands
from samskaper.areas.projects.commands.taking_back import take_back_answer
from samskaper.areas.projects.forms.plan import ActivityForm, ReasonForm, activity_values
from samskaper.areas.projects.models import RemarkDecision
from samskaper.areas.projects.queries import projects as queries
from samskaper.areas.projects.queries.plan import open_remark
from samskaper.areas.projects.rules import access
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.sent import sent
from samskaper.foundation.versions import version_of


def _said(number: int, decision: RemarkDecision) -> str:
    """Return where the answer stands, so that it is read where it was given."""
    return f"{reverse('projects:project', args=[number])}?said={decision.fingerprint}#said-{decision.fingerprint}"


@login_required
@require_POST
def accept(request: HttpRequest, number: int, fingerprint: str) -> HttpResponse:
    """Do what the plan check proposes."""
    doer = doer_behind(request)
    found = queries.project_for(number, visible_to=doer)
    return redirect(_said(number, commands.accept_remark(project=found, fingerprint=fingerprint[:32], by=doer)))


@login_required
@require_POST
def take_back(request: HttpRequest, number: int, fingerprint: str) -> HttpResponse:
    """Take an answer to the plan check back, and what it changed."""
    doer = doer_behind(request)
    found = queries.project_for(number, visible_to=doer)
    take_back_answer(project=found, fingerprint=fingerprint[:32], by=doer)
    return redirect(f"{reverse('projects:project', args=[number])}?again={fingerprint[:32]}#remark-{fingerprint[:32]}")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def refuse(request: HttpRequest, number: int, fingerprint: str) -> HttpResponse:
    """Say no to a remark, and why."""
    doer = doer_behind(request)
    found = queries.project_for(number, visible_to=doer)
    access.must_write(doer, found)
    form = ReasonForm(sent(request))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        said = commands.refuse_remark(project=found, fingerprint=fingerprint[:32], reason=reason, by=doer)
        return redirect(_said(number, said))
    remark = open_remark(found, fingerprint[:32])
    if remark is None:
        raise Http404
    context = {"form": form, "project": found, "remark": remark}
    return render(request, "projects/refuse.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_activity(request: HttpRequest, number: int) -> HttpResponse:
    """Add an activity to the plan."""
    doer = doer_behind(request)
    found = queries.project_for(number, visible_to=doer)
    access.must_write(doer, found)
    form = ActivityForm(sent(request), project=found)
    for name in ("fact_key", "fact_number", "begun", "done"):
        del form.fields[name]
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        commands.add_activity(
            project=found, text=data["text"], starts=data["starts"], ends=data["ends"], goals=data["goals"], by=doer
        )
        messages.success(request, _("The activity is in the plan."))
        return redirect("projects:activities", number)
    context = {"form": form, "project": found, "activity": None, "version": ""}
    return render(request, "projects/activity.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def activity(request: HttpRequest, number: int) -> HttpResponse:
    """Change an activity."""
    doer = doer_behind(request)
    found = queries.activity_for(number, visible_to=doer)
    access.must_write(doer, found.project)
    form = ActivityForm(sent(request), project=found.project, initial=activity_values(found))
    if request.method == "POST" and form.is_valid():
        commands.change_activity(activity=found, version=version_of(request), by=doer, **form.cleaned_data)
        messages.success(request, _("The activity is saved."))
        return redirect("projects:activities", found.project_id)
    context = {"form": form, "project": found.project, "activity": found, "version": found.version}
    return render(request, "projects/activity.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def done(request: HttpRequest, number: int) -> HttpResponse:
    """Say that an activity is done, or that it is not."""
    doer = doer_behind(request)
    found = queries.activity_for(number, visible_to=doer)
    commands.mark_activity_done(activity=found, done=request.POST.get("done") == "yes", by=doer)
    return redirect("projects:activities", found.project_id)
