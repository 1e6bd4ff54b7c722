"""How people are put into groups: as mixed as can be, and of nearly the same size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def how_many(people: int, size: int) -> int:
    """Return how many groups of about `size` this many people make: none is larger than one above `size`."""
    if people <= 0:
        return 0
    return max(1, round(people / size), -(-people // (size + 1)))


def deal(people: Iterable[tuple[int, int | None]], *, size: int) -> list[list[int]]:
    """Deal people, given as (id, library id), into groups of about `size`.

    Colleagues are dealt one after the other, round the table, so that they land in different groups for as long as
    there are groups enough. The same people give the same groups.
    """
    rows = list(people)
    number = how_many(len(rows), size)
    of_library = Counter(library for _person, library in rows)
    order = sorted(rows, key=lambda row: (-of_library[row[1]], row[1] or 0, row[0]))
    groups: list[list[int]] = [[] for _ in range(number)]
    for place, (person, _library) in enumerate(order):
        groups[place % number].append(person)
    return groups
