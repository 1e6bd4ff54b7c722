"""Dealing people into groups: no database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskaper.areas.programmes.rules.groups import deal, how_many


@pytest.mark.parametrize(("people", "size", "groups"), [(0, 4, 0), (1, 4, 1), (5, 4, 1), (6, 4, 2), (12, 4, 3), (60, 5, 12), (3, 2, 2)])
def test_the_number_of_groups_fits_the_size(people: int, size: int, groups: int) -> None:
    assert how_many(people, size) == groups


def test_colleagues_are_put_apart() -> None:
    groups = deal([(1, 7), (2, 7), (3, 7), (4, 8), (5, 8), (6, 8)], size=2)

    assert all(len({7 if person <= 3 else 8 for person in group}) == len(group) for group in groups)


def test_people_without_a_library_are_dealt_too() -> None:
    assert sorted(deal([(1, None), (2, None), (3, 5)], size=3)[0]) == [1, 2, 3]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=80), st.integers(2, 20))
def test_everybody_lands_in_one_group_of_nearly_the_same_size(libraries: list[int], size: int) -> None:
    people = list(enumerate(libraries))

    groups = deal(people, size=size)

    assert sorted(person for group in groups for person in group) == [person for person, _library in people]
    sizes = {len(group) for group in groups}
    assert max(sizes) - min(sizes) <= 1
    assert max(sizes) <= size + 1


@given(st.integers(2, 40), st.integers(2, 8))
def test_no_two_colleagues_share_a_group_while_there_are_groups_enough(people: int, size: int) -> None:
    number = how_many(people, size)
    libraries = [i // number for i in range(people)]

    groups = deal(list(enumerate(libraries)), size=size)

    assert all(len({libraries[person] for person in group}) == len(group) for group in groups)
