"""Calendar files, read back by the library that wrote them and by one that did not."""

from __future__ import annotations

import datetime as dt
import time
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from django.conf import LazySettings
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from samskaper.commons.calendar.entries import Entry
from samskaper.commons.calendar.exports import ics
from samskaper.foundation import clock
from samskaper.foundation.text import clean, clean_line
from tests.commons.calendar.dates import OSLO, TUESDAY, entry

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def events(content: bytes) -> list[Event]:
    """Return the events of a file."""
    return [part for part in Calendar.from_ical(content).walk("VEVENT") if isinstance(part, Event)]


def unfolded(content: bytes) -> list[str]:
    """Read a file by the rules of RFC 5545 alone: lines of at most 75 octets that end in CRLF, unfolded."""
    assert content.endswith(b"\r\n")
    lines = content[:-2].split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    return content[:-2].replace(b"\r\n ", b"").decode().split("\r\n")


def test_date_is_read_back_as_it_was() -> None:
    (found,) = events(ics([entry(note="Bring a story.\nAnd a friend; or two, if you can.", sequence=3)], name="Mine"))

    assert found["UID"] == "gathering-1@samskaper"
    assert found["SUMMARY"] == "Gathering 1"
    assert found["DTSTART"].dt == TUESDAY
    assert found["DTEND"].dt == TUESDAY + dt.timedelta(hours=3)
    assert found["DESCRIPTION"] == "Bring a story.\nAnd a friend; or two, if you can."
    assert found["SEQUENCE"] == 3
    assert found["STATUS"] == "CONFIRMED"
    assert found["URL"].startswith("http") and found["URL"].endswith("/nb/programmes/7/")
    assert isinstance(found["DTSTAMP"].dt, dt.datetime)


def test_cancelled_date_says_so() -> None:
    content = ics([entry(cancelled=True, sequence=1)], name="Mine", method="CANCEL")

    assert "METHOD:CANCEL" in unfolded(content)
    assert "STATUS:CANCELLED" in unfolded(content)


def test_calendar_has_its_name_and_looks_again_soon() -> None:
    lines = unfolded(ics([], name="Mine datoer"))

    assert {"NAME:Mine datoer", "X-WR-CALNAME:Mine datoer", "REFRESH-INTERVAL;VALUE=DURATION:PT4H"} <= set(lines)
    assert "BEGIN:VEVENT" not in lines


@pytest.mark.parametrize(
    ("starts", "written"),
    [
        (dt.datetime(2026, 11, 24, 8, 0, tzinfo=dt.UTC), "DTSTART;TZID=Europe/Oslo:20261124T090000"),
        (dt.datetime(2026, 6, 2, 7, 0, tzinfo=dt.UTC), "DTSTART;TZID=Europe/Oslo:20260602T090000"),
        (dt.datetime(2026, 6, 2, 9, 0, tzinfo=COPENHAGEN), "DTSTART;TZID=Europe/Copenhagen:20260602T090000"),
        (
            dt.datetime(2026, 6, 2, 3, 0, tzinfo=ZoneInfo("America/New_York")),
            "DTSTART;TZID=Europe/Oslo:20260602T090000",
        ),
        (dt.datetime(2027, 3, 28, 1, 30, tzinfo=dt.UTC), "DTSTART;TZID=Europe/Oslo:20270328T033000"),
    ],
)
def test_time_is_written_as_clocks_on_the_wall_show_it(starts: dt.datetime, written: str) -> None:
    assert written in unfolded(ics([entry(starts=starts)], name="x"))


def test_every_zone_is_described_once() -> None:
    several = [entry(1), entry(2), entry(3, starts=TUESDAY.astimezone(COPENHAGEN))]

    zones = [line for line in unfolded(ics(several, name="x")) if line.startswith("TZID:")]
    assert zones == ["TZID:Europe/Copenhagen", "TZID:Europe/Oslo"]


@pytest.mark.parametrize("year", [2022, 2026, 2027, 2035])
def test_summer_time_of_the_file_is_that_of_the_world(year: int) -> None:
    """The rules in the file, worked out by another library, against the time zone database."""
    (zone,) = Calendar.from_ical(ics([entry()], name="x")).walk("VTIMEZONE")
    for part in zone.subcomponents:
        rule = rrulestr(part["RRULE"].to_ical().decode(), dtstart=part["DTSTART"].dt.replace(tzinfo=None))
        (change,) = rule.between(dt.datetime(year, 1, 1), dt.datetime(year, 12, 31))
        moment = (change - part["TZOFFSETFROM"].td).replace(tzinfo=dt.UTC)
        assert moment.astimezone(OSLO).utcoffset() == part["TZOFFSETTO"].td
        assert (moment - dt.timedelta(seconds=1)).astimezone(OSLO).utcoffset() == part["TZOFFSETFROM"].td


def test_whole_day_has_no_time_and_ends_the_day_after() -> None:
    day = dt.date(2026, 12, 1)
    lines = unfolded(ics([entry(starts=day, ends=day)], name="x"))

    assert {"DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202"} <= set(lines)
    assert "BEGIN:VTIMEZONE" not in lines


@pytest.mark.parametrize(
    "title",
    [
        "😀" * 60,
        "æøå" * 80,
        "a;b,c\\n\\;d",
        "<img src=x onerror=alert(1)>",
        "x" * 10_000,
        '=HYPERLINK("http://x")',
        "END:VEVENT",
        "two\nlines\r\nEND:VEVENT\r\nBEGIN:VEVENT",
        "\x00\x07 bell",
        "👩‍👩‍👧 family",
    ],
)
def test_odd_title_comes_back_whole(title: str) -> None:
    content = ics([entry(title=title)], name=title)
    unfolded(content)
    (found,) = events(content)

    assert found["SUMMARY"] == clean_line(title)


@given(title=st.text(max_size=120), note=st.text(max_size=400), place=st.text(max_size=80))
def test_any_text_comes_back_as_cleaned(title: str, note: str, place: str) -> None:
    content = ics([entry(title=title, note=note, place=place)], name="x")
    unfolded(content)
    (found,) = events(content)

    assert found["SUMMARY"] == clean_line(title)
    assert found.get("DESCRIPTION", "") == clean(note)
    assert found.get("LOCATION", "") == clean_line(place)


def test_stamp_is_when_it_was_changed_or_now() -> None:
    changed = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
    with clock.at(dt.datetime(2026, 5, 5, tzinfo=dt.UTC)):
        first, second = events(ics([entry(1, changed=changed), entry(2)], name="x"))

    assert first["DTSTAMP"].dt == changed
    assert second["DTSTAMP"].dt.date() == dt.date(2026, 5, 5)


def test_address_of_another_site_stays() -> None:
    assert "URL:https://meet.example/1" in unfolded(ics([entry(url="https://meet.example/1")], name="x"))


def test_own_address_is_the_sites(settings: LazySettings) -> None:
    settings.SITE_URL = "https://samskaper.example"

    assert "URL:https://samskaper.example/nb/programmes/7/" in unfolded(ics([entry()], name="x"))


def test_five_thousand_dates_take_moments() -> None:
    many = [entry(number, starts=TUESDAY + dt.timedelta(hours=number)) for number in range(5000)]
    began = time.process_time()
    content = ics(many, name="x")

    assert time.process_time() - began < 6
    assert content.count(b"BEGIN:VEVENT") == 5000


def test_moments_of_a_whole_day_are_its_ends() -> None:
    day = dt.date(2026, 12, 1)
    found = Entry("u", "t", day, day)

    assert found.whole_day
    assert (found.begins.hour, found.over.hour) == (0, 23)


def test_signs_in_the_name_of_a_calendar_are_escaped() -> None:
    content = ics([], name="Mine, yours; ours")
    assert b"\r\nNAME:Mine\\, yours\\; ours\r\n" in content
    assert b"\r\nX-WR-CALNAME:Mine\\, yours\\; ours\r\n" in content
