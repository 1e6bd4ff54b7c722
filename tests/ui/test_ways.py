"""The row of pages that lie beside each other."""

from __future__ import annotations

from samskaper.ui.ways import beside

PAGES = [("Conversations", "/nb/conversations/"), ("Challenges", "/nb/challenges/"), ("Planning", "/nb/conversations/new/")]


def test_the_page_that_is_open_is_marked():
    assert [one.here for one in beside(PAGES, path="/nb/challenges/")] == [False, True, False]


def test_a_page_below_marks_the_nearest_above_it():
    assert [one.words for one in beside(PAGES, path="/nb/conversations/new/3/") if one.here] == ["Planning"]


def test_elsewhere_none_is_marked():
    assert not any(one.here for one in beside(PAGES, path="/nb/"))
