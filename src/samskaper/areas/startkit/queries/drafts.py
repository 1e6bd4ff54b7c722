"""A draft as experts read it: parts and sentences, with what has been said beside each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count

from samskaper.areas.startkit.models import Finding
from samskaper.areas.startkit.queries.editions import coming
from samskaper.areas.startkit.queries.groups import experts_now
from samskaper.areas.startkit.rules.findings import must_read_drafts
from samskaper.commons.people.doer import Doer
from samskaper.editorial.queries import manuscript, standings
from samskaper.editorial.texts import MethodText
from samskaper.foundation.refusals import Missing


@dataclass(frozen=True, slots=True)
class Comment:
    """What an expert said about a sentence. `was` is the sentence as it was, where the draft says something else now."""

    finding: Finding
    was: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a draft. `at` points at it: "steps.3.2"."""

    at: str
    number: int
    text: str
    comments: list[Comment] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DraftPart:
    """A part of a draft with its sentences, and what was said about sentences that are no longer there."""

    key: str
    heading: str
    lines: list[Line]
    gone: list[Comment] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with what has been said about it; `loose` is about parts that are gone."""

    text: MethodText
    parts: list[DraftPart]
    loose: list[Comment]

    def line(self, at: str) -> tuple[DraftPart, Line] | None:
        """Return the sentence that somebody points at."""
        return next(((part, line) for part in self.parts for line in part.lines if line.at == at), None)


def draft(key: str, language: str, *, visible_to: Doer) -> Draft:
    """Return the draft of a method. To those who may not read drafts there is none."""
    must_read_drafts(visible_to, experts=experts_now())
    text = manuscript(key, language)
    if text is None:
        raise Missing()
    parts = [
        DraftPart(part.key, part.heading, [Line(f"{part.key}.{number}", number, one) for number, one in enumerate(part.sentences, start=1)])
        for part in text.parts()
    ]
    loose: list[Comment] = []
    said = Finding.objects.filter(key=key, language=language, voice__group__isnull=True, voice__isnull=False, told__isnull=True).exclude(part="")
    for finding in said.select_related("voice").order_by("pk"):
        _put(finding, {part.key: part for part in parts}, loose)
    return Draft(text, parts, loose)


def _put(finding: Finding, parts: dict[str, DraftPart], loose: list[Comment]) -> None:
    """Put a comment beside its sentence, wherever in its part that stands now."""
    part = parts.get(finding.part)
    if part is None:
        loose.append(Comment(finding, finding.sentence))
        return
    same = [line for line in part.lines if line.text == finding.sentence]
    there = next((line for line in same if line.number == finding.place), same[0] if same else None)
    if there is not None:
        there.comments.append(Comment(finding))
    else:
        part.gone.append(Comment(finding, finding.sentence))


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft on the list: its method, whether it differs from what is out, and how much was said."""

    key: str
    title: str
    differs: bool
    said: int


def draft_list(language: str, *, visible_to: Doer) -> list[DraftRow]:
    """Return the drafts of a language, those that differ from what is out first."""
    must_read_drafts(visible_to, experts=experts_now())
    edition = coming()
    rows = Finding.objects.filter(language=language, voice__group__isnull=True, voice__isnull=False, edition=edition)
    said: Counter[str] = Counter(dict(rows.values_list("key").annotate(number=Count("pk")).order_by()))
    here = {key: languages[language] for key, languages in standings().items() if language in languages}
    found = [DraftRow(key, one.title, one.draft, said[key]) for key, one in here.items()]
    return sorted(found, key=lambda row: (not row.differs, row.title))
