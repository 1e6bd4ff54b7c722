"""Questions about one's own dates."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from samskaper.commons.calendar import register
from samskaper.commons.calendar.entries import Entry
from samskaper.commons.calendar.models import Feed
from samskaper.commons.calendar.register import ALL, EVER
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.rules import must_be_somebody
from samskaper.foundation import clock
from samskaper.foundation.prepared import prepared
from samskaper.ui.menu import DeskItem

FEED_EDITION = "1"  # raise it when the same entries are written differently, so that calendars fetch them anew
MOST_ON_DESK = 6
FEED_REACHES_BACK = dt.timedelta(days=400)


def entries_of(person: int, since: dt.datetime, most: int = ALL) -> list[Entry]:
    """Return a person's dates that are not over at `since`, from all sources, in order."""
    found = [entry for source in register.entries for entry in source(person, since, most) if entry.over >= since]
    return sorted(found, key=lambda entry: (entry.begins, entry.title, entry.uid))


def mine(*, visible_to: Doer) -> list[Entry]:
    """Return the doer's own dates, also those that are long over."""
    return entries_of(must_be_somebody(visible_to), EVER)


def coming(*, visible_to: Doer) -> list[Entry]:
    """Return the doer's dates that are not over, with those that were called off."""
    return entries_of(must_be_somebody(visible_to), clock.now())


def coming_days(doer: object) -> Iterator[DeskItem]:
    """Return the next days for somebody's desk."""
    assert isinstance(doer, Doer)
    if doer.person is None:
        return
    soon = entries_of(doer.person, clock.now(), 3 * MOST_ON_DESK)
    days = [entry for entry in soon if not entry.cancelled]
    for entry in days[:MOST_ON_DESK]:
        yield DeskItem("date", entry.title, entry.place, entry.url or reverse("calendar:mine"), due=entry.begins)


def one(source: str, uid: str, *, visible_to: Doer) -> Entry | None:
    """Return one of the doer's own dates; None when it is nobody's or somebody else's."""
    make = register.entries.get(source)
    found = make(must_be_somebody(visible_to), EVER, ALL) if make else ()
    return next((entry for entry in found if entry.uid == uid), None)


def feed_of(doer: Doer) -> Feed | None:
    """Return the doer's calendar link, if there is one."""
    return next(iter(_feed(must_be_somebody(doer))), None)


@prepared
def _feed(person: int) -> QuerySet[Feed]:
    return Feed.objects.filter(person=person)


def feed_behind(secret: str) -> Feed | None:
    """Return the feed that this secret opens."""
    return Feed.objects.select_related("person").filter(secret=secret, person__erased__isnull=True).first()


def feed_entries(feed: Feed) -> list[Entry]:
    """Return what the feed holds: the last year and everything to come."""
    return entries_of(feed.person_id, clock.now() - FEED_REACHES_BACK)


def mark_of(entries: Iterable[Entry], *, name: str) -> str:
    """Return an entity tag: another one as soon as anything in the feed is different."""
    shown = "\x1e".join([FEED_EDITION, name, *map(repr, entries)])
    return f'"{hashlib.sha256(shown.encode()).hexdigest()[:32]}"'


def export(person: int) -> dict[str, Any]:
    """Return what is kept about a person here: since when there is a link. The link itself is a key, and stays out."""
    feed = Feed.objects.filter(person=person).first()
    return {_("calendar link since"): feed.since.isoformat()} if feed else {}
