"""The thread: six knots, where we are, what has happened."""

from __future__ import annotations

import pytest
from django.utils import translation

from samskaper.ui.thread import KNOTS, State, thread
from tests.ui.conftest import Render, Tree


def states(here: str = "", **given: object) -> list[str]:
    return [knot.state.value for knot in thread(here, **given).knots]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        ("plan", "here may may may may may"),
        ("conversation", "done done here may may may"),
        ("practice", "done done done done done here"),
        ("", "done done done done done done"),
    ],
)
def test_what_comes_before_here_has_happened(here: str, expected: str) -> None:
    assert states(here) == expected.split()


def test_what_has_happened_can_be_told() -> None:
    assert states("gathering", done={"challenge"}) == ["may", "here", "may", "done", "may", "may"]


def test_here_stays_here_although_it_has_happened() -> None:
    assert thread("gathering", done=set(KNOTS)).knots[1].state is State.HERE


def test_unknown_knot_is_refused() -> None:
    with pytest.raises(KeyError):
        thread("meeting")


@pytest.mark.parametrize(
    ("here", "near", "places"),
    [
        ("plan", ["plan", "gathering", "conversation"], ["here", "next", "after"]),
        ("gathering", ["plan", "gathering", "conversation"], ["before", "here", "next"]),
        ("practice", ["challenge", "initiative", "practice"], ["after", "before", "here"]),
    ],
)
def test_phone_shows_three_knots_around_here(here: str, near: list[str], places: list[str]) -> None:
    shown = thread(here).near

    assert [knot.key for knot, _place in shown] == near
    if here != "practice":
        assert [place for _knot, place in shown] == places


@pytest.mark.parametrize("given", ["3 gatherings", ("3 gatherings", ""), ("3 gatherings", "/g")])
def test_real_thing_stands_under_its_knot(given: object) -> None:
    knot = thread("plan", things={"gathering": given}).knots[1]  # type: ignore[dict-item]

    assert knot.thing == "3 gatherings"
    assert knot.href == ("/g" if given == ("3 gatherings", "/g") else "")


def test_line_is_solid_as_far_as_things_have_come() -> None:
    drawing = str(thread("conversation").wide)

    assert drawing.count("thread__line--may") == 4  # three pieces between knots and the one off the edge
    assert drawing.count('class="thread__line"') == 3


def test_line_of_a_finished_thread_has_no_dots() -> None:
    assert "thread__line--may" not in str(thread().wide)


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_drawing_is_hidden_from_those_who_listen_and_small(width: str) -> None:
    drawing = str(getattr(thread("plan"), width))

    assert 'aria-hidden="true"' in drawing
    assert len(drawing) < 3000


def test_narrow_drawing_has_three_knots() -> None:
    assert str(thread("plan").narrow).count("thread__knot ") == 3


class TestOnThePage:
    def test_where_we_are_is_the_current_step(self, render: Render) -> None:
        html = render('<c-thread :thread="thread" />', thread=thread("gathering"))

        assert html.count('aria-current="step"') == 2  # once for the wide page, once for the phone
        assert "(you are here)" in html

    def test_knot_that_leads_somewhere_is_a_link_but_not_here(self, render: Render) -> None:
        one = thread("gathering", things={"plan": ("p. 14", "/plan"), "gathering": ("3", "/here")})
        links = [link["href"] for link in Tree(render('<c-thread :thread="thread" />', thread=one)).all("a")]

        assert "/plan" in links and "/here" not in links

    def test_ways_are_named(self, render: Render) -> None:
        one = thread("gathering", back=("The project", "/p"), forward=("On: 74 conversations", "/c"))
        tree = Tree(render('<c-thread :thread="thread" />', thread=one))

        assert tree.one("a", rel="prev")["href"] == "/p" and tree.one("a", rel="next")["href"] == "/c"
        assert "On: 74 conversations" in tree.text

    def test_page_without_a_thread_shows_none(self, render: Render) -> None:
        assert render('<c-thread :thread="thread" />', thread=None).strip() == ""

    def test_example_on_a_page_is_no_second_navigation(self, render: Render) -> None:
        tree = Tree(render('<c-thread :thread="thread" plain="yes" />', thread=thread()))

        assert not tree.all("nav") and tree.one("div", role="group")

    def test_example_becomes_a_list_on_the_phone(self, render: Render) -> None:
        assert 'class="vthread"' in render('<c-thread :thread="thread" plain="yes" />', thread=thread())

    @pytest.mark.parametrize(
        ("language", "words"), [("nb", "Den røde tråden"), ("nn", "Den raude tråden"), ("da", "Den røde tråd")]
    )
    def test_thread_has_its_name_in_each_language(self, render: Render, language: str, words: str) -> None:
        with translation.override(language):
            assert words in render('<c-thread :thread="thread" />', thread=thread("plan"))
