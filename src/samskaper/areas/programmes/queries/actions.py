"""What participants did between gatherings, as those who may see it see it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Max, QuerySet
from django.utils import timezone

from samskaper.areas.programmes.models import Action, ActionKind, ActionReport, Enrolment, EnrolmentState, Programme
from samskaper.areas.programmes.queries.leaders import Leader, leader_of
from samskaper.areas.programmes.rules.actions import kept_until, may_read_shared, must_read_agreement, must_read_shared
from samskaper.areas.programmes.rules.running import NOT_HERE
from samskaper.commons.people.doer import Doer
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refusals import Refusal


@dataclass(frozen=True, slots=True)
class ActionPage:
    """One's own action: what to do, what one has written, and who sees what until when."""

    action: Action
    enrolment: Enrolment
    report: ActionReport | None
    leader: Leader
    kept_until: dt.date

    @property
    def questions(self) -> list[str]:
        """The questions to reflect on, one by one."""
        return [line.strip() for line in self.action.questions.splitlines() if line.strip()]

    @property
    def with_leader(self) -> bool:
        """Whether this is the conversation with one's leader."""
        return self.action.kind == ActionKind.LEADER_MEETING


    @property
    def with_others(self) -> bool:
        """Whether this is a conversation with an association."""
        return self.action.kind == ActionKind.CONVERSATION


def my_action(number: int, *, visible_to: Doer) -> ActionPage:
    """Return one's own action. Raises Refusal (404) for those who are not in its programme."""
    action = Action.objects.filter(pk=number).select_related("programme", "programme__owner").first()
    enrolment = my_enrolment(action.programme_id, visible_to=visible_to) if action else None
    if action is None or enrolment is None:
        raise Refusal(NOT_HERE, status=404)
    report = ActionReport.objects.filter(action=action, enrolment=enrolment).first()
    leader = leader_of(enrolment) if action.kind == ActionKind.LEADER_MEETING else Leader(None, "")
    return ActionPage(action, enrolment, report, leader, kept_until(last_day(action.programme)))


def my_enrolment(programme: int, *, visible_to: Doer) -> Enrolment | None:
    """Return one's own place in a programme."""
    if visible_to.person is None:
        return None
    return next(iter(_place(programme, visible_to.person)), None)


@prepared
def _place(programme: int, person: int) -> QuerySet[Enrolment]:
    rows = Enrolment.objects.select_related("person", "library", "consent", "programme", "programme__owner")
    return rows.filter(programme=programme, person=person).order_by("pk")


def last_day(programme: Programme) -> dt.date:
    """Return the day of the programme's last gathering (the day it was made when there is none)."""
    last = programme.gatherings.aggregate(last=Max("ends"))["last"]
    return timezone.localtime(last or programme.created).date()


def shared_words(programme: Programme, *, visible_to: Doer) -> QuerySet[ActionReport]:
    """Return what participants have shared about actions that are done, latest first, without anybody's thoughts.

    Only for those who run the programme or take part in it; nothing for others.
    """
    rows = _shared_in(programme.pk)
    mine = my_enrolment(programme.pk, visible_to=visible_to)
    return rows if may_read_shared(visible_to, programme, mine) else rows.none()


def latest_shared(mine: Enrolment, *, visible_to: Doer) -> list[ActionReport]:
    """Return the three latest words that others have shared in the programme of this place, to those who may read them."""
    return _shared_by_others(mine.programme_id, mine.pk) if may_read_shared(visible_to, mine.programme, mine) else []


def _shared_in(programme: int) -> QuerySet[ActionReport]:
    return (
        ActionReport.objects.filter(
            action__programme=programme, done_on__isnull=False, enrolment__state=EnrolmentState.ENROLLED,
        )
        .exclude(action__kind=ActionKind.LEADER_MEETING)
        .exclude(reflection="")
        .select_related("action", "enrolment__person", "enrolment__library")
        .defer("thoughts")
        .order_by("-done_on", "-pk")
    )


@prepared
def _shared_by_others(programme: int, mine: int) -> QuerySet[ActionReport]:
    return _shared_in(programme).exclude(enrolment=mine)[:3]


def programme_with_words(number: int, *, visible_to: Doer) -> Programme:
    """Return a programme to those who may read what its participants share. Raises Refusal (404) for all others."""
    programme = Programme.objects.select_related("owner").filter(pk=number).first()
    if programme is None:
        raise Refusal(NOT_HERE, status=404)
    must_read_shared(visible_to, programme, my_enrolment(number, visible_to=visible_to))
    return programme


def agreement(number: int, *, visible_to: Doer) -> ActionReport:
    """Return what a participant and her leader agreed on, to the two of them. Raises Refusal (404) for all others."""
    report = (
        ActionReport.objects.filter(pk=number, action__kind=ActionKind.LEADER_MEETING, done_on__isnull=False)
        .select_related("action__programme", "enrolment__person__account", "enrolment__library", "enrolment__consent")
        .defer("thoughts")
        .first()
    )
    if report is None:
        raise Refusal(NOT_HERE, status=404)
    must_read_agreement(visible_to, report.enrolment, leader=leader_of(report.enrolment).person)
    return report
