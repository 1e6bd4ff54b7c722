"""What projects put on my desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.projects.queries import waiting
from samskaper.areas.projects.queries.waiting import Waiting
from samskaper.commons.people.doer import Doer
from samskaper.ui.menu import DeskItem


def desk_items(doer: object) -> Iterable[DeskItem]:
    """Yield what waits for an adviser, and the projects under way of those who read them."""
    if not isinstance(doer, Doer) or doer.is_guest:
        return
    for one in waiting.waiting_for(doer):
        yield from _wanted(one)
    for project in waiting.going_for(doer):
        yield DeskItem("going", project.title, str(project.owner), reverse("projects:project", args=[project.pk]))


def _wanted(one: Waiting) -> Iterator[DeskItem]:
    address, title = reverse("projects:project", args=[one.project.pk]), one.project.title
    if one.remarks:
        words = ngettext(
            "I noticed %(number)d thing about the plan", "I noticed %(number)d things about the plan", one.remarks
        )
        yield DeskItem("do", words % {"number": one.remarks}, title, f"{address}#noticed", _("See it"), weight=60)
    if one.goals:
        words = ngettext("%(number)d goal waits for your words", "%(number)d goals wait for your words", one.goals)
        yield DeskItem("do", words % {"number": one.goals}, title, f"{address}#goals", _("Say how far"), weight=55)
    if one.report_due:
        words = _("The final report of “%(title)s”") % {"title": title}
        report = reverse("projects:report", args=[one.project.pk])
        yield DeskItem("do", words, _("Most of it has written itself."), report, _("Read it"), weight=40)
