"""My desk, as everybody who has a role meets it."""

from __future__ import annotations

from typing import Any

import pytest

from samskaper.commons.anchoring.commands import add_section, save_document
from samskaper.commons.people.models import Membership, Organisation, OrganisationKind, Role
from samskaper.portal.queries.desk import Desk, desk
from tests.cast import Somebody, make_person


def desk_of(who: Somebody) -> Desk:
    return desk(visible_to=who.doer)


def organisation(kind: str, name: str) -> Organisation:
    return Organisation.objects.create(kind=kind, name=name)


def test_an_empty_house_says_how_to_begin(adviser_b: Somebody) -> None:
    steps = [item.url.removeprefix("/nb") for item in desk_of(adviser_b).first]

    here = adviser_b.doer.roles and next(iter(adviser_b.doer.organisations(Role.ADVISER)))
    assert steps == [f"/organisations/{here}/", "/projects/import/", "/programmes/new/"]


def test_a_house_with_libraries_is_not_asked_to_add_them(adviser_a: Somebody, town_a: Organisation) -> None:
    assert not any("organisations" in item.url for item in desk_of(adviser_a).first)


def test_a_house_with_colleagues_is_not_asked_to_add_them(adviser_b: Somebody, staff_b: Somebody) -> None:
    assert not any("organisations" in item.url for item in desk_of(adviser_b).first)


def test_staff_have_no_steps_to_begin_with(staff_b: Somebody) -> None:
    assert desk_of(staff_b).first == []


def test_the_page_shows_the_steps_in_order(adviser_b: Somebody) -> None:
    page = adviser_b.client.get("/nb/desk/").content.decode()

    assert page.index("/projects/import/") < page.index("/programmes/new/")


def test_a_desk_with_nothing_leads_to_the_methods(staff_b: Somebody) -> None:
    assert 'href="/nb/kit/"' in staff_b.client.get("/nb/desk/").content.decode()


def test_an_editor_finds_the_pages_and_the_way_to_them(library_a: Organisation) -> None:
    editor = make_person("Editor", (library_a, Role.EDITOR))

    assert desk_of(editor).going[-1].url.startswith("/cms/pages/")


def test_a_plan_officer_without_plans_adds_the_first(db: None) -> None:
    town = organisation(OrganisationKind.MUNICIPALITY, "Tverrdal kommune")
    planner = make_person("Planner", (town, Role.PLANNER))

    assert [item.url for item in desk_of(planner).first] == ["/nb/plans/new/"]


def test_a_plan_officer_sees_how_much_of_her_plan_is_touched(adviser_a: Somebody, library_a: Organisation) -> None:
    plan = save_document(owner=library_a, title="Regional plan", by=adviser_a.doer)
    for sentence in ("We work together.", "Everybody takes part."):
        add_section(document=plan, sentence=sentence, by=adviser_a.doer)
    planner = make_person("Planner", (library_a, Role.PLANNER))

    item = desk_of(planner).going[0]

    assert (item.title, item.url) == ("Regional plan", f"/nb/plans/{plan.pk}/")
    assert "0" in item.note and "2" in item.note


def test_a_representative_finds_the_association(db: None) -> None:
    club = organisation(OrganisationKind.ASSOCIATION, "Historielaget")
    speaker = make_person("Speaker", (club, Role.REPRESENTATIVE))

    assert [item.title for item in desk_of(speaker).going] == ["Historielaget"]


@pytest.mark.parametrize("plans", [1, 30])
def test_the_desk_of_a_plan_officer_asks_the_same_however_many_plans(
    plans: int, adviser_a: Somebody, library_a: Organisation, django_assert_max_num_queries: Any
) -> None:
    for number in range(plans):
        save_document(owner=library_a, title=f"Plan {number}", by=adviser_a.doer)
    planner = make_person("Planner", (library_a, Role.PLANNER))
    doer = planner.doer
    assert Membership.objects.filter(person=planner.person).count() == 1

    with django_assert_max_num_queries(19):
        desk(visible_to=doer)
