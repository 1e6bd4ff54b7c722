"""What projects register: the menu, their kind, words for what they count, what waits for whom."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samskaper.areas.projects import events
from samskaper.areas.projects.queries import waiting
from samskaper.areas.projects.queries.projects import visible
from samskaper.areas.projects.rules.access import may_have_projects
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.register import FactWords, fact_words
from samskaper.foundation.kinds import Card, Kind, kinds
from samskaper.foundation.refs import Ref
from samskaper.ui.menu import DeskItem, MenuEntry, desk, menu


def _cards(ids: Iterable[int], doer: object) -> dict[int, Card]:
    if not isinstance(doer, Doer) or doer.is_guest:
        return {}
    found = visible(doer).filter(pk__in=list(ids))
    return {
        one.pk: Card(Ref.to(one), one.title, reverse("projects:project", args=[one.pk]), str(one.owner))
        for one in found
    }


def _desk(doer: object) -> Iterable[DeskItem]:
    if not isinstance(doer, Doer) or doer.is_guest:
        return
    for one in waiting.waiting_for(doer):
        address = reverse("projects:project", args=[one.project.pk])
        if one.remarks:
            words = ngettext(
                "I noticed %(number)d thing about the plan", "I noticed %(number)d things about the plan", one.remarks
            )
            yield DeskItem(
                "do", words % {"number": one.remarks}, one.project.title, f"{address}#noticed", _("See it"), weight=60
            )
        if one.goals:
            words = ngettext("%(number)d goal waits for your words", "%(number)d goals wait for your words", one.goals)
            yield DeskItem(
                "do", words % {"number": one.goals}, one.project.title, f"{address}#goals", _("Say how far"), weight=55
            )
        if one.report_due:
            note = _("Most of it has written itself.")
            yield DeskItem(
                "do",
                _("The final report of “%(title)s”") % {"title": one.project.title},
                note,
                reverse("projects:report", args=[one.project.pk]),
                _("Read it"),
                weight=40,
            )
    for project in waiting.going_for(doer):
        yield DeskItem("going", project.title, str(project.owner), reverse("projects:project", args=[project.pk]))


menu.add(
    "projects",
    MenuEntry(
        gettext_lazy("Projects"),
        "projects:projects",
        lambda doer: isinstance(doer, Doer) and may_have_projects(doer),
        40,
    ),
)
kinds.add("projects.project", Kind("projects.project", gettext_lazy("project"), _cards, knot="plan"))
desk.add("projects", _desk)
fact_words.add(
    events.Disseminated.key,
    FactWords(
        events.Disseminated.key,
        gettext_lazy("talk or article"),
        gettext_lazy("Talks, articles and the like that were written down for this goal."),
    ),
)
