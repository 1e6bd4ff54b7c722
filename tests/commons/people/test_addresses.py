"""Who sees the address of a person: herself, and those who registered her."""

from __future__ import annotations

import pytest

from samskaper.commons.people.doer import GUEST, SYSTEM, Doer, DoerKind, Held
from samskaper.commons.people.models import Organisation
from samskaper.commons.people.queries import addresses_open_to
from samskaper.commons.people.rules import may_see_address
from tests.cast import Somebody

HOME, KEEPER, ELSEWHERE, HER = 1, 2, 3, 77


def somebody(organisation: int, role: str, person: int = 5) -> Doer:
    return Doer(DoerKind.PERSON, person=person, roles=frozenset({Held(organisation, role)}))


@pytest.mark.parametrize(
    ("doer", "may"),
    [
        (SYSTEM, True),
        (GUEST, False),
        (somebody(ELSEWHERE, "staff", person=HER), True),
        (somebody(HOME, "leader"), True),
        (somebody(HOME, "adviser"), True),
        (somebody(HOME, "staff"), False),
        (somebody(HOME, "editor"), False),
        (somebody(KEEPER, "adviser"), True),
        (somebody(KEEPER, "leader"), False),
        (somebody(KEEPER, "staff"), False),
        (somebody(ELSEWHERE, "adviser"), False),
        (somebody(ELSEWHERE, "leader"), False),
    ],
)
def test_an_address_is_open_to_those_who_registered_it(doer: Doer, may: bool) -> None:
    assert may_see_address(doer, HER, homes=[(HOME, KEEPER)]) is may


def test_an_address_of_somebody_without_a_role_is_hers_alone(adviser_a: Somebody) -> None:
    assert not may_see_address(adviser_a.doer, HER, homes=[])


def test_one_question_answers_for_many(adviser_a: Somebody, staff_a: Somebody, staff_b: Somebody, leader_a: Somebody) -> None:
    ids = {one.person.pk for one in (adviser_a, staff_a, staff_b, leader_a)}

    assert addresses_open_to(ids, visible_to=adviser_a.doer) == {adviser_a.person.pk, staff_a.person.pk, leader_a.person.pk}
    assert addresses_open_to(ids, visible_to=staff_b.doer) == {staff_b.person.pk}


def test_asking_for_nobody_asks_nobody(library_a: Organisation, adviser_a: Somebody) -> None:
    assert addresses_open_to([], visible_to=adviser_a.doer) == frozenset()
