"""Every word of the methods is a word, each language keeps to its own forms, and a tired reader gets through."""

from __future__ import annotations

import re

import pytest

from tests.architecture.test_words import of_screens
from tests.editorial.language import (
    LANGUAGES,
    LIMITS,
    WORD,
    is_word,
    own_words,
    pages,
    readability,
    texts,
    unknown,
    unused,
    words_of,
)

OTHERS = {  # right in the language, but not the forms that we keep to: docs/how-to/write-a-method.md
    "nb": "fins golv golvet golvene likne likner opplesing opplesingen tape lenka linken frem fremme efter uken boken tida døren hånden klokken "
    "gruppen listen tavlen nu syv tyve tredve",
    "nn": "gje gjev gjevne svarer liker brukar lyfte lyfter korkje einig einige ueinig ueinige born borna medlemer medlemane tape framlegg spørjeteikn "
    "einskild einskilde einskildperson einskildpersonar verte vert blei bleiv me hjå også samtidig derfor dykker lenke lenka stogge stogga tinging makkar "
    "gjera vera skriva lesa finna koma seia taka tenkja leggja setja ringja byggja følgja velja spørja",
    "da": "idéer markér notér invitér kopiér sortér udenom",
    "en": "email organize realization recognize color behavior toward fall program",
}
STRANGERS = {  # what belongs to a neighbour
    "nb": "ikkje eg kva kven korleis kvifor frå noko vere gjere mykje vart jeres nogen noget hvad",
    "nn": "jeg hun hva hvem hvordan hvorfor hvis noe noen ikke fra mye flere gjøre selv sammen kommer sier hver hvert",
    "da": "noe noen hva skjema lenke lenken kveld uke gjøre gjør ikkje lapp lapper påmelding oppmøte tusj tusjer vegg veggen fremdeles trenger",
    "en": "og ikke det som",
}
MARKS = {  # an exclamation mark, straight quotes, a space too many, three full stops, a hyphen as a dash, and what belongs to another language
    "nordic": r"!|\"|(?<=\w)'|  | [,.;:?]|\.\.\.| - |[“”]|\d \d{3}|\d,\d{3}",
    "en": r"!|\"|(?<=\w)'|  | [,.;:?]|\.\.\.| - |[«»]|\d[ .]\d{3}",
}
LONGEST = 33  # words
ALSO_THESE = {"nn": {"vert", "tape"}, "nb": {"tape"}}  # a host, and to lose: other words of the same letters


def written(language: str) -> set[str]:
    return {word.lower() for word in words_of(language)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_one_that_somebody_knows(language: str) -> None:
    assert len(words_of(language)) > 2000
    assert {word: sorted(where) for word, where in unknown(language).items()} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_written_wrongly_is_found(language: str) -> None:
    assert not is_word(language, "forslgaet") and not is_word(language, "brainwritting")


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_list_of_words_is_short_and_needed(language: str) -> None:
    assert len(own_words(language)) <= 60 and unused(language) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_keeps_to_one_form(language: str) -> None:
    avoided = set(OTHERS[language].split()) - ALSO_THESE.get(language, set())

    assert written(language) & avoided == set()


@pytest.mark.parametrize("language", ["nn", "da"])
def test_the_screens_keep_to_the_same_forms(language: str) -> None:
    avoided = set(OTHERS[language].split()) - ALSO_THESE.get(language, set())
    said = [text for text in of_screens(language) if avoided & {word.lower() for word in WORD.findall(text)}]

    assert said == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_has_come_over_from_a_neighbour(language: str) -> None:
    assert written(language) & set(STRANGERS[language].split()) == set()


def test_nynorsk_has_infinitives_in_e() -> None:
    after = re.compile(r"\b(?:å|skal|vil|kan|må|bør) (\w{3,}a)\b")
    found = {word for page in pages() for text in texts(page, "nn") for word in after.findall(text)}

    assert found - {"bla", "dra", "bidra", "spørsmåla", "la"} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_marks_are_those_of_the_language(language: str) -> None:
    wrong = re.compile(MARKS["en" if language == "en" else "nordic"])
    every = [(page, text) for page in pages() for text in texts(page, language)]

    assert [(page, found[0]) for page, text in every if (found := wrong.search(text))] == []
    assert [text for _page, text in every if any(text.count(opened) != text.count(closed) for opened, closed in ("«»", "“”", "()"))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_needs_a_second_breath(language: str) -> None:
    sentences = [sentence for page in pages() for text in texts(page, language) for sentence in re.split(r"(?<=[.!?»”:;])\s+", text)]

    assert [sentence for sentence in sentences if len(sentence.split()) > LONGEST] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_easy_to_read(language: str) -> None:
    figures = {page: round(readability(page, language).lix, 1) for page in pages()}

    assert len(figures) == 15 and {page: figure for page, figure in figures.items() if figure > LIMITS[language]} == {}


def test_a_page_of_long_words_in_long_sentences_is_hard_to_read() -> None:
    assert readability("dot-voting", "nb").sentences > 100 and readability("dot-voting", "nb").words > 1000
