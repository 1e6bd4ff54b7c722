"""What projects register: the menu, their kind, words for what they count, what waits for whom."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy

from samskaper.areas.projects import events
from samskaper.areas.projects.commands.personal import forget
from samskaper.areas.projects.queries.found import SOURCE
from samskaper.areas.projects.queries.personal import export
from samskaper.areas.projects.queries.projects import among, reading, visible
from samskaper.areas.projects.queries.report import note_of
from samskaper.areas.projects.rules.access import may_have_projects
from samskaper.areas.projects.rules.state import is_over
from samskaper.areas.projects.views.desk import desk_items
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.register import PersonalData, personal_data
from samskaper.commons.record.register import FactWords, fact_words
from samskaper.commons.search.register import found
from samskaper.foundation import clock
from samskaper.foundation.addresses import address
from samskaper.foundation.kinds import Card, Kind, kinds
from samskaper.foundation.refs import Ref
from samskaper.ui.menu import MenuEntry, desk, menu


def _cards(ids: Iterable[int], doer: object) -> dict[int, Card]:
    if not isinstance(doer, Doer) or doer.is_guest:
        return {}
    seen = visible(doer).filter(pk__in=list(ids)) if doer.is_system else among(list(ids), *reading(doer))
    today = clock.today()
    return {
        one.pk: Card(Ref.to(one), one.title, address("projects:project", one.pk), note_of(one), is_over(one, today))
        for one in seen
    }


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
desk.add("projects", desk_items)
found(SOURCE)
fact_words.add(
    events.Disseminated.key,
    FactWords(
        events.Disseminated.key,
        gettext_lazy("talk or article"),
        gettext_lazy("Talks, articles and the like that were written down for this goal."),
    ),
)
personal_data.add(
    "projects",
    PersonalData(
        "projects",
        what=gettext_lazy("Projects: that you wrote something down or answered"),
        why=gettext_lazy("so that colleagues know whom to ask"),
        until=gettext_lazy("as long as the project is kept, or until you erase yourself"),
        export=export,
        erase=forget,
        stays=gettext_lazy("What you wrote about projects stays without your name: it belongs to the library's case."),
    ),
)
