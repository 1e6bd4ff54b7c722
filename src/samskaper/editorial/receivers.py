"""What the editors' tool does when roles and people change: it opens and closes."""

from __future__ import annotations

from samskaper.commons.people.doer import Doer
from samskaper.commons.people.events import PersonAdded, PersonErased, RoleEnded, RoleGiven
from samskaper.commons.people.models import Role
from samskaper.commons.record.register import on
from samskaper.editorial.commands import settle_editors
from samskaper.foundation.events import Event


@on(RoleGiven)
@on(RoleEnded)
def role_changed(event: Event, *, by: Doer) -> None:
    """The role of editor opens the tool, and its end closes it."""
    if event.data.get("role") == Role.EDITOR:
        settle_editors(by=by)


@on(PersonAdded)
@on(PersonErased)
def person_changed(event: Event, *, by: Doer) -> None:
    """Somebody who was invited as an editor came in, or an editor went."""
    settle_editors(by=by)
