"""The keys of a word in a text, and of a word that somebody asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from samskaper.commons.search.analyser import kin
from samskaper.commons.search.analyser.compounds import parts
from samskaper.commons.search.analyser.letters import Word, fold, is_stop, words

ANALYSER = "3"  # what is indexed is indexed anew when this changes
DERIVED, LONG = re.compile("(?:het|heit|hed)(?:en|er|a|ar|ene|ane|erne)?s?$"), 7  # letters of a derived word, at least one more
FAMILIES = {"nb": "n", "nn": "n", "no": "n", "da": "d", "en": "e"}


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a word: the word itself, its stem and its sisters, and what it is a compound of."""

    exact: frozenset[str]
    stems: frozenset[str]
    parts: frozenset[str]

    @property
    def every(self) -> frozenset[str]:
        """All of them."""
        return self.exact | self.stems | self.parts

    def meets(self, other: Keys) -> bool:
        """Whether this word of a question finds that word of a text."""
        return bool(self.exact & other.exact or self.stems & other.stems or self.parts & other.parts)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word of a text with its keys, and where it stands."""

    keys: Keys
    start: int
    end: int
    folded: str


@lru_cache(maxsize=60_000)
def of_text(word: str, language: str) -> Keys:
    """Return the keys of a word in a text of this language; in others than ours only the word itself."""
    folded, family = fold(word), FAMILIES.get(language, "")
    if not family or not folded.isascii():
        return Keys(frozenset({f"x{folded}"}), frozenset(), frozenset())
    split = parts(folded, family) if family != "e" else ()
    stems = {kin.key(stem, family) for stem in kin.stems_of(folded, family)} | _whole(split, family)
    inside = {*split, *(base for part in (folded, *split) if (base := _derived_from(part)))} if family != "e" else set()
    return Keys(frozenset({f"x{folded}"}), frozenset(stems), frozenset(f"p{kin.key(part, family)}" for part in inside))


@lru_cache(maxsize=4_000)
def asked(word: str, language: str = "") -> Keys:
    """Return the keys that a word of a question asks for. It may be of any of our languages; a word that is known in the
    asker's own is read as that word («tak» is a roof in Norwegian, thanks in Danish)."""
    folded = fold(word)
    exact = frozenset({f"x{folded}"})
    if not folded.isascii():
        return Keys(exact, frozenset(), frozenset())
    stems: set[str] = {kin.key(kin.stems_of(folded, "e")[0], "e")}
    inside: set[str] = set()
    own = FAMILIES.get(language, "")
    for family in own if own in ("n", "d") and kin.is_known(folded, own) else "nd":
        keys = {kin.key(stem, family) for stem in kin.stems_of(folded, family)}
        inside |= {f"p{key}" for key in keys}
        stems |= keys | _whole(parts(folded, family), family)
    return Keys(exact, frozenset(stems), frozenset(inside))


def _derived_from(stem: str) -> str:
    """Return the word that a stem is derived from: frivillig of frivillighet. Nothing where it is derived from none."""
    return DERIVED.sub("", stem) if DERIVED.search(stem) and len(stem) > LONG else ""


def _whole(split: tuple[str, ...], family: str) -> set[str]:
    """Return the key of a compound by its parts: «biblioteksrum» is «bibliotekrom», «mødeleder» is «møteleiar»."""
    return {"s" + "".join(kin.key(part, family)[1:] for part in split)} if split else set()


def spoken(text: str, language: str, *, every: bool = False) -> Iterator[Spoken]:
    """Yield the words of a text that say something, with their keys; with `every` the others too."""
    for one in words(text):
        if every or not is_stop(one.word, language):
            yield _spoken(one, language)


def _spoken(one: Word, language: str) -> Spoken:
    return Spoken(of_text(one.word, language), one.start, one.end, fold(one.word))
