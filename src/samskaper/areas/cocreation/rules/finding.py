"""How parties are found by their names."""

from __future__ import annotations

from samskaper.foundation.text import plain_words

STEM, LONGEST = 3, 40  # signs of the beginning that the index holds, and of a word
MOST_WORDS = 6  # of a question; more narrow nothing


def words_asked(asked: str) -> list[str]:
    """Return the words that a name must begin some word of its own with; the longest first, because it narrows most."""
    return sorted(plain_words(asked)[:MOST_WORDS], key=len, reverse=True)
