"""A method as plain values: what is kept can be read again, and every sentence has its place."""

from __future__ import annotations

import json

import pytest

from samskaper.editorial.models import MethodPage
from samskaper.editorial.queries import manuscript, method_text, method_texts
from samskaper.editorial.texts import MethodText, sentences


@pytest.fixture
def method(db: None) -> MethodText:
    found = method_text("dot-voting", "nb")
    assert found
    return found


def test_what_is_kept_as_json_is_read_as_the_same(method: MethodText) -> None:
    assert MethodText.from_json(json.loads(json.dumps(method.as_json()))) == method


def test_what_was_kept_before_a_field_existed_is_read_with_the_field_empty(method: MethodText) -> None:
    kept = method.as_json()
    del kept["online_steps"], kept["children"]

    read = MethodText.from_json(kept)

    assert (read.online_steps, read.online_minutes, read.children) == ((), 0, "")


def test_each_part_has_a_key_of_its_own_and_words(method: MethodText) -> None:
    parts = list(method.parts())

    assert len({part.key for part in parts}) == len(parts) > 30
    assert all(part.heading and part.sentences for part in parts)


@pytest.mark.parametrize(("text", "found"), [
    ("Ett. To.", ["Ett.", "To."]),
    ("Spør: «Hva nå?» Vent.", ["Spør: «Hva nå?»", "Vent."]),
    ("Kom kl. 18.30 og ta med ca. 5 ark.", ["Kom kl. 18.30 og ta med ca. 5 ark."]),
    ("", []),
])
def test_a_text_falls_apart_in_its_sentences(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_a_draft_is_in_the_manuscript_and_not_in_what_is_published(method: MethodText) -> None:
    page = MethodPage.objects.get(slug="dot-voting", locale__language_code="nb")
    page.purpose = "Noe nytt."
    page.save_revision()

    written, published = manuscript("dot-voting", "nb"), method_text("dot-voting", "nb")

    assert (written and written.purpose, published and published.purpose) == ("Noe nytt.", method.purpose)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_every_method_is_there_in_the_order_of_the_phases(language: str) -> None:
    found = method_texts(language)

    assert len(found) == 14 and (found[0].phase, found[-1].phase) == ("understand", "share")
