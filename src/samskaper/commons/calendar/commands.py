"""Opening, changing and closing one's own calendar link."""

from __future__ import annotations

from typing import Any

from samskaper.commons.calendar.events import FeedClosed, FeedOpened, FeedRotated
from samskaper.commons.calendar.models import Feed, new_secret
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.rules import must_be_somebody
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


def open_feed(*, by: Doer) -> Feed:
    """Give the doer a calendar link; the one that is there, if any."""
    feed, is_new = Feed.objects.get_or_create(person_id=must_be_somebody(by))
    if is_new:
        note(FeedOpened(subject=Ref.to(feed)), by=by)
    return feed


def rotate_feed(*, by: Doer) -> Feed:
    """Change the secret of the doer's calendar link. Calendars that have the old one get nothing any longer."""
    feed = open_feed(by=by)
    Feed.objects.filter(pk=feed.pk).update(secret=new_secret(), since=clock.now())
    feed.refresh_from_db()
    note(FeedRotated(subject=Ref.to(feed)), by=by)
    return feed


def close_feed(*, by: Doer) -> None:
    """Take the doer's calendar link away."""
    feed = Feed.objects.filter(person=must_be_somebody(by)).first()
    if feed is not None:
        note(FeedClosed(subject=Ref.to(feed)), by=by)
        feed.delete()


def forget(person: int) -> str:
    """Delete the link of somebody who is erased; nothing is kept."""
    Feed.objects.filter(person=person).delete()
    return ""


CHANGES: dict[str, Any] = {"open": open_feed, "rotate": rotate_feed, "close": close_feed}
"""What a press on the page can mean."""
