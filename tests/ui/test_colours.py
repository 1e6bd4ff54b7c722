"""The colours of look and theme: they come from our four, and can be read in the light and in the dark."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import samskaper.ui

FRONTEND = Path(__file__).parents[2] / "frontend"
COLOURS: dict[str, dict[str, dict[str, str]]] = json.loads((FRONTEND / "colours.json").read_text())
CONFIG = json.loads((FRONTEND / "designsystemet.config.json").read_text())["themes"]["samskaper"]["colors"]
BUILT = (Path(samskaper.ui.__file__).parent / "static/ui/app.css").read_text()


def brightness(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2."""
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["accent", "traad", "multe", "neutral"])
def test_theme_is_made_from_our_colours(name: str) -> None:
    wanted = {**CONFIG["main"], "neutral": CONFIG["neutral"]}[name]

    assert COLOURS["light"][name]["base-default"] == wanted.lower()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("neutral text-default", "neutral background-default", 7),
        ("neutral text-subtle", "neutral background-default", 4.5),
        ("neutral text-subtle", "accent background-tinted", 4.5),
        ("neutral text-subtle", "multe background-tinted", 4.5),
        ("neutral text-default", "multe background-tinted", 7),
        ("accent text-subtle", "neutral background-default", 4.5),
        ("accent text-subtle", "neutral surface-default", 4.5),
        ("accent base-contrast-default", "accent base-default", 4.5),
        ("traad base-default", "neutral background-default", 3),
        ("traad base-default", "accent background-tinted", 3),
        ("multe border-default", "multe background-tinted", 3),
        ("neutral border-default", "neutral background-default", 3),
        ("danger text-subtle", "neutral background-default", 4.5),
        ("danger text-default", "danger surface-tinted", 4.5),
        ("success text-subtle", "neutral background-default", 4.5),
        ("warning text-default", "warning surface-tinted", 4.5),
        ("success text-default", "success surface-tinted", 4.5),
    ],
)
def test_colours_can_be_read(scheme: str, text: str, ground: str, least: float) -> None:
    (ink, role), (paper, tint) = text.split(), ground.split()

    assert contrast(COLOURS[scheme][ink][role], COLOURS[scheme][paper][tint]) >= least


def test_light_and_dark_have_the_same_colours() -> None:
    light, dark = ({(c, r) for c, roles in COLOURS[s].items() for r in roles} for s in ("light", "dark"))

    assert light == dark and len(light) > 100


@pytest.mark.parametrize("name", ["accent", "traad", "multe"])
def test_built_styles_carry_our_colours(name: str) -> None:
    found = re.findall(rf"--ds-color-{name}-base-default: ?(#[0-9a-fA-F]{{6}})", BUILT)

    assert {colour.lower() for colour in found} == {COLOURS[s][name]["base-default"] for s in ("light", "dark")}


def test_the_packages_own_brand_is_gone() -> None:
    assert "brand1" not in BUILT and "brand2" not in BUILT
