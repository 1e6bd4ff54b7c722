"""Editions: laid at the first start, followed by what is published, prepared by editors and launched at their minute."""

from __future__ import annotations

import datetime as dt
import json
import logging
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F

from samskaper.areas.startkit.events.editions import EditionBegun, EditionLaunched, EditionStopped, EditionTimed
from samskaper.areas.startkit.models import Edition, EditionText
from samskaper.areas.startkit.queries.editions import coming, current, gaps_before
from samskaper.areas.startkit.rules import editions as rules
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.record.commands import note
from samskaper.editorial.commands import first_edition, publish_drafts
from samskaper.editorial.queries import method_text, method_texts
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.text import clean
from samskaper.foundation.versions import save_unchanged

log = logging.getLogger("samskaper.startkit")
BORN_WITH = Path(__file__).resolve().parent.parent / "content/editions.json"
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


# -- what was said in each ------------------------------------------------------------------------------------------
@transaction.atomic
def lay_editions(written: int) -> None:
    """Make the editions that the kit is born with, and let the current one follow the pages if any were written (`written`)."""
    if EditionText._meta.db_table not in connection.introspection.table_names():
        return
    if not Edition.objects.exists():
        _born()
    elif not written:
        return
    if (now := current()) is not None:
        _keep_all(now)


def _born() -> None:
    made = {row["number"]: Edition.objects.create(**row) for row in json.loads(BORN_WITH.read_text(encoding="utf-8"))}
    earlier = first_edition()
    EditionText.objects.bulk_create(
        EditionText(edition=made[1], key=one.text.key, language=one.text.language, text=one.text.as_json()) for one in earlier
    )
    EditionText.objects.bulk_create(
        EditionText(edition=made[2], key=one.text.key, language=one.text.language, reasons=one.reasons) for one in earlier
    )


def follow(*, key: str, language: str) -> None:
    """Let the current edition say what the page of a method says now; a page that is gone leaves it."""
    now = current()
    if now is None:
        return
    text = method_text(key, language)
    if text is None:
        EditionText.objects.filter(edition=now, key=key, language=language).delete()
    else:
        EditionText.objects.update_or_create(edition=now, key=key, language=language, defaults={"text": text.as_json()})


def _keep_all(edition: Edition) -> None:
    """Let an edition say what the pages say at this moment."""
    said = {(text.key, language): text.as_json() for language in LANGUAGES for text in method_texts(language)}
    rows = {(row.key, row.language): row for row in EditionText.objects.filter(edition=edition)}
    EditionText.objects.filter(pk__in=[row.pk for where, row in rows.items() if where not in said]).delete()
    for where, text in said.items():
        if where in rows:
            rows[where].text = text
    EditionText.objects.bulk_update([row for where, row in rows.items() if where in said], ["text"])
    EditionText.objects.bulk_create(
        EditionText(edition=edition, key=key, language=language, text=text) for (key, language), text in said.items() if (key, language) not in rows
    )


# -- the next one ----------------------------------------------------------------------------------------------------
@transaction.atomic
def begin(*, by: Doer) -> Edition:
    """Return the edition in the making, begun if there is none."""
    rules.must_prepare(by)
    found = coming()
    if found is not None:
        return found
    last = Edition.objects.order_by("-number").first()
    edition = Edition.objects.create(number=last.number + 1 if last else 1)
    note(EditionBegun(subject=Ref.to(edition), data={"number": edition.number}), by=by)
    return edition


def change(*, edition: Edition, version: int, news: Mapping[str, str], drafts: Iterable[str], by: Doer) -> None:
    """Say what is new in an edition in the making, in each language, and whose drafts go out with it. Raises Stale."""
    rules.must_prepare(by)
    rules.must_be_coming(edition)
    said = {code: clean(news.get(code, "")) for code in LANGUAGES}
    save_unchanged(edition, version=version, changes={"news": said, "drafts": sorted(set(drafts))})


@transaction.atomic
def say_why(*, edition: Edition, key: str, language: str, reasons: Mapping[str, str], by: Doer) -> None:
    """Say why parts of a method change with an edition in the making, by the key of the part; an empty one takes the words away."""
    rules.must_prepare(by)
    rules.must_be_coming(edition)
    row, _new = EditionText.objects.select_for_update().get_or_create(edition=edition, key=key, language=language)
    said = row.reasons | {part: clean(words) for part, words in reasons.items()}
    row.reasons = {part: words for part, words in said.items() if words}
    row.save(update_fields=["reasons"])


@transaction.atomic
def set_time(*, edition: Edition, version: int, launches: dt.datetime, by: Doer) -> None:
    """Set or move the minute at which an edition is launched. Refuses a time that has passed, and an edition that is not ready."""
    rules.must_prepare(by)
    rules.must_be_coming(edition)
    rules.must_be_ahead(launches)
    rules.must_be_ready(gaps_before(edition))
    save_unchanged(edition, version=version, changes={"launches": launches})
    note(EditionTimed(subject=Ref.to(edition), data={"number": edition.number, "launches": launches.isoformat()}), by=by)


@transaction.atomic
def stop(*, edition: Edition, version: int, by: Doer) -> None:
    """Call the launch off. What was prepared stays as it is."""
    rules.must_prepare(by)
    rules.must_be_coming(edition)
    save_unchanged(edition, version=version, changes={"launches": None})
    note(EditionStopped(subject=Ref.to(edition), data={"number": edition.number}), by=by)


# -- the minute ------------------------------------------------------------------------------------------------------
def launch_due() -> int:
    """The worker's round: launch what is due. Returns how many were launched.

    An edition that has become unready waits, and the one before it stays; its page and the editors' desks say what is in the way.
    """
    due = Edition.objects.filter(launched=None, launches__lte=clock.now()).order_by("number")
    return sum(_launch(edition) for edition in due)


def _launch(edition: Edition) -> bool:
    """Launch it once, whole or not at all: whoever writes the moment into its row first does the rest in the same transaction."""
    if gaps := gaps_before(edition):
        log.warning("Edition %s is due and not ready: %s", edition.number, "; ".join(f"{gap.key} {gap.language} {gap.what}" for gap in gaps[:5]))
        return False
    with transaction.atomic():
        now, before = clock.now(), current()
        taken = Edition.objects.filter(pk=edition.pk, launched=None, launches__lte=now).update(launched=now, version=F("version") + 1)
        if not taken:
            return False
        edition.refresh_from_db()
        if before is not None:
            _keep_all(before)
        publish_drafts(keys=edition.drafts, since=edition.number)
        _keep_all(edition)
        data = {"number": edition.number, "changed": edition.drafts, "before": before.number if before else 0}
        note(EditionLaunched(subject=Ref.to(edition), data=data), by=SYSTEM)
    return True
