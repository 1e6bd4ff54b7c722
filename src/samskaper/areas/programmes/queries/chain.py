"""The thread of a programme: what it came from, how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.programmes.events import ActionDone
from samskaper.areas.programmes.models import Gathering, GatheringState, Programme
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.queries import counts, sources
from samskaper.foundation.kinds import Card, cards_of
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refs import Ref
from samskaper.ui.thread import Thread, thread


def origins(programme: Programme, *, visible_to: Doer) -> list[Card]:
    """Return what the programme came from, as far as the doer may see it."""
    ref = Ref.to(programme)
    found = sources([ref]).get(ref, [])
    cards = cards_of(found, visible_to=visible_to) if found else {}
    return [cards[item] for item in found if item in cards]


@prepared
def _states(programme: int) -> QuerySet[Gathering, str]:
    return Gathering.objects.filter(programme=programme).values_list("state", flat=True)


def _held(programme: Programme, gatherings: Iterable[Gathering] | None) -> dict[str, int]:
    found = _states(programme.pk) if gatherings is None else [row.state for row in gatherings]
    return {"held": found.count(GatheringState.HELD), "all": len(found) - found.count(GatheringState.CANCELLED)}


def thread_of(programme: Programme, *, visible_to: Doer, gatherings: Iterable[Gathering] | None = None) -> Thread:
    """Return the thread with the real things under its knots. Numbers only, so that everybody may see it.

    `gatherings` are those of the programme where the page has them at hand.
    """
    dates = _held(programme, gatherings)
    done = counts([ActionDone.key], within=[Ref.to(programme)])[ActionDone.key]
    plans = origins(programme, visible_to=visible_to)
    page = reverse("programmes:programme", args=[programme.pk])
    things: dict[str, tuple[str, str]] = {
        "gathering": (_("%(held)s of %(all)s held") % dates, page),
    }
    if plans:
        things["plan"] = (plans[0].title, plans[0].url)
    if done:
        things["conversation"] = (ngettext("%(n)s done", "%(n)s done", done) % {"n": done}, "")
    happened = {"plan"} if plans else set()
    happened |= {"gathering"} if dates["held"] else set()
    happened |= {"conversation"} if done else set()
    back = (plans[0].title, plans[0].url) if plans else None
    return thread("gathering", things=things, done=happened, back=back)
