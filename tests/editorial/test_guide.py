"""What one needs of a method while it goes on, taken from its page: editors write it once."""

from __future__ import annotations

import pytest
from django.conf import settings

from samskaper.editorial.models import MethodPage
from samskaper.editorial.queries import guide
from tests.cast import Somebody

pytestmark = pytest.mark.django_db(transaction=True)
SLUG = "exploratory-conversation"
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def page_in(language: str) -> MethodPage:
    return MethodPage.objects.get(slug=SLUG, locale__language_code=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_method_has_open_questions_in_every_language(language: str) -> None:
    found = guide(SLUG, language)

    assert found is not None and found.say_aloud and found.if_quiet
    assert 6 <= len(found.questions) <= 8 and all(question.endswith("?") for question in found.questions)


def test_no_two_languages_share_a_question() -> None:
    every = [question for language in LANGUAGES for question in (guide(SLUG, language) or pytest.fail(language)).questions]

    assert len(set(every)) == len(every)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_method_page_shows_the_same_questions(guest: Somebody, language: str) -> None:
    found = guide(SLUG, language)
    assert found is not None
    shown = guest.client.get(found.url).content.decode()

    assert all(question in shown for question in found.questions)


def test_what_an_editor_changes_is_in_the_guide() -> None:
    page = page_in("nb")
    page.questions = [("question", "Hva lurer dere på?")]
    page.save_revision().publish()

    assert guide(SLUG, "nb").questions == ("Hva lurer dere på?",)  # type: ignore[union-attr]


def test_a_page_that_is_not_published_gives_no_guide() -> None:
    page_in("da").unpublish()

    assert guide(SLUG, "da") is None and guide("nothing", "nb") is None
