"""Letters and words: one way to write each letter, and what is a word at all."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_SAME = str.maketrans({
    "æ": "ae", "ä": "ae", "ø": "o", "ö": "o", "œ": "oe", "å": "a", "đ": "d", "ŧ": "t", "ŋ": "n", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
})
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670"
_WORD = re.compile(rf"[^\W_](?:[{_MARKS}]|[^\W_])*(?:[-‐‑](?:[{_MARKS}]|[^\W_])+)*")
_HYPHEN = re.compile("[-‐‑]")
LONGEST = 40  # signs of a word that is looked at; nobody searches for longer ones

STOPS = {language: frozenset(some.split()) for language, some in tomllib.loads((Path(__file__).parent / "stop.toml").read_text()).items()}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, in small letters, and where it stands."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=60_000)
def fold(word: str) -> str:
    """Return a word with one way to write each letter: «Ørland», «Orland» and «ORLAND» are orland; «Aarhus» and «Århus» arhus."""
    small = unicodedata.normalize("NFC", word).casefold().translate(_SAME)
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", small) if not unicodedata.combining(sign))
    plain = "".join(sign for sign in bare.translate(_SAME) if sign.isalnum())
    return plain.replace("aa", "a")[:LONGEST]


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text; what is bound by a hyphen is one word, and each of its parts too."""
    for found in _WORD.finditer(text):
        said = found[0].casefold()
        yield Word(said, found.start(), found.end())
        if parts := _HYPHEN.split(said)[: 1 + said.count("-")]:
            yield from (Word(part, found.start(), found.end()) for part in parts if len(parts) > 1 and len(part) > 1)


def is_stop(word: str, language: str) -> bool:
    """Whether a word says nothing about what a text is about, in a language; in any of ours where that is not known."""
    if language in STOPS:
        return word in STOPS[language]
    return any(word in stops for stops in STOPS.values())
