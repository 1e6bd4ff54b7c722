"""What the browser fetches: built, light, and from this server only."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

import samskaper.ui
from tests.ui.conftest import Tree

ROOT = Path(__file__).parents[2]
STATIC = Path(samskaper.ui.__file__).parent / "static"
BUNDLE = STATIC / "ui"
FIRST = ["app.css", "app.js", "icons.svg", "letters/text.woff2", "letters/heading.woff2"]
MOST = 150_000  # bytes over the wire for a cold page, letters included


def weight(path: Path) -> int:
    data = path.read_bytes()
    return len(data) if path.suffix == ".woff2" else len(gzip.compress(data, 6))


def test_bundle_is_built() -> None:
    missing = [name for name in [*FIRST, "print.css", "letters/text-ext.woff2"] if not (BUNDLE / name).is_file()]

    assert not missing, f"run: npm run build (missing: {missing})"


def test_cold_page_stays_light() -> None:
    page = 12_000  # a full page of markup, compressed

    assert sum(weight(BUNDLE / name) for name in FIRST) + page < MOST


def test_frame_of_a_page_fetches_few_files() -> None:
    tree = Tree(render_to_string("ui/page.html", {}))

    fetched = [link["href"] for link in tree.all("link")] + [script["src"] for script in tree.all("script")]
    assert 0 < len(fetched) <= 6


@pytest.mark.parametrize("name", ["app.css", "app.js", "print.css", "icons.svg"])
def test_bundle_calls_nobody_else(name: str) -> None:
    text = (BUNDLE / name).read_text(encoding="utf-8")
    addresses = set(re.findall(r"https?://[\w.-]+", text)) - {"http://www.w3.org"}

    assert not {
        address for address in addresses if "@import" in text or f'url("{address}' in text or f"url({address}" in text
    }
    assert not re.search(r"""(?:fetch|import)\(["']https?://""", text)


def test_letters_in_the_styles_exist() -> None:
    asked = set(re.findall(r"url\([\"']?(letters/[\w-]+\.woff2)", (BUNDLE / "app.css").read_text()))

    assert asked and all((BUNDLE / name).is_file() for name in asked)


def test_every_icon_that_is_asked_for_exists() -> None:
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (BUNDLE / "icons.svg").read_text()))
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "src/samskaper").rglob("templates/**/*.html")]
    asked = {
        name
        for text in sources
        for name in re.findall(r"""{% icon "([\w-]+)"|<c-[^>]*\bicon="([\w-]+)\"""", text)
        for name in name
        if name
    }

    assert asked and asked <= drawn, asked - drawn


def test_icons_take_the_colour_of_their_words() -> None:
    assert not re.search(r'(?:fill|stroke)="#', (BUNDLE / "icons.svg").read_text())


def test_lock_of_the_packages_names_no_registry() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())

    assert lock["packages"]
    assert not [name for name, entry in lock["packages"].items() if "resolved" in entry]
