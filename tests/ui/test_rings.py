"""The ring that closes when both sides have said yes."""

from __future__ import annotations

import pytest

from samskaper.ui.rings import MOST, ring


@pytest.mark.parametrize(("left", "right", "may"), [(True, True, 0), (True, False, 1), (False, True, 1), (False, False, 2)])
def test_a_half_that_has_not_said_yes_is_dotted(left: bool, right: bool, may: int) -> None:
    drawn = ring(3, filled=1, left=left, right=right)

    assert drawn.count("ring__half--may") == may and ("ring--closed" in drawn) == (left and right)


@pytest.mark.parametrize(("dots", "filled", "shown", "unfilled"), [(0, 0, 0, 0), (1, 1, 1, 0), (5, 2, 5, 3), (40, 3, MOST, MOST - 3)])
def test_there_is_a_dot_for_each_as_long_as_they_can_be_told_apart(dots: int, filled: int, shown: int, unfilled: int) -> None:
    drawn = ring(dots, filled=filled, left=True, right=True)

    assert (drawn.count("<circle"), drawn.count("ring__dot--open")) == (shown, unfilled)


def test_it_is_hidden_from_those_who_listen_and_has_no_style_of_its_own() -> None:
    drawn = ring(3, filled=1, left=True, right=False)

    assert 'aria-hidden="true"' in drawn and "style=" not in drawn
