"""Which word of a question meets which word of a text."""

from __future__ import annotations

import pytest

from samskaper.commons.search.analyser import asked, of_text, spoken
from samskaper.commons.search.analyser.kin import sisters


def meets(question: str, word: str, language: str, asker: str = "nb") -> bool:
    return asked(question, asker).meets(of_text(word, language))


@pytest.mark.parametrize(
    ("question", "word", "language"),
    [
        ("kurs", "kursene", "nb"), ("rom", "bibliotekrom", "nb"), ("orland", "Ørland", "nb"), ("tromso", "Tromsø", "nb"), ("Århus", "Aarhus", "da"),
        ("bibliotekrom", "biblioteksrummet", "da"), ("utfordring", "udfordringer", "da"), ("udfordring", "utfordringane", "nn"),
        ("samskaping", "samskabelse", "da"), ("forening", "foreiningane", "nn"), ("møteplass", "mødesteder", "da"), ("avtale", "aftaler", "da"),
        ("informasjon", "information", "da"), ("fellesskap", "fællesskabet", "da"), ("høyskole", "højskole", "da"), ("besøk", "besøget", "da"),
        ("frivillig", "frivillighet", "nb"), ("vote", "voting", "en"), ("prosjektleder", "projektlederen", "da"), ("uke", "veka", "nn"),
    ],
)
def test_a_word_meets_its_forms_and_sisters(question: str, word: str, language: str) -> None:
    assert meets(question, word, language)


@pytest.mark.parametrize(
    ("question", "word", "language"),
    [
        ("kurs", "konkurs", "nb"), ("rom", "syndrom", "nb"), ("hat", "hatt", "nb"), ("tak", "takk", "nb"), ("vei", "vegg", "nb"), ("time", "timian", "nb"),
        ("bibliotekrom", "rom", "nb"), ("stilling", "utstilling", "nb"), ("senter", "presenter", "nb"), ("for", "fortelle", "nb"),
    ],
)
def test_a_word_does_not_meet_what_only_looks_like_it(question: str, word: str, language: str) -> None:
    assert not meets(question, word, language)


def test_the_same_letters_are_read_in_the_askers_language() -> None:
    assert meets("tak", "takk", "nb", asker="da")
    assert not meets("tak", "takk", "nb", asker="nb")


def test_a_text_in_another_language_is_found_by_its_words_as_they_are() -> None:
    assert meets("бібліотека", "Бібліотека", "uk")
    assert meets("girjerádju", "Girjerádju", "se")
    assert not meets("girjerádju", "girjerájuin", "se")


def test_small_words_are_passed_over_unless_asked_for() -> None:
    assert [one.folded for one in spoken("Hvordan kan vi møtes", "nb")] == ["motes"]
    assert len(list(spoken("Hvordan kan vi møtes", "nb", every=True))) == 4


def test_no_two_names_of_the_table_claim_the_same_word() -> None:
    assert len(sisters()) > 500
    assert all(name.isascii() for name in sisters().values())
