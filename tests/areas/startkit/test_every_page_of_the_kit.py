"""Every page of the kit says who answers for it, when it was checked, and under which licence it may be used."""

from __future__ import annotations

import pytest
from django.conf import settings

from samskaper.areas.startkit.models import Edition, EditionText
from samskaper.editorial.models import IntroductionPage, MethodPage
from tests.cast import Somebody

pytestmark = pytest.mark.django_db(transaction=True)
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
WORDS = {
    "nb": ("svarer for denne siden", "Sist sett over"), "nn": ("svarar for denne sida", "Sist sett over"),
    "da": ("står inde for denne side", "Sidst set efter"), "en": ("answers for this page", "Last checked"),
}


def addresses(language: str) -> list[str]:
    """Return the pages of the kit in a language: the list, the introduction, the methods, the editions, and what can be taken along."""
    pages = [page.url for kind in (IntroductionPage, MethodPage) for page in kind.objects.live().filter(locale__language_code=language)]
    editions = [edition.number for edition in Edition.objects.filter(launched__isnull=False)]
    old = EditionText.objects.filter(edition__number=1, language=language).exclude(text={}).values_list("key", flat=True)
    kit = f"/{language}/kit/"
    return [
        kit, *pages, *(f"{kit}{number}/" for number in editions), *(f"{kit}{number}/take/" for number in editions),
        *(f"{kit}1/{key}/" for key in old), *(f"{kit}1/{key}/take/" for key in old),
    ]


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_it_says_who_answers_when_it_was_checked_and_the_licence(guest: Somebody, language: str) -> None:
    found = addresses(language)
    assert len(found) >= 1 + 1 + 14 + 2 + 2 + 9 + 9

    lacking = []
    for address in found:
        page = guest.client.get(address).content.decode()
        lacking += [f"{address}: {words}" for words in (*WORDS[language], LICENCE) if words not in page]
    assert not lacking
