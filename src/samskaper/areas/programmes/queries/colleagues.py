"""What a leader sees of her own people: how far they are, never what they wrote."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from samskaper.areas.programmes.models import ActionKind, ActionReport, EnrolmentState
from samskaper.areas.programmes.queries.completion import Standing, colleagues
from samskaper.areas.programmes.queries.leaders import leaders_of
from samskaper.areas.programmes.rules.colleagues import must_lead
from samskaper.areas.programmes.rules.stuck import missing_words
from samskaper.areas.programmes.rules.words import day
from samskaper.commons.people.doer import Doer
from samskaper.foundation.prepared import prepared


@dataclass(frozen=True, slots=True)
class Colleague:
    """One of a leader's people in one programme: what is left in words, and until when there is time for it, or "".

    `agreement` is the number of the conversation of the two, when it was held.
    """

    name: str
    title: str
    missing: str
    last_day: str
    complete: bool
    on_track: bool
    agreement: int | None


@dataclass(frozen=True, slots=True)
class ColleaguesPage:
    """A leader's people."""

    people: tuple[Colleague, ...]

    @property
    def going(self) -> list[Colleague]:
        """Those who are on their way."""
        return [row for row in self.people if not row.complete]

    @property
    def completed(self) -> list[Colleague]:
        """Those who have completed."""
        return [row for row in self.people if row.complete]

    @property
    def behind(self) -> int:
        """How many lack something that should have been done."""
        return sum(not row.on_track for row in self.going)


def colleagues_page(*, visible_to: Doer) -> ColleaguesPage:
    """Return a leader's people. Raises Refusal for those who lead nobody."""
    must_lead(visible_to)
    found = colleagues(visible_to=visible_to)
    enrolments = [row.enrolment for row in found]
    leaders = leaders_of(enrolments)
    mine = [row.pk for row in enrolments if leaders[row.pk].person == visible_to.person]
    by_enrolment = dict(_held(mine))
    return ColleaguesPage(tuple(_colleague(row, by_enrolment.get(row.enrolment.pk)) for row in found))


def _colleague(found: Standing, agreement: int | None) -> Colleague:
    left = [part for part in found.parts if not part.met]
    days = [part.last_day for part in left if part.last_day]
    return Colleague(
        found.enrolment.person.name, found.enrolment.programme.title, ", ".join(map(missing_words, left)),
        day(max(days)) if days else "", found.complete, found.on_track, agreement,
    )


@prepared
def _held(enrolments: list[int]) -> QuerySet[ActionReport, tuple[int, int]]:
    held = ActionReport.objects.filter(
        enrolment__in=enrolments, action__kind=ActionKind.LEADER_MEETING, done_on__isnull=False,
        enrolment__state=EnrolmentState.ENROLLED,
    )
    return held.order_by("-done_on").values_list("enrolment_id", "pk")
