"""Publishing drafts together, and those whose own time has come."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from django.db import transaction
from wagtail.models import Page, Revision

from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.record.commands import note
from samskaper.editorial.events import MethodPublished, MethodWithdrawn
from samskaper.editorial.models import MethodPage
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref

log = logging.getLogger("samskaper.editorial")


@transaction.atomic
def publish_drafts(*, keys: Iterable[str], since: int) -> list[tuple[str, str]]:
    """Publish the last draft of these methods in every language. Returns (key, language) of each that was published.

    A method that was in no language before is marked as come in edition `since`. All of it happens or nothing; who may
    ask for it is the caller's to know.
    """
    pages = list(MethodPage.objects.filter(slug__in=list(keys)).select_related("locale", "latest_revision").order_by("slug", "locale_id"))
    known = {page.slug for page in pages if page.live}
    done = []
    for page in pages:
        if page.live and not page.has_unpublished_changes:
            continue
        draft = page.get_latest_revision_as_object()
        assert isinstance(draft, MethodPage)
        if page.slug not in known:
            draft.since = since
        draft.go_live_at = None
        draft.save_revision(user=page.latest_revision.user if page.latest_revision else None, log_action=False).publish()
        done.append((page.slug, page.locale.language_code))
    return done


def publish_due() -> int:
    """The worker's round: publish what editors gave a time of its own, and take down what has run out. Returns how many pages.

    One page that cannot be published does not keep the others waiting.
    """
    now = clock.now()
    done = 0
    for page in Page.objects.filter(live=True, expire_at__lte=now).order_by("expire_at"):
        done += _each(page.specific.unpublish, set_expired=True, log_action="wagtail.unpublish.scheduled")
    for revision in Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at"):
        done += _each(revision.publish, log_action="wagtail.publish.scheduled")
    return done


def _each(work: object, **how: object) -> int:
    assert callable(work)
    try:
        with transaction.atomic():
            work(**how)
    except Exception:
        log.exception("A page that was to be published or taken down by now could not be")
        return 0
    return 1


def note_published(page: MethodPage, *, by: Doer = SYSTEM) -> None:
    """Write down that a method says something new in a language."""
    note(MethodPublished(subject=Ref.to(page), data=_what(page)), by=by)


def note_withdrawn(page: MethodPage, *, by: Doer = SYSTEM) -> None:
    """Write down that a method is no longer to be read in a language."""
    note(MethodWithdrawn(subject=Ref.to(page), data=_what(page)), by=by)


def _what(page: MethodPage) -> dict[str, str]:
    return {"key": page.slug, "language": page.locale.language_code}
