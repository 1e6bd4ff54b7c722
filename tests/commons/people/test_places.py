"""Counties and municipalities of every year."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from samskaper.commons.people import commands, queries
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import County, Municipality, Organisation, OrganisationKind
from tests.cast import Somebody

pytestmark = pytest.mark.django_db
THEN, NOW = dt.date(2022, 9, 1), dt.date(2026, 11, 22)


@pytest.fixture
def places(db: None) -> Iterator[None]:
    commands.load_places(by=SYSTEM)
    yield


def names(day: dt.date, country: str = "NO") -> set[str]:
    return {county.name for county in queries.counties_on(day, country=country)}


def test_loading_takes_less_than_two_seconds(db: None) -> None:
    begun = time.perf_counter()
    commands.load_places(by=SYSTEM)
    assert time.perf_counter() - begun < 2


def test_loading_twice_changes_nothing(places: None) -> None:
    before = list(Municipality.objects.order_by("pk").values())
    assert commands.load_places(by=SYSTEM) == 357 + 99
    assert list(Municipality.objects.order_by("pk").values()) == before


def test_programme_counties_existed_when_the_programme_ran(places: None) -> None:
    assert {"Viken", "Troms og Finnmark", "Vestfold og Telemark"} <= names(THEN)
    assert not {"Viken", "Troms og Finnmark", "Vestfold og Telemark"} & names(NOW)
    assert {"Østfold", "Akershus", "Buskerud", "Troms", "Finnmark"} <= names(NOW)


@pytest.mark.parametrize(
    ("day", "number"), [(dt.date(2017, 6, 1), 19), (dt.date(2019, 6, 1), 18), (THEN, 11), (NOW, 15)]
)
def test_number_of_norwegian_counties_of_a_year(places: None, day: dt.date, number: int) -> None:
    assert len(names(day)) == number


@pytest.mark.parametrize(
    ("day", "number"), [(dt.date(2017, 6, 1), 426), (dt.date(2018, 6, 1), 422), (THEN, 356), (NOW, 357)]
)
def test_number_of_norwegian_municipalities_of_a_year(places: None, day: dt.date, number: int) -> None:
    assert queries.municipalities_on(day).filter(county__country="NO").count() == number


def test_denmark_has_five_regions_and_ninety_nine_municipalities(places: None) -> None:
    assert len(names(NOW, "DK")) == 5
    assert Municipality.objects.filter(county__country="DK").count() in (98, 99)


def test_last_day_of_a_county_is_the_day_before(places: None) -> None:
    assert "Viken" in names(dt.date(2023, 12, 31))
    assert "Viken" not in names(dt.date(2024, 1, 1))


def test_municipality_is_found_by_its_number_of_the_day(places: None) -> None:
    assert str(queries.municipality_on("3005", THEN)) == "Drammen"
    assert queries.municipality_on("3005", NOW) is None
    assert str(queries.municipality_on("3301", NOW)) == "Drammen"


def test_numbers_of_two_countries_are_kept_apart(places: None) -> None:
    assert str(queries.municipality_on("0101", NOW, country="DK")) == "København"
    assert str(queries.municipality_on("0101", dt.date(2019, 1, 1))) == "Halden"


def test_chain_leads_to_the_municipality_of_today(places: None) -> None:
    klaebu = queries.municipality_on("1662", dt.date(2017, 1, 1))
    assert klaebu
    assert [(town.name, town.number) for town in queries.chain_of(klaebu)] == [
        ("Klæbu", "1662"),
        ("Klæbu", "5030"),
        ("Trondheim", "5001"),
    ]
    assert queries.municipality_today(klaebu).name == "Trondheim"


def test_every_chain_ends_today(places: None) -> None:
    towns = Municipality.objects.select_related("became__became__became__became")
    assert all(queries.chain_of(town)[-1].valid_until is None for town in towns)


def test_division_leads_to_the_largest_part(places: None) -> None:
    alesund = queries.municipality_on("1507", THEN)
    assert alesund
    assert queries.municipality_today(alesund).number == "1508"


def test_sami_and_kven_names_have_their_letters(places: None) -> None:
    storfjord = queries.municipality_on("5538", NOW)
    assert storfjord
    assert storfjord.other_names == "Omasvuotna · Omasvuono"


def test_every_place_of_today_in_norway_has_a_position(places: None) -> None:
    assert not queries.municipalities_on(NOW).filter(latitude__isnull=True, county__country="NO").exists()


def test_library_outlives_its_county(places: None, adviser_a: Somebody) -> None:
    viken = County.objects.get(name="Viken")
    library = Organisation.objects.create(
        kind=OrganisationKind.REGIONAL_LIBRARY, name="Elvesletta fylkesbibliotek", county=viken
    )
    page = adviser_a.client.get(f"/en/organisations/{library.pk}/").content.decode()
    assert queries.is_gone(viken)
    assert "Viken" in page
    assert "(was until 2024)" in page


def test_municipality_on_needs_one_query(places: None, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        found = queries.municipality_on("3005", THEN)
        assert found and found.county.name == "Viken"


def test_setup_places_says_how_many(
    db: None, capsys: pytest.CaptureFixture[str], django_db_blocker: DjangoDbBlocker
) -> None:
    from samskaper.commons.people import cli

    cli.places()
    assert "456 municipalities" in capsys.readouterr().out
