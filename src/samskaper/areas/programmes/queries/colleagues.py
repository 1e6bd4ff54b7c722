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
    """One of a leader's people in one programme. `agreement` is the conversation of the two, when it was held."""

    standing: Standing
    agreement: ActionReport | None

    @property
    def missing(self) -> str:
        """What is left, in words."""
        return ", ".join(missing_words(part) for part in self.standing.parts if not part.met)

    @property
    def last_day(self) -> str:
        """Until when there is time for what is left, or ""."""
        days = [part.last_day for part in self.standing.parts if not part.met and part.last_day]
        return day(max(days)) if days else ""


@dataclass(frozen=True, slots=True)
class ColleaguesPage:
    """A leader's people."""

    people: tuple[Colleague, ...]

    @property
    def going(self) -> list[Colleague]:
        """Those who are on their way."""
        return [row for row in self.people if not row.standing.complete]

    @property
    def completed(self) -> list[Colleague]:
        """Those who have completed."""
        return [row for row in self.people if row.standing.complete]

    @property
    def behind(self) -> int:
        """How many lack something that should have been done."""
        return sum(not row.standing.on_track for row in self.going)


def colleagues_page(*, visible_to: Doer) -> ColleaguesPage:
    """Return a leader's people. Raises Refusal for those who lead nobody."""
    must_lead(visible_to)
    found = colleagues(visible_to=visible_to)
    enrolments = [row.enrolment for row in found]
    leaders = leaders_of(enrolments)
    mine = [row.pk for row in enrolments if leaders[row.pk].person == visible_to.person]
    by_enrolment = {row.enrolment_id: row for row in _held(mine)}
    return ColleaguesPage(tuple(Colleague(row, by_enrolment.get(row.enrolment.pk)) for row in found))


@prepared
def _held(enrolments: list[int]) -> QuerySet[ActionReport]:
    held = ActionReport.objects.filter(
        enrolment__in=enrolments, action__kind=ActionKind.LEADER_MEETING, done_on__isnull=False,
        enrolment__state=EnrolmentState.ENROLLED,
    )
    return held.only("pk", "enrolment_id", "done_on").order_by("-done_on")
