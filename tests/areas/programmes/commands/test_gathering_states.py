"""Held, cancelled, and back again."""

from __future__ import annotations

import pytest

from samskaper.areas.programmes.commands.gatherings import cancel, hold, plan_again
from samskaper.areas.programmes.models import GatheringKind, GatheringState
from samskaper.areas.programmes.rules.dates import local
from samskaper.commons.record.models import Fact
from samskaper.commons.record.queries import counts
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Refusal
from tests.areas.programmes.running import DAY, HOUR, Series
from tests.cast import Somebody

pytestmark = pytest.mark.usefixtures("in_english")

FACTS = {
    GatheringKind.INTRODUCTION: "programmes.introduction_held",
    GatheringKind.GATHERING: "programmes.gathering_held",
    GatheringKind.ASSOCIATIONS: "programmes.associations_met",
    GatheringKind.EVALUATION: "programmes.evaluation_held",
}


def standing(series: Series, key: str) -> int:
    return counts([key], within=[Ref.to(series.programme)])[key]


@pytest.mark.parametrize("kind", FACTS)
def test_each_kind_of_gathering_has_its_own_fact(series: Series, adviser_a: Somebody, kind: str) -> None:
    series.second.kind = kind
    series.second.save()

    hold(gathering=series.second, by=adviser_a.doer)

    assert [key for key in FACTS.values() if standing(series, key)] == [FACTS[GatheringKind(kind)]]


def test_the_fact_says_the_day_of_the_gathering_however_late_it_is_written(series: Series, adviser_a: Somebody) -> None:
    series.second.starts -= 30 * DAY
    series.second.ends -= 30 * DAY
    series.second.save()

    hold(gathering=series.second, by=adviser_a.doer)

    fact = Fact.objects.get(key="programmes.gathering_held", subject_id=series.second.pk, taken_back=None)
    assert fact.data["day"] == local(series.second.starts).date().isoformat()


def test_held_twice_is_one_fact(series: Series, adviser_a: Somebody) -> None:
    hold(gathering=series.second, by=adviser_a.doer)
    hold(gathering=series.second, by=adviser_a.doer)

    assert standing(series, "programmes.gathering_held") == 1


def test_what_was_not_held_after_all_counts_no_longer(series: Series, adviser_a: Somebody) -> None:
    hold(gathering=series.second, by=adviser_a.doer)

    plan_again(gathering=series.second, by=adviser_a.doer)

    assert standing(series, "programmes.gathering_held") == 0


def test_nothing_is_held_before_it_has_begun(series: Series, adviser_a: Somebody) -> None:
    with clock.at(series.second.starts - HOUR), pytest.raises(Conflict, match="not begun"):
        hold(gathering=series.second, by=adviser_a.doer)


def test_calendars_learn_of_a_cancelled_gathering(series: Series, adviser_a: Somebody) -> None:
    cancel(gathering=series.second, by=adviser_a.doer)

    series.second.refresh_from_db()
    assert (series.second.state, series.second.sequence) == (GatheringState.CANCELLED, 1)
    assert standing(series, "programmes.gathering_cancelled") == 1


def test_a_gathering_that_is_planned_again_is_not_cancelled(series: Series, adviser_a: Somebody) -> None:
    cancel(gathering=series.second, by=adviser_a.doer)

    plan_again(gathering=series.second, by=adviser_a.doer)

    series.second.refresh_from_db()
    assert (series.second.state, series.second.sequence) == (GatheringState.PLANNED, 2)
    assert standing(series, "programmes.gathering_cancelled") == 0


def test_a_gathering_that_was_held_is_not_cancelled(series: Series, adviser_a: Somebody) -> None:
    hold(gathering=series.second, by=adviser_a.doer)

    with pytest.raises(Conflict):
        cancel(gathering=series.second, by=adviser_a.doer)


@pytest.mark.parametrize("who", ["adviser_b", "staff_a", "leader_a", "guest"])
@pytest.mark.parametrize("command", [hold, cancel, plan_again])
def test_only_advisers_of_the_owner_decide(request: pytest.FixtureRequest, series: Series, who: str, command: object) -> None:
    somebody: Somebody = request.getfixturevalue(who)

    with pytest.raises(Refusal) as refused:
        command(gathering=series.second, by=somebody.doer)  # type: ignore[operator]

    assert refused.value.status == 404
