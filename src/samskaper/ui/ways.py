"""Pages that belong together and lie beside each other: the row of links above them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Beside(NamedTuple):
    """A page beside others; `here` is the one that is open."""

    words: str
    href: str
    here: bool = False


def beside(pages: Iterable[tuple[str, str]], *, path: str) -> list[Beside]:
    """Return the (words, address) of pages as a row; the one open at `path` is the longest address that it begins with."""
    rows = list(pages)
    here = max((href for _words, href in rows if path.startswith(href)), key=len, default="")
    return [Beside(words, href, href == here) for words, href in rows]
