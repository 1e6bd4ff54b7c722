"""Questions to the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from samskaper.commons.people.doer import Doer
from samskaper.commons.record.models import Fact, Origin
from samskaper.commons.record.register import fact_words
from samskaper.foundation.events import deed
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refs import Ref


def _any_of(refs: Iterable[Ref], prefix: str) -> Q:
    kinds: dict[str, set[int]] = {}
    for ref in refs:
        kinds.setdefault(ref.kind, set()).add(ref.id)
    found = Q(pk__in=[])
    for kind, ids in kinds.items():
        found |= Q(**{f"{prefix}_kind": kind, f"{prefix}_id__in": ids})
    return found


def standing(key: str, *, within: Iterable[Ref]) -> QuerySet[Fact]:
    """Return the facts of this key that count within any of these records."""
    return Fact.objects.filter(_any_of(within, "within"), key=key, taken_back__isnull=True)


def standing_any(keys: Iterable[str], *, within: Iterable[Ref]) -> QuerySet[Fact]:
    """Return the facts of any of these keys that count within any of these records."""
    return Fact.objects.filter(_any_of(within, "within"), key__in=list(keys), taken_back__isnull=True)


def happened(keys: Iterable[str], *, within: Sequence[Ref]) -> list[tuple[str, dt.datetime, int, Any]]:
    """Return (key, when, subject, data) of the facts that count within these records of one kind, in order of time."""
    (kind,) = {ref.kind for ref in within}
    return _happened(list(keys), kind, [ref.id for ref in within])


@prepared
def _happened(keys: list[str], kind: str, ids: list[int]) -> QuerySet[Fact, Any]:
    facts = Fact.objects.filter(within_kind=kind, within_id__in=ids, key__in=keys, taken_back__isnull=True)
    return facts.order_by("at", "pk").values_list("key", "at", "subject_id", "data")


def counts(keys: Iterable[str], *, within: Iterable[Ref]) -> dict[str, int]:
    """Return how many different subjects have a standing fact of each key within these records, in one query."""
    wanted, refs = list(keys), list(within)
    kinds = {ref.kind for ref in refs}
    if len(kinds) == 1:
        found = dict(_counted(wanted, kinds.pop(), [ref.id for ref in refs]))
    else:
        found = dict(_count(Fact.objects.filter(_any_of(refs, "within"), key__in=wanted)))
    return {key: found.get(key, 0) for key in wanted}


def _count(facts: QuerySet[Fact]) -> QuerySet[Fact, Any]:
    rows = facts.filter(taken_back__isnull=True).values_list("key")
    return rows.annotate(number=Count("subject_id", distinct=True)).order_by()


@prepared
def _counted(keys: list[str], kind: str, ids: list[int]) -> QuerySet[Fact, Any]:
    return _count(Fact.objects.filter(within_kind=kind, within_id__in=ids, key__in=keys))


def times(key: str, *, subjects: Iterable[Ref], within: Ref | None) -> dict[Ref, int]:
    """Return how many standing facts of this key each of these records has within a record, or outside any, in one query."""
    facts = Fact.objects.filter(_any_of(subjects, "subject"), key=key, taken_back__isnull=True)
    facts = facts.filter(within_kind=within.kind if within else "", within_id=within.id if within else None)
    rows = facts.values_list("subject_kind", "subject_id").annotate(number=Count("pk")).order_by()
    return {Ref(kind, number): found for kind, number, found in rows}


def history(subject: Ref, *, visible_to: Doer) -> QuerySet[Fact]:
    """Return what happened with this record, newest first, if the doer works for the facts' owner."""
    facts = Fact.objects.filter(subject_kind=subject.kind, subject_id=subject.id).select_related("doer", "owner")
    if not visible_to.is_system:
        facts = facts.filter(owner_id__in=visible_to.organisations())
    return facts.order_by("-at", "-pk")


def export(person: int) -> list[dict[str, object]]:
    """Return what a person did, as it stands in the record, for the person who did it."""
    rows = Fact.objects.filter(doer=person).select_related("owner").order_by("at", "pk")
    return [
        {
            _("What happened"): deed(row.key) or (words.noun if (words := fact_words.get(row.key)) else row.key),
            _("When"): row.at,
            _("Answers for it"): row.owner.name if row.owner else "",
        }
        for row in rows
    ]


def sources(records: Iterable[Ref]) -> dict[Ref, list[Ref]]:
    """Return what each of these records came from, in one query."""
    found: dict[Ref, list[Ref]] = {}
    for row in _origins(records, "record", _origins_of):
        found.setdefault(Ref(row.record_kind, row.record_id), []).append(Ref(row.source_kind, row.source_id))
    return found


def outcomes(sources_: Iterable[Ref], *, kind: str | None = None) -> dict[Ref, list[Ref]]:
    """Return what came of each of these records (of one kind, if named), in one query."""
    found: dict[Ref, list[Ref]] = {}
    for row in _origins(sources_, "source", _origins_from):
        if kind in (None, row.record_kind):
            found.setdefault(Ref(row.source_kind, row.source_id), []).append(Ref(row.record_kind, row.record_id))
    return found


def _origins(refs: Iterable[Ref], side: str, of_one_kind: Callable[[str, list[int]], list[Origin]]) -> Iterable[Origin]:
    """Return the origins that have any of these records on this side; of one kind by SQL that was made once."""
    wanted = list(refs)
    kinds = {ref.kind for ref in wanted}
    if len(kinds) == 1:
        return of_one_kind(kinds.pop(), [ref.id for ref in wanted])
    return Origin.objects.filter(_any_of(wanted, side)).order_by("pk")


@prepared
def _origins_from(kind: str, ids: list[int]) -> QuerySet[Origin]:
    return Origin.objects.filter(source_kind=kind, source_id__in=ids).order_by("pk")


@prepared
def _origins_of(kind: str, ids: list[int]) -> QuerySet[Origin]:
    return Origin.objects.filter(record_kind=kind, record_id__in=ids).order_by("pk")
