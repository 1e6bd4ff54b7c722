"""What is different between two texts of a method, told to somebody with the old sheet in her hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskaper.areas.startkit.rules.differences import Difference, Pair, differences, pairs_of
from samskaper.editorial.texts import MethodText, Step

OLD = MethodText.from_json({
    "key": "prov", "language": "nb", "title": "Prøv", "phase": "understand", "influence": "involve", "people": [3, 8], "checked": "",
    "purpose": "Dere blir kjent.", "say_aloud": "Velkommen. Skriv navnet ditt i hjørnet. Vi begynner.",
    "steps": [{"title": "Sitt", "minutes": 5, "text": "Finn en stol. Sett deg."}, {"title": "Snakk", "minutes": 10, "text": "Si noe."}],
    "materials": ["Papir", "Penner"],
})


def told(new: MethodText, **reasons: str) -> list[Difference]:
    return differences(OLD, new, {key.replace("_dot_", "."): words for key, words in reasons.items()})


def test_the_same_text_has_no_differences() -> None:
    assert told(OLD) == []


def test_a_changed_sentence_stands_beside_the_one_it_was_with_its_reason() -> None:
    new = replace(OLD, say_aloud="Velkommen. Skriv ingen navn i hjørnet. Vi begynner.")

    [one] = told(new, say_aloud="Folk turte mer.")

    assert one.pairs == (Pair("Skriv navnet ditt i hjørnet.", "Skriv ingen navn i hjørnet."),)
    assert (one.part, one.because) == ("say_aloud", "Folk turte mer.") and "Les høyt" in one.words


def test_a_part_that_is_new_is_said_in_a_sentence_without_its_whole_text() -> None:
    new = replace(OLD, online_intro="På skjerm.", online_steps=(Step("Møt", 5, "Møt opp."),))

    assert [(one.words, one.pairs) for one in told(new)] == [("Nå er det en variant på nett, steg for steg.", ())]


def test_a_part_that_is_gone_is_said_too() -> None:
    assert [one.words for one in told(replace(OLD, materials=()))] == ["«Ta med» er ikke med lenger."]


def test_minutes_and_people_are_said_as_numbers() -> None:
    new = replace(OLD, people=(3, 12), steps=(OLD.steps[0], replace(OLD.steps[1], minutes=20)))

    assert [one.words for one in told(new)] == ["Den tar 25 minutter. Før tok den 15.", "Den er laget for 3–12 personer. Før var den for 3–8."]


def test_a_new_step_between_two_leaves_the_others_alone() -> None:
    new = replace(OLD, steps=(OLD.steps[0], Step("Pust", 0, "Pust rolig inn."), OLD.steps[1]))

    [one] = told(new)

    assert one.pairs == (Pair("", "Pust. Pust rolig inn."),) and one.part == "steps.2"


def test_what_has_a_reason_comes_first_then_what_one_says_and_does() -> None:
    new = replace(OLD, purpose="Dere blir litt kjent.", say_aloud="Velkommen. Vi begynner nå.", materials=("Papir", "Blyanter"))

    assert [one.part for one in told(new, materials_dot_2="Penner smitter.")] == ["materials.2", "say_aloud", "purpose"]


@pytest.mark.parametrize(("before", "after", "found"), [
    (["A b c."], ["A b d."], [Pair("A b c.", "A b d.")]),
    (["En helt annen ting."], ["Noe nytt og ukjent her."], [Pair("En helt annen ting.", "Noe nytt og ukjent her.")]),
    (["A b c."], ["A b c.", "D e f."], [Pair("", "D e f.")]),
    (["A b c.", "D e f."], ["D e f."], [Pair("A b c.", "")]),
])
def test_sentences_are_paired(before: list[str], after: list[str], found: list[Pair]) -> None:
    assert pairs_of(before, after) == found


SENTENCES = st.lists(st.text("abc ", min_size=1, max_size=12), max_size=6)


@given(SENTENCES, SENTENCES)
def test_every_sentence_that_went_or_came_is_told_once(before: list[str], after: list[str]) -> None:
    pairs = pairs_of(before, after)

    came, went = sum(bool(pair.new) for pair in pairs), sum(bool(pair.old) for pair in pairs)
    assert came - went == len(after) - len(before)
    assert {pair.old for pair in pairs} - {""} <= set(before) and {pair.new for pair in pairs} - {""} <= set(after)
    assert before != after or pairs == []
