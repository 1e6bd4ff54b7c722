"""Compounds: «bibliotekrom» is made of «bibliotek» and «rom», «konkurs» of nothing.

A word is split where both sides are known (`parts.toml`), with -s- or -e- between them, or where its end is a common one
and what stands before it is long enough to be a word. Never by letters alone.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from samskaper.commons.search.analyser import stems
from samskaper.commons.search.analyser.letters import fold

SHORTEST, LONG = 3, 5  # letters of a part; of a beginning or an end that is not on the list
VOWEL = re.compile("[aeiouy]")
DERIVED = re.compile(
    "^(?:s?(?:ere|ering|isere|sjon|skap|skab|het|heit|hed|lig|leg|ing|ning|else|ende|ande|isk|ist|itet|mess|bar|som|inne|er|ar|en|et|a)|[aeiouy])"
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of a family: words as they are, by their stems, the ends that may follow anything, and what is no compound."""

    words: frozenset[str]
    stems: frozenset[str]
    heads: frozenset[str]
    whole: frozenset[str]


@cache
def lexicon(family: str) -> Lexicon:
    """Return the lexicon of Norwegian (n) or Danish (d)."""
    lists = tomllib.loads((Path(__file__).parent / "parts.toml").read_text())
    read = {name: frozenset(fold(word) for word in words.split()) for name, words in lists.items()}
    words = read["all"] | read["danish" if family == "d" else "norwegian"] | read["heads"]

    def stemmed(some: frozenset[str]) -> frozenset[str]:
        return frozenset(stems.bare(word, danish=family == "d") for word in some)

    return Lexicon(words, stemmed(words), stemmed(read["heads"]), stemmed(read["whole"]))


@lru_cache(maxsize=40_000)
def parts(word: str, family: str) -> tuple[str, ...]:
    """Return the stems of the parts of a folded word, from left to right; nothing where it is no compound.

    «ungdomsskolelærer»: the stems of ungdom, skole, lærer.
    """
    known = lexicon(family)
    forms = [word, word[:-1]] if word.endswith("s") and not word.endswith("ss") else [word]
    for form in forms:
        if len(form) >= 2 * SHORTEST and stems.bare(form, danish=family == "d") not in known.whole and (found := _split(form, family)):
            return found
    return ()


def _split(word: str, family: str) -> tuple[str, ...]:
    """Split at the longest known end first, so that «ungdomsskolelærer» ends in lærer before it ends in skolelærer's parts."""
    known = lexicon(family)
    for cut in range(SHORTEST, len(word) - SHORTEST + 1):
        left, right = word[:cut], word[cut:]
        end = stems.bare(right, danish=family == "d")
        if end in known.stems and (begun := _beginning(left, right, family)):
            return (*begun, end)
    return _with_known_end(word, family) or _with_known_beginning(word, family)


def _beginning(left: str, right: str, family: str) -> tuple[str, ...]:
    """Return the stems of a beginning that is known, or a compound itself, with or without -s- or -e-."""
    known = lexicon(family)
    forms = [left, left + right[0]] if right[0] == left[-1] else [left]
    if left[-1] in "se" and len(left) > SHORTEST:
        forms.append(left[:-1])
    for form in forms:
        if form in known.words:
            return (stems.bare(form, danish=family == "d"),)
    for form in forms:
        if len(form) >= 2 * SHORTEST + 1 and (found := _split_known(form, family)):
            return found
    return ()


@lru_cache(maxsize=20_000)
def _split_known(word: str, family: str) -> tuple[str, ...]:
    """Split a word into parts that are all on the list."""
    known = lexicon(family)
    for cut in range(SHORTEST, len(word) - SHORTEST + 1):
        end = word[cut:]
        if end in known.words and (begun := _beginning(word[:cut], end, family)):
            return (*begun, stems.bare(end, danish=family == "d"))
    return ()


def _with_known_end(word: str, family: str) -> tuple[str, ...]:
    known = lexicon(family)
    for cut in range(LONG, len(word) - SHORTEST + 1):
        left, end = word[:cut], stems.bare(word[cut:], danish=family == "d")
        if end in known.heads and len(VOWEL.findall(left)) > 1 and (len(end) > SHORTEST or len(left) > LONG):
            return (left, end)
    return ()


def _with_known_beginning(word: str, family: str) -> tuple[str, ...]:
    known = lexicon(family)
    for cut in range(len(word) - LONG, LONG - 1, -1):
        left, right = word[:cut], word[cut:]
        joined = left[-1] == "s" and left[:-1] in known.words and left not in known.words
        if (joined or left in known.words) and not DERIVED.match(right) and len(VOWEL.findall(right)) > 1:
            return (stems.bare(left[:-1] if joined else left, danish=family == "d"), stems.bare(right, danish=family == "d"))
    return ()
