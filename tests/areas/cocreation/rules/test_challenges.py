"""Who may group, take out and word: truth tables."""

from __future__ import annotations

import pytest

from samskaper.areas.cocreation.models import Challenge, Conversation, Grouped, Party, Shown, Statement, StatementState
from samskaper.areas.cocreation.rules.challenges import (
    AT_ONCE,
    MOST,
    Side,
    Taken,
    may_group,
    may_take_out,
    must_be_free,
    must_have_room,
    offered,
    worded,
)
from samskaper.commons.people.models import Organisation
from samskaper.foundation.refusals import Invalid

HOME = Organisation(pk=1, county_id=34)
LIBRARY, OTHERS = Side(library=1, person=9), Side(library=2, person=8)
OWN, NEAR, FAR = Side(party=5, home=(34, None)), Side(party=6, home=(34, None)), Side(party=7, home=(50, None))
AGREED, CONFIRMED, MINE = StatementState.AGREED, StatementState.CONFIRMED, StatementState.MINE


def said(state: str, shown: str = Shown.COUNTY, number: int = 1) -> Statement:
    talk = Conversation(pk=3, owner=HOME, party=Party(pk=5, county_id=34, owner=HOME))
    talk._state.fields_cache["knock"] = None  # it did not come in by a door
    return Statement(pk=number, conversation=talk, state=state, shown=shown)


@pytest.mark.parametrize(("state", "shown", "allowed"), [
    (AGREED, Shown.COUNTY, {"library", "others", "own"}), (CONFIRMED, Shown.COUNTY, {"library", "others", "own", "near"}),
    (CONFIRMED, Shown.BY_NAME, {"library", "others", "own", "near"}), (CONFIRMED, Shown.NOT, set()), (MINE, Shown.COUNTY, set()),
    (StatementState.OBJECTED, Shown.COUNTY, set()), (StatementState.WITHDRAWN, Shown.COUNTY, set()),
])
def test_who_may_put_a_statement_somewhere(state: str, shown: str, allowed: set[str]) -> None:
    sides = {"library": LIBRARY, "others": OTHERS, "own": OWN, "near": NEAR, "far": FAR}

    assert {name for name, side in sides.items() if may_group(said(state, shown), side)} == allowed


@pytest.mark.parametrize(("by", "grouped_by", "owner", "may"), [
    (LIBRARY, OTHERS, 2, True), (OTHERS, OTHERS, 1, True), (OTHERS, LIBRARY, 2, True), (OTHERS, LIBRARY, 1, False),
    (OWN, LIBRARY, 1, True), (NEAR, NEAR, 1, True), (NEAR, LIBRARY, 1, False),
])
def test_who_may_take_it_out_again(by: Side, grouped_by: Side, owner: int, may: bool) -> None:
    row = Grouped(statement=said(AGREED), challenge=Challenge(owner_id=owner), **grouped_by.fields)

    assert may_take_out(row, by) is may


def test_what_is_taken_is_told_and_what_is_left_too() -> None:
    rows = [said(AGREED, number=1), said(AGREED, number=2), said(MINE, number=3)]
    must_be_free([1, 2], rows[:2], taken=[], by=LIBRARY)

    with pytest.raises(Taken) as taken:
        must_be_free([1, 2, 3, 4], rows, taken=[2], by=LIBRARY)
    assert taken.value.left == [1]


@pytest.mark.parametrize("ticked", [[], list(range(AT_ONCE + 1))])
def test_nothing_or_too_much_is_refused(ticked: list[int]) -> None:
    with pytest.raises(Invalid):
        must_be_free(ticked, [], taken=[], by=LIBRARY)


def test_a_challenge_holds_no_more_than_people_read() -> None:
    must_have_room(MOST - 1, 1)
    with pytest.raises(Invalid):
        must_have_room(MOST, 1)


@pytest.mark.parametrize(("given", "kept"), [
    ("  Vi har\nikke  et rom ", "Vi har ikke et rom"), ("Čáhci 😀", "Čáhci 😀"),
])
def test_a_wording_is_one_clean_line(given: str, kept: str) -> None:
    assert worded(given) == kept


@pytest.mark.parametrize("offers", ["", "   "])
def test_one_need_not_bring_anything(offers: str) -> None:
    assert offered(offers) == ""
