"""What projects keep about a person, and how it goes."""

from __future__ import annotations

from samskaper.areas.projects.commands.goals import answer_goal, hand_in
from samskaper.areas.projects.commands.personal import forget
from samskaper.areas.projects.commands.plan import refuse_remark
from samskaper.areas.projects.models import Evidence, Project
from samskaper.areas.projects.queries.personal import export
from samskaper.areas.projects.queries.plan import checked
from tests.cast import Somebody


def test_what_i_wrote_is_exported(project: Project, adviser_a: Somebody) -> None:
    assert adviser_a.person
    answer_goal(goal=project.sub_goals.get(number="2.1"), text="Done", by=adviser_a.doer)
    refuse_remark(project=project, fingerprint=checked(project).open[0].fingerprint, reason="No", by=adviser_a.doer)
    hand_in(project=project, snapshot={}, words="All of it", final=False, by=adviser_a.doer)

    assert [list(row.values())[1] for row in export(adviser_a.person.pk)] == ["Done", "No", "All of it"]


def test_my_name_goes_and_the_words_stay(project: Project, adviser_a: Somebody) -> None:
    assert adviser_a.person
    answer_goal(goal=project.sub_goals.get(number="2.1"), text="Done", by=adviser_a.doer)

    said = forget(adviser_a.person.pk)

    assert said and export(adviser_a.person.pk) == []
    assert Evidence.objects.get().text == "Done"


def test_nothing_is_said_when_there_was_nothing(staff_a: Somebody) -> None:
    assert staff_a.person and forget(staff_a.person.pk) == ""
