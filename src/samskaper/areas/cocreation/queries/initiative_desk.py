"""What waits for those who own initiatives or are asked along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from samskaper.areas.cocreation.models import InitiativeState, Partner, PartnerRole, PartnerState, StillGoing
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES, may_talk
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared
from samskaper.ui.menu import DeskItem

SOON = 14  # days before a next step that it stands on the desk


class Mine(NamedTuple):
    """An initiative in which something waits: an answer to being asked, a next step, or whether it is still going."""

    number: int
    title: str
    state: str
    role: str
    next_step: str
    day: dt.date | None
    going: bool


@prepared
def _mine(person: int, libraries: frozenset[int], today: dt.date, soon: dt.date) -> QuerySet[Partner, Any]:
    due = StillGoing.objects.filter(initiative=OuterRef("initiative"), due_on__lte=today, answer="")
    open_ = Q(initiative__state__in=(InitiativeState.PROPOSED, InitiativeState.GOING))
    owned = Q(person=person, role=PartnerRole.OWNER, state=PartnerState.YES)
    rows = Partner.objects.filter(open_).annotate(going=Exists(due), day=F("initiative__next_step_on"))
    asks = Q(library__in=libraries, state=PartnerState.ASKED)
    waits = rows.filter(asks | (owned & (Q(day__lte=soon) | Q(initiative__state=InitiativeState.GOING, going=True))))
    return waits.order_by("day", "pk").values_list(
        "initiative", "initiative__title", "state", "role", "initiative__next_step", "day", "going"
    )[:60]


def on_desk(doer: object) -> Iterator[DeskItem]:
    """Return what somebody's library is asked along to, next steps that are near, and questions whether it is still going."""
    assert isinstance(doer, Doer)
    libraries = doer.organisations(*LIBRARY_ROLES)
    if doer.person is None or not may_talk(doer):
        return
    today = clock.today()
    for row in (Mine(*each) for each in _mine(doer.person, libraries, today, today + dt.timedelta(days=SOON))):
        yield from _items(row, today)


def _items(row: Mine, today: dt.date) -> Iterator[DeskItem]:
    href = address("cocreation:initiative", row.number)
    if row.state == PartnerState.ASKED:
        asked = _("Your library is asked to own it together with them.") if row.role == PartnerRole.OWNER else _("Your library is asked along.")
        yield DeskItem("do", row.title, asked, href, _("Answer"))
        return
    if row.going:
        yield DeskItem("do", row.title, _("Is it still going? One press, and “no” is a result too."), href, _("Answer"))
    if row.day is not None and row.day <= today:
        yield DeskItem("do", row.title, _("The next step was to be now: %(step)s") % {"step": row.next_step}, href, _("Open"))
    elif row.day is not None and (row.day - today).days <= SOON:
        due = timezone.make_aware(dt.datetime.combine(row.day, dt.time(12)))
        yield DeskItem("date", row.title, row.next_step, href, _("Open"), due)
