"""The map of counties."""

from __future__ import annotations

import re

from samskaper.ui.map import HEIGHT, WIDTH, CountyMap, Spot

TROMSO, BORNHOLM, HALDEN = Spot("Troms", 4, 69.6, 18.9), Spot("Hovedstaden", 1, 55.1, 14.9), Spot("Østfold", 0, 59.1, 11.4)


def test_north_is_up_and_east_is_right() -> None:
    assert TROMSO.place[1] < HALDEN.place[1] < BORNHOLM.place[1] and HALDEN.place[0] < TROMSO.place[0]


def test_every_place_of_both_countries_is_inside_the_picture() -> None:
    corners = [(71.2, 25.7), (70.4, 31.1), (57.98, 7.0), (62.0, 4.6), (54.6, 11.9), (55.3, 15.1), (56.0, 8.1)]
    places = [Spot("", 1, latitude, longitude).place for latitude, longitude in corners]

    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in places)


def test_a_county_with_nothing_has_no_circle_but_stands_in_the_table() -> None:
    drawn = CountyMap([TROMSO, BORNHOLM, HALDEN], "Initiatives")

    assert drawn.picture.count("<circle") == 2 and len(drawn.spots) == 3


def test_four_times_as_much_is_a_larger_circle() -> None:
    few, many = sorted(int(r) for r in re.findall(r' r="(\d+)"', CountyMap([TROMSO, BORNHOLM], "Initiatives").picture))

    assert few < many


def test_an_empty_map_is_only_land() -> None:
    assert "<circle" not in CountyMap([], "Initiatives").picture
