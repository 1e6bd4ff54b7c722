"""What somebody searches for, as words with their keys."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from samskaper.commons.search.analyser import Keys, asked
from samskaper.commons.search.analyser.letters import fold, is_stop, words
from samskaper.commons.search.rules import MOST_SIGNS, MOST_WORDS
from samskaper.foundation.text import clean_line


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: the line as it was written, its words that say something, and their keys.

    `joined` are the keys of two words that belong together («bibliotek rom»), by the place of the first.
    """

    line: str
    words: tuple[str, ...]
    keys: tuple[Keys, ...]
    joined: tuple[Keys, ...]

    def also(self, place: int) -> frozenset[str]:
        """Return the keys by which a word is found together with a neighbour."""
        near = self.joined[max(0, place - 1) : place + 1]
        return frozenset(key for keys in near for key in keys.exact | keys.stems)


def question(line: str, language: str) -> Question:
    """Read a line. Signs that databases give a meaning to are no words, and long lines are cut."""
    line = clean_line(line[: MOST_SIGNS * 4])[:MOST_SIGNS]
    said = [one.word for one in words(line) if "-" not in one.word]
    telling = [word for word in said if not is_stop(word, "")] or [word for word in said if not is_stop(word, language)]
    if not telling and len(said) > 1:
        telling = said  # «hvordan kan vi»: a title may be made of such words alone
    return of_words(line, list(dict.fromkeys(telling))[:MOST_WORDS], language)


def of_words(line: str, telling: list[str], language: str, *, together: bool = True) -> Question:
    """Return the question for these words; `together`: neighbours may also be one word."""
    telling = [word for word in telling if fold(word)]
    pairs = pairwise(telling) if together else ()
    return Question(line, tuple(telling), tuple(asked(word, language) for word in telling), tuple(asked(one + other, language) for one, other in pairs))
