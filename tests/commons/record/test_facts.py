"""Facts, origins and what counts."""

from __future__ import annotations

import dataclasses
from typing import ClassVar

import pytest

from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Organisation
from samskaper.commons.record import commands, queries, register
from samskaper.commons.record.models import Fact, Origin
from samskaper.commons.record.register import fact_words
from samskaper.foundation.events import Event, deed
from samskaper.foundation.refs import Ref
from tests.cast import Somebody

pytestmark = pytest.mark.django_db
SERIES, OTHER = Ref("tests.series", 1), Ref("tests.series", 2)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Done(Event):
    key: ClassVar[str] = "tests.done"


def done(number: int, within: Ref = SERIES, owner: int | None = None) -> Fact:
    return commands.note(Done(subject=Ref("tests.person", number), within=within, owner=owner), by=SYSTEM)


def test_counts_are_of_different_subjects_within() -> None:
    done(1), done(1), done(2), done(3, within=OTHER)
    assert queries.counts(["tests.done", "tests.never"], within=[SERIES]) == {"tests.done": 2, "tests.never": 0}
    assert queries.counts(["tests.done"], within=[SERIES, OTHER]) == {"tests.done": 3}


def test_fact_that_is_taken_back_counts_no_longer() -> None:
    done(1), done(2)
    assert commands.take_back(key="tests.done", subject=Ref("tests.person", 1), because="corrected", by=SYSTEM) == 1
    assert queries.counts(["tests.done"], within=[SERIES])["tests.done"] == 1
    assert Fact.objects.count() == 2


def test_anonymous_fact_has_neither_doer_nor_time(staff_a: Somebody) -> None:
    fact = commands.note(Done(subject=Ref("tests.person", 1)), by=staff_a.doer, anonymous=True)
    assert (fact.doer_id, fact.doer_kind, fact.at.hour, fact.at.minute) == (None, "", 0, 0)


def test_receivers_are_told_in_the_same_breath() -> None:
    heard: list[int] = []
    register.on(Done)(lambda event, *, by: heard.append(event.subject.id))
    done(7)
    assert heard == [7]


def test_history_is_for_those_who_work_for_the_owner(adviser_a: Somebody, adviser_b: Somebody, library_a: Organisation) -> None:
    done(1, owner=library_a.pk)
    subject = Ref("tests.person", 1)
    assert queries.history(subject, visible_to=adviser_a.doer).count() == 1
    assert queries.history(subject, visible_to=adviser_b.doer).count() == 0


def test_origin_is_walked_both_ways_and_said_once() -> None:
    commands.tie(record=SERIES, source=OTHER, by=SYSTEM)
    commands.tie(record=SERIES, source=OTHER, by=SYSTEM)
    assert Origin.objects.count() == 1
    assert queries.sources([SERIES]) == {SERIES: [OTHER]}
    assert queries.outcomes([OTHER], kind="tests.series") == {OTHER: [SERIES]}
    commands.untie(record=SERIES, source=OTHER, by=SYSTEM)
    assert queries.sources([SERIES]) == {}


def every_event(above: type[Event] = Event) -> list[type[Event]]:
    below = [each for each in above.__subclasses__() if each.__module__.startswith("samskaper.")]
    return below + [deeper for each in below for deeper in every_event(each)]


def test_every_kind_of_fact_has_words_on_screen() -> None:
    silent = [each.key for each in every_event() if not deed(each.key) and fact_words.get(each.key) is None]

    assert len(every_event()) > 40
    assert silent == []
