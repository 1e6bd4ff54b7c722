"""Illustrations: small, without colours of their own, and silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samskaper.ui.pictures import PICTURES, picture

STYLES = Path(__file__).parents[2] / "frontend/css"
NAMES = sorted(PICTURES)


def colours() -> set[str]:
    return set(re.findall(r"\.([fs]-\w+)", (STYLES / "pictures.css").read_text()))


@pytest.mark.parametrize("name", NAMES)
def test_picture_is_small(name: str) -> None:
    assert 300 < len(picture(name)) < 5000


@pytest.mark.parametrize("name", NAMES)
def test_picture_takes_its_colours_from_the_style(name: str) -> None:
    drawing = picture(name)

    assert not re.search(r"#[0-9a-fA-F]{3}|rgb\(|style=|fill=|stroke=", drawing)
    used = set(re.findall(r'class="([fs]-\w+)"', drawing))
    assert used and used <= colours()


@pytest.mark.parametrize("name", NAMES)
def test_picture_is_hidden_from_those_who_listen(name: str) -> None:
    assert 'aria-hidden="true"' in picture(name)


@pytest.mark.parametrize("name", NAMES)
def test_picture_holds_no_broken_number(name: str) -> None:
    assert not re.search(r"nan|inf|e[-+]\d", picture(name))


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"swap", "portrait"}))
def test_the_thread_runs_through_the_picture(name: str) -> None:
    assert 'class="s-thread"' in picture(name)


def test_size_can_be_asked_for() -> None:
    assert 'class="picture picture--s"' in picture("desk", "s")


@pytest.mark.parametrize(("name", "size"), [("robot", ""), ("desk", "huge")])
def test_unknown_picture_or_size_is_refused(name: str, size: str) -> None:
    with pytest.raises(KeyError):
        picture(name, size)


def test_every_colour_has_a_light_and_a_dark_value() -> None:
    tokens = (STYLES / "tokens.css").read_text()
    light, dark = tokens.split("@media (prefers-color-scheme: dark)")

    asked = set(re.findall(r"var\((--p-\w+)\)", (STYLES / "pictures.css").read_text()))
    assert asked <= set(re.findall(r"(--p-\w+):", light))
    assert {"--p-fjord", "--p-sky", "--p-deep", "--p-sand", "--p-thread"} <= set(re.findall(r"(--p-\w+):", dark))
