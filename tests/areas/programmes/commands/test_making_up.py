"""Making up for a gathering: told by the participant, accepted by the adviser, counted by the rule, undone by the list."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.programmes.commands import making_up
from samskaper.areas.programmes.commands.actions import forget_words
from samskaper.areas.programmes.commands.gatherings import Mark, cancel, hold, record_attendance
from samskaper.areas.programmes.commands.personal import erase
from samskaper.areas.programmes.events import AttendanceRecorded, Attended, MadeUp
from samskaper.areas.programmes.models import (
    Attendance,
    AttendanceState,
    CompletionRule,
    Enrolment,
    Gathering,
    MakeUp,
    MakeUpState,
    Programme,
)
from samskaper.areas.programmes.queries.completion import standings_of
from samskaper.areas.programmes.queries.going import going
from samskaper.areas.programmes.queries.lead import lead_page
from samskaper.areas.programmes.queries.personal import export
from samskaper.commons.mail.models import Letter
from samskaper.commons.record.models import Fact
from samskaper.commons.record.queries import counts
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Refusal
from tests.areas.programmes.running import Series
from tests.cast import Somebody

WORDS = "I saw the recording, and talked with Kari."


@pytest.fixture
def missed(series: Series, place: Enrolment, adviser_a: Somebody) -> Gathering:
    """Gathering 1, at which staff A was not."""
    record_attendance(gathering=series.first, marks={place.pk: Mark("", AttendanceState.ABSENT)}, by=adviser_a.doer)
    return Gathering.objects.select_related("programme").get(pk=series.first.pk)


@pytest.fixture
def told(missed: Gathering, staff_a: Somebody) -> MakeUp:
    return making_up.tell(gathering=missed, words=WORDS, by=staff_a.doer)


def part(place: Enrolment, name: str = "gatherings") -> object:
    return next(item for item in standings_of([place])[0].parts if item.part == name)


def mark(told: MakeUp) -> str:
    return Attendance.objects.get(gathering=told.gathering, enrolment=told.enrolment).state


def test_it_counts_when_the_adviser_has_accepted_it(told: MakeUp, place: Enrolment, adviser_a: Somebody) -> None:
    before = part(place).done  # type: ignore[attr-defined]

    making_up.accept(make_up=told, by=adviser_a.doer)

    after = part(place)
    assert (before, after.done, after.made_up) == (0, 1, 1)  # type: ignore[attr-defined]
    assert mark(told) == AttendanceState.MADE_UP


def test_telling_alone_counts_nothing(told: MakeUp, place: Enrolment) -> None:
    assert part(place).done == 0  # type: ignore[attr-defined]
    assert mark(told) == AttendanceState.ABSENT


def test_it_is_a_fact_of_its_own_and_no_attendance(told: MakeUp, series: Series, adviser_a: Somebody) -> None:
    making_up.accept(make_up=told, by=adviser_a.doer)

    found = counts([MadeUp.key, Attended.key], within=[Ref.to(series.programme)])
    assert (found[MadeUp.key], found.get(Attended.key, 0)) == (1, 0)
    assert Fact.objects.filter(key=AttendanceRecorded.key).latest("pk").data["state"] == "made_up"
    assert WORDS not in str(list(Fact.objects.values_list("data", flat=True)))


def test_she_is_told_by_letter(told: MakeUp, adviser_a: Somebody) -> None:
    making_up.accept(make_up=told, by=adviser_a.doer)

    letter = Letter.objects.get(template__endswith="made_up.txt")
    assert letter.email == "staff.a@example.org"
    assert "Samling 1" in letter.subject and "/mine/" in letter.text


def test_the_adviser_can_ask_for_more_and_nothing_is_lost(told: MakeUp, missed: Gathering, staff_a: Somebody, adviser_a: Somebody) -> None:
    making_up.ask_for_more(make_up=told, reply="What did Kari say?", by=adviser_a.doer)
    told.refresh_from_db()
    letter = Letter.objects.get(template__endswith="make_up_more.txt")

    again = making_up.tell(gathering=missed, words=f"{WORDS} She said yes.", by=staff_a.doer)

    assert (told.state, told.words) == (MakeUpState.RETURNED, WORDS)
    assert "What did Kari say?" in letter.text
    assert (again.pk, again.state, again.reply) == (told.pk, MakeUpState.SENT, "")


@pytest.mark.parametrize("answer", ["accept", "more"])
def test_what_is_answered_is_not_answered_twice(answer: str, told: MakeUp, adviser_a: Somebody) -> None:
    making_up.accept(make_up=told, by=adviser_a.doer)

    with pytest.raises(Conflict):
        if answer == "accept":
            making_up.accept(make_up=told, by=adviser_a.doer)
        else:
            making_up.ask_for_more(make_up=told, reply="More", by=adviser_a.doer)


@pytest.mark.parametrize(("state", "counted"), [("absent", 0), ("present", 1), ("", 0)])
def test_correcting_the_list_takes_it_back(state: str, counted: int, told: MakeUp, place: Enrolment, adviser_a: Somebody, series: Series) -> None:
    making_up.accept(make_up=told, by=adviser_a.doer)

    record_attendance(gathering=told.gathering, marks={place.pk: Mark("made_up", state)}, by=adviser_a.doer)

    told.refresh_from_db()
    assert told.state == MakeUpState.SENT
    assert part(place).done == counted  # type: ignore[attr-defined]
    assert counts([MadeUp.key], within=[Ref.to(series.programme)]).get(MadeUp.key, 0) == 0


def test_the_certificate_follows(told: MakeUp, place: Enrolment, series: Series, adviser_a: Somebody) -> None:
    CompletionRule.objects.filter(programme=series.programme).exclude(part="gatherings").delete()
    CompletionRule.objects.filter(programme=series.programme).update(needed=1)

    making_up.accept(make_up=told, by=adviser_a.doer)
    place.refresh_from_db()
    completed = place.completed
    record_attendance(gathering=told.gathering, marks={place.pk: Mark("made_up", "absent")}, by=adviser_a.doer)

    place.refresh_from_db()
    assert completed is not None and place.completed is None


def test_the_rule_says_of_how_many(told: MakeUp, series: Series, place: Enrolment, staff_a: Somebody, adviser_a: Somebody) -> None:
    later = series.second.ends + dt.timedelta(hours=1)
    with clock.at(later):
        record_attendance(gathering=series.second, marks={place.pk: Mark("", "absent")}, by=adviser_a.doer)
        with pytest.raises(Conflict):
            making_up.tell(gathering=series.second, words=WORDS, by=staff_a.doer)

        CompletionRule.objects.filter(part="gatherings").update(made_up=2)
        both = [told, making_up.tell(gathering=series.second, words=WORDS, by=staff_a.doer)]
        for one in both:
            making_up.accept(make_up=one, by=adviser_a.doer)
        assert part(place).done == 2  # type: ignore[attr-defined]

        CompletionRule.objects.filter(part="gatherings").update(made_up=1)
        assert part(place).done == 1  # type: ignore[attr-defined]


def test_a_rule_of_none_closes_the_way(missed: Gathering, staff_a: Somebody) -> None:
    CompletionRule.objects.update(made_up=0)

    with pytest.raises(Conflict):
        making_up.tell(gathering=missed, words=WORDS, by=staff_a.doer)


def test_the_introduction_has_a_number_of_its_own(told: MakeUp, series: Series, staff_a: Somebody, adviser_a: Somebody) -> None:
    hold(gathering=series.introduction, by=adviser_a.doer)

    assert making_up.tell(gathering=series.introduction, words=WORDS, by=staff_a.doer).state == MakeUpState.SENT


@pytest.mark.parametrize("why", ["ahead", "cancelled", "was there", "finished"])
def test_there_must_be_something_to_make_up_for(why: str, series: Series, place: Enrolment, staff_a: Somebody, adviser_a: Somebody) -> None:
    if why == "cancelled":
        cancel(gathering=series.first, by=adviser_a.doer)
    if why == "was there":
        record_attendance(gathering=series.first, marks={place.pk: Mark("", "present")}, by=adviser_a.doer)
    if why == "finished":
        Programme.objects.update(state="closed")
    gathering = series.second if why == "ahead" else series.first

    with pytest.raises(Conflict):
        making_up.tell(gathering=gathering, words=WORDS, by=staff_a.doer)


@pytest.mark.parametrize("name", ["colleague_a", "staff_b", "adviser_a", "guest"])
def test_others_make_up_for_nothing_here(name: str, missed: Gathering, request: pytest.FixtureRequest) -> None:
    with pytest.raises(Refusal):
        making_up.tell(gathering=missed, words=WORDS, by=request.getfixturevalue(name).doer)


@pytest.mark.parametrize("name", ["staff_a", "leader_a", "adviser_b", "guest"])
def test_only_those_who_run_it_accept(name: str, told: MakeUp, request: pytest.FixtureRequest) -> None:
    doer = request.getfixturevalue(name).doer

    with pytest.raises(Refusal):
        making_up.accept(make_up=told, by=doer)
    with pytest.raises(Refusal):
        making_up.ask_for_more(make_up=told, reply="More", by=doer)
    assert mark(told) == AttendanceState.ABSENT


def test_it_waits_on_the_advisers_desk_until_it_is_answered(told: MakeUp, adviser_a: Somebody, staff_a: Somebody) -> None:
    def waits(somebody: Somebody) -> bool:
        return any("#made-up" in item.url for item in going(somebody.doer))

    assert waits(adviser_a) and not waits(staff_a)
    making_up.accept(make_up=told, by=adviser_a.doer)
    assert not waits(adviser_a)


def test_the_leaders_page_tells_the_three_apart(told: MakeUp, series: Series, adviser_a: Somebody) -> None:
    making_up.accept(make_up=told, by=adviser_a.doer)

    line = next(row for row in lead_page(series.programme, visible_to=adviser_a.doer).gatherings if row.gathering == told.gathering)
    assert (line.present, line.excused, line.made_up) == (0, 0, 1)


def test_her_words_go_with_her(told: MakeUp, staff_a: Somebody) -> None:
    assert WORDS in str(export(staff_a.person.pk))

    erase(staff_a.person.pk)

    told.refresh_from_db()
    assert told.words == ""


def test_her_words_go_a_year_after_the_last_gathering(told: MakeUp, series: Series) -> None:
    forget_words(365)
    assert MakeUp.objects.get().words == WORDS

    with clock.at(series.second.ends + dt.timedelta(days=366)):
        forget_words(365)
    assert MakeUp.objects.get().words == ""
