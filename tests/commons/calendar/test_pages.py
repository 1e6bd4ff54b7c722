"""My dates, one of them as a file, and the secret feed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskaper.commons.calendar import commands, queries
from samskaper.commons.calendar.entries import Entry
from samskaper.commons.calendar.models import Feed
from samskaper.commons.people.register import personal_data
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.ui.menu import desk
from tests.cast import Somebody
from tests.commons.calendar.dates import TUESDAY, dates, entry

pytestmark = pytest.mark.django_db
MINE = "/en/calendar/"


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    """It is the day before the gathering."""
    with clock.at(TUESDAY - dt.timedelta(days=1)):
        yield


def person(somebody: Somebody) -> int:
    assert somebody.person is not None
    return int(somebody.person.pk)


def feed_address(somebody: Somebody) -> str:
    return reverse("calendar_feed", args=[commands.open_feed(by=somebody.doer).secret])


# -- my dates ----------------------------------------------------------------------------------------------------------


def test_my_dates_are_told_as_news(staff_a: Somebody) -> None:
    with dates({person(staff_a): [entry(1), entry(2, starts=TUESDAY + dt.timedelta(days=30))]}):
        page = staff_a.client.get(MINE).content.decode()

    assert "Next time is Tuesday 24 November" in page
    assert "2 dates are coming." in page
    assert "09:00 to 12:00" in page


def test_empty_calendar_says_what_will_be_there(staff_a: Somebody) -> None:
    with dates({}):
        page = staff_a.client.get(MINE).content.decode()

    assert "Nothing in the calendar yet" in page


def test_cancelled_date_is_shown_but_is_not_next(staff_a: Somebody) -> None:
    with dates({person(staff_a): [entry(1, cancelled=True), entry(2, starts=TUESDAY + dt.timedelta(days=1))]}):
        page = staff_a.client.get(MINE).content.decode()

    assert "Next time is Wednesday 25 November" in page
    assert "Cancelled" in page


def test_what_is_over_is_not_coming(staff_a: Somebody) -> None:
    old = entry(1, starts=TUESDAY - dt.timedelta(days=3))
    going_on = entry(2, starts=TUESDAY - dt.timedelta(days=1, hours=1))
    with dates({person(staff_a): [old, going_on]}):
        assert queries.coming(visible_to=staff_a.doer) == [going_on]


def test_markup_in_a_title_stays_words(staff_a: Somebody) -> None:
    with dates({person(staff_a): [entry(title="<img src=x onerror=alert(1)>")]}):
        assert "<img src=x" not in staff_a.client.get(MINE).content.decode()


def test_guest_is_asked_to_sign_in(guest: Somebody) -> None:
    assert guest.client.get(MINE).status_code in {302, 401}


def test_page_costs_the_same_for_one_and_for_many(staff_a: Somebody) -> None:
    found = []
    staff_a.client.get(MINE)  # signs in
    for number in (1, 30):
        with dates({person(staff_a): [entry(n) for n in range(number)]}), CaptureQueriesContext(connection) as asked:
            staff_a.client.get(MINE)
        found.append(len(asked))

    assert found[0] == found[1]


def test_desk_shows_the_next_days_and_where_they_are(staff_a: Somebody) -> None:
    source = desk.get("calendar")
    assert source is not None
    many = [entry(n, starts=TUESDAY + dt.timedelta(days=n)) for n in range(9)]
    with dates({person(staff_a): [entry(99, cancelled=True), *many]}):
        items = list(source(staff_a.doer))

    assert [item.title for item in items] == [f"Gathering {number}" for number in range(6)]
    assert items[0].kind == "date" and items[0].url == "/nb/programmes/7/" and items[0].note == "Online"


def test_desk_of_a_guest_has_no_days(guest: Somebody) -> None:
    source = desk.get("calendar")
    assert source is not None

    assert list(source(guest.doer)) == []


# -- one date as a file ----------------------------------------------------------------------------------------------------


def one(uid: str, source: str = "programmes") -> str:
    return reverse("calendar:one", args=[source, uid])


def test_one_date_is_a_file(staff_a: Somebody) -> None:
    with dates({person(staff_a): [entry(1), entry(2)]}):
        answer = staff_a.client.get(one("gathering-2@samskaper"))

    assert answer["Content-Type"].startswith("text/calendar")
    assert b"SUMMARY:Gathering 2" in answer.content
    assert b"Gathering 1" not in answer.content
    assert 'filename="gathering-2.ics"' in answer["Content-Disposition"]


@pytest.mark.parametrize("uid", ["gathering-2@samskaper", "nothing", "\u200b", "x" * 2000, "a\r\nSet-Cookie: b"])
def test_date_of_somebody_else_is_not_there(uid: str, staff_a: Somebody, staff_b: Somebody) -> None:
    with dates({person(staff_b): [entry(2)]}):
        assert staff_a.client.get(one(uid)).status_code == 404


def test_unknown_source_is_not_there(staff_a: Somebody) -> None:
    with dates({person(staff_a): [entry(1)]}):
        assert staff_a.client.get(one("gathering-1@samskaper", "walks")).status_code == 404


# -- the link --------------------------------------------------------------------------------------------------------------


def press(somebody: Somebody, want: str) -> Any:
    return somebody.client.post(reverse("calendar:change_link"), {"want": want})


def test_link_is_there_only_after_a_press(staff_a: Somebody) -> None:
    with dates({}):
        staff_a.client.get(MINE)
        assert not Feed.objects.exists()

        press(staff_a, "open")
        page = staff_a.client.get(MINE).content.decode()

    assert re.search(r'value="https?://[^"]+/calendar/[\w-]{27}\.ics"', page)
    assert "webcal://" in page


def test_pressing_twice_keeps_the_link(staff_a: Somebody) -> None:
    press(staff_a, "open")
    before = Feed.objects.get().secret
    press(staff_a, "open")

    assert Feed.objects.get().secret == before
    assert Fact.objects.filter(key="calendar.feed_opened").count() == 1


def test_changed_link_opens_and_the_old_one_is_dead_at_once(staff_a: Somebody) -> None:
    with dates({person(staff_a): [entry(1)]}):
        old = feed_address(staff_a)
        press(staff_a, "rotate")
        new = feed_address(staff_a)

        assert Client().get(old).status_code == 404
        assert Client().get(new).status_code == 200


def test_closed_link_is_dead_at_once(staff_a: Somebody) -> None:
    old = feed_address(staff_a)
    press(staff_a, "close")

    assert Client().get(old).status_code == 404
    assert list(Fact.objects.order_by("pk").values_list("key", flat=True))[-1] == "calendar.feed_closed"


@pytest.mark.parametrize("want", ["", "nonsense", "__class__"])
def test_nonsense_changes_nothing(want: str, staff_a: Somebody) -> None:
    assert press(staff_a, want).status_code == 422
    assert not Feed.objects.exists()


def test_guest_gets_no_link(guest: Somebody) -> None:
    assert press(guest, "open").status_code in {302, 401}
    assert not Feed.objects.exists()


# -- the feed --------------------------------------------------------------------------------------------------------------


def test_feed_opens_signed_out_and_holds_only_its_owners_dates(staff_a: Somebody, staff_b: Somebody) -> None:
    with dates({person(staff_a): [entry(1)], person(staff_b): [entry(2, title="Canary")]}):
        answer = Client().get(feed_address(staff_a))

    assert b"SUMMARY:Gathering 1" in answer.content
    assert b"Canary" not in answer.content
    assert b"staff.a" not in answer.content.lower()
    assert not answer.cookies


def test_feed_speaks_its_owners_language(staff_a: Somebody, staff_b: Somebody) -> None:
    with dates({}):
        norwegian = Client().get(feed_address(staff_a), headers={"Accept-Language": "en"})
        danish = Client().get(feed_address(staff_b))

    assert b"NAME:Samskaper" in norwegian.content
    assert b"NAME:Samskaber" in danish.content


def test_unchanged_feed_is_not_sent_again(staff_a: Somebody) -> None:
    with dates({person(staff_a): [entry(1)]}):
        address = feed_address(staff_a)
        mark = Client().get(address)["ETag"]
        again = Client().get(address, headers={"If-None-Match": mark})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", mark)


@pytest.mark.parametrize(
    "changes", [{"sequence": 1}, {"cancelled": True}, {"place": "Library"}, {"title": "Other"}, {"note": "New"}]
)
def test_changed_feed_is_sent_anew(changes: dict[str, Any], staff_a: Somebody) -> None:
    address = feed_address(staff_a)
    with dates({person(staff_a): [entry(1)]}):
        mark = Client().get(address)["ETag"]
    with dates({person(staff_a): [entry(1, **changes)]}):
        assert Client().get(address, headers={"If-None-Match": mark}).status_code == 200


def test_feed_reaches_a_year_back(staff_a: Somebody) -> None:
    ago = [entry(days, starts=TUESDAY - dt.timedelta(days=days)) for days in (300, 500)]
    with dates({person(staff_a): ago}):
        content = Client().get(feed_address(staff_a)).content

    assert b"Gathering 300" in content
    assert b"Gathering 500" not in content


def test_feed_of_somebody_erased_is_dead(staff_a: Somebody) -> None:
    address = feed_address(staff_a)
    assert staff_a.person is not None
    staff_a.person.erased = clock.now()
    staff_a.person.save()

    assert Client().get(address).status_code == 404


def test_guessing_secrets_ends_soon_and_right_ones_still_open(staff_a: Somebody) -> None:
    with dates({}):
        address = feed_address(staff_a)
        answers = {Client().get(f"/calendar/guess{number}.ics").status_code for number in range(302)}

        assert answers == {404, 429}
        assert Client().get(address).status_code == 200


@pytest.mark.parametrize("secret", ["%00", "x" * 3000, "%F0%9F%98%80", "'%20OR%201=1"])
def test_nonsense_as_secret_is_no_error(secret: str, db: None) -> None:
    assert Client().get(f"/calendar/{secret}.ics").status_code == 404


def test_feed_costs_the_same_for_one_and_for_five_thousand(staff_a: Somebody) -> None:
    address = feed_address(staff_a)
    found = []
    for number in (1, 5000):
        many = [entry(n, starts=TUESDAY + dt.timedelta(hours=n)) for n in range(number)]
        with dates({person(staff_a): many}), CaptureQueriesContext(connection) as asked:
            assert Client().get(address).status_code == 200
        found.append(len(asked))

    assert found[0] == found[1] <= 3


def test_feeds_links_lead_to_the_site(staff_a: Somebody, settings: LazySettings) -> None:
    settings.SITE_URL = "https://samskaper.example"
    with dates({person(staff_a): [entry(1)]}):
        assert b"https://samskaper.example/nb/programmes/7/" in Client().get(feed_address(staff_a)).content


# -- what is kept about a person --------------------------------------------------------------------------------------------


def test_export_tells_of_the_link_and_keeps_the_key_out(staff_a: Somebody) -> None:
    secret = commands.open_feed(by=staff_a.doer).secret
    kept = personal_data.get("calendar")
    assert kept is not None

    told = str(kept.export(person(staff_a)))
    assert "kalenderlenke siden" in told
    assert secret not in told


def test_erasing_closes_the_link(staff_a: Somebody) -> None:
    commands.open_feed(by=staff_a.doer)
    kept = personal_data.get("calendar")
    assert kept is not None and kept.erase(person(staff_a)) == ""

    assert not Feed.objects.exists()


def test_dates_come_in_the_order_of_time(staff_a: Somebody) -> None:
    day = dt.date(2026, 12, 1)
    late, whole, early = entry(1, starts=TUESDAY + dt.timedelta(days=30)), Entry("w", "Day", day, day), entry(2)
    with dates({person(staff_a): [late, whole, early]}):
        assert queries.mine(visible_to=staff_a.doer) == [early, whole, late]
