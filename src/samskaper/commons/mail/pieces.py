"""The parts of a letter's text, for those who show it as more than text: the HTML part, and the mailbox page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from samskaper.commons.mail.footers import MARK

_LINK = re.compile(r"https?://[^\s<>\"]+")
_NOT_PART_OF_LINK = ".,;:!?)»”’"
LONGEST_BUTTON = 60


@dataclass(frozen=True, slots=True)
class Span:
    """Some words, perhaps with an address behind them."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, a list, a button or the footer. `lines` are lines or list items; a button has `words`, `url`."""

    kind: str
    lines: list[list[Span]] = field(default_factory=list)
    words: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a page needs to know of a letter to show its pieces: its language, and whether its `text` is still kept."""

    language: str
    text: bool


def pieces(text: str) -> list[Piece]:
    """Return the parts of a letter. An address on a line of its own is a button named by the line before it."""
    body, _mark, footer = text.rpartition(MARK) if MARK in text else (text, "", "")
    found = [piece for paragraph in body.split("\n\n") for piece in _paragraph(paragraph.strip("\n"))]
    if footer:
        found.append(Piece("footer", [spans(line) for line in footer.split("\n")]))
    return found


def _paragraph(paragraph: str) -> Iterator[Piece]:
    words: list[str] = []  # not said yet: the last of them may name a button
    for kind, group in groupby(filter(None, map(str.strip, paragraph.split("\n"))), key=_kind):
        lines = list(group)
        if kind == "text":
            words = lines
        elif kind == "list":
            yield from _text(words)
            yield Piece("list", [spans(line[2:]) for line in lines])
            words = []
        else:
            for url in lines:
                name = words.pop() if words and _can_name(words[-1]) else ""
                yield from _text(words)
                yield Piece("button", words=name.rstrip(": "), url=url)
                words = []
    yield from _text(words)


def _kind(line: str) -> str:
    if _LINK.fullmatch(line):
        return "link"
    return "list" if line.startswith("- ") else "text"


def _can_name(line: str) -> bool:
    return len(line) <= LONGEST_BUTTON and not _LINK.search(line)


def _text(lines: list[str]) -> Iterator[Piece]:
    if lines:
        yield Piece("text", [spans(line) for line in lines])


def spans(line: str) -> list[Span]:
    """Split a line into words and links."""
    found, end = [], 0
    for match in _LINK.finditer(line):
        url = match.group().rstrip(_NOT_PART_OF_LINK)
        if match.start() > end:
            found.append(Span(line[end : match.start()]))
        found.append(Span(url, url))
        end = match.start() + len(url)
    if end < len(line):
        found.append(Span(line[end:]))
    return found


def inside(found: list[Piece], site: str) -> list[Piece]:
    """Return the pieces with the addresses of this site shortened to their paths, to be followed on this very host."""

    def short(url: str) -> str:
        return url[len(site) :] or "/" if url == site or url.startswith(f"{site}/") else url

    return [
        Piece(
            piece.kind,
            [[Span(span.text, short(span.url)) for span in line] for line in piece.lines],
            piece.words,
            short(piece.url),
        )
        for piece in found
    ]


def sealed(found: list[Piece]) -> list[Piece]:
    """Return the pieces without their addresses and footer: the links in a letter are keys, and belong to its receiver."""

    def closed(line: list[Span]) -> list[Span]:
        return [Span("…") if span.url else span for span in line]

    return [
        Piece("text", [[Span(f"[{piece.words}]" if piece.words else "[…]")]])
        if piece.kind == "button"
        else Piece(piece.kind, [closed(line) for line in piece.lines])
        for piece in found
        if piece.kind != "footer"
    ]
