"""Writing about an action: what is shared, what is one's own, and that it is done."""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from samskaper.areas.programmes.commands.actions import forget_words, save_report
from samskaper.areas.programmes.commands.dates import change_action
from samskaper.areas.programmes.models import Action, ActionKind, ActionReport, Enrolment, ProgrammeState
from samskaper.commons.record.models import Fact
from samskaper.commons.record.queries import counts
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid, Refusal, Stale
from tests.areas.programmes.running import DAY, Series
from tests.cast import Somebody

tell_apart = import_module("samskaper.areas.programmes.migrations.0005_kinds_of_actions").tell_apart
pytestmark = pytest.mark.usefixtures("in_english")


def save(series: Series, place: Enrolment, somebody: Somebody, **words: Any) -> ActionReport:
    given = {"action": series.action, "done_on": clock.today(), "reflection": "Vi snakket lenge.", "thoughts": "Jeg var nervøs.", "version": 0}
    return save_report(enrolment=place, by=somebody.doer, **{**given, **words})


def done(series: Series) -> int:
    return counts(["programmes.action_done"], within=[Ref.to(series.programme)])["programmes.action_done"]


def test_an_action_is_done_with_both_texts(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    save(series, place, staff_a)

    report = ActionReport.objects.get()
    assert (report.reflection, report.thoughts, report.reflected) == ("Vi snakket lenge.", "Jeg var nervøs.", True)
    assert done(series) == 1


def test_the_fact_says_the_day_on_which_it_was_done(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    save(series, place, staff_a, done_on=clock.today() - 2 * DAY)

    fact = Fact.objects.get(key="programmes.action_done")
    assert fact.data["day"] == (clock.today() - 2 * DAY).isoformat()


def test_half_written_text_is_kept_without_being_done(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    save(series, place, staff_a, done_on=None)

    assert ActionReport.objects.get().reflection == "Vi snakket lenge."
    assert done(series) == 0


def test_an_action_that_was_not_done_after_all_counts_no_longer(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    report = save(series, place, staff_a)

    save(series, place, staff_a, done_on=None, version=report.version)

    assert done(series) == 0


def test_saving_a_done_action_again_is_one_fact(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    report = save(series, place, staff_a)

    save(series, place, staff_a, reflection="Litt til.", version=report.version)

    assert Fact.objects.filter(key="programmes.action_done").count() == 1


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        (ActionKind.CONVERSATION, {"programmes.action_done", "programmes.conversation_held"}),
        (ActionKind.ACTION, {"programmes.action_done"}),
        (ActionKind.LEADER_MEETING, {"programmes.leader_talked_with"}),
    ],
)
def test_each_kind_of_action_is_counted_apart(series: Series, place: Enrolment, staff_a: Somebody, kind: str, facts: set[str]) -> None:
    series.action.kind = kind
    series.action.save()

    report = save(series, place, staff_a)
    counted = Fact.objects.filter(subject_kind="programmes.actionreport", taken_back=None).exclude(key="programmes.action_saved")
    assert set(counted.values_list("key", flat=True)) == facts

    save(series, place, staff_a, done_on=None, version=report.version)
    assert not counted.exists()


def test_the_kind_stays_when_somebody_has_written(series: Series, place: Enrolment, staff_a: Somebody, adviser_a: Somebody) -> None:
    save(series, place, staff_a)

    with pytest.raises(Conflict):
        change_action(action=series.action, version=series.action.version, values={"kind": "leader_meeting"}, by=adviser_a.doer)


def test_old_facts_get_the_key_of_their_kind(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    talk = save(series, place, staff_a, action=series.meeting)
    first, other = save(series, place, staff_a), save(series, place, staff_a, action=series.next_action)
    Action.objects.filter(pk=series.action.pk).update(title="Den første samtalen")
    Fact.objects.filter(key="programmes.leader_talked_with").update(key="programmes.action_done")

    tell_apart(apps, None)

    now = sorted(Fact.objects.exclude(key="programmes.action_saved").filter(subject_kind="programmes.actionreport").values_list("subject_id", "key"))
    assert now == sorted([
        (talk.pk, "programmes.leader_talked_with"), (first.pk, "programmes.action_done"), (first.pk, "programmes.conversation_held"),
        (other.pk, "programmes.action_done"),
    ])


def test_an_older_tab_gets_both_texts_and_changes_nothing(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    report = save(series, place, staff_a)
    save(series, place, staff_a, reflection="Fra den ene fanen", version=report.version)

    with pytest.raises(Stale) as stale:
        save(series, place, staff_a, reflection="Fra den andre fanen", version=report.version)

    assert stale.value.mine["reflection"] == "Fra den andre fanen"
    assert stale.value.theirs["reflection"] == "Fra den ene fanen"
    assert ActionReport.objects.get().reflection == "Fra den ene fanen"


def test_two_tabs_that_both_begin_do_not_undo_each_other(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    save(series, place, staff_a, reflection="Først")

    with pytest.raises(Stale):
        save(series, place, staff_a, reflection="Så")


def test_a_day_that_has_not_been_yet_is_refused(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    with pytest.raises(Invalid, match="not been yet"):
        save(series, place, staff_a, done_on=clock.today() + DAY)


def test_a_day_of_long_ago_is_refused(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    with pytest.raises(Invalid, match="year"):
        save(series, place, staff_a, done_on=dt.date(202, 6, 1))


def test_more_than_we_can_keep_is_refused_with_a_sentence(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    with pytest.raises(Invalid, match="20,000"):
        save(series, place, staff_a, thoughts="a" * 20_001)


def test_signs_that_nobody_sees_are_no_reflection(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    save(series, place, staff_a, reflection="\u200b\u200b \ufeff")

    assert ActionReport.objects.get().reflected is False


def test_an_action_that_has_not_opened_is_refused(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    series.action.opens = clock.today() + DAY
    series.action.due = clock.today() + DAY

    with pytest.raises(Conflict, match="opens"):
        save(series, place, staff_a)


def test_late_is_better_than_never(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    assert series.action.due < clock.today()

    save(series, place, staff_a)

    assert done(series) == 1


def test_nothing_changes_in_a_programme_that_is_finished(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    series.programme.state = ProgrammeState.CLOSED

    with pytest.raises(Conflict, match="finished"):
        save(series, place, staff_a)


@pytest.mark.parametrize("who", ["adviser_a", "leader_a", "colleague_a", "adviser_b", "guest"])
def test_nobody_writes_for_another(request: pytest.FixtureRequest, series: Series, place: Enrolment, who: str) -> None:
    with pytest.raises(Refusal) as refused:
        save(series, place, request.getfixturevalue(who))

    assert refused.value.status == 404


@pytest.mark.parametrize("state", ["waiting", "held", "declined", "left"])
def test_without_a_certain_seat_one_is_told_what_it_waits_for(series: Series, staff_a: Somebody, state: str) -> None:
    place = series.enrol(staff_a, state=state)

    with pytest.raises(Refusal) as refused:
        save(series, place, staff_a)

    assert refused.value.status == 403


def test_facts_carry_no_words(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    save(series, place, staff_a)

    assert "nervøs" not in str(list(Fact.objects.values()))
    assert "lenge" not in str(list(Fact.objects.values()))


def test_words_go_after_their_time_and_the_deed_stays(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    save(series, place, staff_a)

    with clock.at(series.second.ends + 366 * DAY):
        assert forget_words(365) == 1
        assert forget_words(365) == 0

    report = ActionReport.objects.get()
    assert (report.reflection, report.thoughts, report.reflected) == ("", "", True)
    assert report.done_on is not None


def test_words_stay_until_their_time(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    save(series, place, staff_a)

    with clock.at(series.second.ends + 364 * DAY):
        assert forget_words(365) == 0
