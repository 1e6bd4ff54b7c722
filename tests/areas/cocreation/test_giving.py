"""What conversations gave, in all and by county."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given as examples
from hypothesis import strategies as st

from samskaper.areas.cocreation.commands import conversations, parties, statements
from samskaper.areas.cocreation.models import (
    Challenge,
    ChallengeState,
    Initiative,
    InitiativeState,
    Party,
    Shown,
    Statement,
)
from samskaper.areas.cocreation.queries.giving import given
from samskaper.areas.cocreation.rules.giving import FEWEST, shown_apart
from samskaper.commons.people.models import County, Organisation
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Refusal
from tests.areas.cocreation.conftest import hold
from tests.cast import Somebody

SERIES = Ref("programmes.programme", 7)


def talk(party: Party, town: Organisation, by: Somebody, said: str = "Bussen går for tidlig.", within: Ref | None = None) -> Statement:
    """A conversation that was held, with one statement that was agreed on."""
    talked = hold(conversations.plan(party=party, owner=town, within=within, by=by.doer), by.doer, said)
    found = talked.statements.get()
    statements.read_back(conversation=talked, statements=[found.pk], how="aloud", on=clock.today(), by=by.doer)
    return found


def another_county(town: Organisation, by: Somebody, name: str, number: str) -> Party:
    county = County.objects.create(number=number, name=name, valid_from=dt.date(2024, 1, 1))
    return parties.add_party(owner=town, kind="association", name=f"Laget i {name}", county=county, by=by.doer)


@examples(st.dictionaries(st.integers(1, 40), st.integers(1, 30), max_size=20))
def test_no_county_with_few_conversations_stands_alone_nor_can_be_found_by_subtraction(conversations: dict[int, int]) -> None:
    apart = shown_apart(conversations)
    rest = sum(number for county, number in conversations.items() if county not in apart)

    assert all(conversations[county] >= FEWEST for county in apart)
    assert rest == 0 or rest >= FEWEST or not apart


def test_each_stage_counts_what_stands(choir: Party, town_a: Organisation, staff_a: Somebody) -> None:
    first, second = talk(choir, town_a, staff_a), talk(choir, town_a, staff_a)
    Statement.objects.filter(pk=second.pk).update(shown=Shown.NOT)
    for state in ChallengeState.values:
        Challenge.objects.create(owner=town_a, wording="Ingen buss", state=state, county=choir.county)
    for state in InitiativeState.values:
        Initiative.objects.create(owner=town_a, title="Kjøreordning", state=state, county=choir.county, began_on=clock.today())

    assert first.pk and given(visible_to=staff_a.doer).numbers == {"conversations": 2, "statements": 1, "shared": 1, "initiatives": 3, "going": 1}


def test_a_course_series_is_counted_by_itself(choir: Party, town_a: Organisation, staff_a: Somebody) -> None:
    talk(choir, town_a, staff_a, within=SERIES)
    talk(choir, town_a, staff_a)

    assert given(visible_to=staff_a.doer, within=SERIES).numbers["conversations"] == 1


def test_small_counties_stand_together(choir: Party, town_a: Organisation, staff_a: Somebody) -> None:
    few, fewer = another_county(town_a, staff_a, "Årdal", "91"), another_county(town_a, staff_a, "Ærfjord", "92")
    for party, number in ((choir, 6), (few, 3), (fewer, 2)):
        for _each in range(number):
            talk(party, town_a, staff_a)
    found = given(visible_to=staff_a.doer).counties

    assert [(one.name == "Innlandet", one.numbers["conversations"], one.together) for one in found] == [(True, 6, False), (False, 5, True)]


def test_the_order_is_that_of_the_alphabet(choir: Party, town_a: Organisation, staff_a: Somebody) -> None:
    counties = [another_county(town_a, staff_a, name, number) for name, number in (("Årdal", "91"), ("Ærfjord", "92"), ("Øyane", "93"))]
    for party in (*counties, choir):
        for _each in range(FEWEST):
            talk(party, town_a, staff_a)

    assert [one.name for one in given(visible_to=staff_a.doer).counties] == ["Innlandet", "Ærfjord", "Øyane", "Årdal"]


def test_those_who_hold_no_conversations_are_refused(guest: Somebody) -> None:
    with pytest.raises(Refusal):
        given(visible_to=guest.doer)


def test_the_page_asks_as_much_for_many_as_for_few(choir: Party, town_a: Organisation, staff_a: Somebody) -> None:
    talk(choir, town_a, staff_a, within=SERIES)
    staff_a.client.get(reverse("cocreation:gave"))
    with CaptureQueriesContext(connection) as few:
        staff_a.client.get(reverse("cocreation:gave"))
    for number in range(12):
        talk(another_county(town_a, staff_a, f"Fylke {number}", f"8{number}"), town_a, staff_a)
    with CaptureQueriesContext(connection) as many:
        answer = staff_a.client.get(reverse("cocreation:gave"))

    assert (answer.status_code, len(many)) == (200, len(few))


def test_a_series_that_one_may_not_see_is_no_filter(choir: Party, town_a: Organisation, staff_a: Somebody) -> None:
    talk(choir, town_a, staff_a)

    assert staff_a.client.get(reverse("cocreation:gave"), {"within": str(SERIES), "stage": "x' OR 1"}).context["found"].numbers["conversations"] == 1
