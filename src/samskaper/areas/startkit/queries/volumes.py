"""What an edition holds, as it leaves the house: its methods in a language, or one of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from itertools import groupby

from django.urls import reverse
from django.utils import translation

from samskaper.areas.startkit.models import Edition, EditionText
from samskaper.areas.startkit.queries.editions import current, text_in
from samskaper.commons.mail.letters import absolute, site_name
from samskaper.editorial.films.taken import TakenFilm
from samskaper.editorial.licence import credit
from samskaper.editorial.queries import Introduction, films_to_take, introduction, method_texts
from samskaper.editorial.texts import MethodText, Phase


@dataclass(frozen=True)
class Volume:
    """One method of an edition in one language, or all of them with the introduction (`key` is "" then)."""

    edition: int
    language: str
    key: str
    methods: tuple[MethodText, ...]
    introduction: Introduction | None = None
    films: Mapping[str, TakenFilm] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The method's title, and "" for the whole kit."""
        return self.methods[0].title if self.key else ""

    @property
    def phases(self) -> list[tuple[str, list[MethodText]]]:
        """The methods by phase, in order; the words in the volume's language."""
        with translation.override(self.language):
            return [(str(Phase(phase).label), list(some)) for phase, some in groupby(self.methods, key=lambda one: one.phase)]

    @cached_property
    def answers_for_it(self) -> str:
        """Those who answer for its methods, each once."""
        return ", ".join(dict.fromkeys(method.answers_for_it.strip() for method in self.methods if method.answers_for_it.strip()))

    @property
    def checked(self) -> str:
        """The day before which nothing in it was checked last, an ISO day, or ""."""
        return min((method.checked for method in self.methods if method.checked), default="")

    @property
    def credit(self) -> str:
        """The line that says whose it is, in its language."""
        with translation.override(self.language):
            return credit(self.title, who=self.answers_for_it, site=site_name(self.language), edition=self.edition)

    @property
    def address(self) -> str:
        """Where its newest is, whichever edition that will be."""
        return self.address_of(self.key)

    def address_of(self, key: str) -> str:
        """Return where this edition of a method is read, or the whole kit, with what is newer."""
        with translation.override(self.language):
            return absolute(reverse("startkit:in_edition", args=[self.edition, key]) if key else reverse("startkit:edition", args=[self.edition]))

    def as_text(self) -> str:
        """Return all that it says as one line of text: equal volumes say the same."""
        parts = [method.as_json() for method in self.methods]
        films = sorted((key, film.mark) for key, film in self.films.items())
        whole = [self.edition, self.language, self.key, parts, asdict(self.introduction) if self.introduction else None, films]
        return json.dumps(whole, ensure_ascii=False)


def volume(edition: Edition, language: str, key: str = "") -> Volume | None:
    """Return a launched edition in a language, or one of its methods; None where it is not in it, or not launched."""
    if edition.launched is None:
        return None
    if key:
        text = text_in(edition, key, language)
        return Volume(edition.number, language, key, (text,), films=_films(edition, language, (text,))) if text else None
    methods = tuple(_texts(edition, language))
    with translation.override(language):
        return Volume(edition.number, language, "", methods, introduction(language), _films(edition, language, methods)) if methods else None


def _films(edition: Edition, language: str, methods: Iterable[MethodText]) -> dict[str, TakenFilm]:
    """Return the films of these methods; they show what the methods say today, so an older edition has none."""
    now = current()
    if now is None or now.number != edition.number:
        return {}
    found = films_to_take(language)
    return {method.key: found[method.key] for method in methods if method.key in found}


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who answers for an edition, and the day before which nothing in it was checked last (ISO, or "")."""

    edition: int
    answers: str
    checked: str


def responsible(edition: Edition | None, language: str) -> Responsible:
    """Return who answers for an edition in a language, asked in one query."""
    if edition is None:
        return Responsible(0, "", "")
    rows = EditionText.objects.filter(edition=edition, language=language).exclude(text={}).order_by("key")
    said = list(rows.values_list("text__answers_for_it", "text__checked"))
    answers = ", ".join(dict.fromkeys(who for who, _day in said if who))
    return Responsible(edition.number, answers, min((day for _who, day in said if day), default=""))


def volumes(edition: Edition, languages: Iterable[str], key: str = "") -> tuple[Volume, ...]:
    """Return the same in each of these languages that have it."""
    return tuple(found for language in languages if (found := volume(edition, language, key)))


def _texts(edition: Edition, language: str) -> Iterable[MethodText]:
    now = current()
    if now is not None and now.number == edition.number:
        return method_texts(language)
    kept = (MethodText.from_json(row.text) for row in EditionText.objects.filter(edition=edition, language=language).exclude(text={}))
    return sorted(kept, key=lambda one: (list(Phase).index(Phase(one.phase)), one.minutes, one.title))
