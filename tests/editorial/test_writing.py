"""Writing methods in the editors' tool: a new one in every language, its address, the way to ready, and a time of its own."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Workflow, WorkflowPage

from samskaper.commons.mail.models import Letter
from samskaper.commons.people import commands as people
from samskaper.commons.people.models import Organisation, Role
from samskaper.commons.record.models import Fact
from samskaper.editorial.commands import publish_due, settle_editors
from samskaper.editorial.commands.writing import begin_method, make_twins
from samskaper.editorial.events import MethodPublished, MethodWithdrawn
from samskaper.editorial.models import HomePage, MethodPage
from samskaper.foundation.refusals import Refusal
from tests.cast import Somebody, make_person

pytestmark = pytest.mark.django_db
KEY = "brainwriting"


@pytest.fixture
def editor(library_a: Organisation, adviser_a: Somebody) -> Somebody:
    somebody = make_person("Editor A", language="da")
    people.give_role(organisation=library_a, person=somebody.person, role=Role.EDITOR, by=adviser_a.doer)
    return somebody


def page(language: str = "nb", key: str = KEY) -> MethodPage:
    found: MethodPage = MethodPage.objects.get(slug=key, locale__language_code=language)
    return found


# -- a new method ------------------------------------------------------------------------------------------------------
def test_a_new_method_has_a_draft_in_every_language_and_one_address(editor: Somebody) -> None:
    made = begin_method(title="Gåtur to og to", phase="understand", by=editor.doer)
    pages = MethodPage.objects.filter(pk__in=made.values())

    assert set(made) == {"nb", "nn", "da", "en"} and not pages.filter(live=True).exists()
    assert {one.slug for one in pages} == {"gatur-to-og-to"} and len({one.translation_key for one in pages}) == 1
    assert {one.text.steps[0].title for one in pages} == {"Si hva dere skal gjøre", "Sei kva de skal gjere", "Sig, hvad I skal gøre", "Say what you will do"}


def test_two_methods_of_one_name_have_two_addresses(editor: Somebody) -> None:
    for _time in range(2):
        begin_method(title="Gåtur", phase="understand", by=editor.doer)

    assert set(MethodPage.objects.filter(title="Gåtur").values_list("slug", flat=True)) == {"gatur", "gatur-2"}


def test_a_method_is_not_hidden_behind_another_page_of_the_house(editor: Somebody) -> None:
    begin_method(title="Kit", phase="understand", by=editor.doer)

    assert set(MethodPage.objects.filter(title="Kit").values_list("slug", flat=True)) == {"kit-2"}


def test_only_editors_begin_one(adviser_a: Somebody) -> None:
    with pytest.raises(Refusal):
        begin_method(title="Gåtur", phase="understand", by=adviser_a.doer)


def test_the_form_leads_to_the_draft(editor: Somebody) -> None:
    answer = editor.client.post("/cms/new-method/", {"title": "Gåtur", "phase": "understand"}, headers={"accept-language": "nn"})

    assert answer["Location"] == f"/cms/pages/{page('nn', 'gatur').pk}/edit/"
    assert editor.client.post("/cms/new-method/", {"title": ""}).status_code == 422


def test_a_method_begun_among_the_pages_gets_its_twins(editor: Somebody) -> None:
    home = HomePage.objects.get(locale__language_code="nb")
    own = MethodPage(locale=home.locale, title="Alene", slug="alene", phase="share", live=False, people_min=1, people_max=2, steps="[]")
    home.add_child(instance=own)

    assert make_twins(own, user=None) == 3 and make_twins(own, user=None) == 0
    assert not MethodPage.objects.filter(slug="alene", live=True).exists()


def test_the_form_of_a_method_shows_the_other_languages_and_names_the_fields(editor: Somebody) -> None:
    answer = editor.client.get(f"/cms/pages/{page().pk}/edit/").content.decode()

    assert "Nynorsk" in answer and f"/cms/side-by-side/{KEY}/nb/nn/" in answer
    assert "Hvis ingen" in answer or "Hvis ingen siger" in answer or "Hvad I gør" in answer


def test_two_languages_stand_side_by_side_for_editors(editor: Somebody, staff_a: Somebody) -> None:
    found = page("nn")
    found.purpose = "Eit utkast på nynorsk."
    found.save_revision()
    answer = editor.client.get(f"/cms/side-by-side/{KEY}/nb/nn/")

    assert "Eit utkast på nynorsk." in answer.content.decode() and 'lang="nn"' in answer.content.decode()
    assert staff_a.client.get(f"/cms/side-by-side/{KEY}/nb/nn/").status_code == 403
    assert editor.client.get(f"/cms/side-by-side/{KEY}/nb/se/", follow=True).status_code == 404


# -- the address -------------------------------------------------------------------------------------------------------
def test_the_address_of_a_method_that_was_published_stays() -> None:
    found = page()
    found.slug = "noe-annet"

    with pytest.raises(ValidationError, match="brainwriting"):
        found.full_clean()


def test_an_address_that_the_house_uses_is_refused(editor: Somebody) -> None:
    found = MethodPage.objects.get(pk=begin_method(title="Gåtur", phase="understand", by=editor.doer)["nb"])
    found.slug, found.purpose = "kit", "Noe"

    with pytest.raises(ValidationError):
        found.full_clean()


# -- the way to ready, and the tool itself -----------------------------------------------------------------------------
def test_pages_go_from_written_to_ready_by_way_of_the_editors(editor: Somebody) -> None:
    workflow = WorkflowPage.objects.get().workflow

    assert workflow.name == "Fra skrevet til klar" and [task.name for task in workflow.tasks] == ["Språket er sett over", "Klar"]
    assert Workflow.objects.filter(active=True).count() == 1
    assert all(editor.person is not None and task.specific.groups.filter(user=editor.person.account).exists() for task in workflow.tasks)


def test_who_is_asked_to_look_a_page_over_gets_a_letter_from_the_outbox(editor: Somebody, library_a: Organisation, settings: LazySettings) -> None:
    settings.EMAIL_BACKEND = "samskaper.commons.mail.backend.OutboxBackend"
    other = make_person("Other editor", (library_a, Role.EDITOR))
    settle_editors()
    found = MethodPage.objects.get(pk=begin_method(title="Gåtur", phase="understand", by=editor.doer)["nb"])
    assert editor.person is not None and other.person is not None

    WorkflowPage.objects.get().workflow.start(found, editor.person.account)

    letter = Letter.objects.get()
    assert letter.person_id == other.person.pk and "Gåtur" in letter.text and f"/cms/pages/{found.pk}/edit/" in letter.text


def test_the_tool_speaks_the_editors_own_language(editor: Somebody) -> None:
    assert editor.person is not None and editor.person.account is not None
    assert editor.person.account.wagtail_userprofile.preferred_language == "da"
    assert "ste udgave" in editor.client.get("/cms/").content.decode()


# -- a time of its own -------------------------------------------------------------------------------------------------
def test_a_draft_with_a_time_is_published_by_the_worker_when_it_has_come() -> None:
    found, ahead = page(), timezone.now() + dt.timedelta(hours=1)
    found.purpose, found.go_live_at = "Til fastsatt tid.", ahead
    found.save_revision().publish()
    before = publish_due(), page().purpose
    revision = page().get_latest_revision()
    revision.content["go_live_at"] = None
    revision.approved_go_live_at = timezone.now() - dt.timedelta(seconds=1)
    revision.save()

    assert before[0] == 0 and before[1] != "Til fastsatt tid."
    assert publish_due() == 1 and page().purpose == "Til fastsatt tid." and publish_due() == 0


def test_a_page_that_has_run_out_is_taken_down() -> None:
    MethodPage.objects.filter(pk=page().pk).update(expire_at=timezone.now() - dt.timedelta(minutes=1))

    assert publish_due() == 1 and not page().live and publish_due() == 0


def test_one_page_that_fails_keeps_no_other_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    MethodPage.objects.filter(slug=KEY, locale__language_code__in=("nb", "nn")).update(expire_at=timezone.now() - dt.timedelta(minutes=1))
    take_down = MethodPage.unpublish

    def fails(self: MethodPage, **how: Any) -> None:
        if self.locale.language_code == "nb":
            raise RuntimeError("no")
        take_down(self, **how)

    monkeypatch.setattr(MethodPage, "unpublish", fails)

    assert publish_due() == 1 and page("nb").live and not page("nn").live


def test_what_is_published_and_taken_down_stands_in_the_record() -> None:
    page().save_revision().publish()
    page().unpublish()

    facts = Fact.objects.filter(key__in=(MethodPublished.key, MethodWithdrawn.key)).order_by("pk")
    assert [(fact.key, fact.data) for fact in facts] == [
        (MethodPublished.key, {"key": KEY, "language": "nb"}), (MethodWithdrawn.key, {"key": KEY, "language": "nb"}),
    ]
