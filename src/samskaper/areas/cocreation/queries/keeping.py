"""Of whom nobody has heard for nearly two years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.cocreation.models import Conversation, Listener, Party
from samskaper.areas.cocreation.rules.forgetting import AHEAD
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES, may_talk, must_talk
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation import clock
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared
from samskaper.ui.menu import DeskItem


def nearly_let_go(*, visible_to: Doer) -> list[Party]:
    """Return the parties of the doer's libraries that are let go of within a month, the next one first."""
    must_talk(visible_to)
    mine = Party.objects.filter(owner__in=visible_to.organisations(*LIBRARY_ROLES), forgotten_on__isnull=True)
    return list(mine.filter(keep_until__lte=clock.today() + AHEAD).select_related("county").order_by("keep_until", "name", "pk")[:200])


@prepared
def _due(person: int, libraries: list[int], led: list[int], until: dt.date) -> QuerySet[Party, Any]:
    met = Q(pk__in=Listener.objects.filter(person=person).values("conversation__party"))
    rows = Party.objects.filter(met | Q(owner__in=led), owner__in=libraries, keep_until__lte=until, forgotten_on__isnull=True)
    return rows.order_by("keep_until", "pk").values_list("name", flat=True)[:50]


def in_touch_on_desk(doer: object) -> Iterator[DeskItem]:
    """Return one line for those whom the doer met, or whom her library wrote down, and whom nobody has heard of for long."""
    assert isinstance(doer, Doer)
    if doer.person is None or not may_talk(doer):
        return
    libraries, led = sorted(doer.organisations(*LIBRARY_ROLES)), sorted(doer.organisations(Role.LEADER)) or [0]
    names = list(_due(doer.person, libraries, led, clock.today() + AHEAD))
    if not names:
        return
    title = _("Still in touch with %(party)s?") % {"party": names[0]} if len(names) == 1 else ngettext(
        "Still in touch with %(n)d of those you met?", "Still in touch with %(n)d of those you met?", len(names)
    ) % {"n": len(names)}
    note = _("What they said is soon deleted, because nobody has been in touch for nearly two years.")
    yield DeskItem("going", title, note, address("cocreation:in_touch"), _("Keep or let go"))


def party_of(conversation: int) -> int:
    """Return whom a conversation is with."""
    return Conversation.objects.values_list("party", flat=True).get(pk=conversation)
