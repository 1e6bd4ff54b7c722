"""The texts of the methods: whole in every language, adding up, each sentence in one place."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from samskaper.editorial.commands import lay_methods
from samskaper.editorial.commands.kit import KIT, LANGUAGES, PHASES, fields_of, keys
from samskaper.editorial.models import MethodPage
from samskaper.editorial.texts import Influence
from tests.editorial.questions import PAGE, page

KEYS = keys()
EVERY = [(key, language) for key in KEYS for language in LANGUAGES]
LINES = ("when", "when_not", "materials", "preparation")
WORDS = (
    "title", "short", "purpose", "influence_words", "read_aloud", "nobody_speaks", "one_speaks_always", "with_5", "with_40", "children",
    "mixed_languages", "online_intro", "follow_up", "alt",
)


@cache
def texts(key: str, language: str) -> dict[str, Any]:
    return tomllib.loads((KIT / key / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def numbers(key: str) -> dict[str, Any]:
    return tomllib.loads((KIT / key / "method.toml").read_text(encoding="utf-8"))


def said(value: Any) -> Iterator[str]:
    """Yield every text in it that a reader meets in the edition of now."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in ("questions", "still", "answer_in", "first_edition"):
                yield from said(one)
    elif isinstance(value, list):
        for one in value:
            yield from said(one)


def sentences(key: str, language: str) -> list[str]:
    found = (re.split(r"(?<=[.!?»])\s+", text) for text in said(texts(key, language)))
    return [sentence.strip().lower() for some in found for sentence in some if len(sentence.strip()) > 25]


def test_there_are_nine_methods_in_the_first_edition_and_fourteen_in_the_second() -> None:
    assert (sum(numbers(key)["edition"] == 1 for key in KEYS), len(KEYS)) == (9, 14)


def test_every_phase_has_a_method() -> None:
    assert {numbers(key)["phase"] for key in KEYS} == set(PHASES)


@pytest.mark.parametrize(("key", "language"), EVERY)
def test_a_method_is_whole(key: str, language: str) -> None:
    found = texts(key, language)

    assert [name for name in WORDS if not found.get(name, "").strip()] == []
    assert [name for name in LINES if not found.get(name)] == []
    assert len(found["short"]) <= 60 and len(found["questions"]) == 10 and found["example"]["text"]
    assert set(found.get("canvas_fields", {})) == {field["id"] for field in numbers(key).get("canvas_field", [])}


@pytest.mark.parametrize(("key", "language"), EVERY)
def test_every_step_is_on_the_sheet_in_a_line(key: str, language: str) -> None:
    assert [step["title"] for step in texts(key, language)["steps"] if not 40 <= len(step.get("sheet", "")) <= 125] == []


@pytest.mark.parametrize("key", KEYS)
def test_the_numbers_add_up_in_every_language(key: str) -> None:
    one = numbers(key)

    assert one["people"][0] <= one["people"][1] and one["influence"] in Influence.values and one["difficulty"] in (1, 2, 3)
    for language in LANGUAGES:
        assert (len(texts(key, language)["steps"]), len(texts(key, language)["online_steps"])) == (len(one["steps"]), len(one["online_steps"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_in_two_places(language: str) -> None:
    seen: dict[str, list[str]] = {}
    for key in KEYS:
        for sentence in sentences(key, language):
            seen.setdefault(sentence, []).append(key)

    assert {sentence: where for sentence, where in seen.items() if len(where) > 1} == {}


@pytest.mark.parametrize("key", KEYS)
def test_each_language_has_words_of_its_own(key: str) -> None:
    every = [sentence for language in LANGUAGES for sentence in set(sentences(key, language))]

    assert len(set(every)) >= 0.97 * len(every)  # a short line may be the same in bokmål and nynorsk


@pytest.mark.parametrize(("key", "language"), EVERY)
def test_each_question_of_the_checklist_has_its_answer_on_the_page(key: str, language: str) -> None:
    found = texts(key, language)

    for question in found["questions"]:
        value: Any = found
        for part in question["answer_in"].split("."):
            value = value[int(part) - 1] if part.isdigit() else value[part]
        assert value, question


FIRST = [(key, language) for key, language in EVERY if numbers(key)["edition"] == 1]


def now(key: str, language: str, part: str) -> str:
    """Return a part of a method as it reads today: a text by its name, or the text of a step ("steps.3")."""
    name, _dot, place = part.partition(".")
    found = texts(key, language)[name]
    return str(found[int(place) - 1]["text"] if place else found)


@pytest.mark.parametrize(("key", "language"), FIRST)
def test_a_method_of_the_first_edition_tells_what_was_different_and_why(key: str, language: str) -> None:
    first = dict(texts(key, language)["first_edition"])
    because = {change["part"]: change["because"] for change in first.pop("changed")}

    assert set(first) == set(because) and 1 <= len(first) <= 2 and all(because.values())
    assert [part for part, old in first.items() if old.strip() == now(key, language, part)] == []


@pytest.mark.parametrize("key", KEYS)
def test_only_what_came_in_the_first_edition_has_an_older_text(key: str) -> None:
    parts = [set(texts(key, language).get("first_edition", {})) for language in LANGUAGES]
    left_out = numbers(key).get("first_edition", {}).get("leaves_out", [])

    assert all(one == parts[0] for one in parts) and bool(parts[0]) == (numbers(key)["edition"] == 1) == bool(left_out)
    assert [name for name in left_out if name not in texts(key, "nb")] == []


@pytest.mark.parametrize("key", KEYS)
def test_the_questions_are_the_same_ten_in_every_language(key: str) -> None:
    places = {tuple(question["answer_in"] for question in texts(key, language)["questions"]) for language in LANGUAGES}

    assert len(places) == 1


def test_the_checklist_in_the_docs_is_that_of_the_texts() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "Run python -m tests.editorial.questions"


@pytest.mark.django_db
def test_laying_the_methods_again_changes_nothing() -> None:
    lay_methods()

    assert lay_methods() == 0


@pytest.mark.django_db
def test_a_method_that_no_editor_touched_is_brought_up_to_date_and_an_edited_one_is_left(django_user_model: Any) -> None:
    MethodPage.objects.update(purpose="Gammelt")
    edited = MethodPage.objects.get(slug=KEYS[0], locale__language_code="nb")
    edited.save_revision(user=django_user_model.objects.create(email="redaktor@example.org"))
    lay_methods(only=KEYS[:1])
    purposes = dict(MethodPage.objects.filter(slug=KEYS[0]).values_list("locale__language_code", "purpose"))

    assert purposes["nb"] == "Gammelt" and all(purposes[code] == fields_of(KEYS[0], code)["purpose"] for code in ("nn", "da", "en"))


@pytest.mark.django_db
def test_the_languages_of_a_method_are_one_page_to_the_editors() -> None:
    assert MethodPage.objects.filter(slug=KEYS[0]).values("translation_key").distinct().count() == 1


def test_steps_carry_their_minutes() -> None:
    steps = json.loads(fields_of(KEYS[0], "nb")["steps"])

    assert [step["value"]["minutes"] for step in steps] == numbers(KEYS[0])["steps"]
