"""A method as text: what a page, a sheet, an edition and a package have in common. Knows no database."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from typing import Any, Self

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Phase(TextChoices):
    UNDERSTAND = "understand", _("Understand")
    IDEAS = "ideas", _("Find ideas")
    CHOOSE = "choose", _("Make a choice")
    TRY = "try", _("Try out")
    SHARE = "share", _("Learn and share")


class Influence(TextChoices):
    """How much those who take part decide, from least to most."""

    INFORM = "inform", _("They get to know")
    CONSULT = "consult", _("They are asked")
    INVOLVE = "involve", _("They take part")
    TOGETHER = "decide-together", _("We decide together")
    OWN = "own", _("They decide")


DIFFICULTIES: dict[int, Promise] = {1: _("Easy"), 2: _("Some practice"), 3: _("With somebody who has done it")}

HEADINGS: dict[str, Promise] = {
    "title": _("Title"), "purpose": _("Purpose"), "influence_words": _("How much they decide"), "when": _("Use it when"), "when_not": _("Do not use it"),
    "materials": _("Bring"), "preparation": _("Beforehand"), "say_aloud": _("Read aloud"), "steps": _("How to do it"), "questions": _("Questions to ask"),
    "canvas": _("What goes on the wall"), "nobody_speaks": _("If nobody says anything"), "one_speaks_always": _("If one speaks all the time"),
    "with_5": _("With five people"), "with_40": _("With forty people"), "children": _("With children"), "mixed_languages": _("With several languages"),
    "online_intro": _("Online"), "online_steps": _("Online"), "follow_up": _("Afterwards"), "example": _("How it went in one place"),
}
HARD_MOMENTS = ("nobody_speaks", "one_speaks_always", "with_5", "with_40", "children", "mixed_languages")
END_OF_SENTENCE = re.compile(r"(?<=[.!?])(?<!\b\d\.)(?<!\bca\.)(?<!\bkl\.)([»”\"’)]?)\s+(?=[«“\"A-ZÆØÅÄÖ0-9])")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a method. `minutes` is how long it takes; `short` what a sheet of paper says of it, in a sentence."""

    title: str
    minutes: int
    text: str
    short: str = ""

    @property
    def on_a_sheet(self) -> str:
        """What a sheet of paper says: the short words, or the first sentence."""
        return self.short or next(iter(sentences(self.text)), "")


@dataclass(frozen=True, slots=True)
class Source:
    """Where somebody can read more."""

    title: str
    author: str = ""
    year: int | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a method that can be pointed at: `key` is like "purpose", "when.2" or "steps.3" (counted from 1)."""

    key: str
    heading: str
    text: str

    @property
    def sentences(self) -> list[str]:
        """Return the sentences of the part, in order."""
        return sentences(self.text)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, in order, each with its full stop and closing quote."""
    marked = END_OF_SENTENCE.sub(lambda end: f"{end[1]}\n", text)
    return [line.strip() for line in marked.splitlines() if line.strip()]


@dataclass(frozen=True)
class MethodText:
    """All that a method says in one language. Minutes are those of the steps; `people` is (least, most); `checked` an ISO day or ""."""

    key: str
    language: str
    title: str
    short: str
    purpose: str
    phase: str
    influence: str
    influence_words: str
    difficulty: int
    since: int
    people: tuple[int, int]
    when: tuple[str, ...]
    when_not: tuple[str, ...]
    materials: tuple[str, ...]
    preparation: tuple[str, ...]
    say_aloud: str
    steps: tuple[Step, ...]
    questions: tuple[str, ...]
    canvas: tuple[str, ...]
    nobody_speaks: str
    one_speaks_always: str
    with_5: str
    with_40: str
    children: str
    mixed_languages: str
    online_intro: str
    online_steps: tuple[Step, ...]
    follow_up: str
    example_title: str
    example: str
    alt: str
    sources: tuple[Source, ...]
    answers_for_it: str
    checked: str

    @cached_property
    def minutes(self) -> int:
        """How long it takes on site."""
        return sum(step.minutes for step in self.steps)

    @cached_property
    def online_minutes(self) -> int:
        """How long the online variant takes; 0 where there is none."""
        return sum(step.minutes for step in self.online_steps)

    @property
    def phase_words(self) -> str:
        """The phase in the reader's language."""
        return str(Phase(self.phase).label)

    @property
    def influence_in_short(self) -> str:
        """The degree of influence in the reader's language."""
        return str(Influence(self.influence).label)

    @property
    def difficulty_words(self) -> str:
        """How hard it is, in the reader's language."""
        return str(DIFFICULTIES[self.difficulty])

    @property
    def degree(self) -> list[tuple[str, str]]:
        """Return (word, state) of each degree of influence: those below are done, the method's own is here."""
        order = list(Influence)
        here = order.index(Influence(self.influence))
        return [(str(one.label), "done" if place < here else "here" if place == here else "may") for place, one in enumerate(order)]

    @property
    def hard_moments(self) -> list[tuple[str, str]]:
        """Return (when, what to do) of what may happen, those that are written."""
        return [(str(HEADINGS[name]), words) for name in HARD_MOMENTS if (words := getattr(self, name))]

    def parts(self) -> Iterator[Part]:
        """Yield every piece of text that can be pointed at, in the order of the page; empty ones are left out."""
        for name, heading in HEADINGS.items():
            value = getattr(self, name)
            if isinstance(value, str):
                if value:
                    yield Part(name, str(heading), value)
                continue
            for number, one in enumerate(value, start=1):
                text = f"{one.title}. {one.text}" if isinstance(one, Step) else one
                yield Part(f"{name}.{number}", f"{heading} · {number}", text)

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values; `from_json` makes the same of them."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """Read what `as_json` gave; a field that did not exist then is empty. Raises KeyError where there is no key or language."""
        values: dict[str, Any] = {field.name: EMPTY.get(field.name, "") if field.name not in kept else kept[field.name] for field in fields(cls)}
        for name in STEPS:
            values[name] = tuple(Step(**step) for step in values[name])
        values["sources"] = tuple(Source(**source) for source in values["sources"])
        values["people"] = (values["people"][0], values["people"][1])
        lists: dict[str, Any] = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
        return cls(**values | lists)


STEPS = ("steps", "online_steps")
EMPTY: dict[str, Any] = {
    **dict.fromkeys(("when", "when_not", "materials", "preparation", "questions", "canvas", "sources", *STEPS), ()),
    "difficulty": 1, "since": 1, "people": (1, 1),
}
