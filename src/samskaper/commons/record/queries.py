"""Questions to the record."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from samskaper.commons.people.doer import Doer
from samskaper.commons.record.models import Fact, Origin
from samskaper.commons.record.register import fact_words
from samskaper.foundation.events import deed
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


def counts(keys: Iterable[str], *, within: Iterable[Ref]) -> dict[str, int]:
    """Return how many different subjects have a standing fact of each key within these records, in one query."""
    rows = (
        Fact.objects.filter(_any_of(within, "within"), key__in=list(keys), taken_back__isnull=True)
        .values("key")
        .annotate(number=Count("subject_id", distinct=True))
        .order_by()
    )
    found = {row["key"]: row["number"] for row in rows}
    return {key: found.get(key, 0) for key in keys}


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
    for row in Origin.objects.filter(_any_of(records, "record")).order_by("pk"):
        found.setdefault(Ref(row.record_kind, row.record_id), []).append(Ref(row.source_kind, row.source_id))
    return found


def outcomes(sources_: Iterable[Ref], *, kind: str | None = None) -> dict[Ref, list[Ref]]:
    """Return what came of each of these records (of one kind, if named), in one query."""
    rows = Origin.objects.filter(_any_of(sources_, "source")).order_by("pk")
    found: dict[Ref, list[Ref]] = {}
    for row in rows.filter(record_kind=kind) if kind else rows:
        found.setdefault(Ref(row.source_kind, row.source_id), []).append(Ref(row.record_kind, row.record_id))
    return found
