"""The pages of making up for a gathering: the participant's, and the adviser's list."""

from __future__ import annotations

import pytest

from samskaper.areas.programmes.commands.gatherings import Mark, record_attendance
from samskaper.areas.programmes.models import Attendance, CompletionRule, Enrolment, MakeUp
from tests.areas.programmes.running import Series
from tests.cast import Somebody

WORDS = "Jeg så opptaket <b>to</b> ganger."


@pytest.fixture
def missed(series: Series, place: Enrolment, adviser_a: Somebody) -> str:
    """The address of the page for gathering 1, which staff A missed."""
    record_attendance(gathering=series.first, marks={place.pk: Mark("", "absent")}, by=adviser_a.doer)
    return f"/en/programmes/gatherings/{series.first.pk}/make-up/"


@pytest.fixture
def told(missed: str, staff_a: Somebody) -> MakeUp:
    staff_a.client.post(missed, {"words": WORDS})
    return MakeUp.objects.get()


def own_page(series: Series, somebody: Somebody) -> str:
    return str(somebody.client.get(f"/en/programmes/{series.programme.pk}/mine/").content.decode())


def the_list(series: Series, somebody: Somebody) -> str:
    return str(somebody.client.get(f"/en/programmes/gatherings/{series.first.pk}/attendance/").content.decode())


def test_ones_own_page_leads_there_and_says_how_it_stands(missed: str, series: Series, staff_a: Somebody, adviser_a: Somebody) -> None:
    assert "Gatherings you missed" in own_page(series, staff_a) and missed in own_page(series, staff_a)

    staff_a.client.post(missed, {"words": WORDS})
    assert "The adviser has not answered yet" in own_page(series, staff_a)

    adviser_a.client.post(f"/en/programmes/make-ups/{MakeUp.objects.get().pk}/", {"answer": "accept"})
    page = own_page(series, staff_a)
    assert "Made up for it." in page and missed not in page


def test_nobody_has_missed_anything_before_the_list_is_filled_in(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    assert "Gatherings you missed" not in own_page(series, staff_a)


@pytest.mark.parametrize("words", ["", "  ", "\u200b", "x" * 3001])
def test_the_form_says_what_is_wrong(words: str, missed: str, staff_a: Somebody) -> None:
    assert staff_a.client.post(missed, {"words": words}).status_code == 422
    assert not MakeUp.objects.exists()


def test_the_adviser_reads_it_on_the_list_and_accepts_with_a_press(told: MakeUp, series: Series, adviser_a: Somebody) -> None:
    before = the_list(series, adviser_a)

    adviser_a.client.post(f"/en/programmes/make-ups/{told.pk}/", {"answer": "accept"})

    assert "Jeg så opptaket &lt;b&gt;to&lt;/b&gt; ganger." in before and "Accept it" in before
    after = the_list(series, adviser_a)
    assert 'value="made_up"' in after and "Accept it" not in after


def test_asking_for_more_takes_words(told: MakeUp, series: Series, adviser_a: Somebody, staff_a: Somebody, missed: str) -> None:
    address = f"/en/programmes/make-ups/{told.pk}/"

    assert adviser_a.client.post(address, {"answer": "more", "reply": " "}).status_code == 422
    assert adviser_a.client.post(address, {}).status_code == 422
    assert adviser_a.client.post(address, {"answer": "more", "reply": "Which part?"}).status_code == 302
    assert "Which part?" in staff_a.client.get(missed).content.decode()
    assert "Which part?" in own_page(series, staff_a)


def test_the_list_alone_makes_nothing_up(missed: str, series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    adviser_a.client.post(
        f"/en/programmes/gatherings/{series.first.pk}/attendance/", {f"mark-{place.pk}": "made_up", f"was-{place.pk}": "absent"}
    )

    assert Attendance.objects.get().state == "absent"


def test_saving_the_list_keeps_what_was_made_up(told: MakeUp, series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    adviser_a.client.post(f"/en/programmes/make-ups/{told.pk}/", {"answer": "accept"})

    adviser_a.client.post(
        f"/en/programmes/gatherings/{series.first.pk}/attendance/", {f"mark-{place.pk}": "made_up", f"was-{place.pk}": "made_up"}
    )

    assert Attendance.objects.get().state == "made_up"


def test_the_rule_says_how_many_may_be_made_up_for(series: Series, adviser_a: Somebody) -> None:
    address = f"/en/programmes/{series.programme.pk}/rule/"
    page = adviser_a.client.get(address).content.decode()

    answer = adviser_a.client.post(address, {"introduction": "1", "gatherings": "2", "gatherings_made_up": "2", "actions": "1"})

    assert "may be made up for" in page
    assert answer.status_code == 302
    assert dict(CompletionRule.objects.values_list("part", "made_up")) == {"introduction": 0, "gatherings": 2, "actions": 1}


@pytest.mark.parametrize("name", ["colleague_a", "leader_a", "staff_b", "adviser_b"])
def test_others_find_nothing(name: str, missed: str, told: MakeUp, request: pytest.FixtureRequest) -> None:
    client = request.getfixturevalue(name).client

    assert client.get(missed).status_code == 404
    assert client.post(f"/en/programmes/make-ups/{told.pk}/", {"answer": "accept"}).status_code == 404
