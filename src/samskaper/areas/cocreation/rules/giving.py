"""What may be counted where, for those who ask what conversations gave."""

from __future__ import annotations

from collections.abc import Mapping

FEWEST = 5  # conversations in a county before anything of it is shown by itself


def shown_apart(conversations: Mapping[int, int]) -> set[int]:
    """Return the counties whose numbers may stand by themselves, given how many conversations each has.

    A county with few conversations could tell who said what; nor may the few left over be found by subtraction, so the
    smallest county goes with them until they are enough.
    """
    apart = {county for county, number in conversations.items() if number >= FEWEST}
    rest = sum(number for county, number in conversations.items() if county not in apart)
    for county in sorted(apart, key=lambda one: (conversations[one], one)):
        if rest == 0 or rest >= FEWEST:
            break
        apart.discard(county)
        rest += conversations[county]
    return apart
