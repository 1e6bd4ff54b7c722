"""Facts as the neighbours note them, for tests that may not know the neighbours."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, make_dataclass
from typing import Any

from django.utils import timezone

from samskaper.areas.projects.models import Project
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.record.commands import note_all, take_back, tie
from samskaper.foundation import clock
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref


def event_of(key: str) -> type[Event]:
    """Return an event class of this key."""
    return make_dataclass("Noted", [], bases=(Event,), namespace={"key": key}, frozen=True, kw_only=True)


@dataclass
class Programme:
    """A programme that came of a project, as the record sees it."""

    project: Project
    number: int = 1

    def __post_init__(self) -> None:
        tie(record=self.ref, source=Ref.to(self.project), by=SYSTEM)

    @property
    def ref(self) -> Ref:
        return Ref("programmes.programme", self.number)

    def note(self, key: str, count: int = 1, *, first: int = 1, day: dt.date | None = None, **data: Any) -> None:
        """Let `count` things have a fact of this key."""
        moment = timezone.make_aware(dt.datetime.combine(day or clock.today(), dt.time(12)))
        event, kind = event_of(key), "programmes.enrolment"
        with clock.at(moment):
            note_all(
                [
                    event(subject=Ref(kind, number), within=self.ref, owner=self.project.owner_id, data=data)
                    for number in range(first, first + count)
                ],
                by=SYSTEM,
            )

    def take_back(self, key: str, number: int) -> None:
        """Let the fact about one of them count no longer."""
        take_back(key=key, subject=Ref("programmes.enrolment", number), because="corrected", by=SYSTEM)
