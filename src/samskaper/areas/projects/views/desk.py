"""What projects put on my desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.projects.models import Project, Report
from samskaper.areas.projects.queries import waiting
from samskaper.areas.projects.queries.report import note_of
from samskaper.areas.projects.queries.waiting import Waiting
from samskaper.commons.people.doer import Doer
from samskaper.ui.menu import DeskItem


def desk_items(doer: object) -> Iterable[DeskItem]:
    """Yield what waits for an adviser, and the projects under way of those who read them."""
    if not isinstance(doer, Doer) or doer.is_guest:
        return
    wanted = list(waiting.waiting_for(doer))
    for one in wanted:
        yield from _wanted(one)
    if not wanted and waiting.begins_without(doer):
        note = _("Goals, activities and money are read out of it. Without one, you begin with an empty plan.")
        address = reverse("projects:import")
        yield DeskItem("first", _("Bring in the application"), note, address, _("Bring it in"), weight=20)
    for project, report in waiting.paid_for(doer):
        yield _paid(project, report)
    for project in waiting.going_for(doer):
        yield DeskItem("going", project.title, str(project.owner), reverse("projects:project", args=[project.pk]))


def _paid(project: Project, report: Report | None) -> DeskItem:
    """Return a project as its funder meets it: whose it is, when, and the newest report."""
    if report is None:
        said, address = _("No report is handed in yet"), reverse("projects:report", args=[project.pk])
    else:
        words = _("The final report came on %(day)s") if report.final else _("The newest report came on %(day)s")
        said = words % {"day": date_format(report.at, "DATE_FORMAT")}
        address = reverse("projects:frozen", args=[project.pk, report.number])
    return DeskItem("going", project.title, f"{note_of(project)}. {said}.", address)


def _wanted(one: Waiting) -> Iterator[DeskItem]:
    address, title = reverse("projects:project", args=[one.project.pk]), one.project.title
    if one.remarks:
        words = ngettext(
            "The plan check noticed %(number)d thing", "The plan check noticed %(number)d things", one.remarks
        )
        yield DeskItem("do", words % {"number": one.remarks}, title, f"{address}#noticed", _("See it"), weight=60)
    if one.goals:
        words = ngettext("%(number)d goal waits for your words", "%(number)d goals wait for your words", one.goals)
        yield DeskItem("do", words % {"number": one.goals}, title, f"{address}#goals", _("Say how far"), weight=55)
    if one.report_due:
        words = _("The final report of “%(title)s”") % {"title": title}
        report = reverse("projects:report", args=[one.project.pk])
        yield DeskItem("do", words, _("Most of it has written itself."), report, _("Read it"), weight=40)
