"""The introduction of the kit: a page in every language, following its texts until an editor touches it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from samskaper.editorial.commands import lay_introduction
from samskaper.editorial.commands.introduction import introduction_fields
from samskaper.editorial.commands.kit import LANGUAGES
from samskaper.editorial.drawing.degrees import degree_picture
from samskaper.editorial.models import IntroductionPage, Laid
from samskaper.editorial.queries import introduction, introduction_card
from samskaper.editorial.texts import Influence

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def as_written() -> None:
    lay_introduction()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_reads_it_in_their_language(client: Client, language: str) -> None:
    found = introduction_card(language)
    assert found is not None
    answer = client.get(found[2])

    assert answer.status_code == 200 and found[0] in answer.content.decode()
    assert answer.content.decode().count('class="degrees"') == 1 and answer.content.decode().count("<h2>") >= 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_stands_first_in_the_kit(client: Client, language: str) -> None:
    page = client.get(f"/{language}/kit/").content.decode()
    title, _lead, url = introduction_card(language) or ("", "", "")

    assert page.index(f'href="{url}">{title}') < page.index("<h2>1. ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_degrees_are_told_in_order_with_the_words_of_the_methods(language: str) -> None:
    page = IntroductionPage.objects.get(locale__language_code=language)
    degrees = [degree["influence"] for block in page.parts for degree in block.value["degrees"]]

    assert degrees == Influence.values


def test_the_knot_moves_towards_those_who_take_part() -> None:
    knots = [float(degree_picture(one).rpartition('class="f-thread" cx="')[2].partition('"')[0]) for one in Influence]

    assert knots == sorted(set(knots)) and len(knots) == 5


def test_laying_it_again_changes_nothing() -> None:
    assert lay_introduction() == 0


def test_a_language_that_no_editor_touched_is_brought_up_to_date_and_an_edited_one_is_left(django_user_model: Any) -> None:
    IntroductionPage.objects.update(lead="Gammelt")
    edited = IntroductionPage.objects.get(locale__language_code="nb")
    edited.save_revision(user=django_user_model.objects.create(email="redaktor@example.org"))
    Laid.objects.filter(key="introduction").update(digest="")
    written = lay_introduction()
    leads = dict(IntroductionPage.objects.values_list("locale__language_code", "lead"))

    assert written == 3 and leads["nb"] == "Gammelt" and leads["da"] == introduction_fields("da")["lead"]


def test_an_introduction_that_editors_removed_stays_away() -> None:
    IntroductionPage.objects.get(locale__language_code="en").delete()
    Laid.objects.filter(key="introduction").update(digest="")
    lay_introduction()

    assert introduction("en") is None and introduction_card("en") is None


def test_the_languages_are_one_page_to_the_editors() -> None:
    assert IntroductionPage.objects.values("translation_key").distinct().count() == 1


def test_it_leaves_the_house_as_plain_words() -> None:
    found = introduction("nb")

    assert found is not None and "<h2>" in found.body and "{%" not in found.body and found.checked
