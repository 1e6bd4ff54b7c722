"""Moving the running half of the demonstration along, so that today always lies between its second and third gathering."""

from __future__ import annotations

import datetime as dt

from django.db import models, transaction
from django.db.models import Q

from samskaper.areas.programmes.models import (
    Action,
    ActionReport,
    Attendance,
    Certificate,
    Consent,
    Enrolment,
    Gathering,
    Invitation,
    Material,
    Programme,
)
from samskaper.areas.projects.models import Activity, Dissemination, Evidence, Project, RemarkDecision
from samskaper.commons.feedback.models import AnswerSheet, Questionnaire
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.portal.demonstration import plan
from samskaper.portal.demonstration.series import DAYS

Rows = models.QuerySet[models.Model]


def _moving(programme: Programme, project: Project | None) -> list[Rows]:
    within = Q(within_kind="programmes.programme", within_id=programme.pk)
    if project:
        within |= Q(within_kind="projects.project", within_id=project.pk)
    of_programme = [(Gathering, ""), (Action, ""), (Enrolment, ""), (Invitation, ""), (Attendance, "gathering__"),
                    (Material, "gathering__"), (ActionReport, "action__"), (Consent, "enrolment__"), (Certificate, "enrolment__")]
    rows: list[Rows] = [model._default_manager.filter(**{f"{path}programme": programme}) for model, path in of_programme]
    rows += [Fact.objects.filter(within), Questionnaire.objects.filter(within), Programme.objects.filter(pk=programme.pk)]
    rows.append(AnswerSheet.objects.filter(questionnaire__in=Questionnaire.objects.filter(within)))
    if project:
        rows += [
            Project.objects.filter(pk=project.pk), Activity.objects.filter(project=project),
            Evidence.objects.filter(sub_goal__project=project), Dissemination.objects.filter(project=project),
            RemarkDecision.objects.filter(project=project),
        ]
    return rows


def _move(rows: Rows, shift: dt.timedelta) -> None:
    fields = [field.name for field in rows.model._meta.fields if isinstance(field, models.DateField)]
    found = list(rows)
    for row in found:
        for name in fields:
            if (value := getattr(row, name)) is not None:
                setattr(row, name, value + shift)
    if fields and found:
        rows.model._default_manager.bulk_update(found, fields, batch_size=200)


@transaction.atomic
def move_along() -> int:
    """Move the running series and its project by whole weeks, if it is time. Returns by how many weeks."""
    running = Programme.objects.filter(is_demo=True).select_for_update(of=("self",)).order_by("-pk").first()
    first = running.gatherings.order_by("starts").first() if running else None
    if running is None or first is None:
        return 0
    lies = dt.timedelta(weeks=round((first.starts.date() - DAYS[0]).days / 7))
    ahead = plan.weeks_to_today(clock.today()) - lies
    if not ahead:
        return 0
    project = Project.objects.filter(is_demo=True).order_by("-pk").first()
    for rows in _moving(running, project):
        _move(rows, ahead)
    return ahead.days // 7
