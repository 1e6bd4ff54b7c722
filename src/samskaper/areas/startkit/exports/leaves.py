"""A leaf: a page that leaves the house, and works from wherever it lies. It asks for nothing outside its own folder."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from samskaper.areas.startkit.exports.zips import Files
from samskaper.areas.startkit.queries.packages import found
from samskaper.areas.startkit.queries.volumes import Volume
from samskaper.areas.startkit.rules.leaving import file_name
from samskaper.commons.mail.letters import site_name
from samskaper.editorial import licence
from samskaper.editorial.drawing import has_picture, picture_file
from samskaper.editorial.exports import method_html
from samskaper.editorial.texts import MethodText

INTRODUCTION = "introduction"
HOUSE = "house"  # the folder of what all leaves share
LETTERS = ("text", "text-ext", "heading", "heading-ext", "zero")
_ICON = re.compile(r'<use href="[^"]*icons[^"]*\.svg#([\w-]+)">')
_SYMBOL = re.compile(r'<symbol id="([\w-]+)".*?</symbol>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Way:
    """A link on a leaf. `code` is its language where it leads to the same in another."""

    words: str
    href: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a leaf lies: `up` leads to the top of its folder; `home` to the list of methods; `script` is what it runs.

    `sheet` and `film` are files beside it, "" where it has none.
    """

    up: str = ""
    home: str = ""
    script: str = ""
    others: tuple[Way, ...] = ()
    sheet: str = ""
    film: str = ""


def method_leaf(volume: Volume, method: MethodText, place: Place) -> bytes:
    """Return a method as a page of its own."""
    with translation.override(volume.language):
        picture = f"{place.up}pictures/{file_name(method.key)}.svg" if has_picture(method.key) else ""
        whose = licence.credit(method.title, who=method.answers_for_it, site=site_name(volume.language), edition=volume.edition)
        return _leaf("method", volume, place, {
            "method": method, "body": method_html(method), "picture": picture, "address": volume.address_of(method.key),
            "film": volume.films.get(method.key), "credit": whose, "answers": method.answers_for_it, "checked": day(method.checked),
        })


def introduction_leaf(volume: Volume, place: Place) -> bytes:
    """Return the introduction as a page of its own. Raises ValueError where the volume has none."""
    if volume.introduction is None:
        raise ValueError("This volume has no introduction")
    picture = f"{place.up}pictures/{INTRODUCTION}.svg" if has_picture(INTRODUCTION) else ""
    own = {"answers": volume.introduction.answers_for_it, "checked": day(volume.introduction.checked)}
    return _leaf("introduction", volume, place, {"picture": picture, **own})


def list_leaf(volume: Volume, place: Place) -> bytes:
    """Return the list of the methods, from which each can be opened."""
    phases = [(phase, [_row(method, place) for method in some]) for phase, some in volume.phases]
    return _leaf("list", volume, place, {"phases": phases})


def _row(method: MethodText, place: Place) -> dict[str, Any]:
    name = file_name(method.key)
    words = " ".join((method.title, method.short, method.purpose, method.phase_words, *method.when))
    return {"method": method, "href": f"{name}.html", "words": words, "picture": f"{place.up}pictures/{name}.svg" if has_picture(method.key) else ""}


def languages_leaf(volume: Volume, ways: Iterable[Way]) -> bytes:
    """Return the first page of a folder in several languages."""
    return _leaf("languages", volume, Place(), {"ways": list(ways)})


def read_me(volumes: Iterable[Volume], inside: str) -> bytes:
    """Return the text that tells, in each of the languages, what it is, whose, how to cite it, and where its newest is."""
    parts = []
    for volume in volumes:
        with translation.override(volume.language):
            parts.append(render_to_string("startkit/leaves/read_me.txt", _around(volume) | {"inside": inside}).strip())
    return ("\r\n\r\n----\r\n\r\n".join(part.replace("\n", "\r\n") for part in parts) + "\r\n").encode()


def pictures(volume: Volume) -> Files:
    """Return the pictures of its methods."""
    keys = [method.key for method in volume.methods] + ([INTRODUCTION] if volume.introduction else [])
    return {f"pictures/{file_name(key)}.svg": picture_file(key).encode() for key in keys if has_picture(key)}


def house(*scripts: str) -> Files:
    """Return what the leaves share: style, letters and these scripts."""
    files = {"package.css": "ui/package.css", **{f"letters/{name}.woff2": f"ui/letters/{name}.woff2" for name in LETTERS}}
    files |= {f"{script}.js": f"ui/package/{script}.js" for script in scripts}
    return {f"{HOUSE}/{name}": found(path).read_bytes() for name, path in files.items()}


def day(iso: str) -> dt.date | None:
    """Return the day that a method keeps as text."""
    return dt.date.fromisoformat(iso) if iso else None


def _leaf(name: str, volume: Volume, place: Place, more: dict[str, Any]) -> bytes:
    with translation.override(volume.language):
        page = render_to_string(f"startkit/leaves/{name}.html", _around(volume) | {"place": place, "house": f"{place.up}{HOUSE}"} | more)
    return _with_own_icons(page).encode()


def _around(volume: Volume) -> dict[str, Any]:
    return {
        "volume": volume, "site_name": site_name(volume.language), "licence": licence.NAME, "licence_href": licence.ADDRESS,
        "credit": volume.credit, "address": volume.address, "answers": volume.answers_for_it, "checked": day(volume.checked),
    }


def _with_own_icons(page: str) -> str:
    """Return the page with the icons that it uses in it: a browser takes none from another file on one's own machine."""
    used = dict.fromkeys(_ICON.findall(page))
    sprite = "".join(symbol.replace(f'id="{name}"', f'id="icon-{name}"', 1) for name, symbol in _symbols().items() if name in used)
    page = _ICON.sub(r'<use href="#icon-\1">', page)
    return page.replace("<!-- icons -->", f'<svg class="sprite" aria-hidden="true" focusable="false">{sprite}</svg>' if used else "", 1)


@lru_cache(maxsize=1)
def _symbols() -> dict[str, str]:
    return {symbol[1]: symbol[0] for symbol in _SYMBOL.finditer(found("ui/icons.svg").read_text(encoding="utf-8"))}
