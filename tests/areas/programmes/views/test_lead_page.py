"""The page of those who run a programme: the news, the funnel, who is stuck, and the letter to just them."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from samskaper.areas.programmes.commands.gatherings import Mark, record_attendance
from samskaper.areas.programmes.models import ActionReport, Enrolment, ProgrammeState
from samskaper.areas.programmes.queries.lead import lead_page, stuck
from samskaper.areas.programmes.queries.seats import address_of
from samskaper.areas.programmes.rules.words import day
from samskaper.areas.programmes.views.lead import news
from samskaper.commons.feedback.events import QuestionnaireOpened
from samskaper.commons.mail.models import Letter
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from tests.areas.programmes.running import DAY, Series
from tests.cast import Somebody


def lead(series: Series, name: str = "lead", *more: Any) -> str:
    return reverse(f"programmes:{name}", args=[series.programme.pk, *more]).replace("/nb/", "/en/")


def attend(series: Series, rows: list[Enrolment], adviser: Somebody) -> None:
    for gathering in (series.introduction, series.first):
        record_attendance(gathering=gathering, marks={row.pk: Mark("", "present") for row in rows}, by=adviser.doer)


def do_first(series: Series, rows: list[Enrolment]) -> None:
    ActionReport.objects.bulk_create(
        ActionReport(action=series.action, enrolment=row, done_on=clock.today(), reflection="Godt.", reflected=True) for row in rows
    )


@pytest.fixture
def group(series: Series, adviser_a: Somebody) -> list[Enrolment]:
    """Six who came; four of them did the first action, so two are stuck."""
    rows = series.enrol_many(6)
    for row in rows:
        row.person.email = f"deltaker{row.pk}@example.org"
        row.person.save()
    attend(series, rows, adviser_a)
    do_first(series, rows[:4])
    return rows


def test_the_heading_is_the_news(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    series.programme.goal_completed = 50
    series.programme.save()

    body = adviser_a.client.get(lead(series)).content.decode()

    assert re.search(r"<h1>4 are on track\. The goal is 50\.</h1>", body)


@pytest.mark.parametrize(
    ("state", "begun", "goal", "said"),
    [
        (ProgrammeState.OPEN, False, 50, "6 have signed up. The goal is that 50 complete."),
        (ProgrammeState.OPEN, False, None, "6 have signed up."),
        (ProgrammeState.RUNNING, True, None, "4 are on track."),
        (ProgrammeState.CLOSED, True, 50, "0 have completed. The goal was 50."),
    ],
)
def test_the_news_follows_where_the_series_is(
    series: Series, adviser_a: Somebody, state: str, begun: bool, goal: int | None, said: str
) -> None:
    rows = series.enrol_many(6)
    if begun:
        attend(series, rows, adviser_a)
        do_first(series, rows[:4])
    series.programme.state, series.programme.goal_completed = state, goal

    from django.utils import translation

    with translation.override("en"):
        assert news(lead_page(series.programme, visible_to=adviser_a.doer)) == said


@pytest.mark.usefixtures("in_english")
def test_the_news_is_that_all_have_completed_when_they_have(series: Series) -> None:
    page: Any = SimpleNamespace(programme=series.programme, number=lambda _stage: 2)

    assert news(page).startswith("2 have completed.")


def test_every_number_opens_the_list_behind_it(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    body = adviser_a.client.get(lead(series)).content.decode()

    for stage, number in (("signed-up", 6), ("attended", 6), ("acted", 4), ("on-track", 4)):
        address = lead(series, "people_in", stage)
        assert f'href="{address}">{number}</a>' in body
        assert adviser_a.client.get(address).content.decode().count('<th scope="row">') == number


def test_correcting_an_attendance_changes_the_funnel_at_once(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    record_attendance(gathering=series.introduction, marks={group[0].pk: Mark("present", "absent")}, by=adviser_a.doer)
    record_attendance(gathering=series.first, marks={group[0].pk: Mark("present", "absent")}, by=adviser_a.doer)

    page = lead_page(series.programme, visible_to=adviser_a.doer)

    assert (page.number("signed-up"), page.number("attended"), page.number("on-track")) == (6, 5, 3)


def test_who_is_stuck_says_with_what_since_when_and_what_helps(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    body = adviser_a.client.get(lead(series)).content.decode()

    table = body.split('id="stuck"')[1].split("</table>")[0]
    assert group[4].person.name in table
    assert group[0].person.name not in table
    assert "10 days" in table
    assert "Write a kind reminder" in table


def test_one_who_has_been_stuck_for_long_is_better_called(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    record_attendance(gathering=series.introduction, marks={group[0].pk: Mark("present", "absent")}, by=adviser_a.doer)

    page = lead_page(series.programme, visible_to=adviser_a.doer)

    first = page.stuck[0]
    assert (first.standing.enrolment, first.help.key) == (group[0], "call")


def test_one_who_leads_herself_is_offered_another_leader(series: Series, leader_a: Somebody, adviser_a: Somebody) -> None:
    series.meeting.due = series.meeting.opens
    series.meeting.save()
    place = series.enrol(leader_a)
    attend(series, [place], adviser_a)
    do_first(series, [place])

    (row,) = lead_page(series.programme, visible_to=adviser_a.doer).stuck

    assert row.help.key == "another_leader"


@pytest.mark.parametrize("name", ["lead", "people_in", "write", "shared", "evaluation"])
def test_thirty_cost_no_more_queries_than_one(series: Series, adviser_a: Somebody, name: str) -> None:
    more = ("stuck",) if name == "people_in" else ()
    series.enrol_many(1)
    adviser_a.client.get(lead(series, name, *more))
    with CaptureQueriesContext(connection) as one:
        adviser_a.client.get(lead(series, name, *more))
    rows = [series.enrol(row.person) for row in Series(series.library, series.town).enrol_many(29)]
    do_first(series, rows[:15])

    with CaptureQueriesContext(connection) as thirty:
        adviser_a.client.get(lead(series, name, *more))

    assert len(thirty) <= len(one) + (1 if name == "shared" else 0)  # a page of words needs one more than an empty one


# -- the letter ---------------------------------------------------------------------------------------------------------

WORDS = {"subject": "Skal vi snakke?", "words": "Jeg har tid på torsdag."}


def chosen(*rows: Enrolment) -> dict[str, Any]:
    return {**WORDS, "to": [str(row.pk) for row in rows]}


def test_nothing_is_sent_by_looking_at_the_letter(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    answer = adviser_a.client.post(lead(series, "write"), {**chosen(group[4], group[5]), "look": "1"})

    assert answer.status_code == 200
    assert "Jeg har tid på torsdag." in answer.content.decode()
    assert not Letter.objects.exists()


def test_just_those_who_are_stuck_get_it_each_her_own(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    answer = adviser_a.client.post(lead(series, "write"), {**chosen(group[4], group[5]), "send": "1"})

    assert answer.status_code == 302
    letters = list(Letter.objects.all())
    assert {letter.email for letter in letters} == {group[4].person.email, group[5].person.email}
    for letter in letters:
        assert "2 aksjoner" in letter.text
        others = {row.person.name for row in group} - {letter.name}
        assert not any(name in letter.text for name in others)
        assert f"/nb/programmes/{series.programme.pk}/mine/" in letter.text


def test_a_second_press_on_the_same_day_sends_nothing_twice(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    for _press in range(2):
        adviser_a.client.post(lead(series, "write"), {**chosen(group[4]), "send": "1"})

    assert Letter.objects.count() == 1


def test_somebody_who_is_on_track_cannot_be_put_on_the_list(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    answer = adviser_a.client.post(lead(series, "write"), {**chosen(group[0]), "send": "1"})

    assert answer.status_code == 422
    assert not Letter.objects.exists()


@pytest.mark.parametrize("field", ["subject", "words"])
def test_a_letter_without_words_is_not_sent(series: Series, group: list[Enrolment], adviser_a: Somebody, field: str) -> None:
    answer = adviser_a.client.post(lead(series, "write"), {**chosen(group[4]), field: "\u200b ", "send": "1"})

    assert answer.status_code == 422
    assert not Letter.objects.exists()


def test_words_with_signs_of_code_stay_words(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    answer = adviser_a.client.post(lead(series, "write"), {**chosen(group[4]), "words": "<img src=x onerror=alert(1)>", "look": "1"})

    assert "<img src=x" not in answer.content.decode()


def test_those_whom_a_letter_can_help_are_proposed(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    body = adviser_a.client.get(lead(series, "write")).content.decode()

    assert body.count("checked") == 2


def test_the_whole_letter_is_in_the_language_that_was_said(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    given = {**chosen(group[4]), "language": "da"}
    assert "Dansk" in adviser_a.client.post(lead(series, "write"), {**given, "look": "1"}).content.decode()

    adviser_a.client.post(lead(series, "write"), {**given, "send": "1"})

    letter = Letter.objects.get()
    assert letter.language == "da"
    assert "/da/programmes/" in letter.text


def test_the_proposed_words_are_in_the_language_of_the_series(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    page = adviser_a.client.get(lead(series, "write").replace("/nb/", "/en/")).content.decode()

    assert "Skal vi finne en vei videre sammen?" in page


def test_the_letter_says_where_an_answer_goes(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    adviser_a.client.post(lead(series, "write"), {**chosen(group[4]), "send": "1"})

    assert adviser_a.person and address_of(adviser_a.person) in Letter.objects.get().text


def test_those_who_were_written_to_are_not_proposed_again_at_once(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    adviser_a.client.post(lead(series, "write"), {**chosen(group[4], group[5]), "send": "1"})

    assert adviser_a.client.get(lead(series, "write")).content.decode().count("checked") == 0
    page = adviser_a.client.get(lead(series)).content.decode()
    with translation.override("en"):
        assert f"Written to {day(clock.today())}" in page
    assert "Read and send" not in page

    with clock.at(clock.now() + 8 * DAY):
        assert any(row.wants_letter for row in stuck(series.programme, visible_to=adviser_a.doer))


def test_everybody_who_is_stuck_can_be_written_to_and_is_named(series: Series, group: list[Enrolment], adviser_a: Somebody) -> None:
    page = adviser_a.client.get(lead(series)).content.decode()

    for row in stuck(series.programme, visible_to=adviser_a.doer):
        assert f"?to={row.standing.enrolment.pk}" in page
        assert page.count(row.standing.enrolment.person.name) >= 2


def test_what_happened_is_said_in_the_language_on_screen(series: Series, adviser_a: Somebody) -> None:
    note(QuestionnaireOpened(subject=Ref.to(series.first), within=Ref.to(series.programme), owner=None), by=adviser_a.doer)

    body = adviser_a.client.get(lead(series).replace("/en/", "/nb/")).content.decode()

    assert "Laget et spørreskjema" in body
    assert "uestionnaire" not in body
