"""Links that are mailed to people without an account. A link belongs to a role, can be handed over and withdrawn."""

from __future__ import annotations

import datetime as dt
import secrets

from samskaper.commons.people.models import EmailedLink, Person
from samskaper.commons.people.queries.links import digest_of
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


def make_link(*, purpose: str, subject: Ref, person: Person | None = None, expires: dt.datetime | None = None) -> str:
    """Make a link that opens `subject` for `purpose`. Returns its secret (192 bits), which is stored nowhere."""
    secret = secrets.token_urlsafe(24)
    EmailedLink.objects.create(digest=digest_of(secret), purpose=purpose, subject=str(subject), person=person, expires=expires)
    return secret


def withdraw_links(*, purpose: str, subject: Ref) -> int:
    """Let every link of this purpose to `subject` open nothing any more. Returns how many."""
    rows = EmailedLink.objects.filter(purpose=purpose, subject=str(subject), withdrawn__isnull=True)
    return rows.update(withdrawn=clock.now())
