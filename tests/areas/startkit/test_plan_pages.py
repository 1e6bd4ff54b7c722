"""The pages of a plan for a meeting: without an account, behind two addresses."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import Any

import pikepdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samskaper.areas.startkit.commands import plan_items, plans
from samskaper.areas.startkit.models import Plan
from samskaper.commons.people.models import Attempt
from samskaper.foundation import clock
from samskaper.foundation.logs import without_keys
from tests.areas.startkit.meeting import bearer, plan_of, point, read_page, rows, write_page
from tests.cast import FormClient, Somebody

pytestmark = pytest.mark.django_db
READ_PAGES = ("", "now/?point=1&since=13.00", "paper/", "meeting.ics")


def page(client: FormClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


def asked(client: FormClient, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return sum(not query["sql"].startswith(("SAVEPOINT", "RELEASE")) for query in captured.captured_queries)


# -- beginning ---------------------------------------------------------------------------------------------------------
def test_a_guest_puts_a_method_in_a_new_plan_and_is_led_to_its_address(guest: Somebody) -> None:
    answer = guest.client.post("/nb/kit/meeting-plans/put/dot-voting/", {"into": "new"})

    assert answer.status_code == 302 and re.fullmatch(r"/nb/kit/meeting-plan/[\w-]{32}/#row-\d+", answer["Location"])
    assert "Fra 13.00 til 13.45" in page(guest.client, answer["Location"])


def test_the_next_method_finds_the_last_plan_of_this_browser(guest: Somebody) -> None:
    first = guest.client.post("/nb/kit/meeting-plans/put/dot-voting/", {"into": "new"})["Location"]

    assert 'value="last"' in page(guest.client, "/nb/kit/meeting-plans/put/brainwriting/")
    second = guest.client.post("/nb/kit/meeting-plans/put/brainwriting/", {"into": "last", "online": "1"})["Location"]

    assert second.split("#")[0] == first.split("#")[0]
    assert [(row.method, row.online) for row in rows(Plan.objects.get())] == [("dot-voting", False), ("brainwriting", True)]


def test_the_cookie_goes_with_the_browser_and_says_nothing_to_scripts(guest: Somebody) -> None:
    answer = guest.client.post("/nb/kit/meeting-plans/", {})

    cookie = answer.cookies["meeting_plan"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and not cookie["max-age"] and not cookie["expires"]
    assert guest.client.post("/nb/kit/meeting-plans/forget/", {}).cookies["meeting_plan"].value == ""


def test_a_cookie_that_somebody_made_up_is_passed_over(guest: Somebody) -> None:
    guest.client.cookies["meeting_plan"] = "x:y:z"

    assert 'value="last"' not in page(guest.client, "/nb/kit/meeting-plans/put/brainwriting/")


def test_the_methods_own_page_leads_to_the_plan_and_is_the_same_for_all_guests(guest: Somebody) -> None:
    assert "/nb/kit/meeting-plans/put/dot-voting/" in page(guest.client, "/nb/dot-voting/")


def test_whoever_is_signed_in_finds_her_plans_and_not_those_of_others(staff_a: Somebody, staff_b: Somebody) -> None:
    staff_a.client.post("/nb/kit/meeting-plans/put/dot-voting/", {"into": "new"})
    mine = Plan.objects.get()
    plans.describe_plan(plan=mine, version=1, values={**{name: getattr(mine, name) for name in plans.HEAD}, "title": "Møte om torget"}, by=bearer(mine))

    assert "Møte om torget" in page(staff_a.client, "/nb/kit/meeting-plans/")
    assert "Møte om torget" not in page(staff_b.client, "/nb/kit/meeting-plans/put/pitch/")
    assert staff_b.client.post("/nb/kit/meeting-plans/put/pitch/", {"into": str(mine.pk)}).status_code == 404
    assert staff_a.client.post("/nb/kit/meeting-plans/put/pitch/", {"into": str(mine.pk)}).status_code == 302


@pytest.mark.parametrize("into", ["", "last", "x", "-1", "9" * 40, "1' OR 1"])
def test_a_plan_that_is_not_chosen_is_asked_for(guest: Somebody, into: str) -> None:
    assert guest.client.post("/nb/kit/meeting-plans/put/dot-voting/", {"into": into}).status_code in {404, 422}
    assert not Plan.objects.exists()


def test_a_method_that_is_not_in_the_kit_has_no_way_in(guest: Somebody) -> None:
    page(guest.client, "/nb/kit/meeting-plans/put/nothing/", 404)


def test_one_network_begins_so_many_plans_in_an_hour(guest: Somebody, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samskaper.areas.startkit.views.plans.MOST_BEGUN", 2)

    answers = [guest.client.post("/nb/kit/meeting-plans/", {}).status_code for _time in range(3)]

    assert answers == [302, 302, 429]


# -- the plan ----------------------------------------------------------------------------------------------------------
def test_the_same_press_twice_adds_once(guest: Somebody) -> None:
    plan, key = plan_of(), "a" * 24

    for _time in range(2):
        assert guest.client.post(write_page(plan, "point/"), {"title": "Kaffe", "minutes": "15"}, once=key).status_code == 302

    assert len(rows(plan)) == 1


@pytest.mark.parametrize("sent", [
    {"title": "", "minutes": "10"}, {"title": "x", "minutes": "0"}, {"title": "x", "minutes": "-1"}, {"title": "x", "minutes": "1000000000"},
    {"title": "x", "minutes": "ti"}, {"title": "x" * 161, "minutes": "5"}, {"what": "break", "break-minutes": "0"}, {"what": "break"},
])
def test_what_cannot_be_used_is_answered_with_the_page_and_what_was_written(guest: Somebody, sent: dict[str, str]) -> None:
    plan = plan_of("brainwriting")

    answer = guest.client.post(write_page(plan, "point/"), sent)

    assert answer.status_code == 422 and "data-error-summary" in answer.content.decode() and len(rows(plan)) == 1


@pytest.mark.parametrize("press", ["", "up", "up-", "up-x", "sideways-1", "break", "break-", "out-99999999999999999999999"])
def test_a_press_that_means_nothing_changes_nothing(guest: Somebody, press: str) -> None:
    plan = plan_of("brainwriting")

    assert guest.client.post(write_page(plan, "press/"), {"do": press}).status_code in {409, 422} and len(rows(plan)) == 1


def test_rows_are_moved_taken_out_and_put_back_by_press(guest: Somebody) -> None:
    plan = plan_of("brainwriting", "dot-voting")
    first, second = rows(plan)

    guest.client.post(write_page(plan, "press/"), {"do": f"up-{second.pk}"})
    guest.client.post(write_page(plan, "press/"), {"do": f"out-{first.pk}"})
    without = page(guest.client, write_page(plan))
    guest.client.post(write_page(plan, "press/"), {"do": f"back-{first.pk}"})

    assert "Sett det tilbake" in without and [row.pk for row in rows(plan)] == [second.pk, first.pk]


def test_about_takes_a_day_as_people_write_it(guest: Somebody) -> None:
    plan = plan_of("brainwriting")

    answer = guest.client.post(write_page(plan, "about/"), {
        "title": "Torget 🎉", "day": "1.12.2026", "starts": "18", "place": "https://møte.example/rom", "people": "12", "online": "1", "version": "1",
    })

    plan.refresh_from_db()
    assert answer.status_code == 302 and (plan.title, plan.day, plan.starts, plan.people, plan.online) == (
        "Torget 🎉", dt.date(2026, 12, 1), dt.time(18), 12, True,
    )


@pytest.mark.parametrize(("name", "value"), [
    ("starts", ""), ("starts", "25.00"), ("people", "0"), ("people", "99999"), ("day", "31.2.2026"), ("title", "x" * 161),
])
def test_about_says_what_it_cannot_use(guest: Somebody, name: str, value: str) -> None:
    plan = plan_of()

    answer = guest.client.post(write_page(plan, "about/"), {"starts": "13.00", "version": "1", name: value})

    assert answer.status_code == 422 and "data-error-summary" in answer.content.decode()


def test_two_browsers_that_change_the_same_get_both_texts(guest: Somebody) -> None:
    plan = plan_of()

    guest.client.post(write_page(plan, "about/"), {"title": "Vårt møte", "starts": "13.00", "version": "1"})
    answer = guest.client.post(write_page(plan, "about/"), {"title": "Mitt møte", "starts": "14.00", "version": "1"})

    both = answer.content.decode()
    assert answer.status_code == 409 and "Vårt møte" in both and "Mitt møte" in both and "Hva heter møtet?" in both


def test_a_row_changed_in_two_browsers_gives_both_texts(guest: Somebody) -> None:
    plan = plan_of()
    row = point(plan, "Kaffe")
    address = write_page(plan, f"rows/{row.pk}/")

    first = guest.client.post(address, {"title": "Kaffe og kake", "minutes": "20", "version": "1"})
    second = guest.client.post(address, {"title": "Te", "minutes": "5", "version": "1"})

    assert (first.status_code, second.status_code) == (302, 409) and "Kaffe og kake" in second.content.decode()


def test_a_row_that_is_gone_is_told(guest: Somebody) -> None:
    page(guest.client, write_page(plan_of(), "rows/1/"), 404)


def test_words_of_guests_are_shown_as_words(guest: Somebody) -> None:
    plan = plan_of(title="<script>alert(1)</script>", place="javascript:alert(1)")
    point(plan, "<img src=x onerror=alert(1)>")

    for address in (write_page(plan), read_page(plan), read_page(plan, "paper/"), read_page(plan, "now/?point=1&since=13.00")):
        shown = page(guest.client, address)
        assert "<script>alert" not in shown and "<img src=x" not in shown and 'href="javascript' not in shown


# -- addresses ---------------------------------------------------------------------------------------------------------
def test_the_reading_address_cannot_be_used_to_write(guest: Somebody) -> None:
    plan = plan_of("brainwriting")
    secret = read_page(plan).split("/")[-2]

    tries = {"press/": {"do": "breaks"}, "point/": {"title": "x", "minutes": "5"}, "about/": {"starts": "9"}, "delete/": {}, "addresses/": {}}
    for rest, sent in tries.items():
        assert guest.client.post(f"/nb/kit/meeting-plan/{secret}/{rest}", sent).status_code == 404
    assert guest.client.post(read_page(plan), {"do": "breaks"}).status_code == 405
    assert len(rows(plan)) == 1


def test_the_page_that_reads_does_not_show_the_address_that_writes(guest: Somebody) -> None:
    plan = plan_of("brainwriting")

    for rest in READ_PAGES[:3]:
        shown = page(guest.client, read_page(plan, rest))
        assert write_page(plan).split("/")[-2] not in shown and "meeting-plan/" not in shown


def test_wrong_secrets_are_counted(guest: Somebody) -> None:
    for _time in range(3):
        page(guest.client, "/nb/kit/meeting-plan/" + "x" * 32 + "/", 404)
        page(guest.client, "/nb/kit/shared-plan/" + "x" * 32 + "/paper/", 404)

    assert Attempt.objects.filter(door="startkit.plan").count() == 6


def test_pages_behind_an_address_are_neither_kept_nor_listed(guest: Somebody) -> None:
    plan = plan_of("brainwriting", day=dt.date(2026, 12, 1))

    for address in (write_page(plan), write_page(plan, "about/"), *(read_page(plan, rest) for rest in READ_PAGES)):
        answer = guest.client.get(address)
        assert "no-store" in answer["Cache-Control"] and "noindex" in answer["X-Robots-Tag"], address
        assert answer["Referrer-Policy"] in {"same-origin", "no-referrer"}


def test_secrets_stay_out_of_the_logs() -> None:
    plan = plan_of()

    for address in (write_page(plan, "rows/1/"), read_page(plan, "plan.pdf")):
        assert address.split("/")[4] not in without_keys(f"GET {address} 200") and "(hidden)" in without_keys(address)


def test_new_addresses_and_deleting_take_a_press(guest: Somebody) -> None:
    plan = plan_of("brainwriting")
    old = write_page(plan)

    page(guest.client, f"{old}delete/")
    answer = guest.client.post(f"{old}addresses/", {})
    page(guest.client, old, 404)
    new = answer["Location"]
    assert guest.client.post(f"{new}delete/", {}).status_code == 302 and not Plan.objects.exists()
    page(guest.client, new, 404)


# -- reading -----------------------------------------------------------------------------------------------------------
def test_whoever_reads_can_make_a_copy(guest: Somebody) -> None:
    plan = plan_of("brainwriting", title="Torsdag")

    answer = guest.client.post(read_page(plan, "copy/"), {})

    assert "Torsdag" in page(guest.client, answer["Location"]) and Plan.objects.count() == 2


def test_an_empty_plan_is_no_error_anywhere(guest: Somebody) -> None:
    plan = plan_of()

    for address in (write_page(plan), write_page(plan, "add/"), read_page(plan), read_page(plan, "now/?point=5&since=09.00"), read_page(plan, "paper/")):
        page(guest.client, address)


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_a_plan_speaks_the_language_of_whoever_reads_it(guest: Somebody, language: str) -> None:
    plan = plan_of("dot-voting")

    title = {"nb": "Prikkavstemning", "en": "Dot voting"}.get(language, "")
    assert title in page(guest.client, read_page(plan, language=language))


def test_without_a_day_there_is_nothing_for_a_calendar(guest: Somebody) -> None:
    assert guest.client.get(read_page(plan_of("brainwriting"), "meeting.ics")).status_code == 409


def test_the_calendar_file_has_the_hours_the_place_and_the_way_to_the_plan(guest: Somebody) -> None:
    plan = plan_of("brainwriting", title="Torsdag; kveld", day=dt.date(2026, 12, 3), starts=dt.time(18), place="Salen")

    lines = guest.client.get(read_page(plan, "meeting.ics")).content.decode().replace("\r\n ", "").splitlines()

    assert any(line.startswith("DTSTART") and line.endswith("T180000") for line in lines) and any(line.endswith("T185000") for line in lines)
    assert "LOCATION:Salen" in lines and any(line.startswith("URL") and "/shared-plan/" in line for line in lines)


def test_the_paper_is_a_tagged_pdf(guest: Somebody) -> None:
    plan = plan_of("brainwriting", title="Møte om torget", day=dt.date(2026, 12, 3))

    answer = guest.client.get(read_page(plan, "plan.pdf"))

    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang) == "nb" and "/StructTreeRoot" in pdf.Root
    assert answer["Content-Type"] == "application/pdf" and "m%C3%B8te-om-torget.pdf" in answer["Content-Disposition"]


# -- while it goes on ----------------------------------------------------------------------------------------------------
def test_a_point_that_is_opened_begins_now(guest: Somebody) -> None:
    plan = plan_of("brainwriting")

    with clock.at(dt.datetime(2026, 12, 3, 12, 7, tzinfo=dt.UTC)):  # 13.07 on the wall
        answer = guest.client.get(read_page(plan, "now/?point=2"))

    assert answer.status_code == 302 and answer["Location"].endswith("?point=2&since=13.07")


def test_the_minutes_that_are_left_are_drawn_by_the_server(guest: Somebody) -> None:
    plan = plan_of("brainwriting", day=dt.date(2026, 12, 3))

    with clock.at(dt.datetime(2026, 12, 3, 12, 10, tzinfo=dt.UTC)):
        left = page(guest.client, read_page(plan, "now/?point=1&since=13.08"))
        over = page(guest.client, read_page(plan, "now/?point=1&since=13.00"))

    assert 'data-clock="3"' in left and "min igjen" in left and 'data-clock="-5"' in over and "min over tiden" in over
    assert "8 min senere enn planlagt" in left


def test_the_first_step_of_a_method_has_the_line_to_read_aloud_and_all_of_them_what_helps(guest: Somebody) -> None:
    plan = plan_of("dot-voting")

    first, second = (page(guest.client, read_page(plan, f"now/?point={number}&since=13.00")) for number in (1, 2))

    assert 'class="say"' in first and 'class="say"' not in second
    assert "Hvis ingen sier noe" in first and "Hvis ingen sier noe" in second and "Neste:" in first and "Tilbake:" in second


@pytest.mark.parametrize("query", ["point=0&since=13.00", "point=99&since=13.00", "point=x&since=13.00", "point=1&since=23.59"])
def test_an_odd_address_shows_a_point_all_the_same(guest: Somebody, query: str) -> None:
    page(guest.client, read_page(plan_of("brainwriting"), f"now/?{query}"))


@pytest.mark.parametrize("since", ["", "24.00", "1.2", "13:00", "١٣.٠٠", "x"])
def test_an_hour_that_is_none_begins_now(guest: Somebody, since: str) -> None:
    assert guest.client.get(read_page(plan_of("brainwriting"), f"now/?point=1&since={since}")).status_code == 302


# -- what it costs -----------------------------------------------------------------------------------------------------
def test_a_long_plan_asks_the_database_no_more_than_a_short_one(guest: Somebody) -> None:
    short, long = plan_of("brainwriting"), plan_of("brainwriting")
    for number in range(29):
        if number % 3:
            point(long, f"Punkt {number}")
        else:
            plan_items.add_method(plan=long, method=("dot-voting", "pitch", "world-cafe")[number % 9 // 3], language="nb", by=bearer(long))

    for build in (write_page, read_page):
        assert asked(guest.client, build(long)) == asked(guest.client, build(short)) <= 12


def test_thirty_plans_cost_what_one_does(staff_a: Somebody) -> None:
    plan_of("brainwriting", by=staff_a.doer)
    few = asked(staff_a.client, "/nb/kit/meeting-plans/")
    for _time in range(29):
        plans.begin_plan(by=staff_a.doer)

    assert asked(staff_a.client, "/nb/kit/meeting-plans/") == few


def test_a_plan_of_these_days_lies_on_the_desk(staff_a: Somebody, staff_b: Somebody) -> None:
    values: list[dict[str, Any]] = [{"title": "Møtet i dag", "day": clock.today()}, {"title": "Neste uke", "day": clock.today() + dt.timedelta(days=7)}]
    for one in values:
        plan_of(by=staff_a.doer, **one)

    mine, others = (page(somebody.client, "/nb/desk/") for somebody in (staff_a, staff_b))

    assert "Møtet i dag" in mine and "Led møtet" in mine and "Neste uke" in mine and "Møtet i dag" not in others
