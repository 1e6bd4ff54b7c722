"""Letters to those who help revise the kit. Each has a link of its own; opening it decides nothing."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from samskaper.areas.startkit.models import EvaluationGroup, Voice, Workshop
from samskaper.areas.startkit.queries.groups import entry_of
from samskaper.areas.startkit.rules.findings import LINK
from samskaper.areas.startkit.rules.workshop_words import the_hours
from samskaper.commons.calendar.exports import ics
from samskaper.commons.mail.commands import send
from samskaper.commons.mail.letters import Address, Attachment, absolute
from samskaper.commons.people.commands.links import make_link
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.people.queries.links import digest_of
from samskaper.foundation.refs import Ref

PURPOSE = "startkit"  # what one may unsubscribe from


def write(voice: Voice, template: str, *, owner: int | None, by: Doer, attachments: tuple[Attachment, ...] = (), **context: Any) -> None:
    """Write a letter to a voice, with her own link in it."""
    if not voice.email:
        return
    secret = make_link(purpose=LINK, subject=Ref.to(voice))
    house = Organisation.objects.filter(pk=owner).first() if owner else None
    send(
        to=Address(voice.email, voice.name, voice.language, voice.person_id), template=f"startkit/letters/{template}.txt",
        context={
            "voice": voice, "group": voice.group, "edition": voice.edition, "house": house, "sender": by.name,
            "page": lambda: absolute(reverse("startkit:voice", args=[secret])), **context,
        },
        about=Ref.to(voice), owner=owner, key=f"startkit-{template}-{digest_of(secret)[:32]}", by=by, attachments=attachments, stoppable=PURPOSE,
    )


def write_asked(voice: Voice, *, owner: int | None, by: Doer) -> None:
    """Ask somebody to be a member, or an expert."""
    days = list(voice.group.workshops.all()) if voice.group else []
    write(voice, "asked_expert" if voice.is_expert else "asked_member", owner=owner, by=by, days=lambda: [the_hours(one) for one in days])


def write_workshop(voice: Voice, workshop: Workshop, *, moved: bool, by: Doer) -> None:
    """Tell a member of a day that was set or moved, with the day for her calendar."""
    file = Attachment("workshop.ics", "text/calendar", ics([entry_of(workshop)], name=str(workshop.group.county)))
    write(
        voice, "workshop", owner=workshop.group.owner_id, by=by, attachments=(file,), workshop=workshop, moved=moved, day=lambda: the_hours(workshop),
    )


def write_summary(voice: Voice, group: EvaluationGroup, *, findings: int, by: Doer) -> None:
    """Send a member what came of the group."""
    write(voice, "summary", owner=group.owner_id, by=by, findings=findings)
