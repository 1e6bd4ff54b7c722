"""Days that stand in words: in letters, their calendar files, and in what the plan check was answered.

When a series moves, a letter that said «tirsdag 1. desember» has to say the day on which that gathering is now, or the
mailbox of the demonstration would contradict its pages.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import models
from django.utils import translation
from django.utils.formats import date_format

from samskaper.areas.programmes.models import Consent, Gathering, Programme
from samskaper.areas.programmes.queries.dates import entries_of
from samskaper.areas.programmes.rules.words import day, weekday
from samskaper.areas.projects.models import Project, RemarkDecision
from samskaper.areas.projects.plancheck import Remark
from samskaper.commons.calendar.exports import ics
from samskaper.commons.feedback.models import Questionnaire
from samskaper.commons.mail.models import Attachment, Enclosed, Letter
from samskaper.foundation import clock
from samskaper.portal.demonstration import plan
from samskaper.portal.demonstration.series import zone
from samskaper.ui.days import full_day, weekday_and_day

ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
INVITATION, FAREWELL = "programmes/letters/invitation.txt", "programmes/letters/left.txt"


def days_of(programme: Programme) -> dict[str, dt.date]:
    """Return every day that letters of a series may speak of, each under a name that it keeps when it moves."""
    found: dict[str, dt.date | dt.datetime | None] = {"last": programme.enrol_until}
    for gathering in Gathering.objects.filter(programme=programme):
        found |= {f"starts {gathering.pk}": gathering.starts, f"ends {gathering.pk}": gathering.ends}
    for action in programme.actions.all():
        found |= {f"opens {action.pk}": action.opens, f"due {action.pk}": action.due}
    for consent in Consent.objects.filter(enrolment__programme=programme):
        found[f"deadline {consent.pk}"] = consent.deadline
    for asked in Questionnaire.objects.filter(within_kind="programmes.programme", within_id=programme.pk):
        found[f"closes {asked.pk}"] = asked.closes
    return {
        name: value.astimezone(zone()).date() if isinstance(value, dt.datetime) else value
        for name, value in found.items() if value is not None
    }


def forms(was: dt.date, now: dt.date) -> list[tuple[str, str]]:
    """Return in which words a day may stand, with and without its year, each with the words for the new day."""
    long = weekday_and_day(was)
    return [
        (f"{long} {was.year}", weekday(now)), (long, weekday(now)),
        (full_day(was), full_day(now)), (date_format(was, "MONTH_DAY_FORMAT"), day(now)),
    ]


def replacing(pairs: dict[str, str]) -> Callable[[str], str]:
    """Return what replaces each of these words by another, the longest first, and nothing twice."""
    words = [word for word in sorted(pairs, key=len, reverse=True) if word]
    if not words:
        return str
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")
    return lambda text: pattern.sub(lambda found: pairs[found[0]], text)


@contextmanager
def of_letters(programme: Programme, letters: models.QuerySet[Letter]) -> Iterator[None]:
    """Let the letters of a series say its days as they are after the block, in words and in calendar files."""
    before, title = days_of(programme), programme.title
    chosen = list(letters.values_list("pk", flat=True))
    yield
    programme.refresh_from_db()
    after = days_of(programme)
    found = list(Letter.objects.filter(pk__in=chosen).exclude(text=""))
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            pairs = {words: said for name, was in before.items() if name in after for words, said in forms(was, after[name])}
        said = replacing({**pairs, title: programme.title})
        for letter in found:
            if letter.language == language:
                letter.subject, letter.text = said(letter.subject), said(letter.text)
    Letter.objects.bulk_update(found, ["subject", "text"], batch_size=200)
    _enclose(programme, chosen)


def _enclose(programme: Programme, letters: list[int]) -> None:
    """Put the calendar files of now into the letters that have one."""
    files = Attachment.objects.filter(letter__in=letters, content_type__startswith="text/calendar")
    for rows, method, with_link in (
        (files.filter(letter__template=INVITATION), "PUBLISH", False),
        (files.filter(letter__template=FAREWELL), "CANCEL", False),
        (files.exclude(letter__template__in=[INVITATION, FAREWELL]), "PUBLISH", True),
    ):
        if numbers := list(rows.values_list("pk", flat=True)):  # by number: PostgreSQL works long on the question inside an update
            content = ics(entries_of(programme, with_link=with_link), name=programme.title, method=method)
            digest = hashlib.sha256(content).hexdigest()
            Enclosed.objects.get_or_create(digest=digest, defaults={"content": content, "size": len(content)})
            Attachment.objects.filter(pk__in=numbers).update(enclosed=digest)
    Enclosed.objects.filter(attachments__isnull=True).delete()


@contextmanager
def of_project(project: Project, shift: dt.timedelta) -> Iterator[None]:
    """Let the application and the answers to the plan check speak of the days to which the project moves."""
    yield

    def moved(found: re.Match[str]) -> str:
        return (dt.date.fromisoformat(found[0]) + shift).isoformat()

    for decision in RemarkDecision.objects.filter(project=project):
        decision.data = json.loads(ISO_DAY.sub(moved, json.dumps(decision.data, ensure_ascii=False)))
        decision.fingerprint = Remark.from_data(decision.data).fingerprint
        decision.save(update_fields=["data", "fingerprint"])
    Project.objects.filter(pk=project.pk).update(source_text=plan.as_form(plan.weeks_to_today(clock.today())))
