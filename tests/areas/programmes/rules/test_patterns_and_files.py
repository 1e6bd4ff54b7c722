"""The patterns hold what they promise, and only documents are material."""

from __future__ import annotations

import pytest

from samskaper.areas.programmes import events
from samskaper.areas.programmes.models import CompletionPart, GatheringKind
from samskaper.areas.programmes.rules.facts import FACT_WORDS
from samskaper.areas.programmes.rules.material import KINDS, LARGEST, content_type, must_be_a_document
from samskaper.areas.programmes.rules.patterns import COURSE, PATTERNS, Pattern
from samskaper.foundation.events import Event
from samskaper.foundation.refusals import Invalid


def test_the_course_is_the_one_of_the_real_programme() -> None:
    kinds = [day.kind for day in COURSE.days]
    assert kinds == ["introduction", "gathering", "gathering", "associations", "gathering", "evaluation"]
    for day in COURSE.days:
        if day.kind == GatheringKind.GATHERING:
            assert sum(item.minutes for item in day.agenda) == 180


def test_the_course_asks_for_fifteen_to_twenty_hours_of_own_effort() -> None:
    assert 15 <= COURSE.own_hours <= 20


def test_the_gathering_for_associations_comes_after_the_second_action() -> None:
    associations = next(day for day in COURSE.days if day.kind == GatheringKind.ASSOCIATIONS)
    assert COURSE.tasks[2].due < associations.after


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_a_pattern_holds_together(pattern: Pattern) -> None:
    assert pattern.days[0].after == 0
    assert [day.after for day in pattern.days] == sorted(day.after for day in pattern.days)
    assert all(task.opens <= task.due for task in pattern.tasks)
    assert set(pattern.rule) <= set(CompletionPart.values)
    gatherings = sum(day.kind == GatheringKind.GATHERING for day in pattern.days)
    assert pattern.rule[CompletionPart.GATHERINGS] <= gatherings


def test_every_fact_of_programmes_has_words() -> None:
    keys = {item.key for item in vars(events).values() if isinstance(item, type) and issubclass(item, Event) and item is not Event}
    assert {words.key for words in FACT_WORDS} == keys


@pytest.mark.parametrize(
    ("name", "size", "head", "fine"),
    [
        ("plan.pdf", 100, b"%PDF-1.7", True), ("plan.PDF", 100, b"%PDF-1.7", True), ("plan.pdf", 100, b"<html>", False),
        ("plan.exe", 100, b"MZ", False), ("plan", 100, b"%PDF-", False), ("plan.pdf", 0, b"", False),
        ("plan.pdf", LARGEST + 1, b"%PDF-", False), ("notat.txt", 9, "æøå".encode(), True), ("notat.txt", 9, b"\x00\x01", False),
        ("side.html", 9, b"<html>", False), ("tegning.svg", 9, b"<svg", False), ("ark.xlsx", 9, b"PK\x03\x04", True),
        ("bilde.png", 9, b"\x89PNG\r\n\x1a\n", True), ("bilde.jpg.exe", 9, b"\xff\xd8\xff", False),
    ],
)
def test_which_files_are_material(name: str, size: int, head: bytes, fine: bool) -> None:
    if fine:
        must_be_a_document(name, size, head)
    else:
        with pytest.raises(Invalid):
            must_be_a_document(name, size, head)


def test_no_kind_of_material_is_shown_as_a_page() -> None:
    assert not {kind for kind, _signs in KINDS.values()} & {"text/html", "image/svg+xml", "application/xhtml+xml"}
    assert content_type("x.html") == "application/octet-stream"
