"""Bad words, numbers and days in every form that people find: a clear answer, never a crash, and nothing run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest

from tests.config.seeding import Visitor
from tests.hostile.forms import Form

IMAGE = "<img src=x onerror=alert(1)>"
ROLES = ("adviser_a", "participant_a", "leader_a", "guest")
WORDS = {
    "an image that runs": IMAGE,
    "a script": "</textarea></title><script>alert(1)</script>",
    "a template": "{{ request }}{% debug %}",
    "a spreadsheet formula": '=HYPERLINK("https://evil.example","x")',
    "ten thousand signs": "å" * 10_000,
    "nothing but spaces without width": "\u200b\u200b\ufeff\u2060",
    "a null byte": "a\x00b",
    "half a character": "\ud800".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    "the other way round": "\u202egnp.exe",
    "lines for a header": "x\r\nBcc: everybody@evil.example\r\n\r\nHello",
    "an emoji": "👩‍👩‍👧‍👦" * 50,
    "a script of an address": "javascript:alert(1)",
}
NUMBERS = {
    "just too large": str(2**63), "far too large": str(10**30), "below zero": "-1", "not a number": "NaN",
    "the largest power": "1e400", "other digits": "१२३", "longer than Python reads": "9" * 5000,
}
DAYS = {
    "30 February": "2027-02-30", "the year nought": "0000-01-01", "a year too far": "99999-01-01", "the last day": "9999-12-31",
    "the first day": "0001-01-01", "a day in words": "i morgen",
}


def tried(forms: Iterable[Form], browser: Visitor, fill: Callable[[Form], dict[str, list[str]]]) -> list[str]:
    """Send every form as filled; return what went wrong."""
    wrong = []
    for form in forms:
        answer = browser.knock(form.method.upper(), form.action, fill(form))
        if answer.status_code >= 500:
            wrong.append(f"{browser.role} {form.method} {form.action}: {answer.status_code} {getattr(answer, 'exc_info', ['', ''])[1]!r}"[:300])
        if answer["Content-Type"].startswith("text/html") and runs(answer.whole.decode("utf-8", "replace")):
            wrong.append(f"{browser.role} {form.method} {form.action}: what was written is run")
    return wrong


def runs(page: str) -> bool:
    return bool(re.search(r"<img src=x|<script>alert|href=[\"']?javascript:", page))


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_bad_words_get_an_answer(forms: dict[str, list[Form]], browsers: dict[str, Visitor], words: str) -> None:
    wrong = [line for role in ROLES for line in tried(forms[role], browsers[role], lambda form: form.filled(words))]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
def test_bad_numbers_get_an_answer(forms: dict[str, list[Form]], browsers: dict[str, Visitor], number: str) -> None:
    kinds = ("number", "hidden", "select", "radio", "checkbox", "submit", "text")

    wrong = [line for role in ROLES for line in tried(forms[role], browsers[role], lambda form: form.filled(number, *kinds))]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("day", DAYS.values(), ids=DAYS)
def test_days_that_are_none_get_an_answer(forms: dict[str, list[Form]], browsers: dict[str, Visitor], day: str) -> None:
    wrong = [line for role in ROLES for line in tried(forms[role], browsers[role], lambda form: form.filled(day, "date"))]

    assert not wrong, "\n".join(wrong)


def test_the_hour_that_the_clock_jumps_over_gets_an_answer(forms: dict[str, list[Form]], browsers: dict[str, Visitor]) -> None:
    def fill(form: Form) -> dict[str, list[str]]:
        return form.filled("2027-03-28", "date") | {name: ["02:30"] for name, kind in form.types.items() if kind == "time"}

    with_hours = [form for form in forms["adviser_a"] if "time" in form.types.values()]
    wrong = tried(with_hours, browsers["adviser_a"], fill)

    assert with_hours
    assert not wrong, "\n".join(wrong)


def test_every_field_twice_gets_an_answer(forms: dict[str, list[Form]], browsers: dict[str, Visitor]) -> None:
    def twice(form: Form) -> dict[str, list[str]]:
        return {name: [*values, *(values or [""]), "other"] for name, values in form.as_it_is().items() if name != "once"}

    wrong = [line for role in ROLES for line in tried(forms[role], browsers[role], twice)]

    assert not wrong, "\n".join(wrong)


def test_no_field_at_all_gets_an_answer(forms: dict[str, list[Form]], browsers: dict[str, Visitor]) -> None:
    wrong = [line for role in ROLES for line in tried(forms[role], browsers[role], lambda form: {})]

    assert not wrong, "\n".join(wrong)
