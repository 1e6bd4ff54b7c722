"""Changing the plan: what is said about the project, its activities, and answers to the plan check."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from samskaper.areas.projects import events
from samskaper.areas.projects.models import Activity, MainGoal, Project, RemarkDecision, SubGoal
from samskaper.areas.projects.plancheck import Act, Proposal, Remark
from samskaper.areas.projects.queries.plan import checked, open_remark
from samskaper.areas.projects.rules.access import must_write
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note, take_back
from samskaper.foundation import clock
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid
from samskaper.foundation.text import clean, clean_line
from samskaper.foundation.versions import save_unchanged

Before = dict[str, Any]  # how it was before a proposal was carried out, as plain JSON; see commands.taking_back


def _note(event: type[Event], project: Project, *, by: Doer, subject: Ref | None = None, **data: Any) -> None:
    ref = Ref.to(project)
    note(event(subject=subject or ref, within=ref, owner=project.owner_id, data=data), by=by)


def count_remarks(*, project: Project, by: Doer) -> int:
    """Check the plan again and keep how many remarks wait, for those who list many projects. Returns how many."""
    project.noticed = len(checked(project).open)
    Project.objects.filter(pk=project.pk).update(noticed=project.noticed)
    return project.noticed


@transaction.atomic
def change_project(*, project: Project, version: int, by: Doer, **changes: Any) -> Project:
    """Change what is said about a project, if it still has this version. Raises Stale otherwise."""
    must_write(by, project)
    tidy = {name: clean(value) if isinstance(value, str) else value for name, value in changes.items()}
    save_unchanged(project, version=version, changes=tidy)
    count_remarks(project=project, by=by)
    _note(events.ProjectSaved, project, by=by, what="changed")
    return project


@transaction.atomic
def add_activity(
    *, project: Project, text: str, starts: dt.date | None, ends: dt.date | None, goals: list[str], by: Doer
) -> Activity:
    """Add an activity that serves these goals («1.2», «main 1»)."""
    must_write(by, project)
    order = (project.activities.aggregate(last=Max("order"))["last"] or 0) + 1
    activity = Activity.objects.create(project=project, order=order, text=clean(text), starts=starts, ends=ends)
    serve(activity, goals)
    count_remarks(project=project, by=by)
    _note(events.ActivitySaved, project, by=by, what="added", activity=activity.pk)
    return activity


@transaction.atomic
def change_activity(
    *,
    activity: Activity,
    version: int,
    by: Doer,
    text: str,
    starts: dt.date | None,
    ends: dt.date | None,
    goals: list[str],
    fact_key: str = "",
    fact_number: int = 0,
    begun: dt.date | None = None,
    done: dt.date | None = None,
) -> Activity:
    """Change an activity, if it still has this version. Raises Stale otherwise."""
    must_write(by, activity.project)
    was_done = activity.done
    save_unchanged(
        activity,
        version=version,
        changes={
            "text": clean(text),
            "starts": starts,
            "ends": ends,
            "fact_key": fact_key,
            "fact_number": fact_number,
            "begun": begun,
            "done": done,
        },
    )
    serve(activity, goals)
    count_remarks(project=activity.project, by=by)
    _note(events.ActivitySaved, activity.project, by=by, what="changed", activity=activity.pk)
    _note_done(activity, was_done, by=by)
    return activity


def _note_done(activity: Activity, was_done: dt.date | None, *, by: Doer) -> None:
    if activity.done and not was_done:
        _note(events.ActivityDone, activity.project, by=by, subject=Ref.to(activity), day=activity.done.isoformat())
    elif was_done and not activity.done:
        take_back(key=events.ActivityDone.key, subject=Ref.to(activity), because="it is not done after all", by=by)


@transaction.atomic
def mark_activity_done(*, activity: Activity, done: bool, by: Doer) -> Activity:
    """Say that an activity is done today, or that it is not after all. Saying it twice changes nothing."""
    must_write(by, activity.project)
    was_done = activity.done
    if bool(was_done) == done:
        return activity
    today = clock.today()
    begun = min(activity.begun or today, today) if done else activity.begun
    save_unchanged(activity, version=activity.version, changes={"begun": begun, "done": today if done else None})
    _note_done(activity, was_done, by=by)
    return activity


def serve(activity: Activity, goals: list[str]) -> None:
    """Let an activity serve these goals («1.2», «main 1») and no others. Part of commands, not one of its own."""
    project = activity.project_id
    activity.sub_goals.set(SubGoal.objects.filter(project=project, number__in=goals))
    numbers = [ref.removeprefix("main ") for ref in goals if ref.startswith("main ")]
    activity.main_goals.set(MainGoal.objects.filter(project=project, number__in=numbers))


@transaction.atomic
def accept_remark(*, project: Project, fingerprint: str, by: Doer) -> RemarkDecision:
    """Do what the plan check proposes, and remember it. Raises Conflict when the plan no longer gives rise to it."""
    must_write(by, project)
    remark = _waiting(project, fingerprint)
    with translation.override(project.language):
        before = PROPOSALS[remark.proposal.kind](project, remark.proposal, by)
    return _decide(project, remark, accepted=True, reason="", by=by, before=before)


@transaction.atomic
def refuse_remark(*, project: Project, fingerprint: str, reason: str, by: Doer) -> RemarkDecision:
    """Say no to a remark, with the reason. It is not raised again. Raises Invalid without a reason."""
    must_write(by, project)
    reason = clean_line(reason)[:400]
    if not reason:
        raise Invalid(_("Write a word or two about why, so that those who come after you understand."))
    return _decide(project, _waiting(project, fingerprint), accepted=False, reason=reason, by=by)


def _waiting(project: Project, fingerprint: str) -> Remark:
    Project.objects.select_for_update().get(pk=project.pk)
    remark = open_remark(project, fingerprint)
    if remark is None:
        raise Conflict(
            _("Somebody has answered this, or the plan has changed since. Reload the page to see how it is now.")
        )
    return remark


def _decide(
    project: Project, remark: Remark, *, accepted: bool, reason: str, by: Doer, before: Before | None = None
) -> RemarkDecision:
    decision = RemarkDecision.objects.create(
        project=project,
        fingerprint=remark.fingerprint,
        data={**remark.as_data(), "before": before or {}},
        accepted=accepted,
        reason=reason,
        by_id=by.person,
    )
    count_remarks(project=project, by=by)
    event = events.RemarkAccepted if accepted else events.RemarkRefused
    _note(event, project, by=by, code=remark.code, fingerprint=remark.fingerprint)
    return decision


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _day(data: Mapping[str, Any], name: str) -> dt.date | None:
    return dt.date.fromisoformat(data[name]) if data.get(name) else None


def _move(project: Project, proposal: Proposal, by: Doer) -> Before:
    activity = project.activities.get(pk=int(proposal.data["activity"]))
    before = {"starts": _iso(activity.starts), "ends": _iso(activity.ends)}
    changes = {"starts": _day(proposal.data, "starts"), "ends": _day(proposal.data, "ends")}
    save_unchanged(activity, version=activity.version, changes=changes)
    _note(events.ActivitySaved, project, by=by, what="moved", activity=activity.pk)
    return {**before, "activity": activity.pk, "version": activity.version}


def _file(project: Project, proposal: Proposal, by: Doer) -> Before:
    activity = project.activities.get(pk=int(proposal.data["activity"]))
    before = list(activity.goal_refs())
    save_unchanged(activity, version=activity.version, changes={})
    serve(activity, list(proposal.data["goals"]))
    _note(events.ActivitySaved, project, by=by, what="filed", activity=activity.pk)
    return {"goals": before, "activity": activity.pk, "version": activity.version}


def _word_duration(project: Project, proposal: Proposal, by: Doer) -> Before:
    before = project.duration_words
    save_unchanged(project, version=project.version, changes={"duration_words": proposal.text()[:80]})
    return {"duration": before, "now": project.duration_words}


def _add(project: Project, proposal: Proposal, by: Doer) -> Before:
    data = proposal.data
    goals = list(data.get("goals", []))
    starts, ends = _day(data, "starts"), _day(data, "ends")
    added = add_activity(project=project, text=proposal.text(), starts=starts, ends=ends, goals=goals, by=by)
    return {"added": True, "activity": added.pk, "version": added.version}


def _think(project: Project, proposal: Proposal, by: Doer) -> Before:
    """Nothing is changed: somebody has taken it in."""
    return {}


PROPOSALS: dict[Act, Callable[[Project, Proposal, Doer], Before]] = {
    Act.MOVE_ACTIVITY: _move,
    Act.CHANGE_GOALS: _file,
    Act.SET_DURATION: _word_duration,
    Act.ADD_ACTIVITY: _add,
    Act.THINK: _think,
}
