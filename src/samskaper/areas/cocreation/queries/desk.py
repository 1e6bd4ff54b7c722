"""What waits for those who hold conversations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.cocreation.models import Conversation, ConversationState, Statement, StatementState
from samskaper.areas.cocreation.rules.parties import may_talk
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared
from samskaper.ui.menu import DeskItem


@prepared
def _mine(person: int, state: str) -> QuerySet[Conversation]:
    rows = Conversation.objects.filter(listeners__person=person, state=state).select_related("party")
    return rows.order_by("planned_for", "pk")[:10]


def on_desk(doer: object) -> Iterator[DeskItem]:
    """Return planned conversations as dates, and those whose day is past as something to write down."""
    assert isinstance(doer, Doer)
    if doer.person is None or not may_talk(doer):
        return
    today = clock.today()
    for row in _mine(doer.person, ConversationState.PLANNED):
        href = address("cocreation:conversation", row.pk)
        title = _("Conversation with %(party)s") % {"party": row.party.name}
        if row.planned_for is not None and row.planned_for > today:
            due = timezone.make_aware(dt.datetime.combine(row.planned_for, row.at_time or dt.time(12)))
            yield DeskItem("date", title, row.place, href, _("Open"), due)
        else:
            note = _("Did you meet? Two lines are enough, while you remember it.") if row.planned_for else _("No day yet. When do you meet?")
            yield DeskItem("do", title, note, href, _("Write it down"))
    waiting = _unread(doer.person)
    if waiting:
        first = waiting[0]
        number = len(waiting)
        note = ngettext(
            "%(n)d statement waits to be read back to whoever said it.", "%(n)d statements wait to be read back to those who said them.", number
        )
        yield DeskItem("going", _("Read back what was said"), note % {"n": number}, address("cocreation:conversation", first), _("Go on"))


@prepared
def _unread(person: int) -> QuerySet[Statement, int]:
    rows = Statement.objects.filter(state=StatementState.MINE, conversation__listeners__person=person)
    return rows.order_by("conversation_id").values_list("conversation_id", flat=True)[:99]
