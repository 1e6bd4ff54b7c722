"""A scanner of mail that follows every link and presses nothing decides nothing."""

from __future__ import annotations

import re
from typing import Any

from django.apps import apps
from django.urls import reverse

from samskaper.areas.cocreation.models import Contact, Conversation
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.commons.people.commands.links import make_link
from samskaper.commons.record.models import Fact
from samskaper.foundation.refs import Ref
from tests.cast import Somebody

HREF = re.compile(r'(?:href|action)="(/[^"#]*)')


def everything() -> dict[str, list[dict[str, Any]]]:
    """Return every row of the area, and every fact."""
    models = [*apps.get_app_config("cocreation").get_models(), Fact]
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in models}


def follow(guest: Somebody, start: str, *, inside: str) -> set[str]:
    """Open every address of this link that can be reached from its page, in every harmless way. Returns those opened."""
    seen: set[str] = set()
    waiting = {start}
    while waiting:
        path = waiting.pop()
        seen.add(path)
        guest.client.head(path)
        guest.client.options(path)
        page = guest.client.get(path)
        if page.status_code == 200 and "html" in page["Content-Type"]:
            waiting |= {found for found in HREF.findall(page.content.decode()) if inside in found} - seen
    return seen


def test_opening_everything_behind_a_link_changes_nothing(held: Conversation, speaker: Contact, guest: Somebody) -> None:
    secret = make_link(purpose=LINK, subject=Ref.to(speaker))
    before = everything()
    opened = follow(guest, reverse("cocreation:party", args=[secret]), inside=secret)

    assert everything() == before
    assert len(opened) >= 4
