"""What editors see of the edition in the making: what goes out with it, what is in the way, and how it will read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from samskaper.areas.startkit.models import Edition
from samskaper.areas.startkit.queries import editions
from samskaper.areas.startkit.rules.differences import Difference, differences
from samskaper.areas.startkit.rules.status import LANGUAGE_NAMES, Gap
from samskaper.editorial.queries import Standing, manuscripts, method_text, standings
from samskaper.editorial.texts import MethodText
from samskaper.foundation import clock

LATE = dt.timedelta(minutes=1)

@dataclass(frozen=True, slots=True)
class Place:
    """A method in a language, as the table of what is behind shows it: its state, and where it is written."""

    language: str
    name: str
    state: str  # missing, behind, draft, changed or published
    edit_url: str


@dataclass(frozen=True, slots=True)
class Method:
    """A method as editors see it: where it stands in each language, whether it waits for the next edition, and whether it is new."""

    key: str
    title: str
    places: tuple[Place, ...]
    drafts: bool
    waits: bool
    new: bool


@dataclass(frozen=True, slots=True)
class Coming:
    """The edition in the making, its methods, and what is in the way."""

    edition: Edition
    methods: tuple[Method, ...]
    gaps: tuple[Gap, ...]

    @property
    def waiting(self) -> list[Method]:
        """The methods whose drafts go out with it."""
        return [method for method in self.methods if method.waits]

    @property
    def late(self) -> bool:
        """Whether its minute passed a good while ago without it."""
        return self.edition.launches is not None and clock.now() > self.edition.launches + LATE

    @property
    def news(self) -> list[tuple[str, str]]:
        """What is new, as (language, words)."""
        return [(name, self.edition.news.get(code, "")) for code, name in LANGUAGE_NAMES.items()]

    @property
    def left_out(self) -> list[Method]:
        """The methods that have a draft which does not go out with it."""
        return [method for method in self.methods if method.drafts and not method.waits]


def everything() -> list[Method]:
    """Return every method, published or not, with where it stands in each language; those with something to do first."""
    edition = editions.coming()
    waits = set(edition.drafts) if edition else set()
    found = [_method(key, by_language, key in waits) for key, by_language in standings().items()]
    return sorted(found, key=lambda method: (not method.drafts, method.title.lower()))


def coming() -> Coming | None:
    """Return the edition in the making, or None where nobody has begun it."""
    edition = editions.coming()
    return Coming(edition, tuple(everything()), tuple(editions.gaps_before(edition))) if edition else None


def _method(key: str, by_language: dict[str, Standing], waits: bool) -> Method:
    original = by_language.get("nb")
    places = tuple(_place(language, by_language.get(language), original) for language in LANGUAGE_NAMES)
    title = (original or next(iter(by_language.values()))).title
    drafts = any(one.draft for one in by_language.values())
    return Method(key, title, places, drafts, waits, not any(one.live for one in by_language.values()))


def _place(language: str, own: Standing | None, original: Standing | None) -> Place:
    name = LANGUAGE_NAMES[language]
    if own is None:
        return Place(language, name, "missing", "")
    behind = original is not None and own is not original and own.is_behind(original)
    state = "behind" if behind else "published" if not own.draft else "changed" if own.live else "draft"
    return Place(language, name, state, own.edit_url)


def rehearsed(key: str, language: str, edition: Edition) -> tuple[MethodText, list[Difference]] | None:
    """Return how a method will read in an edition in the making, and what is different then; None where there is no such method."""
    new = manuscripts([key]).get(key, {}).get(language)
    if new is None:
        return None
    old = method_text(key, language)
    return new, differences(old, new, editions.reasons_for(edition, key, language)) if old else []
