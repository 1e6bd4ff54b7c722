"""Suggestions from the words: mostly right about sentences that they were not made from, and always quick."""

from __future__ import annotations

import time
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from samskaper.areas.cocreation.rules.likeness import MOST_COMPARED, alike

# Three things in other words: bokmål, nynorsk, Danish and English beside each other.
SAID = {
    "alone": (
        "Det er så mange som spiser middag alene hver eneste dag.",
        "Ho seier at ho kan vere einsam sjølv når det er folk rundt henne.",
        "Siden pensionen savner jeg nogen at tale med.",
        "Naboene mine kjenner ikke hverandre lenger, og flere føler seg isolert.",
    ),
    "no bus": (
        "Siste buss herfra går før møtene våre begynner.",
        "Ungane våre må køyrast til alt, for det går ingen rutebil.",
        "Uden bil kommer man ikke til noget som helst, og bussen er nedlagt.",
    ),
    "no room": (
        "Vi har søkt i to år etter et lokale der vi kan øve.",
        "Alle romma på skulen er låste etter klokka fire.",
        "Vi mangler et sted med nøgle, hvor vi kan mødes om aftenen.",
    ),
}


def purity(found: list[list[int]], truth: list[str]) -> float:
    """The share of all texts that lie in a group in which most are about the same as they are."""
    return sum(Counter(truth[place] for place in places).most_common(1)[0][1] for places in found) / len(truth)


def test_ten_statements_about_three_things_fall_into_mostly_the_right_groups() -> None:
    texts = [text for each in SAID.values() for text in each]
    truth = [about for about, each in SAID.items() for _text in each]
    found = [group.places for group in alike(texts)]
    right = purity(found, truth)
    print(f"purity {right:.2f} in {len(found)} groups: {[[truth[place] for place in places] for places in found]}")

    assert right >= 0.8 and len(found) == 3


def test_the_groups_tell_by_which_words_they_were_found() -> None:
    words = {word for group in alike([text for each in SAID.values() for text in each]) for word in group.words}

    assert {"bussen", "buss", "rutebil"} & words and {"einsam", "alene"} & words


def test_texts_that_have_nothing_in_common_are_left_alone() -> None:
    assert alike(["Vi vil lære bort å spleise tau.", "Søknadsskjemaene tar for lang tid.", "Stien til fossen er gjengrodd."]) == []


def test_nothing_and_signs_without_words_suggest_nothing() -> None:
    assert alike([]) == [] and alike(["", "😀", "123 456"]) == []


def test_the_same_text_twice_is_about_the_same() -> None:
    (group,) = alike(["Det regner inn i redskapsboden.", "Stien er gjengrodd.", "Det regner inn i redskapsboden."])

    assert group.places == [0, 2]


def test_no_more_than_four_hundred_are_compared_and_they_are_compared_quickly() -> None:
    words = [f"ord{number % 97}a sak{number % 31}b ting{number % 13}c bussen rommet ensom" for number in range(2_000)]
    before = time.perf_counter()
    found = alike(words)
    took = time.perf_counter() - before
    print(f"{took:.2f} s")

    assert all(place < MOST_COMPARED for group in found for place in group.places)
    assert took < 5


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=20))
def test_every_text_is_in_one_group_at_most(texts: list[str]) -> None:
    places = [place for group in alike(texts) for place in group.places]

    assert len(places) == len(set(places)) and all(len(group.places) > 1 for group in alike(texts))
