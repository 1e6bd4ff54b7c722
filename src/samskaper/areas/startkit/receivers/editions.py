"""The current edition says what the pages say."""

from __future__ import annotations

from samskaper.areas.startkit.commands.editions import follow
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.register import on
from samskaper.editorial.events import MethodPublished, MethodWithdrawn
from samskaper.foundation.events import Event


@on(MethodPublished)
@on(MethodWithdrawn)
def page_changed(event: Event, *, by: Doer) -> None:
    """A method says something new, or is gone, in a language."""
    follow(key=event.data["key"], language=event.data["language"])
