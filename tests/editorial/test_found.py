"""What search finds of the editors' pages: what is published, in each language, never a draft."""

from __future__ import annotations

import pytest
from wagtail.models import Page

from samskaper.commons.people.doer import GUEST
from samskaper.commons.search.models import Document
from samskaper.commons.search.queries import Found, find
from samskaper.editorial.found import METHOD, PAGE
from samskaper.editorial.models import MethodPage, PlainPage

pytestmark = pytest.mark.django_db
SLUG = "dot-voting"


def found(line: str, language: str = "nb") -> Found:
    return find(line, visible_to=GUEST, language=language)


def page_in(language: str) -> MethodPage:
    return MethodPage.objects.get(slug=SLUG, locale__language_code=language)


def test_every_published_page_is_found_from_the_first_start() -> None:
    live = MethodPage.objects.live().filter(alias_of=None).count() + PlainPage.objects.live().filter(alias_of=None).count()

    assert Document.objects.filter(kind__in=[METHOD, PAGE]).count() == live > 60


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_a_method_is_found_in_ones_own_language_and_leads_there(language: str) -> None:
    page = page_in(language)

    (hit,) = [hit for hit in found(page.title, language).hits if "".join(words for words, _mark in hit.title) == page.title][:1]

    assert (hit.language, hit.url) == (language, page.url)


def test_a_draft_is_not_found_until_it_is_published() -> None:
    page = page_in("nb")
    page.title = "Fjellvettavstemning"
    revision = page.save_revision()
    assert not found("fjellvettavstemning").total

    revision.publish()

    assert found("fjellvettavstemning").total == 1


def test_a_page_that_is_taken_down_is_not_found_and_its_words_are_gone() -> None:
    page = page_in("nb")

    page.unpublish()

    assert not Document.objects.filter(kind=METHOD, ref_id=page.pk).exists()
    assert all(hit.language != "nb" or hit.ref.id != page.pk for hit in found("prikkavstemning").hits)


def test_a_page_that_is_deleted_is_not_found() -> None:
    page = page_in("nb")
    number = page.pk

    Page.objects.get(pk=number).delete()

    assert not Document.objects.filter(kind=METHOD, ref_id=number).exists()


def test_a_page_with_another_address_is_found_there() -> None:
    page = PlainPage.objects.get(slug="help", locale__language_code="nb")
    page.slug = "fjellvett"
    page.save_revision().publish()

    assert Document.objects.get(kind=PAGE, ref_id=page.pk).path.endswith("/fjellvett/")
