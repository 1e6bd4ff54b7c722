"""Who sees which projects."""

from __future__ import annotations

from typing import Any

import pytest

from samskaper.areas.projects.application import read
from samskaper.areas.projects.commands.importing import save_application
from samskaper.areas.projects.models import Project
from samskaper.areas.projects.queries.projects import project_for, visible
from samskaper.areas.projects.rules import access
from samskaper.commons.people.models import Organisation, Role
from samskaper.foundation.kinds import cards_of
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Refusal
from tests.cast import Somebody, make_person

# (role, organisation) -> sees, sees the check, sees behind, writes
TRUTH = {
    ("adviser", "owner"): (True, True, True, True),
    ("leader", "owner"): (True, True, False, False),
    ("planner", "owner"): (True, True, False, False),
    ("staff", "owner"): (False, False, False, False),
    ("editor", "owner"): (False, False, False, False),
    ("adviser", "partner"): (True, False, False, False),
    ("leader", "partner"): (True, False, False, False),
    ("staff", "partner"): (False, False, False, False),
    ("reader", "funder"): (True, False, False, False),
    ("adviser", "stranger"): (False, False, False, False),
    ("reader", "stranger"): (False, False, False, False),
}


@pytest.mark.parametrize(("held", "truth"), TRUTH.items(), ids=str)
def test_who_may(
    held: tuple[str, str],
    truth: tuple[bool, ...],
    project: Project,
    library_a: Organisation,
    partner: Organisation,
    funder: Organisation,
    library_b: Organisation,
) -> None:
    places = {"owner": library_a, "partner": partner, "funder": funder, "stranger": library_b}
    doer = make_person("Somebody", (places[held[1]], held[0])).doer

    asked = (access.may_see, access.may_see_check, access.may_see_behind, access.may_write)

    assert tuple(may(doer, project) for may in asked) == truth
    assert visible(doer).filter(pk=project.pk).exists() == truth[0]
    assert (Ref.to(project) in cards_of([Ref.to(project)], visible_to=doer)) == truth[0]


def test_a_guest_sees_no_card(project: Project, guest: Somebody) -> None:
    assert not cards_of([Ref.to(project)], visible_to=guest.doer)


def test_an_id_of_others_is_not_there(project: Project, adviser_b: Somebody) -> None:
    with pytest.raises(Refusal) as refused:
        project_for(project.pk, visible_to=adviser_b.doer)

    assert refused.value.status == 404


def test_a_role_that_ended_sees_nothing(project: Project, library_a: Organisation, adviser_a: Somebody) -> None:
    assert adviser_a.person
    adviser_a.person.memberships.update(until=project.created.date())

    assert not access.may_see(adviser_a.doer, project)


def test_the_list_asks_the_same_for_one_and_for_thirty(
    library_a: Organisation, adviser_a: Somebody, django_assert_num_queries: Any
) -> None:
    def listed() -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as asked:
            assert adviser_a.client.get("/nb/projects/").status_code == 200
        return len(asked)

    app = read("Prosjekttittel\n\nEt prosjekt\n\nDelmål 1.1: Noe er gjort.")
    save_application(application=app, owner=library_a, by=adviser_a.doer)
    listed()
    one = listed()
    for _number in range(29):
        save_application(application=app, owner=library_a, by=adviser_a.doer)

    assert listed() == one


def test_staff_is_told_for_whom_projects_are(staff_a: Somebody) -> None:
    assert staff_a.client.get("/nb/projects/").status_code == 403


def test_an_adviser_without_projects_is_told_what_to_do(adviser_b: Somebody) -> None:
    answer = adviser_b.client.get("/en/projects/")

    assert "There is room for a project here" in answer.content.decode()
    assert adviser_b.doer.organisations(Role.ADVISER)
