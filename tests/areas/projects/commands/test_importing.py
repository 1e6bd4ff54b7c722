"""An application becomes a project, whole."""

from __future__ import annotations

import pytest

from samskaper.areas.projects.application import read
from samskaper.areas.projects.commands.importing import save_application
from samskaper.areas.projects.models import BudgetSide, Project
from samskaper.commons.anchoring.models import PlanDocument
from samskaper.commons.anchoring.queries import sections_of
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Fact
from samskaper.commons.record.queries import sources
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Refusal
from tests.cast import Somebody


def test_all_parts_are_there(project: Project) -> None:
    counted = {
        "main goals": project.main_goals.count(),
        "sub-goals": project.sub_goals.count(),
        "activities": project.activities.count(),
        "income": project.budget.filter(side=BudgetSide.INCOME).count(),
        "expenses": project.budget.filter(side=BudgetSide.EXPENSES).count(),
        "partners": project.partners.count(),
        "anchorings": sections_of(Ref.to(project)).count(),
    }

    assert counted == {
        "main goals": 2,
        "sub-goals": 11,
        "activities": 29,
        "income": 3,
        "expenses": 9,
        "partners": 4,
        "anchorings": 4,
    }


def test_activities_serve_the_goals_that_they_name(project: Project) -> None:
    served = [len(activity.goal_refs()) for activity in project.activities.all()]

    assert served.count(0) == 1  # the final report
    assert served.count(2) == 3  # 2.3 and 2.4
    assert project.main_goals.get(number="1").activities.count() == 1


def test_sub_goals_stand_under_their_main_goal(project: Project) -> None:
    assert [goal.sub_goals.count() for goal in project.main_goals.all()] == [5, 6]


def test_the_project_runs_from_first_to_last_activity_without_the_slip(project: Project) -> None:
    assert (str(project.starts), str(project.ends)) == ("2022-04-20", "2023-06-20")


def test_the_funder_is_found_in_the_income(project: Project, funder: Organisation) -> None:
    assert project.funder == funder


def test_partners_that_we_know_are_linked(project: Project, partner: Organisation) -> None:
    assert [one.organisation for one in project.partners.all()] == [partner, None, None, None]


def test_anchorings_are_origins(project: Project) -> None:
    assert len(sources([Ref.to(project)])[Ref.to(project)]) == 4


def test_a_plan_that_is_here_already_is_used_again(
    project: Project, sample: str, library_b: Organisation, adviser_b: Somebody
) -> None:
    save_application(application=read(sample), owner=library_b, by=adviser_b.doer)

    assert PlanDocument.objects.count() == 3


@pytest.mark.parametrize(
    ("number", "asked"),
    [
        ("1.1", {"programmes.introduction_held": 1}),
        ("1.2", {"programmes.completed": 50, "programmes.gathering_held": 3}),
        ("1.3", {"programmes.all_conversations_held": 50, "cocreation.challenge_shared": 1}),
        ("1.4", {"programmes.associations_met": 1}),
        ("1.5", {"programmes.evaluated": 1, "projects.disseminated": 1}),
        ("2.1", {}),
    ],
)
def test_goals_get_sensible_measures(number: str, asked: dict[str, int], project: Project) -> None:
    measures = project.sub_goals.get(number=number).measures.all()

    assert {measure.fact_key: measure.target for measure in measures} == asked


def test_the_record_remembers_who_brought_it_in(project: Project, adviser_a: Somebody) -> None:
    fact = Fact.objects.get(key="projects.project_saved")

    assert (fact.doer, fact.owner) == (adviser_a.person, project.owner)


def test_strangers_cannot_bring_in(library_a: Organisation, adviser_b: Somebody, staff_a: Somebody) -> None:
    for who in (adviser_b, staff_a):
        with pytest.raises(Refusal):
            save_application(application=read("Prosjekttittel\nX"), owner=library_a, by=who.doer)


@pytest.mark.parametrize(
    "text", ["", "Delmål 1.1: Alt.", "Hovedmål 1: A.\nHovedmål 1: B.", "Beskrivelse\tX\nFra dato\t31.02.2022"]
)
def test_a_fragment_is_saved_as_it_is(text: str, library_a: Organisation, adviser_a: Somebody) -> None:
    project = save_application(application=read(text), owner=library_a, by=adviser_a.doer, text=text)

    assert project.title
