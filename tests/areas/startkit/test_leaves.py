"""Pages that leave the house: what stands on each, and that they ask for nothing outside their folder."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.conf import settings

from samskaper.areas.startkit.exports.leaves import (
    Place,
    Way,
    house,
    languages_leaf,
    list_leaf,
    method_leaf,
    read_me,
)
from samskaper.areas.startkit.exports.scorm import scorm
from samskaper.areas.startkit.queries.packages import outfit
from samskaper.areas.startkit.queries.volumes import Volume
from tests.areas.startkit.leaving import INTRODUCTION, METHOD, hostile, seen, volume

LANGUAGES = [code for code, _name in settings.LANGUAGES]
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
ANSWERS = {
    "nb": ("Fylkesbiblioteket svarer for denne siden", "Sist sett over 1. november 2026"),
    "nn": ("Fylkesbiblioteket svarar for denne sida", "Sist sett over 1. november 2026"),
    "da": ("Fylkesbiblioteket står inde for denne side", "Sidst set efter 1. november 2026"),
    "en": ("Fylkesbiblioteket answers for this page", "Last checked 1 November 2026"),
}


def pages(one: Volume) -> list[bytes]:
    """Return every kind of leaf of a volume."""
    alone = scorm(one)
    first = languages_leaf(one, [Way("English", "en/index.html", "en")])
    return [*(page for name, page in alone.items() if name.endswith(".html")), list_leaf(one, Place()), first]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_leaf_says_whose_it_is_who_answers_and_when_it_was_checked(language: str) -> None:
    found = pages(volume(language=language, introduction=INTRODUCTION))

    assert len(found) == 4
    for page in found:
        text = page.decode()
        assert text.count(LICENCE) >= 2 and f'<html lang="{language}"' in text
        assert all(words in text for words in ANSWERS[language]), text[-1500:]
        assert f"/{language}/kit/2/" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_file_says_the_same(language: str) -> None:
    text = read_me([volume(language=language)], "folder").decode()

    assert LICENCE in text and "Fylkesbiblioteket" in text and "2026" in text and f"/{language}/kit/2/" in text
    assert "&" not in text and "\n" not in text.replace("\r\n", "")


def test_what_stands_in_the_text_file_is_not_written_for_browsers() -> None:
    assert "“" in read_me([volume("dot-voting", language="en", title='Dots & "votes"')], "scorm").decode()
    assert 'Dots & "votes"' in read_me([volume("dot-voting", language="en", title='Dots & "votes"')], "scorm").decode()


def test_icons_are_in_the_page() -> None:
    page = method_leaf(volume(), volume().methods[0], Place()).decode()

    used, there = set(re.findall(r'<use href="#([\w-]+)"', page)), set(re.findall(r'<symbol id="([\w-]+)"', page))
    assert used and used == there
    assert "icons.svg" not in page and "<!-- icons -->" not in page


def test_nothing_is_fetched_from_elsewhere() -> None:
    """A link may lead to another site, and is followed by whoever presses it; a style, a script or a picture may not."""
    page = method_leaf(volume(), volume().methods[0], Place(script="sco")).decode()

    fetched = re.findall(r'<(?:script|img|source|iframe)[^>]* src="([^"]+)"|<link rel="stylesheet" href="([^"]+)"', page)
    assert fetched and not [one for one in fetched if "//" in "".join(one)]
    assert "url(http" not in house()["house/package.css"].decode() and "@import" not in house()["house/package.css"].decode()


def test_no_leaf_has_script_or_style_of_its_own() -> None:
    for page in pages(volume(introduction=INTRODUCTION)):
        text = page.decode()
        assert " style=" not in text and "<style" not in text and not re.search(r"<script(?![^>]* src=)", text) and " onclick" not in text


def test_letters_that_the_style_asks_for_are_there() -> None:
    files = house("sco")

    asked = set(re.findall(r'url\("?(letters/[\w.-]+)', files["house/package.css"].decode()))
    assert asked and {f"house/{one}" for one in asked} <= set(files)


def test_hostile_words_stay_words_on_every_leaf() -> None:
    one = hostile()
    for page in [list_leaf(one, Place()), method_leaf(one, one.methods[0], Place(script="folder"))]:
        assert seen(page).tags.count("script") == page.decode().count('.js" defer')


def test_a_method_without_a_picture_of_its_own_has_none() -> None:
    page = method_leaf(volume(), replace(METHOD, key="of-an-editor"), Place())

    assert "img" not in seen(page).tags


def test_the_outfit_has_one_name_until_the_house_changes() -> None:
    assert outfit() == outfit() and len(outfit()) == 64
