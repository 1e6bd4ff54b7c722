"""Bending taken off."""

from __future__ import annotations

import pytest

from samskaper.commons.search.analyser.letters import fold
from samskaper.commons.search.analyser.stems import bare, english, stems

NORWEGIAN = [
    "kurs kurset kursene kursa", "rom rommet rommene romma", "kommune kommunen kommuner kommunene kommunar kommunane",
    "leder ledere lederen lederne", "bibliotek biblioteket bibliotekene biblioteka", "forening foreninger foreningen foreningene foreninga",
    "artikkel artikkelen artikler artiklene", "senter senteret sentre sentrene", "middel middelet midler midlene",
    "møte møter møtet møtene", "museum museet museer museene", "bok boka boken bøker bøkene", "mann menn mennene",
    "frivillig frivillige frivilligt", "samtale samtaler samtalen samtalene samtalar", "arena arenaen arenaer arenaene",
    "mulighet muligheter muligheten mulighetene", "idé ideer ideen ideene", "bibliotekar bibliotekaren bibliotekarer",
]
DANISH = ["bus bussen busser busserne", "klub klubben klubber", "forening foreninger foreningerne", "borger borgere borgerne", "hus huset huse husene"]


@pytest.mark.parametrize("forms", NORWEGIAN)
def test_all_forms_of_a_norwegian_word_have_one_stem(forms: str) -> None:
    assert len({bare(fold(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize("forms", DANISH)
def test_all_forms_of_a_danish_word_have_one_stem(forms: str) -> None:
    assert len({bare(fold(form), danish=True) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("kurs", "kur"), ("plan", "planet"), ("mus", "museet"), ("hat", "hatt"), ("bank", "benk"), ("bibliotek", "bibliotekar")],
)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert bare(fold(one)) != bare(fold(other))


def test_a_last_s_may_be_a_genitive_or_the_words_own() -> None:
    assert set(stems("barns")) == {"barns", "barn"}
    assert stems("kurs") == ("kurs",)
    assert stems("plass") == ("plass",)


def test_english_is_bent_by_its_own_rules() -> None:
    assert english("libraries") == english("library")
    assert english("voting") == english("votes") == english("vote")
