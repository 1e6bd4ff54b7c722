"""Which texts seem to be about the same, from their words alone. Only ever a suggestion.

Words are cut to their stems (Norwegian, Danish or English), words that carry nothing are left out, and rare words weigh
more than frequent ones (tf-idf). Stems of the same thing in the languages and forms of the field are brought together by a
short list of relatives; beyond that the words of the texts decide. Groups are grown by average likeness.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

import snowballstemmer

from samskaper.areas.cocreation.rules.relatives import LANGUAGES, NOTHING, RELATIVES

MOST_COMPARED = 400
LIKE = 0.13  # average likeness from which texts are suggested together
MOST_WORDS = 60  # of one text
FEWEST = 2  # texts in a group

STOP = frozenset(NOTHING.split())
WORD = re.compile(r"[^\W\d_]{2,}")
SMALL = {language: frozenset(words.split()) for language, words in LANGUAGES.items()}
AFFIX = 4  # signs of a word that is found again at the beginning or end of a longer one
RELATED, RARE, COMMON = 3.0, 1.0, 3.0  # weights: of what a word is about; of a word said once; at most, of any other


@dataclass(frozen=True, slots=True)
class Alike:
    """Texts that seem to be about the same: their places in what was given, and the words by which they were found."""

    places: list[int]
    words: list[str]


def alike(texts: Sequence[str]) -> list[Alike]:
    """Return groups of texts that seem to be about the same, the largest first. Texts that stand alone are in none.

    Compares the first 400 at most, which takes a fraction of a second.
    """
    said = [_stems(text) for text in texts[:MOST_COMPARED]]
    vectors = _vectors(said)
    groups = [places for places in _grow(_matrix(vectors)) if len(places) >= FEWEST]
    return [Alike(sorted(places), _why(places, said, vectors)) for places in sorted(groups, key=lambda each: (-len(each), min(each)))]


@lru_cache(maxsize=8)
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(language)


def _language(words: Sequence[str]) -> str:
    """Return the language whose small words are most frequent; Norwegian where nothing speaks against it."""
    hits = {language: sum(word in small for word in words) for language, small in SMALL.items()}
    best = max(hits, key=lambda language: hits[language])
    return best if hits[best] > 1 else "norwegian"


def _stems(text: str) -> dict[str, str]:
    """Return the stems of a text that carry something, each with the word as it was said."""
    words = [word.lower() for word in WORD.findall(text)][:MOST_WORDS]
    cut = _stemmer(_language(words)).stemWord
    return {cut(word): word for word in words if word not in STOP}


@lru_cache(maxsize=4_000)
def _about(word: str) -> frozenset[str]:
    """Return what a word speaks of, by the list of relatives."""
    return frozenset(about for about, relatives in _RELATIVES if any(_is_relative(word, each) for each in relatives))


def _is_relative(word: str, relative: str) -> bool:
    if relative[0] == "=":
        return word == relative[1:]
    return word.endswith(relative[1:]) if relative[0] == "-" else word.startswith(relative)


def _vectors(said: Sequence[dict[str, str]]) -> list[dict[str, float]]:
    """Return each text as weights of its stems and of what they speak of, of length one."""
    known = {stem for stems in said for stem in stems}
    parts = [{part for stem in stems for part in _parts(stem) & known} for stems in said]
    spread = Counter(part for each in parts for part in each)
    most = len(said) + 1
    found = []
    for stems, each in zip(said, parts, strict=True):
        weights = {part: min(COMMON, log(most / spread[part])) if spread[part] > 1 else 0.0 for part in each}
        weights |= {stem: RARE for stem in stems if not weights[stem]}
        weights |= {f"about:{about}": RELATED for word in stems.values() for about in _about(word)}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        found.append({part: weight / length for part, weight in weights.items() if weight})
    return found


def _parts(stem: str) -> set[str]:
    """Return a stem and its beginnings and ends, so that a compound meets its parts («møterom» and «rommene»)."""
    return {stem, *(stem[:cut] for cut in range(AFFIX, len(stem) - 2)), *(stem[cut:] for cut in range(3, len(stem) - AFFIX + 1))}


def _matrix(vectors: Sequence[dict[str, float]]) -> list[list[float]]:
    """Return how like every two texts are (cosine), by way of the words that they share."""
    holders: dict[str, list[tuple[int, float]]] = {}
    for place, vector in enumerate(vectors):
        for part, weight in vector.items():
            holders.setdefault(part, []).append((place, weight))
    matrix = [[0.0] * len(vectors) for _each in vectors]
    for rows in holders.values():
        for first, weight in rows:
            line = matrix[first]
            for second, other in rows:
                line[second] += weight * other
    return matrix


def _grow(matrix: list[list[float]]) -> list[list[int]]:
    """Bring together what is most alike on average until nothing is alike enough, by chains of nearest neighbours."""
    groups: dict[int, list[int]] = {place: [place] for place in range(len(matrix))}
    done: list[list[int]] = []
    chain: list[int] = []
    while groups:
        if not chain:
            chain.append(next(iter(groups)))
        here, before = chain[-1], chain[-2] if len(chain) > 1 else None
        line = matrix[here]
        best = max((each for each in groups if each != here), key=lambda each: (line[each], each == before), default=None)
        if best is None or line[best] < LIKE:
            done.append(groups.pop(here))  # nothing is like it: it is finished, and so is the chain that led here
            chain.clear()
        elif best == before:
            _join(matrix, groups, here, before)
            del chain[-2:]
        else:
            chain.append(best)
    return done


def _join(matrix: list[list[float]], groups: dict[int, list[int]], one: int, other: int) -> None:
    """Put two groups together; the likeness to every other is the average over their texts."""
    ours, theirs = len(groups[one]), len(groups[other])
    for each in groups:
        if each not in (one, other):
            matrix[other][each] = matrix[each][other] = (ours * matrix[one][each] + theirs * matrix[other][each]) / (ours + theirs)
    groups[other] += groups.pop(one)


def _why(places: Sequence[int], said: Sequence[dict[str, str]], vectors: Sequence[dict[str, float]], *, most: int = 3) -> list[str]:
    """Return the words, as they were said, that bring these texts together most."""
    shared: dict[str, float] = {}
    for place in places:
        for part, weight in vectors[place].items():
            shared[part] = shared.get(part, 0.0) + weight
    told: dict[str, float] = {}
    for place in places:
        for stem, word in said[place].items():
            brings = [shared[part] - vectors[place][part] for part in (stem, *(f"about:{each}" for each in _about(word))) if part in shared]
            told[word] = told.get(word, 0.0) + sum(brings)
    return sorted((word for word in told if told[word] > 0), key=lambda word: -told[word])[:most]


_RELATIVES = tuple((about, tuple(words.split())) for about, words in RELATIVES.items())
