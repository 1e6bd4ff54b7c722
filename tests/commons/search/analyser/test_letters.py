"""One way to write each letter, and what is a word."""

from __future__ import annotations

import pytest

from samskaper.commons.search.analyser.letters import LONGEST, fold, is_stop, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ørland", "orland"), ("Aarhus", "arhus"), ("Århus", "arhus"), ("ÅSE", "ase"), ("Lærdal", "laerdal"), ("Jämtland", "jaemtland"),
        ("kafé", "kafe"), ("Kárášjohka", "karasjohka"), ("Čáhcesuolu", "cahcesuolu"), ("Guovdageaidnu", "guovdageaidnu"), ("Deatnu", "deatnu"),
        ("Ŋ", "n"), ("Đ", "d"), ("Göteborg", "goteborg"), ("STRASSE", "strasse"), ("straße", "strasse"), ("A\u030arhus", "arhus"),
    ],
)
def test_a_letter_has_one_way_to_be_written(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_other_writing_stays_what_it_is() -> None:
    assert fold("Бібліотека") == "бібліотека"
    assert fold("مكتبة") == "مكتبة"


def test_a_very_long_word_is_cut() -> None:
    assert len(fold("a" * 10_000)) <= LONGEST


def test_words_of_a_line() -> None:
    assert [one.word for one in words("Kan vi møtes, 12. mai?")] == ["kan", "vi", "møtes", "12", "mai"]


def test_what_a_hyphen_binds_is_one_word_and_its_parts() -> None:
    assert [one.word for one in words("co-creation")] == ["co-creation", "co", "creation"]


def test_words_know_where_they_stand() -> None:
    text = "En åpen dør"

    assert [text[one.start : one.end] for one in words(text)] == ["En", "åpen", "dør"]


@pytest.mark.parametrize("signs", ['"*', "NEAR(", "\x00", "()", "'; --", "   ", "٪"])
def test_signs_are_no_words(signs: str) -> None:
    assert [one.word for one in words(signs)] in ([], ["near"])


@pytest.mark.parametrize(("word", "language"), [("og", "nb"), ("ikkje", "nn"), ("af", "da"), ("the", "en"), ("ikkje", ""), ("the", "se")])
def test_small_words_say_nothing(word: str, language: str) -> None:
    assert is_stop(word, language)


def test_a_small_word_of_one_language_says_something_in_another() -> None:
    assert not is_stop("will", "nb")
    assert not is_stop("far", "nb")
