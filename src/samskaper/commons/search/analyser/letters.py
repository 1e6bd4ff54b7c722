"""Letters and words: one way to write each letter, and what is a word at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_SAME = str.maketrans({
    "æ": "ae", "ä": "ae", "ø": "o", "ö": "o", "œ": "oe", "å": "a", "đ": "d", "ŧ": "t", "ŋ": "n", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
})
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670"
_WORD = re.compile(rf"[^\W_](?:[{_MARKS}]|[^\W_])*(?:[-‐‑](?:[{_MARKS}]|[^\W_])+)*")
_HYPHEN = re.compile("[-‐‑]")
LONGEST = 40  # signs of a word that is looked at; nobody searches for longer ones

STOP = {
    "nb": "og i på av til for med som er en et ei det den de å at om fra har ikke vi du jeg dere dem seg sin sitt sine var vil kan skal skulle ville kunne når hva hvem hvor "
    "hvordan hvorfor hvilke hvilken eller men så også ved etter før over under ut inn opp ned noe noen alt alle man bare her der da enn mot mellom hos være blir ble hvis slik mye min din "
    "hans hennes sitt oss dere deres vår vårt våre denne dette disse samme må få får fikk gjøre gjør går gå kom kommer",
    "nn": "og i på av til for med som er ein eit ei det den dei å at om frå har ikkje vi du eg de dykk seg sin sitt sine var vil kan skal skulle ville kunne når kva kven kvar korleis "
    "kvifor kva eller men så òg også ved etter før over under ut inn opp ned noko nokon nokre alt alle ein berre her der då enn mot mellom hjå vere blir vart viss slik mykje min din "
    "hans hennar oss dykkar deira vår vårt våre denne dette desse same må få får fekk gjere gjer går gå kom kjem",
    "da": "og i på af til for med som er en et det den de at om fra har ikke vi du jeg i jer dem sig sin sit sine var vil kan skal skulle ville kunne når hvad hvem hvor "
    "hvordan hvorfor hvilke hvilken eller men så også ved efter før over under ud ind op ned noget nogen nogle alt alle man kun her der da end mod mellem hos være bliver blev hvis sådan meget min din "
    "hans hendes os jer jeres deres vor vores denne dette disse samme må få får fik gøre gør går gå kom kommer",
    "en": "the a an and or of to in on for with from is are was were be been it its this that these those as at by not do does did how what who whom which when where why can could "
    "will would shall should may might we you i they he she them us our your their his her my me if so than then there here into onto about over under up down out",
}
STOPS = {language: frozenset(words.split()) for language, words in STOP.items()}


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
