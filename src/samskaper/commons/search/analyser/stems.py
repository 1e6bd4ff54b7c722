"""Stems: what stays of a word when its bending is taken off.

For Norwegian and Danish these rules are ours: snowball's give «kur» for «kurs» and «kurs» for «kursene», so that the two
never meet. For English they are snowball's. All of it works on folded words, so that «moter» is bent like «møter».
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

import snowballstemmer

from samskaper.commons.search.analyser.letters import fold

SHORTEST = 3  # letters that stay
ENDINGS = ("erene", "arane", "eren", "erne", "eret", "ende", "ande", "aren", "arar", "ere", "ene", "ane", "ede", "ete", "en", "et", "er", "ar", "as", "a", "e")
AGAIN = ("en", "e", "a")
WHOLE = re.compile(  # what looks bent and is not
    "(?:het|heit|hed|bibliotekar|seminar|kommentar|eksemplar|formular|inventar|kalendar|kalender|veterinar|januar|februar|planet|magnet|poet"
    "|alfabet|internet|buffet|budget|kabaret|museum|sentrum|forum|radar|gitar|webinar|nektar|hektar|altar|idraet)$"
)
VOWEL = re.compile("[aeiouy]")
_SNOWBALL = snowballstemmer.stemmer("english")


@lru_cache(maxsize=60_000)
def bare(word: str, *, danish: bool = False) -> str:
    """Return the stem of a folded Norwegian or Danish word."""
    if hidden := bent().get(word):
        return hidden
    stem = _strip(word, ENDINGS)
    if stem != word:
        stem = _strip(stem, AGAIN)
    return _settled(stem, danish=danish)


@cache
def bent() -> dict[str, str]:
    """Return the stem of each form in `bent.toml`."""
    rows = tomllib.loads((Path(__file__).parent / "bent.toml").read_text())
    return {fold(form): stem for stem, forms in rows.items() for form in forms.split()}


def _strip(word: str, endings: tuple[str, ...]) -> str:
    if WHOLE.search(word):
        return word
    cut = [word[: -len(ending)] for ending in endings if word.endswith(ending)]
    may_stay = [stem for stem in cut if len(stem) >= SHORTEST and VOWEL.search(stem)]
    return next((stem for stem in may_stay if WHOLE.search(stem)), may_stay[0] if may_stay else word)


def _settled(stem: str, *, danish: bool) -> str:
    """Bring together stems that differ by the bending alone: romm and rom, artikkel and artikl, sentr and sent."""
    if stem.endswith(("igt", "iskt")):
        stem = stem[:-1]
    if len(stem) >= 4 and stem[-1] == stem[-2] and (danish or stem[-1] == "m"):
        stem = stem[:-1]
    if len(stem) >= 5:
        stem = re.sub(r"([bdfgkpst])\1?el$", r"\1l", stem)
        stem = re.sub(r"([bdgkmptv])r$", r"\1", stem)
        stem = re.sub(r"([bdgkmptv])\1$", r"\1", stem)
    return stem


def stems(word: str, *, danish: bool = False) -> tuple[str, ...]:
    """Return the stems of a folded word: two where its last s may be a genitive («barns») or its own («campus»)."""
    if len(word) >= SHORTEST + 2 and word[-1] == "s" and word[-2] != "s":
        return tuple(dict.fromkeys((bare(word, danish=danish), bare(word[:-1], danish=danish))))
    return (bare(word, danish=danish),)


@lru_cache(maxsize=20_000)
def english(word: str) -> str:
    """Return the stem of a folded English word."""
    stem: str = _SNOWBALL.stemWord(word)
    return stem
