"""Writing facts and origins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Attempt
from samskaper.commons.record import register
from samskaper.commons.record.models import Fact, Origin, Receipt
from samskaper.foundation import clock
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref


def note(event: Event, *, by: Doer, anonymous: bool = False) -> Fact:
    """Write the event down as a fact and tell its receivers, in the transaction of the caller.

    With `anonymous` the fact has no doer (answers to an evaluation) and its time is cut to the day.
    """
    moment = clock.now()
    fact = Fact.objects.create(
        key=event.key,
        at=moment.replace(hour=0, minute=0, second=0, microsecond=0) if anonymous else moment,
        doer_kind="" if anonymous else by.kind.value,
        doer_id=None if anonymous else by.person,
        owner_id=event.owner,
        subject_kind=event.subject.kind,
        subject_id=event.subject.id,
        within_kind=event.within.kind if event.within else "",
        within_id=event.within.id if event.within else None,
        data=event.data,
    )
    register.tell(event, by=by)
    return fact


def note_all(events: Sequence[Event], *, by: Doer) -> int:
    """Write many events down at once, as `note` does each of them. Returns how many."""
    moment = clock.now()
    Fact.objects.bulk_create(
        Fact(
            key=event.key, at=moment, doer_kind=by.kind.value, doer_id=by.person, owner_id=event.owner,
            subject_kind=event.subject.kind, subject_id=event.subject.id,
            within_kind=event.within.kind if event.within else "", within_id=event.within.id if event.within else None,
            data=event.data,
        )
        for event in events
    )
    for event in events:
        register.tell(event, by=by)
    return len(events)


def take_back(*, key: str, subject: Ref, because: str, by: Doer) -> int:
    """Let the standing facts of this key about this subject count no longer. Returns how many."""
    return Fact.objects.filter(
        key=key, subject_kind=subject.kind, subject_id=subject.id, taken_back__isnull=True
    ).update(taken_back=clock.now(), taken_back_because=because[:200])


def tie(*, record: Ref, source: Ref, by: Doer) -> None:
    """Remember that `record` came from `source`. Saying it twice changes nothing."""
    Origin.objects.get_or_create(
        record_kind=record.kind, record_id=record.id, source_kind=source.kind, source_id=source.id
    )


def untie(*, record: Ref, source: Ref, by: Doer) -> None:
    """Forget that `record` came from `source`."""
    Origin.objects.filter(
        record_kind=record.kind, record_id=record.id, source_kind=source.kind, source_id=source.id
    ).delete()


def forget_receipts(days: int) -> int:
    """Delete receipts older than this. Returns how many."""
    return Receipt.objects.filter(at__lt=clock.now() - dt.timedelta(days=days)).delete()[0]


def forget_receipts_with(words: Sequence[str]) -> int:
    """Delete receipts of answers that hold any of these words, such as the name of somebody who asked to be deleted. Returns how many."""
    wanted = {way.encode() for word in words if len(word) > 2 for way in (word, escape(word), escape(word.lower()))}
    rows = Receipt.objects.filter(status=200).values_list("pk", "body").iterator(chunk_size=50)
    holding = [key for key, body in rows if any(word in bytes(body) for word in wanted)] if wanted else []
    return Receipt.objects.filter(pk__in=holding).delete()[0]


def forget_attempts(days: int) -> int:
    """Delete counted tries older than this. Returns how many."""
    return Attempt.objects.filter(at__lt=clock.now() - dt.timedelta(days=days)).delete()[0]


def forget_doer(person: int) -> Promise | str:
    """Take a person away from what they did; that it happened stays. Returns the sentence about it."""
    kept = Fact.objects.filter(doer=person).update(doer=None)
    return _("That something happened was kept without your name, because reports count it.") if kept else ""


def sweep() -> int:
    """Delete whatever every register says has been kept long enough. Returns how many rows went."""
    return sum(retention.sweep(retention.days) for retention in register.retentions)
