"""Bad words, numbers and days in every form that people find: a clear answer, never a crash, and nothing run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import pytest

from tests.config.seeding import Visitor
from tests.hostile.forms import Form

ROLES = ("adviser_a", "participant_a", "leader_a", "guest")
SCRIPT = "<img src=x onerror=alert(1)></textarea></title><script>alert(1)</script>{{ request }}{% debug %}"
KEEPABLE = {  # what a name or a text may be, however odd
    "a script": SCRIPT,
    "a spreadsheet formula": '=HYPERLINK("https://evil.example","x")',
    "lines for a header": "x\r\nBcc: everybody@evil.example\r\n\r\nHello \u202egnp.exe 👩‍👩‍👧‍👦",
}
UNREADABLE = ("å" * 10_000, "\u200b\u200b\ufeff\u2060", "a\x00b", "javascript:alert(1)", "\ufffd\uffff")
NUMBERS = (str(2**63), str(10**30), "-1", "NaN", "1e400", "१२३", "9" * 5000)
DAYS = ("2027-02-30", "0000-01-01", "99999-01-01", "9999-12-31", "0001-01-01", "i morgen")


def dealt(form: Form, words: Sequence[str], first: int, *types: str) -> dict[str, list[str]]:
    """Fill a form with these words in turn, a different one in each field, beginning with the given one."""
    chosen = {name: [words[(first + place) % len(words)]] for place, name in enumerate(form.named(*types))}
    return form.as_it_is() | chosen


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


@pytest.mark.parametrize("words", KEEPABLE.values(), ids=KEEPABLE)
def test_bad_words_get_an_answer(forms: dict[str, list[Form]], browsers: dict[str, Visitor], words: str) -> None:
    wrong = [line for role in ROLES for line in tried(forms[role], browsers[role], lambda form: form.filled(words))]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("first", range(2))
def test_what_nobody_can_read_gets_an_answer(forms: dict[str, list[Form]], browsers: dict[str, Visitor], first: int) -> None:
    wrong = [line for role in ROLES for line in tried(forms[role], browsers[role], lambda form: dealt(form, UNREADABLE, first))]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("first", range(3))
def test_bad_numbers_get_an_answer(forms: dict[str, list[Form]], browsers: dict[str, Visitor], first: int) -> None:
    kinds = ("number", "hidden", "select", "radio", "checkbox", "submit", "text")

    wrong = [line for role in ROLES for line in tried(forms[role], browsers[role], lambda form: dealt(form, NUMBERS, first, *kinds))]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("first", range(3))
def test_days_that_are_none_get_an_answer(forms: dict[str, list[Form]], browsers: dict[str, Visitor], first: int) -> None:
    with_days = [form for form in forms["adviser_a"] + forms["participant_a"] if "date" in form.types.values()]

    wrong = tried(with_days, browsers["adviser_a"], lambda form: dealt(form, DAYS, first * 2, "date"))

    assert with_days
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
