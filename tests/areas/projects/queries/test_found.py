"""What search finds of projects: for those who read them, and never the application's own text."""

from __future__ import annotations

import pytest

from samskaper.areas.projects.models import Project
from samskaper.areas.projects.queries.found import KIND
from samskaper.areas.projects.rules.access import may_see
from samskaper.commons.search.models import Document
from samskaper.commons.search.queries import find
from tests.cast import Somebody


@pytest.mark.parametrize("who", ["adviser_a", "leader_of_a", "reader", "partner_adviser", "staff_a", "leader_a", "adviser_b", "staff_b", "guest"])
def test_whoever_may_see_a_project_finds_it_and_nobody_else(project: Project, who: str, request: pytest.FixtureRequest) -> None:
    somebody: Somebody = request.getfixturevalue(who)

    found = find(project.title, visible_to=somebody.doer, language="nb", kind=KIND)

    assert (KIND in {facet.kind for facet in found.facets}) == may_see(somebody.doer, project)


def test_goals_are_found_and_the_description_is_not(project: Project, adviser_a: Somebody) -> None:
    document = Document.objects.get(kind=KIND)
    goal, section = project.sub_goals.all()[0], project.sections.exclude(text="").order_by("order").last()

    assert goal.text in document.text
    assert section is not None and section.text not in document.text
    assert project.source_text[:200] not in document.text
