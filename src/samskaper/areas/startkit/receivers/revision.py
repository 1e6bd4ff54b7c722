"""What revision does when an editor goes or comes, and when an edition is out."""

from __future__ import annotations

from samskaper.areas.startkit.commands.findings import leave_nothing_behind
from samskaper.areas.startkit.commands.telling import settle_launched
from samskaper.areas.startkit.events.editions import EditionLaunched
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.events import PersonErased, RoleEnded, RoleGiven
from samskaper.commons.people.models import Role
from samskaper.commons.record.register import on
from samskaper.foundation.events import Event


@on(RoleGiven)
@on(RoleEnded)
def role_changed(event: Event, *, by: Doer) -> None:
    """What an editor had goes to another when her role ends, and what nobody else could take goes to the first who comes."""
    if event.data.get("role") == Role.EDITOR:
        leave_nothing_behind(by=by)


@on(PersonErased)
def person_erased(event: Event, *, by: Doer) -> None:
    """What somebody had who was erased goes to another."""
    leave_nothing_behind(by=by)


@on(EditionLaunched)
def edition_launched(event: Event, *, by: Doer) -> None:
    """What was promised for this edition has its two sentences from the first minute."""
    settle_launched(by=by)
