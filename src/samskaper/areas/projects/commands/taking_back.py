"""An answer to the plan check is taken back, and what it changed with it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from samskaper.areas.projects.commands.plan import Before, count_remarks, serve
from samskaper.areas.projects.events import AnswerTakenBack
from samskaper.areas.projects.models import Activity, Project, RemarkDecision
from samskaper.areas.projects.rules.access import must_write
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict
from samskaper.foundation.versions import save_unchanged


@transaction.atomic
def take_back_answer(*, project: Project, fingerprint: str, by: Doer) -> None:
    """Take back an answer to the plan check: the plan is as it was before, and the remark is raised again.

    Raises Conflict when nobody has answered it, or what it changed has been changed again since.
    """
    must_write(by, project)
    kept = Project.objects.select_for_update().get(pk=project.pk)
    decision = kept.decisions.filter(fingerprint=fingerprint).first()
    if decision is None:
        raise Conflict(_("This is not answered any longer. Reload the page to see how it is now."))
    _restore(kept, decision.data.get("before") or {})
    _forget(kept, decision, by=by)


def _forget(project: Project, decision: RemarkDecision, *, by: Doer) -> None:
    data = {"code": decision.data["code"], "fingerprint": decision.fingerprint}
    decision.delete()
    count_remarks(project=project, by=by)
    ref = Ref.to(project)
    note(AnswerTakenBack(subject=ref, within=ref, owner=project.owner_id, data=data), by=by)


def _restore(project: Project, before: Before) -> None:
    if "duration" in before:
        if project.duration_words != before["now"]:
            raise _changed_since()
        save_unchanged(project, version=project.version, changes={"duration_words": before["duration"]})
    if "activity" not in before:
        return
    activity = project.activities.filter(pk=before["activity"], version=before["version"]).first()
    if activity is None:
        raise _changed_since()
    if before.get("added"):
        activity.delete()
    else:
        _set(activity, before)


def _set(activity: Activity, before: Before) -> None:
    changes: dict[str, Any] = {
        name: dt.date.fromisoformat(before[name]) if before[name] else None
        for name in ("starts", "ends")
        if name in before
    }
    save_unchanged(activity, version=activity.version, changes=changes)
    if "goals" in before:
        serve(activity, before["goals"])


def _changed_since() -> Conflict:
    return Conflict(_("Somebody has changed this since. Change it by hand: nothing was taken back."))
