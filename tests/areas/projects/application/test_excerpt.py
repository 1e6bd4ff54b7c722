"""What the preview shows of the source itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from samskaper.areas.projects.application import excerpts, read, tally

TEXT = "\n".join(f"line {number}" for number in range(1, 31))


def numbers(left: set[int]) -> list[list[int]]:
    return [[line.number for line in piece] for piece in excerpts(TEXT, left)]


def test_a_line_stands_among_its_neighbours() -> None:
    assert numbers({10}) == [[8, 9, 10, 11, 12]]


def test_neighbours_stand_in_one_piece() -> None:
    assert numbers({10, 13, 30}) == [[8, 9, 10, 11, 12, 13, 14, 15], [28, 29, 30]]


def test_the_first_line_has_nothing_before_it() -> None:
    assert numbers({1}) == [[1, 2, 3]]


def test_only_what_was_left_over_is_marked() -> None:
    assert [line.number for line in excerpts(TEXT, {10, 11})[0] if line.left] == [10, 11]


def test_blank_lines_and_rules_around_it_are_left_out() -> None:
    shown = excerpts("one\n\n? ? ?\n-----\nfive", {3})[0]

    assert [line.number for line in shown] == [1, 3, 5]


def test_a_line_without_end_is_cut() -> None:
    assert len(excerpts("x" * 100_000, {1})[0][0].text) < 400


@given(st.sets(st.integers(1, 30)))
def test_every_line_stands_once_and_in_order(left: set[int]) -> None:
    shown = [number for piece in numbers(left) for number in piece]

    assert shown == sorted(set(shown))
    assert left <= set(shown)


def test_the_tally_of_the_real_application(sample: str) -> None:
    told = tally(read(sample))

    assert (told.aside, told.left) == (15, 0)
    assert told.understood > 200


def test_what_is_left_over_is_not_understood(sample: str) -> None:
    before, after = tally(read(sample)), tally(read(sample.replace("20.05.2022", "in May some time", 1)))

    assert after.left > 0 == before.left
    assert after.understood < before.understood
