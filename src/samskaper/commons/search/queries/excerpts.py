"""The piece of a text in which the words stand that were searched for."""

from __future__ import annotations

from samskaper.commons.search.analyser import spoken
from samskaper.commons.search.queries.questions import Question

Piece = tuple[str, bool]  # words, and whether they were searched for
LENGTH, BEFORE = 210, 70  # signs of an excerpt, and of what stands before the first word


def marked(text: str, language: str, question: Question, *, until: int | None = None) -> list[Piece]:
    """Return a text in pieces, with the words that were searched for as pieces of their own."""
    pieces: list[Piece] = []
    here = 0
    for start, end in places(text, language, question, until=until):
        if start < here:
            continue
        pieces += [(text[here:start], False), (text[start:end], True)]
        here = end
    return [piece for piece in [*pieces, (text[here:], False)] if piece[0]]


def places(text: str, language: str, question: Question, *, until: int | None = None) -> list[tuple[int, int]]:
    """Return where words stand that were searched for; `until` so many signs after the first of them."""
    wanted = [(keys, question.also(number)) for number, keys in enumerate(question.keys)]
    found: list[tuple[int, int]] = []
    for one in spoken(text, language):
        if until is not None and found and one.start > found[0][0] + until:
            break
        if any(keys.meets(one.keys) or also & one.keys.every for keys, also in wanted):
            found.append((one.start, one.end))
    return found


def excerpt(lead: str, text: str, language: str, question: Question) -> list[Piece]:
    """Return the piece of a document to show: of the lead where a word stands there, otherwise of the text, otherwise the lead."""
    for some in (lead, text):
        if found := places(some, language, question, until=LENGTH):
            return marked(_around(some, found[0][0]), language, question)
    return [(_around(lead or text, 0), False)] if lead or text else []


def _around(text: str, place: int) -> str:
    """Return some signs around a place, from the beginning of its sentence if that is near, with whole words."""
    start = max(0, place - BEFORE)
    sentence = max(text.rfind(end, start, place) for end in (". ", "? ", "! ", "\n", "» "))
    start = sentence + 1 if sentence >= 0 else (text.rfind(" ", 0, start) + 1 if start else 0)
    end = start + LENGTH
    if end < len(text):
        end = max(text.rfind(" ", start, end), place + 1)
        end = text.find(" ", end) if end == place + 1 else end
        end = len(text) if end < 0 else end
    piece = " · ".join(" ".join(line.split()) for line in text[start:end].split("\n") if line.strip())
    before = "" if start == 0 or sentence >= 0 else "… "
    return f"{before}{piece}{' …' if end < len(text) else ''}"
