"""Answers to the plan check are taken back, and what they changed with them."""

from __future__ import annotations

from typing import Any

import pytest

from samskaper.areas.projects.commands.plan import accept_remark, change_activity, change_project, refuse_remark
from samskaper.areas.projects.commands.taking_back import take_back_answer
from samskaper.areas.projects.forms.plan import activity_values
from samskaper.areas.projects.models import Project
from samskaper.areas.projects.plancheck import Remark
from samskaper.areas.projects.queries.plan import checked
from samskaper.commons.record.models import Fact
from samskaper.foundation.refusals import Conflict, Refusal
from tests.cast import Somebody


def state_of(project: Project) -> tuple[Any, ...]:
    """Everything that a proposal can change, and what is noticed."""
    fresh = Project.objects.get(pk=project.pk)
    rows = [(row.text, row.starts, row.ends, row.goal_refs()) for row in fresh.activities.order_by("order")]
    return fresh.duration_words, rows, [one.fingerprint for one in checked(fresh).open], fresh.noticed


def remarks(project: Project) -> list[Remark]:
    return list(checked(project).open)


@pytest.mark.parametrize("place", range(6))
def test_each_proposal_is_undone(place: int, project: Project, adviser_a: Somebody) -> None:
    before, said = state_of(project), remarks(project)[place].fingerprint
    accept_remark(project=project, fingerprint=said, by=adviser_a.doer)

    take_back_answer(project=project, fingerprint=said, by=adviser_a.doer)

    assert state_of(project) == before


def test_a_no_is_taken_back(project: Project, adviser_a: Somebody) -> None:
    before, said = state_of(project), remarks(project)[0].fingerprint
    refuse_remark(project=project, fingerprint=said, reason="No", by=adviser_a.doer)

    take_back_answer(project=project, fingerprint=said, by=adviser_a.doer)

    assert state_of(project) == before
    assert Fact.objects.filter(key="projects.answer_taken_back").count() == 1


def test_what_was_changed_since_stays(project: Project, adviser_a: Somebody) -> None:
    said = next(one for one in remarks(project) if one.code == "year-off").fingerprint
    decision = accept_remark(project=project, fingerprint=said, by=adviser_a.doer)
    moved = project.activities.get(pk=decision.data["before"]["activity"])
    change_activity(activity=moved, version=moved.version, by=adviser_a.doer, **activity_values(moved) | {"text": "Mine"})

    with pytest.raises(Conflict):
        take_back_answer(project=project, fingerprint=said, by=adviser_a.doer)

    assert said not in state_of(project)[2]


def test_a_duration_that_was_worded_again_stays(project: Project, adviser_a: Somebody) -> None:
    said = next(one for one in remarks(project) if one.code == "duration").fingerprint
    accept_remark(project=project, fingerprint=said, by=adviser_a.doer)
    fresh = Project.objects.get(pk=project.pk)
    change_project(project=fresh, version=fresh.version, duration_words="A while", by=adviser_a.doer)

    with pytest.raises(Conflict):
        take_back_answer(project=project, fingerprint=said, by=adviser_a.doer)


def test_what_nobody_answered_is_not_taken_back(project: Project, adviser_a: Somebody) -> None:
    with pytest.raises(Conflict):
        take_back_answer(project=project, fingerprint=remarks(project)[0].fingerprint, by=adviser_a.doer)


def test_readers_take_nothing_back(project: Project, adviser_a: Somebody, reader: Somebody, adviser_b: Somebody) -> None:
    said = remarks(project)[0].fingerprint
    accept_remark(project=project, fingerprint=said, by=adviser_a.doer)

    for who in (reader, adviser_b):
        with pytest.raises(Refusal):
            take_back_answer(project=project, fingerprint=said, by=who.doer)
