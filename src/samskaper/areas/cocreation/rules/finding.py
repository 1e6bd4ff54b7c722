"""How parties are found by their names."""

from __future__ import annotations

from string import ascii_lowercase, digits

from samskaper.foundation.text import plain_words

STEM, LONGEST = 3, 40  # signs of the beginning that the index holds, and of a word
MOST_WORDS = 6  # of a question; more narrow nothing


def words_asked(asked: str) -> list[str]:
    """Return the words that a name must begin some word of its own with; the longest first, because it narrows most."""
    return sorted((word[:LONGEST] for word in plain_words(asked)[:MOST_WORDS]), key=len, reverse=True)


def stems_of(word: str) -> list[str]:
    """Return the beginnings in the index that a word asked for can have. Two letters begin many; a single one is a word of its own («4 H»)."""
    if len(word) == STEM - 1:
        return [word, *(word + sign for sign in ascii_lowercase + digits)]
    return [word[:STEM]]
