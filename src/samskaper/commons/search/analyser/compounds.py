"""Compounds: «bibliotekrom» is made of «bibliotek» and «rom», «konkurs» of nothing.

A word is split where both sides are known (`parts.toml`), with -s- or -e- between them, or where its end is a common one
and what stands before it is long enough to be a word. Never by letters alone.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
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
    """What is known of a family: words as they are, by their stems, the ends that may follow anything (with how
    short they can be: «produsent» is no «senter»), and what is no compound."""

    words: frozenset[str]
    stems: frozenset[str]
    heads: Mapping[str, int]
    whole: frozenset[str]


@cache
def lexicon(family: str) -> Lexicon:
    """Return the lexicon of Norwegian (n) or Danish (d)."""
    lists = tomllib.loads((Path(__file__).parent / "parts.toml").read_text())
    read = {name: frozenset(fold(word) for word in words.split()) for name, words in lists.items()}
    words = read["all"] | read["danish" if family == "d" else "norwegian"] | read["heads"]

    def stemmed(some: frozenset[str]) -> frozenset[str]:
        return frozenset(stems.bare(word, danish=family == "d") for word in some)

    heads = {stems.bare(word, danish=family == "d"): len(word) - 1 for word in read["heads"]}
    return Lexicon(words, stemmed(words), heads, stemmed(read["whole"]))


@lru_cache(maxsize=40_000)
def parts(word: str, family: str) -> tuple[str, ...]:
    """Return the stems of the parts of a folded word, from left to right; nothing where it is no compound.

    «ungdomsskolelærer»: the stems of ungdom, skole, lærer.
    """
    known = lexicon(family)
    forms = [word, word[:-1]] if word.endswith("s") and not word.endswith("ss") else [word]
    forms = [form for form in forms if len(form) >= 2 * SHORTEST and stems.bare(form, danish=family == "d") not in known.whole]
    return next((found for way in (_split, _with_known_end, _with_known_beginning) for form in forms if (found := way(form, family))), ())


def _split(word: str, family: str) -> tuple[str, ...]:
    """Split before the longest end that is known, and its two sides again: «kommunestyremøte» is kommune, styre, møte.

    Of three equal letters one is not written: «musikkurs» is musikk and kurs. Tried last.
    """
    known = lexicon(family)
    for of_three in (False, True):
        for cut in range(SHORTEST, len(word) - SHORTEST + 1):
            left, right = word[:cut], word[cut:]
            end = stems.bare(right, danish=family == "d")
            if end in known.stems and (begun := _beginning(f"{left}{right[0]}" if of_three and left[-1] == right[0] else left, family)):
                return (*begun, *(parts(right, family) or (end,)))
    return ()


def _beginning(left: str, family: str) -> tuple[str, ...]:
    """Return the stems of a beginning that is known, or a compound itself, with or without -s- or -e-."""
    known = lexicon(family)
    forms = [left]
    if left[-1] in "se" and len(left) > SHORTEST:
        forms.append(left[:-1])
    for form in forms:
        if form in known.words:
            return parts(form, family) or (stems.bare(form, danish=family == "d"),)
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
        if end in known.words and (begun := _beginning(word[:cut], family)):
            return (*begun, stems.bare(end, danish=family == "d"))
    return ()


def _with_known_end(word: str, family: str) -> tuple[str, ...]:
    known = lexicon(family)
    for cut in range(LONG, len(word) - SHORTEST + 1):
        left, end = word[:cut], stems.bare(word[cut:], danish=family == "d")
        common = known.heads.get(end, len(word)) <= len(word) - cut and (len(end) > SHORTEST or len(left) > LONG)
        if (common or (len(end) >= LONG and end in known.stems and end not in known.whole)) and len(VOWEL.findall(left)) > 1:
            return (left, *(parts(word[cut:], family) or (end,)))
    return ()


def _with_known_beginning(word: str, family: str) -> tuple[str, ...]:
    known = lexicon(family)
    for cut in range(len(word) - LONG, LONG - 1, -1):
        left, right = word[:cut], word[cut:]
        joined = left[-1] == "s" and left[:-1] in known.words and left not in known.words
        if (joined or left in known.words) and not DERIVED.match(right) and len(VOWEL.findall(right)) > 1:
            ends = [right, f"s{right}"] if joined else [right]  # «stilskrivning»: nothing tells whose the s is
            return tuple(stems.bare(part, danish=family == "d") for part in (left[:-1] if joined else left, *ends))
    return ()
