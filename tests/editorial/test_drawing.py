"""The pictures of the kit: one per method, small, in the house's colours, and each its own."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.template import Context, Template

from samskaper.editorial.commands.kit import keys
from samskaper.editorial.drawing import has_picture, picture, picture_file
from samskaper.editorial.drawing.figures import ADA, Pose, figure
from samskaper.editorial.drawing.palette import DARK, LIGHT, fixed
from samskaper.editorial.drawing.stills import STILLS

STYLES = Path(__file__).parents[2] / "frontend/css"
NAMES = sorted(STILLS)


def test_every_method_and_the_introduction_has_a_picture_of_its_own() -> None:
    assert set(NAMES) == {*keys(), "introduction"}
    assert len({picture(name) for name in NAMES}) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_picture_weighs_one_to_five_and_a_half_kilobytes(name: str) -> None:
    assert 1_000 < len(picture(name)) < 5_500


@pytest.mark.parametrize("name", NAMES)
def test_picture_takes_its_colours_from_the_page(name: str) -> None:
    drawn = picture(name)

    assert not re.search(r"#[0-9a-fA-F]{3}|rgb\(|style=|fill=|stroke=|nan|inf|e[-+]\d", drawn)
    known = set(re.findall(r"\.([fs]-\w+)", (STYLES / "pictures.css").read_text()))
    assert set(re.findall(r'class="([fs]-\w+)"', drawn)) <= known


@pytest.mark.parametrize("name", NAMES)
def test_picture_shows_people_and_the_thread(name: str) -> None:
    drawn = picture(name)

    assert len(set(re.findall(r"f-skin\d", drawn))) >= 2
    assert 'class="s-thread"' in drawn
    assert 'aria-hidden="true"' in drawn


@pytest.mark.parametrize("name", NAMES)
def test_file_is_well_formed_and_has_its_colours_in_it(name: str) -> None:
    drawn = picture_file(name)

    ElementTree.fromstring(drawn)
    assert "class=" not in drawn
    assert "style" not in drawn
    assert set(re.findall(r"#[0-9a-f]{6}", drawn)) <= set(LIGHT.values())


@pytest.mark.parametrize("method", keys())
def test_people_are_of_one_size(method: str) -> None:
    sizes = {float(size) for size in re.findall(r"translate\([^)]*\) scale\((0?\.\d+)\)", picture(method))}

    assert max(sizes, default=1) - min(sizes, default=1) < 0.5  # question marks and the like are drawn smaller
    assert max(sizes, default=1) <= 1


def test_fixed_colours_are_those_of_the_page() -> None:
    light, dark = (STYLES / "tokens.css").read_text().split("@media (prefers-color-scheme: dark)")

    assert dict(re.findall(r"--p-(\w+): (#\w+)", light)) == LIGHT
    assert {**LIGHT, **dict(re.findall(r"--p-(\w+): (#\w+)", dark))} == DARK


def test_unknown_colour_is_refused() -> None:
    with pytest.raises(KeyError):
        fixed('<path class="f-gold"/>')


def test_method_without_a_picture_is_known() -> None:
    assert not has_picture("juggling")
    with pytest.raises(KeyError):
        picture("juggling")


def test_tag_draws_the_picture_or_two_people_talking() -> None:
    page = Template('{% load kit_pictures %}{% kit_picture key "s" %}')

    assert 'class="picture picture--s"' in page.render(Context({"key": "pitch"}))
    assert "<svg" in page.render(Context({"key": "an-editors-own"}))


def test_figure_who_sits_or_is_behind_a_table_has_no_standing_legs() -> None:
    standing = figure(0, 0, ADA)

    assert "f-grey" in standing
    assert "f-grey" not in figure(0, 0, ADA, Pose(bust=True))
    assert figure(0, 0, ADA, Pose(sit=1)).count("f-grey") == 1


def test_arm_reaches_the_place_it_is_told() -> None:
    assert 'cx="60" cy="-120"' in figure(0, 0, ADA, Pose(right=(60, -120)))
    assert 'cx="75" cy="-150"' in figure(0, 0, ADA, Pose(right=(60, -120)), scale=0.8)
