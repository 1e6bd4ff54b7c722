"""What is taken of a unit, and how a municipality is read to its end."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from samskaper.areas.cocreation.registers.client import NotThere, NotUnderstood, Unreachable
from samskaper.areas.cocreation.registers.units import (
    PATH,
    Slice,
    Unit,
    Walk,
    decode,
    is_number,
    kind_of,
    read_unit,
)
from tests.areas.cocreation.registers.conftest import Register
from tests.areas.cocreation.registers.shapes import checked, deleted, page, unit

TODAY = dt.date(2027, 3, 1)
NUMBER = checked(97100000)
SECRETS = ("Hemmelig", "hemmelig", "Kari", "62 00", "900 00", "religiøse", "94.910")


def test_five_things_are_taken_and_nothing_else() -> None:
    found = decode(unit(NUMBER))

    assert found == Unit(NUMBER, "Historielaget i Tverrdal", "association", "3428", ended=False)
    assert not any(secret in repr(found) for secret in SECRETS)


@pytest.mark.parametrize("ends", ["konkurs", "underAvvikling", "underTvangsavviklingEllerTvangsopplosning"])
def test_whoever_is_closing_down_has_ended(ends: str) -> None:
    found = decode(unit(NUMBER, **{ends: True}))

    assert found and found.ended


def test_a_deleted_unit_has_ended_and_has_no_place() -> None:
    found = decode(deleted(NUMBER))

    assert found and found.ended and found.municipality == ""


@pytest.mark.parametrize(("form", "voluntary", "kind"), [
    ("FLI", False, "association"), ("STI", True, "association"), ("AS", True, "company"), ("ENK", True, ""), ("DA", True, ""), ("XYZ", True, "association"),
    ("XYZ", False, ""), ("", True, "association"), ("", False, ""),
])
def test_the_form_says_what_it_is(form: str, voluntary: bool, kind: str) -> None:
    assert kind_of(form, voluntary=voluntary) == kind


def test_a_person_s_business_is_left_where_it_is() -> None:
    assert decode(unit(NUMBER, "KARI NORDMANN KLOVN", form="ENK")) is None


@pytest.mark.parametrize("broken", [{"navn": ""}, {"navn": None}, {"organisasjonsnummer": "123456789"}, {"organisasjonsnummer": "../../x"}])
def test_a_unit_without_name_or_number_is_not_understood(broken: dict[str, Any]) -> None:
    with pytest.raises(NotUnderstood):
        decode(unit(NUMBER) | broken)


@pytest.mark.parametrize("form", [None, "FLI", {}])
def test_an_unknown_form_is_an_association_where_it_is_voluntary(form: object) -> None:
    found = decode(unit(NUMBER) | {"organisasjonsform": form})

    assert found and found.kind == "association"


def test_the_postal_address_tells_the_municipality_where_there_is_no_other() -> None:
    row = unit(NUMBER, municipality="0437")
    del row["forretningsadresse"]

    found = decode(row)

    assert found and found.municipality == "0437"


def test_a_unit_abroad_has_no_municipality() -> None:
    found = decode(unit(NUMBER) | {"forretningsadresse": {"land": "Sverige"}, "postadresse": None})

    assert found and found.municipality == ""


@pytest.mark.parametrize(("number", "right"), [
    ("974760673", True), ("974760674", False), ("97476067", False), ("", False), ("９７４７６０６７３", False), ("97476067a", False),
])
def test_a_number_checks_itself(number: str, right: bool) -> None:
    assert is_number(number) is right


class Municipality:
    """A municipality of the register, answering as it does: pages, nothing after ten thousand, dates."""

    def __init__(self, days: list[dt.date]) -> None:
        self.rows = [(day, unit(checked(80_000_000 + place * 13), f"LAG NR {place}")) for place, day in enumerate(days)]

    def play(self, path: str, query: dict[str, str]) -> Any:
        assert path == PATH and query["registrertIFrivillighetsregisteret"] == "true"
        since, until = query["fraRegistreringsdatoEnhetsregisteret"], query["tilRegistreringsdatoEnhetsregisteret"]
        fits = [row for day, row in self.rows if since <= day.isoformat() <= until]
        size, number = int(query["size"]), int(query["page"])
        if size * (number + 1) > 10_000:
            return 400, {}, b'{"feilmelding": "size * page"}'
        return page(fits[size * number: size * (number + 1)], number=number, size=size, total=len(fits))


def read(register: Register) -> list[str]:
    register_client = register.client
    register_client.largest = 10_000_000
    walk, numbers = Walk("3428", today=TODAY), []
    while page := walk.step(register_client):
        numbers += [found.number for found in page.units]
    return numbers


def test_a_municipality_without_associations(register: Register) -> None:
    assert read(register) == []
    assert len(register.asked) == 1


def test_all_pages_are_read(register: Register) -> None:
    place = Municipality([dt.date(2001, 1, 1)] * 450)
    register.play = place.play

    assert read(register) == [row["organisasjonsnummer"] for _, row in place.rows]
    assert [query["page"] for _, query in register.asked] == ["0", "1", "2"]


def test_twelve_thousand_are_read_in_narrower_questions(register: Register) -> None:
    first = dt.date(1996, 1, 1)
    place = Municipality([first + dt.timedelta(days=number % 9_000) for number in range(12_000)])
    register.play = place.play

    numbers = read(register)

    assert len(numbers) == len(set(numbers)) == 12_000


def test_too_many_on_one_day_are_said_aloud(register: Register) -> None:
    register.play = lambda path, query: page([unit(NUMBER)], total=12_000)

    with pytest.raises(NotUnderstood, match="more than 10000"):
        read(register)


def test_a_list_that_grows_underway_is_read_to_its_new_end(register: Register) -> None:
    place = Municipality([dt.date(2001, 1, 1)] * 400)
    later = Municipality([dt.date(2001, 1, 1)] * 401)
    register.play = lambda path, query: (later if query["page"] != "0" else place).play(path, query)

    assert len(read(register)) == 401


def test_a_list_that_shrinks_underway_ends(register: Register) -> None:
    place = Municipality([dt.date(2001, 1, 1)] * 600)
    later = Municipality([dt.date(2001, 1, 1)] * 300)
    register.play = lambda path, query: (later if query["page"] != "0" else place).play(path, query)

    assert len(set(read(register))) == 300


def test_a_step_that_failed_is_taken_again(register: Register) -> None:
    place = Municipality([dt.date(2001, 1, 1)] * 450)
    register.play = place.play
    walk = Walk("3428", today=TODAY)
    client = register.client
    client.tries, client.largest = 1, 10_000_000
    walk.step(client)
    register.queue = [(503, {}, b"")]

    with pytest.raises(Unreachable):
        walk.step(client)
    page = walk.step(client)

    assert page and [query["page"] for _, query in register.asked] == ["0", "1", "1"]


@pytest.mark.parametrize("answer", [{}, {"page": 7}, {"page": {}}, {"_embedded": [], "page": {}}, {"_embedded": {"enheter": {}}, "page": {"totalElements": 1}}])
def test_another_shape_is_not_understood(register: Register, answer: dict[str, Any]) -> None:
    register.play = lambda path, query: answer

    with pytest.raises(NotUnderstood):
        read(register)


def test_a_single_unit(register: Register) -> None:
    register.play = lambda path, query: unit(path.rsplit("/", 1)[1])

    assert read_unit(register.client, NUMBER)
    assert register.asked == [(f"{PATH}/{NUMBER}", {})]


def test_a_number_that_is_none_is_not_asked_for(register: Register) -> None:
    with pytest.raises(NotThere):
        read_unit(register.client, "../../roller")
    assert not register.asked


def test_halves_meet_and_end() -> None:
    one, two = Slice("3428", dt.date(2000, 1, 1), dt.date(2000, 1, 3)).halves()

    assert (one.until, two.since) == (dt.date(2000, 1, 2), dt.date(2000, 1, 3))
