"""What words are made of, and what only looks so."""

from __future__ import annotations

import pytest

from samskaper.commons.search.analyser.compounds import lexicon, parts
from samskaper.commons.search.analyser.letters import fold


@pytest.mark.parametrize(
    ("word", "made_of"),
    [
        ("bibliotekrom", "bibliotek rom"), ("bibliotekrommene", "bibliotek rom"), ("biblioteksjef", "bibliotek sjef"), ("hagebok", "hag bok"),
        ("ungdomsklubben", "ungdom klub"), ("samarbeidsavtalen", "samarbeid avtal"), ("kommunestyremøtet", "kommun styr mot"),
        ("musikkurs", "musik kurs"), ("årsmøter", "ars mot"), ("anoreksisenter", "anoreksi sent"), ("kommuneplanens", "kommun plan"),
        ("frivilligsentralen", "frivillig sentral"), ("språkstimulering", "sprak stimulering"), ("rullestol", "rull stol"),
    ],
)
def test_a_norwegian_compound_is_made_of_its_parts(word: str, made_of: str) -> None:
    assert parts(fold(word), "n") == tuple(made_of.split())


@pytest.mark.parametrize(("word", "made_of"), [("biblioteksrummet", "bibliotek rum"), ("mødesteder", "mod sted"), ("børnebøger", "born bok")])
def test_a_danish_compound_is_made_of_its_parts(word: str, made_of: str) -> None:
    assert parts(fold(word), "d") == tuple(made_of.split())


@pytest.mark.parametrize(
    "word",
    [
        "konkurs", "diskurs", "syndrom", "presenter", "produsent", "litteratur", "landskap", "partnerskap", "utstilling", "tilbud", "forslag",
        "vandring", "planet", "kultur", "ungdom", "spørsmål", "undervisning", "romania", "lagune", "kapital", "album", "kurs", "rom",
    ],
)
def test_what_is_no_compound_is_left_whole(word: str) -> None:
    assert parts(fold(word), "n") == ()


def test_the_list_of_parts_holds_no_prefixes() -> None:
    prefixes = {"ut", "inn", "av", "for", "til", "sam", "be", "an", "om", "over", "under", "ud", "af"}

    assert not prefixes & (lexicon("n").words | lexicon("d").words)
