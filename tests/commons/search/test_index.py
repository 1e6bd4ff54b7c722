"""Keeping the index true to what it was read from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

import pytest

from samskaper.commons.people.doer import GUEST, SYSTEM
from samskaper.commons.record.commands import note
from samskaper.commons.search import commands
from samskaper.commons.search.models import Built, Document, Known, Reader
from samskaper.commons.search.queries import find
from samskaper.commons.search.register import Source, Text, documents
from samskaper.foundation import clock
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref

pytestmark = pytest.mark.usefixtures("empty")
KIND = "test.thing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingChanged(Event):
    key: ClassVar[str] = "test.thing_changed"


def thing(number: int, title: str, text: str = "", **more: object) -> Text:
    return Text(**{"ref": Ref(KIND, number), "language": "nb", "title": title, "text": text, "readers": None, "path": f"/nb/{number}/", **more})  # type: ignore[arg-type]


@pytest.fixture
def things() -> Iterator[dict[int, Text]]:
    """What there is of a kind that only tests know; the index follows facts about it."""
    there: dict[int, Text] = {}

    def texts(ids: Iterable[int]) -> list[Text]:
        return [there[number] for number in ids if number in there]

    documents.add(KIND, Source(KIND, "thing", "Things", texts, lambda: list(there), {"test.part": lambda event: [event.subject.id // 10]}))
    yield there
    documents._entries.pop(KIND)


def tell(kind: str, number: int) -> None:
    note(ThingChanged(subject=Ref(kind, number)), by=SYSTEM)


def titles(line: str) -> list[str]:
    return ["".join(words for words, _hit in hit.title) for hit in find(line, visible_to=GUEST, language="nb").hits]


def test_a_fact_about_a_record_brings_it_into_the_index(things: dict[int, Text]) -> None:
    things[1] = thing(1, "Strikkekurs")

    tell(KIND, 1)

    assert titles("kurs") == ["Strikkekurs"]


def test_a_fact_about_something_else_leaves_the_index_alone(things: dict[int, Text]) -> None:
    things[1] = thing(1, "Strikkekurs")

    tell("test.other", 1)

    assert titles("kurs") == []


def test_a_fact_about_a_part_of_it_brings_it_too(things: dict[int, Text]) -> None:
    things[1] = thing(1, "Strikkekurs")

    tell("test.part", 17)

    assert titles("kurs") == ["Strikkekurs"]


def test_what_was_changed_is_found_by_its_new_words_only(things: dict[int, Text]) -> None:
    things[1] = thing(1, "Strikkekurs")
    tell(KIND, 1)
    things[1] = thing(1, "Leksehjelp")

    tell(KIND, 1)

    assert titles("kurs") == []
    assert titles("leksehjelp") == ["Leksehjelp"]


def test_what_is_gone_is_not_found_and_leaves_nothing(things: dict[int, Text]) -> None:
    things[1] = thing(1, "Strikkekurs", readers=frozenset({"p1"}))
    tell(KIND, 1)
    assert Reader.objects.count() == 1
    del things[1]

    tell(KIND, 1)

    assert not Document.objects.filter(kind=KIND).exists()
    assert not Reader.objects.exists()
    assert not Known.objects.filter(word="strikkekurs").exists()


def test_a_word_that_another_document_holds_stays_known(things: dict[int, Text]) -> None:
    things |= {1: thing(1, "Strikkekurs"), 2: thing(2, "Mer om strikkekurs")}
    tell(KIND, 1)
    tell(KIND, 2)
    del things[1]

    tell(KIND, 1)

    assert Known.objects.filter(word="strikkekurs").exists()


def test_what_is_the_same_is_not_written_again(things: dict[int, Text]) -> None:
    things[1] = thing(1, "Strikkekurs", readers=frozenset({"p1", "p2", "o7"}))
    source = documents.get(KIND)
    assert source is not None

    assert commands.read(source, [1]) == 1
    assert commands.read(source, [1]) == 0


def test_several_documents_of_one_record_are_kept_apart(things: dict[int, Text]) -> None:
    source = documents.get(KIND)
    assert source is not None
    ref = Ref(KIND, 1)

    commands.settle(KIND, [1], [thing(1, "Planen"), thing(1, "Setningen om kurs", part="s1"), thing(1, "The plan", language="en")])

    assert Document.objects.filter(ref_kind=ref.kind, ref_id=1).count() == 3
    assert titles("setning") == ["Setningen om kurs"]


def test_what_is_over_is_not_found(things: dict[int, Text]) -> None:
    now = clock.now()
    things |= {1: thing(1, "Kurs i går", until=now - dt.timedelta(days=1)), 2: thing(2, "Kurs i morgen", until=now + dt.timedelta(days=1))}
    tell(KIND, 1)
    tell(KIND, 2)

    assert titles("kurs") == ["Kurs i morgen"]


def test_the_index_rests_while_much_is_written(things: dict[int, Text]) -> None:
    things[1] = thing(1, "Strikkekurs")

    with commands.resting():
        tell(KIND, 1)

    assert titles("strikkekurs") == []
    commands.rebuild()
    assert titles("strikkekurs") == ["Strikkekurs"]


def test_building_anew_says_how_far_it_has_come_and_drops_what_is_gone(things: dict[int, Text]) -> None:
    things |= {number: thing(number, f"Kurs {number}") for number in range(1, 251)}
    commands.rebuild()
    del things[250]
    said: list[str] = []

    commands.rebuild(said.append)

    assert f"{KIND}: 200 / 249" in said and f"{KIND}: 249 / 249" in said
    assert Document.objects.filter(kind=KIND).count() == 249


def test_the_index_is_built_once_for_each_way_to_understand_words(things: dict[int, Text]) -> None:
    things[1] = thing(1, "Strikkekurs")

    assert commands.rebuild(only_if_old=True) >= 1
    assert commands.rebuild(only_if_old=True) == 0
    Built.objects.update(analyser="of last year")
    Document.objects.filter(kind=KIND).update(seal="of last year")
    assert commands.rebuild(only_if_old=True) == 1


def test_a_kind_that_nobody_registers_any_more_goes(things: dict[int, Text]) -> None:
    commands.settle("test.gone", [1], [thing(1, "Gammelt")])

    commands.rebuild()

    assert not Document.objects.filter(kind="test.gone").exists()


def test_a_very_long_title_is_cut(things: dict[int, Text]) -> None:
    things[1] = thing(1, "kurs " * 300)

    tell(KIND, 1)

    assert len(Document.objects.get(kind=KIND).title) <= commands.LONGEST_TITLE
