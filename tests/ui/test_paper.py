"""Drawings on paper: the colours are written out, and agree with those on screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from samskaper.ui.gallery import example_data
from samskaper.ui.paper import DRAWN, INKS, coloured
from samskaper.ui.pictures import PICTURES, picture

STYLES = Path(__file__).parents[2] / "frontend/css"


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_every_shape_of_a_picture_gets_its_colour(name: str) -> None:
    paper = coloured(picture(name))

    shapes = re.findall(r"<(?:path|rect|circle)\b[^>]*>", paper)
    assert shapes and all("fill=" in shape or "stroke=" in shape for shape in shapes)


@pytest.mark.parametrize("name", ["timeline", "funnel", "thread"])
def test_every_shape_of_a_drawing_gets_its_colour(name: str) -> None:
    paper = coloured(render_to_string(f"ui/examples/{name}.html", example_data(name)))

    shapes = re.findall(r"<(?:path|rect|circle|line|text)\b[^>]*>", paper)
    assert shapes and all("fill=" in shape or "stroke=" in shape for shape in shapes)


def test_colours_on_paper_are_those_of_the_light_page() -> None:
    light = (STYLES / "tokens.css").read_text().split("@media (prefers-color-scheme: dark)")[0]

    assert dict(re.findall(r"--p-(\w+): (#[0-9a-f]{6})", light)) == INKS


def test_words_of_the_page_are_left_alone() -> None:
    page = '<p class="t-plan">class="f-fjord" &lt;path class="f-leaf"</p><a class="f-multe" href="/">x</a>'

    assert coloured(page) == page


def test_unknown_look_is_left_alone() -> None:
    assert coloured('<rect class="other" x="1"/>') == '<rect class="other" x="1"/>'


def test_known_looks_are_written_once() -> None:
    assert coloured('<rect class="t-real" x="1"/>').count("fill=") == 1
    assert len(DRAWN) > 2 * len(INKS)


def test_paper_uses_one_file_for_each_face() -> None:
    letters = (STYLES / "letters-plain.css").read_text()

    assert letters.count("@font-face") == 2 and "unicode-range" not in letters
