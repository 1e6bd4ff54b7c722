"""A sentence that several quote, each in words of their own, stands once in its plan."""

from __future__ import annotations

import pytest

from samskaper.commons.anchoring.commands import add_section, find_or_add_document, find_or_add_section
from samskaper.commons.anchoring.models import PlanDocument
from samskaper.commons.anchoring.rules import says_the_same
from tests.cast import Somebody

STRATEGY = "moderne bibliotek som relevante institusjoner i lokalsamfunn"
PARTNERS = (
    "strategiens oppfordring til samarbeid og partnerskap mellom bibliotek og aktører i frivillig eller privat sektor"
)


@pytest.fixture
def plan(adviser_a: Somebody) -> PlanDocument:
    owner = next(iter(adviser_a.doer.organisations()))
    found = PlanDocument.objects.create(owner_id=owner, title="Nasjonal bibliotekstrategi")
    add_section(document=found, sentence=STRATEGY, page=4, by=adviser_a.doer)
    return found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (STRATEGY, "moderne bibliotek skal være relevante institusjoner i lokalsamfunn", True),
        ("partnerskap mellom bibliotek og frivillig sektor", PARTNERS, True),
        (STRATEGY, "Ingen skal være alene med å flytte hit.", False),
        ("Alle skal med.", "Alle skal med på laget.", False),
        ("", "", False),
    ],
)
def test_saying_the_same(one: str, other: str, same: bool) -> None:
    assert says_the_same(one, other) == says_the_same(other, one) == same


def test_the_same_in_other_words_on_the_same_page_is_found(plan: PlanDocument, adviser_a: Somebody) -> None:
    words = "moderne bibliotek skal være relevante institusjoner i lokalsamfunn"

    find_or_add_section(document=plan, sentence=words, page=4, by=adviser_a.doer)

    assert plan.sections.count() == 1


def test_on_another_page_it_is_another_sentence(plan: PlanDocument, adviser_a: Somebody) -> None:
    find_or_add_section(document=plan, sentence=STRATEGY, page=5, by=adviser_a.doer)

    assert plan.sections.count() == 2


def test_another_sentence_on_the_page_is_added(plan: PlanDocument, adviser_a: Somebody) -> None:
    find_or_add_section(document=plan, sentence="Alle bygder skal ha en møteplass.", page=4, by=adviser_a.doer)

    assert plan.sections.count() == 2


def test_a_plan_that_is_named_within_a_sentence_gets_a_capital(adviser_a: Somebody, library_a: object) -> None:
    named = {"title": "planverk i alle fylkeskommuner", "kind": "plan", "by": adviser_a.doer}

    first, again = (find_or_add_document(owner=library_a, **named) for _time in range(2))  # type: ignore[arg-type]

    assert (first.title, again) == ("Planverk i alle fylkeskommuner", first)
