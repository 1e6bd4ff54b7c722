"""Lines of the source, and the ledger that accounts for each of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .decode import clean
from .labels import BUDGET_LABELS, CONTINUED, GRANT_LABELS, PAGE, TOTAL_LABELS
from .shape import NotUnderstood, Why

_RULE_SIGNS = frozenset("-–—_=+|:*. \t")
_MARKDOWN = re.compile(r"^#{1,6} +|\*\*")
_SHORT_NUMBER = re.compile(r"[0-9]{1,3}")
_HEADER_LENGTH = 120


class Labels:
    """A table of labels, ready to be looked for at the start of a text."""

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self._known: dict[str, list[tuple[str, str]]] = {}
        for key, words in table.items():
            for word in words:
                low = word.casefold()
                self._known.setdefault(low[:2], []).append((low, key))
        for words_of_start in self._known.values():
            words_of_start.sort(key=lambda pair: -len(pair[0]))

    def read(self, text: str) -> tuple[str, str] | None:
        """The key of the longest label that starts the text, and what follows it.

        A tab, a colon or a space may stand between.
        """
        for word, key in self._known.get(text[:2].casefold(), ()):
            rest = text[len(word) :]
            if text[: len(word)].casefold() == word and (not rest or rest[0] in " \t:?"):
                return key, rest.lstrip(" \t:?")
        return None


_AMOUNTS = tuple(Labels(table) for table in (TOTAL_LABELS, GRANT_LABELS, BUDGET_LABELS))


@dataclass(frozen=True, slots=True)
class Line:
    """One line with something on it.

    ``gap`` tells that a blank line stood before it, ``turned`` that a page was
    turned.
    """

    number: int
    text: str
    cells: tuple[str, ...]
    gap: bool = False
    turned: bool = False


class Ledger:
    """What every line of the source turned out to be."""

    def __init__(self, size: int) -> None:
        self._owners = [""] * size
        self._refused: dict[int, Why] = {}

    def claim(self, owner: str, *lines: int) -> None:
        """Say what these lines belong to; the first to say so is right."""
        for number in lines:
            self._owners[number - 1] = self._owners[number - 1] or owner

    def refuse(self, why: Why, *lines: int) -> None:
        """List these lines; they may have an owner and be understood in part."""
        for number in lines:
            self._refused.setdefault(number, why)

    def close(self, raw: Sequence[str]) -> tuple[tuple[str, ...], tuple[NotUnderstood, ...]]:
        """The account of every line, and those not (wholly) understood."""
        for number, owner in enumerate(self._owners, start=1):
            if not owner:
                self.refuse(Why.NO_PLACE, number)
        left = (
            NotUnderstood(number, clean(raw[number - 1]).replace("\t", " "), why)
            for number, why in sorted(self._refused.items())
        )
        return tuple(self._owners), tuple(left)


def read_lines(raw: Sequence[str], ledger: Ledger) -> list[Line]:
    """Lines with content; blanks, rules and page furniture go into the ledger."""
    cleaned = [clean(line) for line in raw]
    furniture = _furniture(raw, cleaned)
    lines: list[Line] = []
    gap = turned = False
    for number, text in enumerate(cleaned, start=1):
        if not text:
            ledger.claim("blank", number)
            gap = True
            turned = turned or "\f" in raw[number - 1]
        elif number in furniture:
            ledger.claim("page", number)
            turned = True
        elif is_rule(text):
            ledger.claim("rule", number)
        else:
            turned = turned or "\f" in raw[number - 1]
            lines.append(_line(number, text, gap=gap, turned=turned))
            gap = turned = False
    return lines


def _line(number: int, text: str, *, gap: bool, turned: bool) -> Line:
    if len(text) > 2 and text[0] == text[-1] == "|":
        text = text[1:-1].replace("|", "\t").strip() or text
    text = _MARKDOWN.sub("", text).strip() or text
    cells = tuple(" ".join(cell.split()) for cell in text.split("\t"))
    while len(cells) > 1 and not cells[-1]:
        cells = cells[:-1]
    return Line(number, " ".join(text.split()), cells, gap, turned)


def _furniture(raw: Sequence[str], cleaned: Sequence[str]) -> set[int]:
    """Numbers of page marks, and of running headers next to them."""
    filled = [index for index, text in enumerate(cleaned) if text]
    marks = {
        place
        for place, index in enumerate(filled)
        if PAGE.fullmatch(cleaned[index]) or _bare_page_number(cleaned, filled, place)
    }
    turns = marks | {place for place, index in enumerate(filled) if "\f" in raw[index]}
    beside: dict[str, list[int]] = {}
    for place in sorted({near for mark in turns for near in (mark - 1, mark, mark + 1)} - marks):
        if 0 <= place < len(filled) and len(cleaned[filled[place]]) <= _HEADER_LENGTH:
            beside.setdefault(cleaned[filled[place]], []).append(place)
    headers = {
        place
        for text, places in beside.items()
        if len(places) >= max(2, len(turns) / 3) and "\t" not in text and not is_rule(text)
        for place in places
    }
    return {filled[place] + 1 for place in marks | headers}


def _bare_page_number(cleaned: Sequence[str], filled: Sequence[int], place: int) -> bool:
    """A short number alone on a line, unless the line before asks for an amount."""
    if not _SHORT_NUMBER.fullmatch(cleaned[filled[place]]) or place == 0:
        return False
    before = cleaned[filled[place - 1]]
    return not any((found := labels.read(before)) and not found[1] for labels in _AMOUNTS)


def is_rule(text: str) -> bool:
    """Whether a line only underlines the one before it."""
    return _RULE_SIGNS.issuperset(text) and any(sign * 2 in text for sign in "-–—_=|*")


def bare(text: str) -> str:
    """A heading without «(continued)», colon and case."""
    return CONTINUED.sub("", text[:_HEADER_LENGTH]).rstrip(" :").casefold()
