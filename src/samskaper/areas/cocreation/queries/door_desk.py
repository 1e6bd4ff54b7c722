"""What came in by open doors and waits for an answer, on the desk of the one who answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from samskaper.areas.cocreation.models import Doorway, Knock
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES, may_talk
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation import clock
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared
from samskaper.ui.days import full_day
from samskaper.ui.menu import DeskItem


class Waiting(NamedTuple):
    """Something that waits for an answer."""

    conversation: int
    party: str
    due_on: dt.date


@prepared
def _waiting(person: int, libraries: list[int], led: list[int], today: dt.date) -> QuerySet[Knock, Any]:
    mine = Q(conversation__owner__in=Doorway.objects.filter(person=person).values("library"))
    unkept = Q(conversation__owner__in=Doorway.objects.filter(person__isnull=True).values("library"))
    for_leaders = Q(conversation__owner__in=led) & (Q(due_on__lt=today) | unkept)
    rows = Knock.objects.filter(mine | for_leaders, conversation__owner__in=libraries, answered_on__isnull=True)
    return rows.order_by("due_on", "pk").values_list("conversation", "conversation__party__name", "due_on")[:50]


def knocks_on_desk(doer: object) -> Iterator[DeskItem]:
    """Return what came in by the door that the doer keeps; what is late comes to the leader too."""
    assert isinstance(doer, Doer)
    if doer.person is None or not may_talk(doer):
        return
    libraries, led = sorted(doer.organisations(*LIBRARY_ROLES)), sorted(doer.organisations(Role.LEADER)) or [0]
    for row in (Waiting(*row) for row in _waiting(doer.person, libraries, led, clock.today())):
        late = row.due_on < clock.today()
        title = _("%(party)s came with something") % {"party": row.party}
        note = _("An answer was promised by %(day)s. It is late.") if late else _("An answer is promised by %(day)s.")
        due = timezone.make_aware(dt.datetime.combine(row.due_on, dt.time(16)))
        yield DeskItem("do", title, note % {"day": full_day(row.due_on)}, address("cocreation:came", row.conversation), _("Answer"), due)
