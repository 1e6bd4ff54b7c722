"""What this app registers: coming days on my desk, the way to my dates, and what it keeps about a person."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.commons.calendar import commands, queries
from samskaper.commons.people.register import PersonalData, onward, personal_data
from samskaper.ui.menu import desk

desk.add("calendar", queries.coming_days)
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
