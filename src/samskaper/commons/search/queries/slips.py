"""What somebody meant who slipped on the keys."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from samskaper.commons.search.analyser.letters import fold
from samskaper.commons.search.analyser.stems import bare
from samskaper.commons.search.models import Known

SHORTEST = 4  # letters; shorter words are too like others
LONG = 7  # letters from which two slips are forgiven
MOST = 2  # words that are proposed for one
MOST_LONGER = 8  # letters that may be missing at the end


def meant(word: str, *, using: str) -> list[str]:
    """Return the words of the index that somebody may have meant, the nearest first."""
    word = fold(word)
    if len(word) < SHORTEST or not word.isalpha():
        return []
    near = Q(word__startswith=word[0]) | Q(word__contains=word[1:4])
    known = Known.objects.using(using).filter(near).values_list("word", flat=True)
    found = sorted((how_far, len(other), other) for other in known if (how_far := _how_far(word, other)) is not None)
    return [other for _far, _length, other in found[:MOST]]


def _how_far(word: str, other: str) -> int | None:
    """Return how far two words are from each other; None where nobody would take one for the other."""
    most = 2 if len(word) >= LONG else 1
    far = min(_slipped(word, other, most), _slipped(bare(word), bare(other), most))
    if 0 < far <= most:
        return far
    if other.startswith(word) and len(other) - len(word) <= MOST_LONGER:
        return most + 1
    return None


def _slipped(one: str, other: str, most: int) -> int:
    """Return the slips between two words or stems; more than `most` at once where their letters are too different."""
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return most + 1
    return slips(one, other, most=most)


def slips(one: str, other: str, *, most: int) -> int:
    """Return how many letters were missed, added, changed or swapped between two words; more than `most` where it is more."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, sign in enumerate(one, start=1):
        line = [row]
        for column, against in enumerate(other, start=1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (sign != against))
            if row > 1 and column > 1 and sign == other[column - 2] and one[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > most:
            return most + 1
        before, last = last, line
    return last[-1]


def first_each(proposals: Iterable[list[str]], counts: dict[str, int]) -> list[str]:
    """Return of each list of proposals the first that can be found, or nothing."""
    return [next((word for word in words if counts.get(word)), "") for words in proposals]
