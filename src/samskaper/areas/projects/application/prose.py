"""Running text: paragraphs put together again, headings, sections."""

from collections.abc import Sequence
from dataclasses import dataclass

from .labels import SECTION_HEADINGS
from .lines import Line, bare
from .refs import read_prefix

_ENDS = (".", "!", "?", ":", ";", "…", ".»", '."', "!»", "?»", ")")
_BULLETS = ("-", "•", "*", "–", "·")
_WRAPPED_WIDTH = 130
_HEADING_LENGTH = 80
_HEADING_WORDS = 10


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together. ``level`` is 0 for text, 1 or 2 for headings."""

    text: str
    lines: tuple[int, ...]
    level: int = 0


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of a text, also where the form broke them over lines or pages."""
    wrapped = all(len(line.text) < _WRAPPED_WIDTH for line in lines)
    found: list[list[Line]] = []
    for at, line in enumerate(lines):
        if found and _goes_on(found[-1][-1], line, wrapped=wrapped, at_start=_is_heading(lines, at - 1)):
            found[-1].append(line)
        else:
            found.append([line])
    result: list[Paragraph] = []
    index = 0
    for group in found:
        level = _level(lines, index) if len(group) == 1 else 0
        index += len(group)
        result.append(Paragraph(_join(group), tuple(line.number for line in group), level))
    return result


def _join(group: Sequence[Line]) -> str:
    return " ".join(line.text for line in group)


def _goes_on(before: Line, line: Line, *, wrapped: bool, at_start: bool) -> bool:
    """Whether a line continues the paragraph of the line before it."""
    if line.text.startswith(_BULLETS) or _starts_goal(line):
        return False
    if line.text[0].islower() and not before.text.endswith(_ENDS):
        return True
    if line.gap or at_start or _shouted(line.text) or bare(line.text) in SECTION_HEADINGS:
        return False
    return wrapped or not before.text.endswith(_ENDS)


def _starts_goal(line: Line) -> bool:
    return line.text[:1].isupper() and read_prefix(line.text[:160]) is not None


def _shouted(text: str) -> bool:
    return len(text) <= _HEADING_LENGTH and text.isupper() and sum(map(str.isalpha, text)) > 2


def _is_heading(lines: Sequence[Line], at: int) -> bool:
    return at >= 0 and _level(lines, at) > 0


def _level(lines: Sequence[Line], at: int) -> int:
    """1 for a heading in capitals or a well-known one, 2 for a short line alone."""
    line = lines[at]
    if len(line.text) > _HEADING_LENGTH:
        return 0
    if _shouted(line.text) or bare(line.text) in SECTION_HEADINGS:
        return 1
    alone = (line.gap or at == 0) and at + 1 < len(lines) and lines[at + 1].gap
    plain = not line.text.endswith((*_ENDS, ",")) and not line.text.startswith(_BULLETS)
    short = len(line.text.split()) <= _HEADING_WORDS and line.text[0].isupper()
    follows = alone and not lines[at + 1].text[0].islower()
    return 2 if follows and plain and short and not _starts_goal(line) else 0
