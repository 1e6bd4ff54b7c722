"""What a sheet of paper says of a method: everything that one needs while it goes on, and no more than one page holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samskaper.editorial.texts import MethodText, sentences
from samskaper.foundation.text import clean_line


@dataclass(frozen=True, slots=True)
class Fit:
    """How tightly a sheet is set: letters in points, and how many signs each piece may take. 0 leaves it out."""

    points: float
    say: int = 600
    step: int = 240
    purpose: int = 300
    note: int = 170
    thing: int = 90
    things: int = 8
    picture: bool = True
    most_steps: int = 40
    title: int = 90
    step_title: int = 80

    @property
    def name(self) -> str:
        """The class that its style sheet knows it by."""
        return f"points-{self.points * 10:.0f}"


ROOMY = (Fit(11.5), Fit(11), Fit(10.5), Fit(10))
"""The same words in smaller letters. Nothing under 9.5 points: it is read at arm's length, in the light of a community hall."""
TIGHT = (
    Fit(9.5),
    Fit(9.5, note=120, thing=40),
    Fit(9.5, note=120, thing=40, things=4, picture=False, step=160),
    Fit(9.5, note=0, thing=40, things=4, picture=False, step=100, say=400),
    Fit(9.5, note=0, things=0, picture=False, step=0, say=280, purpose=160),
    Fit(9.5, note=0, things=0, picture=False, step=0, say=160, purpose=160, most_steps=12, title=50, step_title=60),
    Fit(9.5, note=0, things=0, picture=False, step=0, say=0, purpose=80, most_steps=9, title=40, step_title=50),
)
"""For an editor with much to say: fewer words, those first that one misses least while it goes on."""
FITS = ROOMY + TIGHT


@dataclass(frozen=True, slots=True)
class SheetStep:
    """A step as the sheet has it."""

    number: int
    title: str
    minutes: int
    words: str


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What a sheet says. `more` is how many steps there was no room for; they are on the page."""

    title: str
    purpose: str
    minutes: int
    people: tuple[int, int]
    difficulty: str
    things: tuple[str, ...]
    say_aloud: str
    steps: tuple[SheetStep, ...]
    more: int
    if_quiet: str
    not_when: str
    answers_for_it: str
    checked: str
    alt: str


def is_whole(method: MethodText) -> bool:
    """Whether a method has what a sheet takes: a title, and steps that each say something."""
    return bool(method.title and method.steps) and all(step.title and step.on_a_sheet for step in method.steps)


def words_of(method: MethodText, fit: Fit) -> SheetWords:
    """Return what the sheet of a method says when it is set so tightly."""
    steps = tuple(
        SheetStep(number, _ended(shortened(step.title, fit.step_title)), step.minutes, shortened(step.on_a_sheet, fit.step))
        for number, step in enumerate(method.steps[: fit.most_steps], start=1)
    )
    return SheetWords(
        title=shortened(method.title, fit.title), purpose=shortened(method.purpose, fit.purpose), minutes=method.minutes, people=method.people,
        difficulty=method.difficulty_words, things=tuple(in_short(thing, fit.thing) for thing in method.materials[: fit.things] if fit.thing),
        say_aloud=shortened(method.say_aloud, fit.say), steps=steps, more=max(0, len(method.steps) - fit.most_steps),
        if_quiet=shortened(method.nobody_speaks, fit.note), not_when=_going_on(shortened(" ".join(method.when_not[:1]), fit.note)),
        answers_for_it=shortened(method.answers_for_it, 60), checked=method.checked, alt=method.alt,
    )


def shortened(text: str, most: int) -> str:
    """Return the sentences that fit into so many signs; of a first one that is longer, the words that do."""
    text = clean_line(text)
    if len(text) <= most:
        return text
    if most <= 0:
        return ""
    taken = ""
    for sentence in sentences(text):
        longer = f"{taken} {sentence}".strip()
        if len(longer) > most:
            break
        taken = longer
    return _balanced(taken) or f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(' ,;:–«')[: most - 1]} …"


def _balanced(text: str) -> str:
    """Return the text without a last sentence that opens a quotation whose end did not fit."""
    while text.count("«") > text.count("»") or text.count("“") > text.count("”"):
        text = " ".join(sentences(text)[:-1])
    return text


def in_short(thing: str, most: int) -> str:
    """Return a thing to bring: as it stands when it is short, else its first words up to a comma, a colon or a parenthesis."""
    if len(thing) <= most:
        return thing.rstrip(".")
    first = re.split(r"[,:;(–]", thing, maxsplit=1)[0].strip()
    return shortened(first, most)


def _going_on(text: str) -> str:
    """Return a sentence as it goes on after a colon: with a small letter, unless its first word is “I” or an abbreviation."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if len(first) > 1 and first[1:].islower() else text


def _ended(title: str) -> str:
    return title if title.endswith((".", "?", "!", "…")) else f"{title}."
