"""Words in plain letters, so that what is written is found however it is typed."""

from __future__ import annotations

import pytest

from samskaper.foundation.text import plain_words


@pytest.mark.parametrize(("text", "words"), [
    ("Ås idrettslag", ["as", "idrettslag"]), ("SÁMI SEARVI", ["sami", "searvi"]), ("Øst-Ålen & Ærlig", ["ost", "alen", "aerlig"]), ("Kor kor KOR", ["kor"]),
    ("4H", ["4h"]), ("Straße", ["strasse"]), ("", []), ("🎺", []), ("جمعية", ["جمعية"]), ("Ŧuŋđa", ["tunda"]),
])
def test_words_lose_their_marks(text: str, words: list[str]) -> None:
    assert plain_words(text) == words
