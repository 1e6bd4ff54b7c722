"""What lies behind a number: the facts that it counts, with the cards that a reader may see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, overload

from samskaper.areas.projects.models import Dissemination, Project
from samskaper.areas.projects.queries.progress import counted_in
from samskaper.areas.projects.queries.projects import of_a_project
from samskaper.areas.projects.rules.access import must_see_behind
from samskaper.commons.people.doer import Doer
from samskaper.commons.record import queries as record
from samskaper.commons.record.models import Fact
from samskaper.foundation.kinds import Card, cards_of, kinds
from samskaper.foundation.refs import Ref


@dataclass(frozen=True, slots=True)
class Behind:
    """One fact: when, about what and what that came from (as far as the reader may see it), and in which programme."""

    at: dt.datetime
    card: Card | None
    noun: str
    within: Card | None
    origin: Card | None = None


class BehindList(Sequence[Behind]):
    """The facts behind a number, newest first, one per subject; a slice asks a fixed number of queries."""

    def __init__(self, project: Project, key: str, doer: Doer) -> None:
        self._doer = doer
        latest: dict[Ref, int] = {}
        facts = record.standing(key, within=counted_in(project)).order_by("at", "pk")
        for pk, kind, number in facts.values_list("pk", "subject_kind", "subject_id"):
            latest[Ref(kind, number)] = pk
        self._facts = sorted(latest.values(), reverse=True)

    def __len__(self) -> int:
        return len(self._facts)

    @overload
    def __getitem__(self, place: int) -> Behind: ...
    @overload
    def __getitem__(self, place: slice) -> list[Behind]: ...
    def __getitem__(self, place: Any) -> Any:
        """Return one, or a slice, with their cards."""
        if isinstance(place, int):
            return self._shown([self._facts[place]])[0]
        return self._shown(self._facts[place])

    def _shown(self, ids: list[int]) -> list[Behind]:
        facts = Fact.objects.in_bulk(ids)
        rows = [(facts[pk].at, _subject(facts[pk]), _within(facts[pk])) for pk in ids if pk in facts]
        origins = record.sources([subject for _at, subject, _inside in rows])
        named = {ref for _at, subject, within in rows for ref in (subject, within, *origins.get(subject, ())) if ref}
        cards = cards_of(named, visible_to=self._doer)
        return [
            Behind(at, cards.get(subject), _noun(subject), cards.get(within) if within else None, _origin(origins.get(subject, ()), within, cards))
            for at, subject, within in rows
        ]


def _origin(sources: Sequence[Ref], within: Ref | None, cards: Mapping[Ref, Card]) -> Card | None:
    """Return the first thing that it came from which the reader may see, the programme left aside."""
    return next((cards[ref] for ref in sources if ref in cards and ref != within), None)


def _subject(fact: Fact) -> Ref:
    return Ref(fact.subject_kind, fact.subject_id)


def _within(fact: Fact) -> Ref | None:
    return Ref(fact.within_kind, fact.within_id) if fact.within_kind and fact.within_id else None


def _noun(ref: Ref) -> str:
    kind = kinds.get(ref.kind)
    return str(kind.noun) if kind else ""


def behind(project: Project, key: str, *, visible_to: Doer) -> BehindList:
    """Return what a number counts. Raises a Refusal for those who may only see the number."""
    must_see_behind(visible_to, project)
    return BehindList(project, key, visible_to)


def dissemination_for(number: int, *, visible_to: Doer) -> Dissemination:
    """Return a talk or article with its project. Raises a Refusal (404) when there is none that this doer may see."""
    found = Dissemination.objects.select_related("project__owner", "sub_goal").prefetch_related("project__partners")
    return of_a_project(found, number, visible_to=visible_to)
