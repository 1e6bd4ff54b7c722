"""Limits on every door to a secret: codes, e-mailed links, feeds, certificate numbers.

Counted per secret or address that is tried, and far more widely per network address, so that two hundred
colleagues behind one school's address get in while guessing does not pay.
"""

from __future__ import annotations

import datetime as dt
import hashlib

from django.conf import settings
from django.utils.translation import gettext as _

from samskaper.commons.record import commands, queries
from samskaper.foundation.refusals import TooMany


def digest(*parts: str) -> str:
    """Return a keyed digest of what was tried, so that the table holds no addresses."""
    return hashlib.sha256("\x1f".join((settings.SECRET_KEY, *parts)).encode()).hexdigest()


def knock(door: str, who: str, *, most: int, within: dt.timedelta) -> None:
    """Count a try of `who` at `door`. Raises TooMany when there were `most` within the time already."""
    mark = digest(door, who)
    if queries.attempts(door=door, digest=mark, within=within) >= most:
        raise TooMany(_("That was many tries in a short time. Wait a quarter of an hour and try again."))
    commands.count_attempt(door=door, digest=mark)
