"""What the editors' tool does when roles and people change: it opens and closes."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from samskaper.commons.people.doer import Doer
from samskaper.commons.people.events import PersonAdded, PersonErased, RoleEnded, RoleGiven
from samskaper.commons.people.models import Role
from samskaper.commons.record.register import on
from samskaper.editorial.commands import note_published, note_withdrawn, settle_editors
from samskaper.editorial.models import MethodPage
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


@receiver(page_published, sender=MethodPage, dispatch_uid="samskaper.method_published")
def method_published(instance: MethodPage, **_: Any) -> None:
    """An edited method is on the page now, unless it was only given a time."""
    if instance.live:
        note_published(instance)


@receiver(page_unpublished, sender=MethodPage, dispatch_uid="samskaper.method_withdrawn")
def method_withdrawn(instance: MethodPage, **_: Any) -> None:
    """A method was taken down or deleted."""
    note_withdrawn(instance)
