"""Who may prepare an edition, and what must be in place before it is launched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samskaper.areas.startkit.models import Edition
from samskaper.areas.startkit.rules.status import Gap
from samskaper.commons.people.doer import Doer
from samskaper.editorial.rules import may_edit, must_edit
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict, Invalid

SHOWN = 3  # gaps that a refusal names


def may_prepare(doer: Doer) -> bool:
    """Editors."""
    return doer.is_system or may_edit(doer)


def must_prepare(doer: Doer) -> None:
    """Ask guests to sign in, and refuse those who are no editors."""
    if not doer.is_system:
        must_edit(doer)


def must_be_coming(edition: Edition) -> None:
    """Refuse to change an edition that people have in their hands."""
    if edition.launched is not None:
        raise Conflict(_("Edition %(n)d is launched and stays as it is. What you want to change belongs in the next one.") % {"n": edition.number})


def moment(day: dt.date, hour: dt.time) -> dt.datetime:
    """Return the moment of a day and an hour where the users are. Raises Invalid for the hour in March that does not exist."""
    zone = get_default_timezone()
    local = dt.datetime.combine(day, hour, tzinfo=zone)
    if local.astimezone(dt.UTC).astimezone(zone).time() != hour:
        raise Invalid(gettext_lazy("The clock is moved that night, and that hour does not exist. Choose another one."))
    return local


def must_be_ahead(launches: dt.datetime) -> None:
    """Refuse a minute that has passed."""
    if launches <= clock.now():
        raise Invalid(gettext_lazy("That minute has passed. Set a time from now on, so that you can still stop it."))


def must_be_ready(gaps: Sequence[Gap]) -> None:
    """Refuse a time for an edition with gaps, and name the first ones."""
    if gaps:
        named = "; ".join(gap.words for gap in gaps[:SHOWN])
        said = ngettext(
            "One thing is missing before it can get a time: %(gaps)s.", "%(n)d things are missing before it can get a time: %(gaps)s.", len(gaps),
        )
        raise Conflict(said % {"n": len(gaps), "gaps": named + (" …" if len(gaps) > SHOWN else "")})
