"""What search does when something happens anywhere."""

from __future__ import annotations

from typing import Any

from django.db.models import Model

from samskaper.commons.people.doer import Doer
from samskaper.commons.record.register import on
from samskaper.commons.search import commands
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref


@on(Event)
def something_happened(event: Event, *, by: Doer) -> None:
    """Whatever a fact is about is read again, in the same transaction."""
    commands.follow(event)


def record_deleted(sender: type[Model], instance: Model, using: str, **_: Any) -> None:
    """A record that is deleted is not found any more."""
    commands.forget([Ref.to(instance)], using=using)
