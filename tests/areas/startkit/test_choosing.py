"""The few methods that fit what somebody has, each with one reason."""

from __future__ import annotations

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from samskaper.areas.startkit.rules.choosing import SHORT_LIST, Wanted, choose
from samskaper.editorial.queries import Method

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def in_english() -> object:
    with translation.override("en"):
        yield


def method(
    slug: str, *, phase: str = "understand", minutes: int = 60, online: int = 40, people: tuple[int, int] = (2, 12), decide: str = "involve"
) -> Method:
    return Method(slug, slug.title(), f"{slug} in short", "", f"/en/{slug}/", phase, decide, minutes, online, people, 1)


TALK, CAFE = method("talk", people=(2, 4)), method("café", minutes=90, people=(12, 60))
VOTE = method("vote", phase="choose", minutes=25, online=0, decide="decide-together")


def slugs(wanted: Wanted) -> list[str]:
    return [one.method.slug for one in choose([TALK, VOTE, CAFE], wanted)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(phase="choose"), ["vote"]), (Wanted(minutes=60), ["talk", "vote"]), (Wanted(people=40), ["café"]), (Wanted(people=3, minutes=30), ["vote"]),
        (Wanted(online=True), ["talk", "café"]), (Wanted(online=True, minutes=45), ["talk", "café"]),
        (Wanted(influence="consult"), ["talk", "vote", "café"]), (Wanted(influence="decide-together"), ["vote"]),
    ],
)
def test_only_what_fits_is_listed(wanted: Wanted, found: list[str]) -> None:
    assert slugs(wanted) == found


def test_the_one_that_uses_the_time_best_comes_first() -> None:
    assert slugs(Wanted(minutes=90)) == ["café", "talk", "vote"]


def test_each_says_why_in_one_sentence() -> None:
    (one,) = choose([VOTE], Wanted(minutes=30, people=4))

    assert (one.reason, one.fits) == ("It takes 25 of your 30 minutes.", True)


def test_where_nothing_fits_the_nearest_says_what_it_lacks() -> None:
    (one,) = choose([TALK], Wanted(minutes=45))

    assert (one.reason, one.fits) == ("It takes 15 minutes more than you have.", False)


def test_what_lacks_two_things_is_not_near() -> None:
    assert choose([VOTE], Wanted(online=True, phase="understand")) == []


@given(
    st.lists(st.builds(method, st.text("abc", min_size=1, max_size=3), minutes=st.integers(5, 300), online=st.integers(0, 300)), max_size=20),
    st.builds(Wanted, minutes=st.sampled_from([0, 30, 60, 180]), people=st.sampled_from([0, 3, 40]), online=st.booleans()),
)
def test_the_list_is_short_and_never_mixes_what_fits_with_what_is_near(methods: list[Method], wanted: Wanted) -> None:
    found = choose(methods, wanted)

    assert len(found) <= SHORT_LIST and len({one.fits for one in found}) <= 1
    assert all(wanted.takes(one.method) <= wanted.minutes for one in found if one.fits and wanted.minutes)
