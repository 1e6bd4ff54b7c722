"""What is proposed to somebody who is behind."""

from __future__ import annotations

import pytest

from samskaper.areas.programmes.models import CompletionPart
from samskaper.areas.programmes.rules.stuck import LONG_WEEKS, Situation, help_for


@pytest.mark.parametrize(
    ("situation", "key"),
    [
        (Situation(CompletionPart.GATHERINGS, 1, 1, may_make_up=True), "make_up"),
        (Situation(CompletionPart.INTRODUCTION, 1, 2, may_make_up=True), "make_up"),
        (Situation(CompletionPart.GATHERINGS, 1, 1), "talk_through"),
        (Situation(CompletionPart.GATHERINGS, LONG_WEEKS, 1, may_make_up=True), "call"),
        (Situation(CompletionPart.ACTIONS, 1, 3), "call"),
        (Situation(CompletionPart.ACTIONS, 1, 1, may_make_up=True), "remind"),
        (Situation(CompletionPart.LEADER_MEETING, 1, 1), "remind_both"),
        (Situation(CompletionPart.LEADER_MEETING, 9, 1, own_leader=True), "another_leader"),
    ],
)
def test_who_is_behind_is_helped_by_what_fits(situation: Situation, key: str) -> None:
    assert help_for(situation).key == key


def test_making_up_is_proposed_in_a_letter_because_the_page_in_it_is_the_way() -> None:
    assert help_for(Situation(CompletionPart.GATHERINGS, 1, 1, may_make_up=True)).by_letter
