"""What search finds of course series: those that are open to all, and drafts for the library's own people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from samskaper.areas.programmes.models import Gathering, GatheringState, Programme, ProgrammeState
from samskaper.commons.search.register import Source, Text
from samskaper.commons.search.rules import of_organisation
from samskaper.foundation import clock
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref

PROGRAMME, GATHERING = "programmes.programme", "programmes.gathering"
PAGE = "programmes:programme"


def _readers(programme: Programme) -> frozenset[str] | None:
    """As `queries.cards` shows them: a draft to whoever has a role in the library that owns it, all others to everybody."""
    return frozenset({of_organisation(programme.owner_id)}) if programme.state == ProgrammeState.DRAFT else None


def _programmes(ids: Iterable[int]) -> Iterator[Text]:
    rows = Programme.objects.filter(pk__in=list(ids)).select_related("owner").prefetch_related("gatherings__agenda")
    for row in rows:
        days = [word for day in row.gatherings.all() for word in (day.title, day.about, *(item.title for item in day.agenda.all()))]
        yield Text(
            Ref.to(row), row.language, row.title, row.about, "\n".join([row.aim, row.owner.name, *days]), _readers(row), PAGE, (row.pk,),
        )


def _gatherings(ids: Iterable[int]) -> Iterator[Text]:
    rows = Gathering.objects.filter(pk__in=list(ids), state=GatheringState.PLANNED).select_related("programme__owner").prefetch_related("agenda")
    for row in rows:
        items = "\n".join(item.title for item in row.agenda.all())
        yield Text(
            Ref.to(row), row.programme.language, row.title, row.about, f"{row.programme.title}\n{items}\n{row.programme.owner.name}", _readers(row.programme),
            PAGE, (row.programme_id,), until=row.ends,
        )


def _of_programme(event: Event) -> Iterable[int]:
    return Gathering.objects.filter(programme=event.subject.id).values_list("pk", flat=True)


def _to_come() -> Iterable[int]:
    return Gathering.objects.filter(state=GatheringState.PLANNED, ends__gt=clock.now()).values_list("pk", flat=True)


SOURCES = (
    Source(PROGRAMME, _("course series"), _("Course series"), _programmes, lambda: Programme.objects.values_list("pk", flat=True)),
    Source(GATHERING, _("gathering"), _("Gatherings to come"), _gatherings, _to_come, {PROGRAMME: _of_programme}),
)
