"""Codes that can be typed from a wall, agendas by the clock, years on dates, certificates that are found."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import translation

from samskaper.areas.programmes.commands.setup import new_code
from samskaper.areas.programmes.models import AgendaItem, Attendance, Certificate, Enrolment, Gathering, Programme
from samskaper.areas.programmes.queries.going import going
from samskaper.areas.programmes.queries.mine import my_page
from samskaper.areas.programmes.queries.setup import agenda_plan
from samskaper.areas.programmes.rules.codes import as_typed, in_groups
from samskaper.areas.programmes.rules.words import day, weekday
from samskaper.foundation import clock
from tests.areas.programmes.running import Series
from tests.cast import Somebody

pytestmark = pytest.mark.usefixtures("in_english")


def url(name: str, *args: object) -> str:
    return reverse(f"programmes:{name}", args=args)


class TestCodes:
    def test_ten_signs_that_cannot_be_taken_for_others(self) -> None:
        codes = {new_code() for _time in range(200)}

        assert len(codes) == 200
        assert all(re.fullmatch(r"[a-hjkmnp-z2-9]{10}", code) for code in codes)

    @pytest.mark.parametrize("typed", ["abc-def-ghjk", "ABCDEFGHJK", " abc def ghjk ", "abc–def–ghjk"])
    def test_however_it_is_typed(self, typed: str) -> None:
        assert as_typed(typed) == "abcdefghjk"

    def test_older_codes_stay_whole(self) -> None:
        assert in_groups("Zq3_x-LongOldOne4567") == "Zq3_x-LongOldOne4567"
        assert in_groups("abcdefghjk") == "abc-def-ghjk"

    def test_the_grouped_address_opens_the_gathering(self, course: Programme, adviser_a: Somebody) -> None:
        first = course.gatherings.order_by("number")[0]
        page = adviser_a.client.get(url("code", first.pk)).content.decode()
        assert f"/q/{in_groups(first.checkin_secret)}/" in page

        answer = adviser_a.client.get(reverse("check_in", args=[in_groups(first.checkin_secret).upper()]))

        assert first.title in answer.content.decode()

    @pytest.mark.parametrize("typed", ["-", "--- ---", "0", "zzz-zzz-zzzz"])
    def test_what_is_no_code_leads_nowhere(self, course: Programme, adviser_a: Somebody, typed: str) -> None:
        assert adviser_a.client.get(reverse("check_in", args=[typed])).status_code == 410

    def test_how_many_have_come_stands_there(self, series: Series, place: Enrolment, adviser_a: Somebody) -> None:
        Attendance.objects.create(gathering=series.second, enrolment=place, state="present", how="qr")

        assert "1 has come" in adviser_a.client.get(url("code", series.second.pk)).content.decode()

    def test_a_guest_is_told_what_signing_in_is_for(self, series: Series, guest: Somebody) -> None:
        page = guest.client.get(reverse("check_in", args=[series.second.checkin_secret]), follow=True, headers={"accept-language": "en"}).content.decode()

        assert f"write down that you are at {series.second.title}" in page


class TestAgendas:
    @pytest.fixture
    def first(self, course: Programme) -> Gathering:
        gathering: Gathering = course.gatherings.order_by("number")[0]
        return gathering

    def rows(self, gathering: Gathering, **changes: str) -> dict[str, str]:
        items = list(gathering.agenda.order_by("order"))
        data = {"line-TOTAL_FORMS": str(len(items)), "line-INITIAL_FORMS": str(len(items)), "version": str(gathering.version)}
        for n, item in enumerate(items):
            data |= {
                f"line-{n}-title": item.title, f"line-{n}-minutes": str(item.minutes), f"line-{n}-kind": item.kind,
                f"line-{n}-contributor": item.contributor, f"line-{n}-place": str(n + 1),
            }
        return data | changes

    def titles(self, gathering: Gathering) -> list[str]:
        return list(gathering.agenda.order_by("order").values_list("title", flat=True))

    def test_each_part_has_its_clock_time(self, first: Gathering, adviser_a: Somebody) -> None:
        parts = agenda_plan(first).parts

        assert parts[0].starts == first.starts
        assert [part.starts for part in parts[1:]] == [part.ends for part in parts[:-1]]
        page = adviser_a.client.get(url("agenda", first.pk)).content.decode()
        assert "09:00–09:15" in page or "09.00–09.15" in page
        assert "(if you like)" not in page

    @pytest.mark.parametrize(
        ("changes", "order"),
        [
            ({"move": "up-2"}, [1, 0, 2, 3, 4]), ({"move": "down-1"}, [1, 0, 2, 3, 4]), ({"move": "up-1"}, [0, 1, 2, 3, 4]),
            ({"move": "up-99999"}, [0, 1, 2, 3, 4]), ({"move": "sideways"}, [0, 1, 2, 3, 4]),
            ({"line-4-place": "1"}, [4, 0, 1, 2, 3]), ({"line-0-place": "3"}, [1, 2, 0, 3, 4]), ({"line-0-place": ""}, [0, 1, 2, 3, 4]),
        ],
    )
    def test_a_part_is_moved(self, first: Gathering, adviser_a: Somebody, changes: dict[str, str], order: list[int]) -> None:
        before = self.titles(first)

        adviser_a.client.post(url("agenda", first.pk), self.rows(first, **changes))

        assert self.titles(first) == [before[n] for n in order]

    @pytest.mark.parametrize(("move", "row"), [("up-2", "#part-1"), ("down-1", "#part-2"), ("up-1", "/agenda/")])
    def test_after_a_move_one_is_where_the_part_is(self, first: Gathering, adviser_a: Somebody, move: str, row: str) -> None:
        answer = adviser_a.client.post(url("agenda", first.pk), self.rows(first, move=move))

        assert answer.headers["Location"].endswith(row)

    def test_after_saving_one_is_at_its_date(self, first: Gathering, adviser_a: Somebody) -> None:
        answer = adviser_a.client.post(url("agenda", first.pk), self.rows(first))

        assert answer.headers["Location"].endswith(f"/setup/#date-{first.pk}")

    def test_one_that_is_too_long_says_so_there_and_after_saving(self, first: Gathering, adviser_a: Somebody) -> None:
        answer = adviser_a.client.post(url("agenda", first.pk), self.rows(first, **{"line-0-minutes": "75"}), follow=True)

        page = answer.content.decode()
        assert "It is 60 minutes longer than the gathering." in page
        assert "The agenda is 60 minutes longer than the gathering." in page
        assert "60 minutes too long" in adviser_a.client.get(url("setup", first.programme_id)).content.decode()

    def test_lectures_without_a_name_are_told(self, first: Gathering, adviser_a: Somebody) -> None:
        nameless = agenda_plan(first).nameless
        assert nameless
        assert "Nobody is named for:" in adviser_a.client.get(url("agenda", first.pk)).content.decode()

        AgendaItem.objects.filter(gathering=first).update(contributor="Rådgiver")

        assert not agenda_plan(first).nameless


def test_days_of_another_year_say_which() -> None:
    with clock.at(dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)), translation.override("nb"):
        assert (day(dt.date(2026, 11, 24)), day(dt.date(2027, 1, 5))) == ("24. november", "5. januar 2027")
        assert weekday(dt.date(2027, 1, 5)) == "tirsdag 5. januar 2027"


class TestCertificates:
    @pytest.fixture
    def certificate(self, series: Series, place: Enrolment) -> Certificate:
        return Certificate.objects.create(enrolment=place, secret="s" * 24)

    def test_it_stands_on_the_desk_and_on_my_page(self, certificate: Certificate, staff_a: Somebody) -> None:
        door = url("certificate", certificate.pk)

        assert door in [item.url for item in going(staff_a.doer)]
        assert door in staff_a.client.get(reverse("people:me")).content.decode()

    def test_a_withdrawn_one_does_not(self, certificate: Certificate, staff_a: Somebody) -> None:
        Certificate.objects.update(withdrawn=clock.now())

        assert url("certificate", certificate.pk) not in [item.url for item in going(staff_a.doer)]

    def test_one_that_is_switched_off_says_so_kindly(self, certificate: Certificate, guest: Somebody) -> None:
        Certificate.objects.update(shown=False)

        answer = guest.client.get(reverse("check_certificate", args=[certificate.secret]), headers={"accept-language": "en"})

        assert answer.status_code == 410
        assert "chosen not to show" in answer.content.decode()
        assert "Staff A" not in answer.content.decode()


def test_the_next_step_is_nothing_of_which_enough_is_done(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    series.meeting.due = clock.today()
    series.meeting.save()
    series.meeting.reports.create(enrolment=place, done_on=clock.today(), reflected=True)
    series.task(9, "leader_meeting", "En samtale til", clock.today(), clock.today())

    line = my_page(series.programme.pk, visible_to=staff_a.doer).next_action

    assert line is not None
    assert line.action.kind != "leader_meeting"
