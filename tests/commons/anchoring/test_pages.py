"""Pages of plans: public to read, written by those who keep them."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from samskaper.commons.anchoring import commands
from samskaper.commons.anchoring.models import PlanDocument, Tie
from samskaper.commons.people.models import Organisation
from samskaper.foundation.refs import Ref
from tests.cast import Somebody


@pytest.fixture
def plan(library_a: Organisation, adviser_a: Somebody) -> PlanDocument:
    found = commands.save_document(owner=library_a, title="Culture plan", kind="plan", by=adviser_a.doer)
    commands.add_section(document=found, sentence="Libraries meet associations.", page=4, by=adviser_a.doer)
    return found


def get(who: Somebody, name: str, *args: Any) -> Any:
    return who.client.get(reverse(f"anchoring:{name}", args=args).replace("/nb/", "/en/", 1))


def post(who: Somebody, name: str, *args: Any, **fields: Any) -> Any:
    return who.client.post(reverse(f"anchoring:{name}", args=args).replace("/nb/", "/en/", 1), fields)


def test_everybody_reads_plans(plan: PlanDocument, guest: Somebody, adviser_b: Somebody) -> None:
    for who in (guest, adviser_b):
        assert "Culture plan" in get(who, "documents").content.decode()
        assert "Libraries meet associations." in get(who, "document", plan.pk).content.decode()


def test_an_untouched_sentence_says_so(plan: PlanDocument, guest: Somebody) -> None:
    assert "Nobody has touched this yet" in get(guest, "document", plan.pk).content.decode()


def test_forms_open_for_those_who_keep_the_plan(
    plan: PlanDocument, adviser_a: Somebody, adviser_b: Somebody, staff_a: Somebody, guest: Somebody
) -> None:
    section = plan.sections.get()
    doors = [("edit_document", plan.pk), ("new_section", plan.pk), ("edit_section", section.pk)]

    for name, number in doors:
        answers = [get(who, name, number).status_code for who in (adviser_a, adviser_b, staff_a, guest)]
        assert answers == [200, 403, 403, 302], name


def test_a_plan_is_added_with_its_sentence(library_a: Organisation, adviser_a: Somebody) -> None:
    post(adviser_a, "new_document", title="Plan", kind="plan", country="NO", address="https://example.org/plan")
    made = PlanDocument.objects.get()
    post(adviser_a, "new_section", made.pk, sentence="We promise.", page="12")

    assert (made.owner, made.sections.get().page) == (library_a, 12)


@pytest.mark.parametrize(
    "wrong",
    [{"title": " \u200b"}, {"first_year": "2024", "last_year": "2020"}, {"kind": "poem"}, {"address": "javascript:x"}],
)
def test_a_plan_that_cannot_be_used_gets_a_sentence(wrong: dict[str, str], adviser_a: Somebody) -> None:
    answer = post(adviser_a, "new_document", **{"title": "Plan", "kind": "plan", "country": "NO", **wrong})

    assert answer.status_code == 422 and not PlanDocument.objects.exists()


@pytest.mark.parametrize("wrong", [{"sentence": ""}, {"sentence": "\u200b"}, {"page": "0"}, {"sentence": "x" * 2001}])
def test_a_sentence_that_cannot_be_used_gets_a_sentence(
    wrong: dict[str, str], plan: PlanDocument, adviser_a: Somebody
) -> None:
    assert post(adviser_a, "new_section", plan.pk, **{"sentence": "S", **wrong}).status_code == 422


def test_a_stale_plan_shows_both_texts(plan: PlanDocument, adviser_a: Somebody) -> None:
    fields = {"kind": "plan", "country": "NO", "version": 1}
    post(adviser_a, "edit_document", plan.pk, title="Theirs", **fields)

    answer = post(adviser_a, "edit_document", plan.pk, title="Mine", **fields)

    page = answer.content.decode()
    assert answer.status_code == 409 and "Theirs" in page and "Mine" in page


def test_a_record_is_tied_to_a_sentence(plan: PlanDocument, library_a: Organisation, adviser_a: Somebody) -> None:
    other = commands.save_document(owner=library_a, title="Other", by=adviser_a.doer)
    section = plan.sections.get()
    # a plan cannot be tied to a plan; an unknown record is not there
    for record in (str(Ref.to(other)), "nothing:1", "", "projects.project:999"):
        assert adviser_a.client.get(reverse("anchoring:tie"), {"record": record}).status_code == 404
        assert post(adviser_a, "tie", record=record, section=section.pk).status_code == 404

    assert not Tie.objects.exists()


def test_a_chosen_sentence_is_needed(plan: PlanDocument, adviser_a: Somebody) -> None:
    from samskaper.areas.projects.models import Project

    project = Project.objects.create(owner=plan.owner, title="Project")
    record = f"projects.project:{project.pk}"

    missing = post(adviser_a, "tie", record=record, says="Because.")
    tied = post(adviser_a, "tie", record=record, says="Because.", section=plan.sections.get().pk)

    assert (missing.status_code, tied.status_code) == (422, 302)
    assert "Because." in missing.content.decode()
    assert Tie.objects.get().says == "Because."


def test_what_is_tied_shows_only_to_those_who_may_see_it(
    plan: PlanDocument, adviser_a: Somebody, adviser_b: Somebody, guest: Somebody
) -> None:
    from samskaper.areas.projects.models import Project

    project = Project.objects.create(owner=plan.owner, title="The quiet project")
    commands.tie_to_section(section=plan.sections.get(), record=Ref.to(project), says="Words", by=adviser_a.doer)

    pages = [get(who, "document", plan.pk).content.decode() for who in (adviser_a, adviser_b, guest)]

    assert ["The quiet project" in page for page in pages] == [True, False, False]
    assert ["Words" in page for page in pages] == [True, False, False]
    assert "What they do is theirs to show" in pages[2]


def test_untying_is_a_press(plan: PlanDocument, adviser_a: Somebody, adviser_b: Somebody) -> None:
    made = commands.tie_to_section(section=plan.sections.get(), record=Ref("projects.project", 1), by=adviser_a.doer)

    assert get(adviser_a, "untie", made.pk).status_code == 405
    assert post(adviser_b, "untie", made.pk).status_code == 404
    assert post(adviser_a, "untie", made.pk).status_code == 302
    assert not Tie.objects.exists()


@pytest.mark.parametrize("title", ["Culture plan", " Culture  plan\u200b"])
def test_second_plan_of_the_same_name_gets_a_sentence_and_keeps_the_text(plan: PlanDocument, adviser_a: Somebody, title: str) -> None:
    answer = post(adviser_a, "new_document", title=title, kind="plan", country="NO", publisher="Strandfjell county")
    assert answer.status_code == 422
    assert "There is a plan of this name already" in answer.content.decode()
    assert "Strandfjell county" in answer.content.decode()
    assert PlanDocument.objects.count() == 1


def test_plan_cannot_be_renamed_to_another_ones_name(plan: PlanDocument, adviser_a: Somebody) -> None:
    other = commands.save_document(owner=plan.owner, title="Youth plan", kind="plan", by=adviser_a.doer)
    fields = {"kind": "plan", "country": "NO", "version": other.version}
    assert post(adviser_a, "edit_document", other.pk, title="Culture plan", **fields).status_code == 422
    assert post(adviser_a, "edit_document", other.pk, title="Youth plan", publisher="Us", **fields).status_code == 302
