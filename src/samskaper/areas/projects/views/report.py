"""The status report: a page that fills itself, as PDF, and frozen when it is handed in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskaper.areas.projects import exports
from samskaper.areas.projects.commands.goals import hand_in as hand_in_report
from samskaper.areas.projects.forms.telling import BlankHandIn, HandInForm
from samskaper.areas.projects.models import Project, Report
from samskaper.areas.projects.queries import projects as queries
from samskaper.areas.projects.queries.chain import chain_of
from samskaper.areas.projects.queries.progress import progress_of
from samskaper.areas.projects.queries.report import Told, handed_in, report_of, shown
from samskaper.areas.projects.rules import access
from samskaper.areas.projects.views.door import thread_of
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation import clock
from samskaper.ui.answers import named


@login_required
@require_safe
def report(request: HttpRequest, number: int) -> HttpResponse:
    """What the report says today."""
    doer = doer_behind(request)
    found = queries.project_for(number, visible_to=doer)
    return render(request, "projects/report.html", _page(found, doer, HandInForm()))


def _page(project: Project, doer: Doer, form: HandInForm) -> dict[str, Any]:
    progress = progress_of(project)
    chain = chain_of(project, progress, visible_to=doer)
    data = report_of(project, progress, chain.ties)
    return {
        "project": project,
        "day": clock.today(),
        "reached": data["reached"],
        "goal_count": data["goal_count"],
        "told": Told.of(data),
        "form": form,
        "blank": BlankHandIn(),
        "handed_in": handed_in(project.pk),
        "may_write": access.may_write(doer, project),
        "thread": thread_of(project, chain),
    }


@login_required
@require_POST
def hand_in(request: HttpRequest, number: int) -> HttpResponse:
    """Freeze the report as it is now."""
    doer = doer_behind(request)
    found = queries.project_for(number, visible_to=doer)
    access.must_write(doer, found)
    form = HandInForm(request.POST)
    if not form.is_valid():
        return render(request, "projects/report.html", _page(found, doer, form), status=422)
    progress = progress_of(found, final=form.cleaned_data["final"])
    frozen = hand_in_report(project=found, snapshot=report_of(found, progress), by=doer, **form.cleaned_data)
    messages.success(request, _("The report is handed in, and kept as it was today."))
    return redirect("projects:frozen", number, frozen.number)


def _frozen(number: int, version: int, doer: Doer) -> Report:
    found = queries.project_for(number, visible_to=doer)
    kept = found.reports.filter(number=version).first()
    if kept is None:
        raise Http404
    kept.project = found
    return kept


@login_required
@require_safe
def frozen(request: HttpRequest, number: int, version: int) -> HttpResponse:
    """A report as it was handed in."""
    doer = doer_behind(request)
    kept = _frozen(number, version, doer)
    context = {
        "project": kept.project,
        "kept": kept,
        "report": kept.snapshot,
        "told": Told.of(kept.snapshot),
        "thread": thread_of(kept.project, chain_of(kept.project, visible_to=doer)),
    }
    return render(request, "projects/frozen.html", context)


@login_required
@require_safe
def pdf(request: HttpRequest, number: int) -> HttpResponse:
    """What the report says today, as PDF."""
    found = queries.project_for(number, visible_to=doer_behind(request))
    return _pdf(request, found, report_of(found), None)


@login_required
@require_safe
def frozen_pdf(request: HttpRequest, number: int, version: int) -> HttpResponse:
    """A report as it was handed in, as PDF."""
    kept = _frozen(number, version, doer_behind(request))
    return _pdf(request, kept.project, kept.snapshot, kept)


def _pdf(request: HttpRequest, project: Project, data: dict[str, Any], kept: Report | None) -> HttpResponse:
    try:
        file = exports.report_pdf(request, {"project": project, "report": shown(data, printed=True), "kept": kept})
    except exports.NoPdfHere as lacking:
        return render(
            request, "projects/no_pdf.html", {"project": project, "kept": kept, "lacking": lacking}, status=503
        )
    answer = HttpResponse(file, content_type="application/pdf")
    return named(answer, f"{project.title} {kept.number if kept else ''}", "pdf")
