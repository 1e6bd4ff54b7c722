"""Groups: made by themselves, moved by hand."""

from __future__ import annotations

import pytest

from samskaper.areas.programmes.commands.gatherings import Mark, record_attendance
from samskaper.areas.programmes.commands.groups import make_groups, move_to_group
from samskaper.areas.programmes.models import GroupPlace
from samskaper.foundation.refusals import Invalid, Refusal
from tests.areas.programmes.running import Series
from tests.cast import Somebody

pytestmark = pytest.mark.usefixtures("in_english")


def groups(series: Series) -> dict[int, int]:
    rows = GroupPlace.objects.filter(group__gathering=series.second)
    return dict(rows.values_list("enrolment_id", "group__number"))


def test_everybody_with_a_seat_gets_a_group_before_the_gathering(series: Series, adviser_a: Somebody) -> None:
    people = series.enrol_many(12)

    assert make_groups(gathering=series.second, size=4, by=adviser_a.doer) == 3
    assert set(groups(series)) == {row.pk for row in people}


def test_colleagues_are_put_apart(series: Series, adviser_a: Somebody) -> None:
    people = series.enrol_many(9)

    make_groups(gathering=series.second, size=3, by=adviser_a.doer)

    found = groups(series)
    for number in (1, 2, 3):
        libraries = [row.library_id for row in people if found[row.pk] == number]
        assert len(set(libraries)) == 3


def test_those_who_are_there_get_groups_once_somebody_is(series: Series, adviser_a: Somebody) -> None:
    people = series.enrol_many(6)
    here = {row.pk: Mark("", "present") for row in people[:4]}
    record_attendance(gathering=series.second, marks=here, by=adviser_a.doer)

    make_groups(gathering=series.second, size=2, by=adviser_a.doer)

    assert set(groups(series)) == set(here)


def test_making_them_again_leaves_one_set_of_groups(series: Series, adviser_a: Somebody) -> None:
    series.enrol_many(12)
    make_groups(gathering=series.second, size=3, by=adviser_a.doer)

    make_groups(gathering=series.second, size=6, by=adviser_a.doer)

    assert series.second.groups.count() == 2
    assert len(groups(series)) == 12


def test_somebody_is_moved_by_hand(series: Series, adviser_a: Somebody) -> None:
    people = series.enrol_many(8)
    make_groups(gathering=series.second, size=4, by=adviser_a.doer)
    first = people[0].pk
    other = 3 - groups(series)[first]

    move_to_group(gathering=series.second, enrolment=first, number=other, by=adviser_a.doer)

    assert groups(series)[first] == other


def test_somebody_is_taken_out(series: Series, adviser_a: Somebody) -> None:
    people = series.enrol_many(8)
    make_groups(gathering=series.second, size=4, by=adviser_a.doer)

    move_to_group(gathering=series.second, enrolment=people[0].pk, number=0, by=adviser_a.doer)

    assert people[0].pk not in groups(series)


@pytest.mark.parametrize("size", [0, 1, 21, -4])
def test_sizes_that_are_no_groups_are_refused(series: Series, adviser_a: Somebody, size: int) -> None:
    series.enrol_many(4)

    with pytest.raises(Invalid):
        make_groups(gathering=series.second, size=size, by=adviser_a.doer)


def test_nobody_makes_no_groups(series: Series, adviser_a: Somebody) -> None:
    with pytest.raises(Invalid, match="nobody"):
        make_groups(gathering=series.second, size=4, by=adviser_a.doer)


def test_a_group_or_person_of_elsewhere_is_refused(series: Series, adviser_a: Somebody, staff_b: Somebody) -> None:
    series.enrol_many(4)
    stranger = Series(series.library, series.town).enrol(staff_b)
    make_groups(gathering=series.second, size=2, by=adviser_a.doer)

    with pytest.raises(Invalid):
        move_to_group(gathering=series.second, enrolment=stranger.pk, number=1, by=adviser_a.doer)
    with pytest.raises(Invalid):
        move_to_group(gathering=series.second, enrolment=series.programme.enrolments.first().pk, number=9, by=adviser_a.doer)


@pytest.mark.parametrize("who", ["adviser_b", "staff_a", "leader_a", "guest"])
def test_only_those_who_run_the_programme_make_groups(request: pytest.FixtureRequest, series: Series, who: str) -> None:
    series.enrol_many(4)

    with pytest.raises(Refusal) as refused:
        make_groups(gathering=series.second, size=2, by=request.getfixturevalue(who).doer)

    assert refused.value.status == 404
