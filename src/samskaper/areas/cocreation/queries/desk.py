"""What waits for those who hold conversations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.cocreation.models import Conversation, ConversationState, StatementState
from samskaper.areas.cocreation.rules.parties import may_talk
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared
from samskaper.ui.menu import DeskItem


class Mine(NamedTuple):
    """A conversation of one's own that is planned, or in which something waits: to be read back, or to be said who it was."""

    number: int
    party: str
    state: str
    day: dt.date | None
    time: dt.time | None
    place: str
    waiting: int
    spot: bool


@prepared
def _mine(person: int) -> QuerySet[Conversation, Any]:
    waiting = Count("statements", filter=Q(statements__state=StatementState.MINE))
    rows = Conversation.objects.filter(listeners__person=person).annotate(waiting=waiting)
    rows = rows.filter(Q(state=ConversationState.PLANNED) | Q(waiting__gt=0) | Q(party__on_the_spot=True)).order_by("planned_for", "pk")
    return rows.values_list("pk", "party__name", "state", "planned_for", "at_time", "place", "waiting", "party__on_the_spot")[:99]


def on_desk(doer: object) -> Iterator[DeskItem]:
    """Return planned conversations as dates, those whose day is past as something to write down, and what waits to be read back."""
    assert isinstance(doer, Doer)
    if doer.person is None or not may_talk(doer):
        return
    mine = [Mine(*row) for row in _mine(doer.person)]
    yield from (_planned(row) for row in mine if row.state == ConversationState.PLANNED)
    yield from (_who_was_it(row) for row in mine if row.spot)
    if waiting := [row for row in mine if row.waiting]:
        number = sum(row.waiting for row in waiting)
        note = ngettext(
            "%(n)d statement waits to be read back to whoever said it.", "%(n)d statements wait to be read back to those who said them.", number
        )
        yield DeskItem("going", _("Read back what was said"), note % {"n": number}, address("cocreation:conversation", waiting[0].number), _("Go on"))


def _who_was_it(row: Mine) -> DeskItem:
    return DeskItem("do", _("Who was “%(called)s”?") % {"called": row.party}, _("Choose, so that they can read what you wrote and answer."),
                    address("cocreation:choose", row.number), _("Choose in the register"))


def _planned(row: Mine) -> DeskItem:
    href = address("cocreation:conversation", row.number)
    title = _("Conversation with %(party)s") % {"party": row.party}
    if row.day is not None and row.day > clock.today():
        due = timezone.make_aware(dt.datetime.combine(row.day, row.time or dt.time(12)))
        return DeskItem("date", title, row.place, href, _("Open"), due)
    note = _("Did you meet? Two lines are enough, while you remember it.") if row.day else _("No day yet. When do you meet?")
    return DeskItem("do", title, note, href, _("Write it down"))
