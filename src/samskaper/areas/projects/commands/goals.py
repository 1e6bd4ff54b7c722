"""How goals are measured, what is said about them by hand, dissemination, and reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from samskaper.areas.projects import events
from samskaper.areas.projects.models import Dissemination, Evidence, Measure, Project, ProjectState, Report, SubGoal
from samskaper.areas.projects.rules.access import must_write
from samskaper.areas.startkit.queries.revising import editions_measured
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note, take_back, tie
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.text import clean, clean_line
from samskaper.foundation.versions import save_unchanged


@transaction.atomic
def measure_goal(*, goal: SubGoal, version: int, targets: Mapping[str, int], by: Doer) -> SubGoal:
    """Say what a sub-goal counts: fact keys and how many of each; empty for «by hand». Raises Stale, or Invalid."""
    must_write(by, goal.project)
    if any(target < 1 for target in targets.values()):
        raise Invalid(_("A goal needs at least one of what it counts."))
    save_unchanged(goal, version=version, changes={})
    goal.measures.all().delete()
    Measure.objects.bulk_create(
        Measure(sub_goal=goal, order=order, fact_key=key, target=target)
        for order, (key, target) in enumerate(targets.items(), start=1)
    )
    ref = Ref.to(goal.project)
    for edition in editions_measured(targets):
        tie(record=edition, source=ref, by=by)
    data = {"targets": dict(targets)}
    note(events.MeasureChosen(subject=Ref.to(goal), within=ref, owner=goal.project.owner_id, data=data), by=by)
    return goal


@transaction.atomic
def answer_goal(
    *,
    goal: SubGoal,
    text: str,
    by: Doer,
    state: str = "",
    address: str = "",
    record: Ref | None = None,
    day: dt.date | None = None,
) -> Evidence:
    """Say by hand how far a goal has come, with what shows it. Without `state` it is evidence only."""
    must_write(by, goal.project)
    evidence = Evidence.objects.create(
        sub_goal=goal,
        state=state,
        text=clean(text),
        address=address,
        day=day or clock.today(),
        by_id=by.person,
        record_kind=record.kind if record else "",
        record_id=record.id if record else None,
    )
    ref = Ref.to(goal.project)
    note(
        events.GoalAnswered(subject=Ref.to(goal), within=ref, owner=goal.project.owner_id, data={"state": state}), by=by
    )
    return evidence


@transaction.atomic
def take_back_evidence(*, evidence: Evidence, by: Doer) -> None:
    """Remove a piece of evidence that turned out wrong."""
    must_write(by, evidence.sub_goal.project)
    evidence.delete()


@transaction.atomic
def disseminate(
    *,
    project: Project,
    by: Doer,
    sub_goal: SubGoal | None = None,
    dissemination: Dissemination | None = None,
    version: int | None = None,
    **fields: Any,
) -> Dissemination:
    """Write down a talk, an article or the like, or change one. It counts for its goal."""
    must_write(by, project)
    tidy = {name: clean_line(value) if isinstance(value, str) else value for name, value in fields.items()}
    if dissemination is None:
        dissemination = Dissemination.objects.create(project=project, sub_goal=sub_goal, by_id=by.person, **tidy)
        data = {"goal": sub_goal.number if sub_goal else "", "day": dissemination.day.isoformat()}
        ref = Ref.to(project)
        note(events.Disseminated(subject=Ref.to(dissemination), within=ref, owner=project.owner_id, data=data), by=by)
        return dissemination
    changes = {**tidy, "sub_goal": sub_goal}
    save_unchanged(dissemination, version=dissemination.version if version is None else version, changes=changes)
    return dissemination


@transaction.atomic
def forget_dissemination(*, dissemination: Dissemination, by: Doer) -> None:
    """Remove something that was written down by mistake; it counts no longer."""
    must_write(by, dissemination.project)
    take_back(key=events.Disseminated.key, subject=Ref.to(dissemination), because="written down by mistake", by=by)
    dissemination.delete()


@transaction.atomic
def hand_in(*, project: Project, snapshot: Mapping[str, Any], words: str, final: bool, by: Doer) -> Report:
    """Freeze the report as it is today, with the adviser's own words. Later changes do not reach it.

    The final report ends the project.
    """
    must_write(by, project)
    kept = Project.objects.select_for_update().get(pk=project.pk)
    number = (project.reports.aggregate(last=Max("number"))["last"] or 0) + 1
    report = Report.objects.create(
        project=project, number=number, final=final, words=clean(words), snapshot=dict(snapshot), by_id=by.person
    )
    if final:
        save_unchanged(kept, version=kept.version, changes={"state": ProjectState.FINISHED})
    ref = Ref.to(project)
    data = {"number": number, "final": final}
    note(events.ReportHandedIn(subject=Ref.to(report), within=ref, owner=project.owner_id, data=data), by=by)
    return report
