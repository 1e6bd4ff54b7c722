"""What this app registers: coming days on my desk, the way to my dates, and what it keeps about a person."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samskaper.commons.calendar import commands, queries
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.register import PersonalData, onward, personal_data
from samskaper.ui.menu import DeskItem, desk

MOST_ON_DESK = 6


def _coming_days(doer: object) -> Iterator[DeskItem]:
    if not isinstance(doer, Doer) and not hasattr(doer, "person"):
        return
    if getattr(doer, "person", None) is None:
        return
    days = [entry for entry in queries.coming(visible_to=doer) if not entry.cancelled]  # type: ignore[arg-type]
    for entry in days[:MOST_ON_DESK]:
        yield DeskItem("date", entry.title, entry.place, entry.url or reverse("calendar:mine"), due=entry.begins)


desk.add("calendar", _coming_days)
onward.add("dates", "calendar:mine")
personal_data.add(
    "calendar",
    PersonalData(
        "calendar",
        what=_("Your calendar link"),
        why=_("so that your own calendar can fetch your dates"),
        until=_("until you close it or erase yourself"),
        export=queries.export,
        erase=commands.forget,
    ),
)
