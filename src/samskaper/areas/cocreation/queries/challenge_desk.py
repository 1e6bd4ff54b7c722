"""What waits with challenges: something one built on is gone, and words that no library stands by yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.cocreation.models import Acceptance, Challenge, Grouped, Notice
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES, may_talk
from samskaper.commons.people.doer import Doer
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared
from samskaper.ui.menu import DeskItem

MOST = 50


@prepared
def _gone(person: int) -> QuerySet[Notice, Any]:
    return Notice.objects.filter(person=person, seen__isnull=True).order_by("pk").values_list("challenge", "challenge__wording")[:MOST]


@prepared
def _waiting(libraries: list[int]) -> QuerySet[Challenge, Any]:
    """Challenges of these libraries, or with something in them that was said to these, by whose present words only a party stands."""
    present = Acceptance.objects.filter(challenge=OuterRef("pk"), number=OuterRef("number"))
    said = Grouped.objects.filter(challenge=OuterRef("pk"), statement__conversation__owner__in=libraries)
    found = Challenge.objects.filter(Q(owner__in=libraries) | Exists(said))
    found = found.filter(Exists(present.filter(party__isnull=False)), ~Exists(present.filter(library__isnull=False)))
    return found.order_by("pk").values_list("pk", "wording")[:MOST]


def on_desk(doer: object) -> Iterator[DeskItem]:
    """Return one item for everything that is gone, and one for all words that wait for a library."""
    assert isinstance(doer, Doer)
    if doer.person is None or not may_talk(doer):
        return
    if gone := _gone(doer.person):
        note = ngettext(
            "It stood behind “%(wording)s”. Look whether the words still hold.",
            "It stood behind %(n)d challenges, the first is “%(wording)s”. Look whether the words still hold.", len(gone),
        )
        yield _item(_("Something you built on is gone"), note, gone, _("Look"))
    if waiting := _waiting(sorted(doer.organisations(*LIBRARY_ROLES))):
        note = ngettext(
            "Somebody stands by “%(wording)s”. Does your library do so too?",
            "Others stand by the words of %(n)d challenges, the first is “%(wording)s”. Does your library do so too?", len(waiting),
        )
        yield _item(_("A challenge waits for your library"), note, waiting, _("Read it"))


def _item(title: str, note: str, rows: list[Any], act: str) -> DeskItem:
    number, wording = rows[0]
    return DeskItem("do", title, note % {"n": len(rows), "wording": wording or "…"}, address("cocreation:challenge", number), act)
