"""What the tests of the outbox write: letters of a template that the test itself gives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.template import engines

from samskaper.commons.mail.commands import send
from samskaper.commons.mail.letters import Address
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Organisation
from samskaper.foundation.refs import Ref

ABOUT = Ref("programmes.programme", 7)
TEXT = """Subject: Welcome, {{ receiver }}

The first gathering is soon.

See the programme:
{{ site_url }}/nb/programmes/7/
"""


@contextmanager
def template(text: str) -> Iterator[None]:
    """Let every letter be written from this text."""
    engine = engines["django"].engine
    with mock.patch.object(engine, "get_template", return_value=engines["django"].from_string(text).template):
        yield


def write(
    email: str = "kari@example.org", *, owner: Organisation | None = None, text: str = TEXT, key: str = "", **named: Any
) -> Letter:
    """Write a letter into the outbox."""
    to = Address(email, named.pop("name", "Kari"), named.pop("language", "nb"), named.pop("person", None))
    given = {"template": "tests/letter.txt", "context": {}, "about": ABOUT, "by": SYSTEM} | named
    with template(text):
        return send(to=to, owner=owner.pk if owner else None, key=key or email, **given)
