"""The register of voluntary organisations: its list, its end, and what is not read."""

from __future__ import annotations

from typing import Any

import pytest

from samskaper.areas.cocreation.registers.client import NotUnderstood
from samskaper.areas.cocreation.registers.voluntary import PATH, is_registered, numbers
from tests.areas.cocreation.registers.conftest import Register
from tests.areas.cocreation.registers.shapes import checked, voluntary, voluntary_page

ONE, TWO, THREE = (checked(stem) for stem in (81000000, 82000000, 83000000))


def test_each_page_says_after_which_number_the_next_begins(register: Register) -> None:
    register.play = lambda path, query: voluntary_page([voluntary(THREE)]) if query.get("searchAfter") == TWO else voluntary_page(
        [voluntary(ONE), voluntary(TWO)], after=TWO
    )

    assert list(numbers(register.client)) == [ONE, TWO, THREE]
    assert [query for _, query in register.asked] == [{"size": "100"}, {"size": "100", "searchAfter": TWO}]


def test_the_link_of_a_page_is_not_followed(register: Register) -> None:
    elsewhere = voluntary_page([voluntary(ONE)])
    elsewhere["_links"]["next"] = {"href": f"https://elsewhere.example/x?searchAfter={ONE}"}
    register.queue = []
    register.play = lambda path, query: voluntary_page([voluntary(TWO)]) if query.get("searchAfter") else elsewhere

    assert list(numbers(register.client)) == [ONE, TWO]
    assert {path for path, _ in register.asked} == {PATH}


def test_those_struck_off_do_not_count(register: Register) -> None:
    register.play = lambda path, query: voluntary_page([voluntary(ONE, status="SLETTET"), voluntary(TWO, status="SOMETHING_NEW")])

    assert list(numbers(register.client)) == [TWO]


@pytest.mark.parametrize("category", [[{"icnpoNummer": "99999", "kategori": "ICNPOKategori.finnesIkke"}], [], None, "x"])
def test_an_unknown_category_is_never_looked_at(register: Register, category: Any) -> None:
    register.play = lambda path, query: voluntary(ONE, icnpoKategorier=category)

    assert is_registered(register.client, ONE)


def test_a_list_that_turns_on_the_spot_ends(register: Register) -> None:
    register.play = lambda path, query: voluntary_page([voluntary(ONE)], after=ONE)

    assert list(numbers(register.client)) == [ONE, ONE]


def test_an_empty_list(register: Register) -> None:
    register.play = lambda path, query: {"_links": {}}

    assert list(numbers(register.client)) == []


def test_another_shape_is_not_understood(register: Register) -> None:
    register.play = lambda path, query: {"_embedded": {"organisasjoner": []}}

    with pytest.raises(NotUnderstood):
        list(numbers(register.client))


def test_a_number_that_does_not_stand_there(register: Register) -> None:
    register.queue = [(404, {}, b"")]

    assert not is_registered(register.client, ONE)
    assert not is_registered(register.client, "nonsense")
    assert len(register.asked) == 1
