"""Finding somebody to talk with among many, by the beginning of any word, the same on both databases."""

from __future__ import annotations

from typing import Any

import pytest

from samskaper.areas.cocreation.commands import parties
from samskaper.areas.cocreation.commands.naming import write_words
from samskaper.areas.cocreation.models import Party, PartyKind
from samskaper.areas.cocreation.queries.parties import search
from samskaper.commons.people.models import County, Organisation
from samskaper.foundation import clock
from tests.cast import Somebody


@pytest.fixture
def names(town_a: Organisation, staff_a: Somebody) -> dict[str, Party]:
    wanted = ("Åsen historielag", "Historielaget i Alvdal", "Alvdal IL", "Sámi searvi", "4H Strandfjell", "Øst-Ålen kor", "IL Fremad", "100 % kor")
    return {name: parties.add_party(owner=town_a, kind=PartyKind.ASSOCIATION, name=name, by=staff_a.doer) for name in wanted}


def found(words: str, who: Somebody) -> list[str]:
    return [party.name for party in search(words, visible_to=who.doer)]


@pytest.mark.parametrize(("words", "names_found"), [
    ("hist", ["Historielaget i Alvdal", "Åsen historielag"]), ("HISTORIELAG", ["Historielaget i Alvdal", "Åsen historielag"]),
    ("alvdal hist", ["Historielaget i Alvdal"]), ("åsen", ["Åsen historielag"]), ("ÅSEN", ["Åsen historielag"]), ("asen", ["Åsen historielag"]),
    ("sami", ["Sámi searvi"]), ("il", ["Alvdal IL", "IL Fremad"]), ("al", ["Alvdal IL", "Historielaget i Alvdal", "Øst-Ålen kor"]), ("4h", ["4H Strandfjell"]),
    ("ost alen", ["Øst-Ålen kor"]), ("storielag", []), ("a", []), ("", []), ("%", []), ("his%", ["Historielaget i Alvdal", "Åsen historielag"]), ("h_st", []),
    ("100 % kor", ["100 % kor"]), ("🎺🎺", []),
])
def test_a_name_is_found_by_the_beginning_of_its_words(names: dict[str, Party], staff_a: Somebody, words: str, names_found: list[str]) -> None:
    assert sorted(found(words, staff_a)) == sorted(names_found)


def test_one_is_found_by_the_number(town_a: Organisation, staff_a: Somebody) -> None:
    parties.add_party(owner=town_a, kind=PartyKind.ASSOCIATION, name="Koret", number="974 760 673", by=staff_a.doer)

    assert found("974760673", staff_a) == found("974 760 673", staff_a) == ["Koret"]


def test_one_s_own_county_comes_first_and_the_closed_last(
    town_a: Organisation, staff_a: Somebody, county: County, names: dict[str, Party]
) -> None:
    town_a.county = county
    town_a.save()
    parties.add_party(owner=town_a, kind=PartyKind.ASSOCIATION, name="Zz historielag", county=county, by=staff_a.doer)
    Party.objects.filter(name="Historielaget i Alvdal").update(closed_on=clock.today())

    assert found("historielag", staff_a) == ["Zz historielag", "Åsen historielag", "Historielaget i Alvdal"]


def test_a_resident_is_found_by_her_own_library_alone(town_a: Organisation, staff_a: Somebody, staff_b: Somebody) -> None:
    parties.add_party(owner=town_a, kind=PartyKind.RESIDENT, name="Kari Nordmann", by=staff_a.doer)

    assert (found("kari", staff_a), found("kari", staff_b)) == (["Kari Nordmann"], [])


def test_whoever_was_deleted_is_not_found(names: dict[str, Party], staff_a: Somebody) -> None:
    Party.objects.filter(name="Sámi searvi").update(forgotten_on=clock.today())

    assert found("sami", staff_a) == []


def test_finding_is_one_question(names: dict[str, Party], staff_a: Somebody, django_assert_num_queries: Any) -> None:
    doer = staff_a.doer
    with django_assert_num_queries(1):
        list(search("historielag alvdal", visible_to=doer))


def test_words_are_written_anew_with_the_name(names: dict[str, Party], staff_a: Somebody) -> None:
    party = names["Sámi searvi"]
    party.name = "Nytt navn"
    party.save()
    write_words([party])

    assert (found("sami", staff_a), found("nytt", staff_a)) == ([], ["Nytt navn"])
