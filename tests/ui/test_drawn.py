"""What is drawn once per value: it sees nothing but its values, and is never shown for other ones."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest
from django.template.exceptions import TemplateSyntaxError
from django.utils import timezone, translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

from samskaper.commons.people.models import Person
from samskaper.foundation import clock
from samskaper.ui import drawn
from samskaper.ui.drawn import Piece, Store, key_of
from tests.ui.conftest import Render


@dataclass(frozen=True)
class Row:
    name: str
    number: int = 1


@dataclass
class Loose:
    name: str


class State(StrEnum):
    HELD = "held"


class Counted:
    """Words that tell how often they were drawn."""

    def __init__(self) -> None:
        self.times = 0

    def __str__(self) -> str:
        self.times += 1
        return "drawn"


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    drawn.forget()


class TestBlock:
    def test_shows_its_values(self, render: Render) -> None:
        assert render("{% drawn name n=number %}{{ name }} {{ n }}{% enddrawn %}", name="Kari", number=3) == "Kari 3"

    def test_sees_nothing_that_it_does_not_name(self, render: Render) -> None:
        assert render("{% drawn name %}{{ name }}{{ secret }}{{ user }}{{ request }}{% enddrawn %}", name="a", secret="b") == "a"

    def test_is_drawn_once_for_equal_values(self, render: Render) -> None:
        render("{% drawn row %}{{ row.name }}{% enddrawn %}", row=Row("Kari"))
        kept = len(drawn.store)
        source = "{% for row in rows %}{% drawn row %}{{ row.name }}{% enddrawn %}{% endfor %}"

        assert render(source, rows=[Row("Kari"), Row("Kari"), Row("Ola")]) == "KariKariOla"
        assert len(drawn.store) == kept + 2

    def test_two_blocks_with_equal_values_are_two(self, render: Render) -> None:
        assert render("{% drawn a %}1{{ a }}{% enddrawn %}{% drawn a %}2{{ a }}{% enddrawn %}", a="x") == "1x2x"

    def test_escapes_what_was_safe_elsewhere(self, render: Render) -> None:
        source = "{% for row in rows %}{% drawn row %}{{ row }}{% enddrawn %}{% endfor %}"

        assert render(source, rows=[mark_safe("<b>"), "<b>"]) == "<b>&lt;b&gt;"

    def test_escapes_inside_of_rows_what_was_safe_in_another(self, render: Render) -> None:
        source = "{% for row in rows %}{% drawn row %}{{ row.name }}{% enddrawn %}{% endfor %}"

        assert render(source, rows=[Row(mark_safe("<b>")), Row("<b>")]) == "<b>&lt;b&gt;"

    def test_is_drawn_for_each_language(self, render: Render) -> None:
        source = "{% load i18n %}{% for code in codes %}{% language code %}{% drawn day %}{{ day|date:'l' }}{% enddrawn %}{% endlanguage %} {% endfor %}"

        assert render(source, codes=["nb", "en", "nb"], day=dt.date(2026, 11, 22)) == "søndag Sunday søndag "

    def test_is_drawn_for_each_time_zone(self, render: Render) -> None:
        source = "{% drawn at %}{{ at|date:'H' }}{% enddrawn %}"
        at = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
        here = render(source, at=at)
        with timezone.override("UTC"):
            assert (here, render(source, at=at)) == ("10", "09")

    def test_is_drawn_anew_on_another_day(self, render: Render) -> None:
        template = "{% for _ in '12' %}{% drawn day %}{{ day }}{% enddrawn %}{% endfor %}"
        render(template, day="x")
        kept = len(drawn.store)
        with clock.at(clock.now() + dt.timedelta(days=2)):
            render(template, day="x")

        assert len(drawn.store) == kept + 1

    def test_refuses_a_model(self, render: Render) -> None:
        with pytest.raises(TypeError, match="Person cannot be kept"):
            render("{% drawn one %}{{ one.name }}{% enddrawn %}", one=Person(pk=1, name="Kari"))

    def test_refuses_what_can_change(self, render: Render) -> None:
        for value in (Loose("a"), SimpleNamespace(a=1), Row(Loose("a")), [Loose("a")], {"a": object()}, {1, 2}):  # type: ignore[arg-type]
            with pytest.raises(TypeError):
                render("{% drawn one %}{{ one.name }}{% enddrawn %}", one=value)

    def test_follows_a_list_that_has_changed(self, render: Render) -> None:
        words = ["a"]
        source = "{% for _ in times %}{% drawn words %}{{ words|join:'-' }} {% enddrawn %}{% endfor %}"
        first = render(source, words=words, times="1")
        words.append("b")

        assert (first, render(source, words=words, times="1")) == ("a ", "a-b ")

    @pytest.mark.parametrize("source", ["{% drawn a.b %}{% enddrawn %}", "{% drawn 'a' %}{% enddrawn %}", "{% drawn a|lower %}{% enddrawn %}"])
    def test_takes_names(self, render: Render, source: str) -> None:
        with pytest.raises(TemplateSyntaxError, match="takes names"):
            render(source)

    def test_lets_an_error_through_and_keeps_nothing(self, render: Render) -> None:
        kept = len(drawn.store)
        with pytest.raises(ValueError, match="unpack"):
            render("{% drawn a %}{% for x, y in a %}{% endfor %}{% enddrawn %}", a=((1, 2, 3),))

        assert len(drawn.store) == kept


class TestKeysOfForms:
    FORM = '{% drawn a %}<input value="{% once_key %}">{% csrf_token %}{{ a }}{% enddrawn %}'

    def test_once_key_is_another_on_every_page(self, render: Render) -> None:
        source = "{% for _ in '12' %}" + self.FORM + "|{% endfor %}"
        first, second, _rest = render(source, a="x").split("|")

        assert first != second
        assert len(first) == len(second)

    def test_protection_key_is_that_of_the_page(self, render: Render) -> None:
        mine, theirs = render(self.FORM, a="x", csrf_token="mine"), render(self.FORM, a="x", csrf_token="theirs")

        assert 'value="mine"' in mine and "theirs" not in mine
        assert 'value="theirs"' in theirs and "mine" not in theirs

    def test_a_page_without_a_protection_key_prints_none(self, render: Render) -> None:
        assert "csrfmiddlewaretoken" not in render(self.FORM, a="x")

    @pytest.mark.parametrize(
        "source",
        [
            "{% drawn a %}" + FORM + "{% enddrawn %}",
            "{% drawn a %}<c-card><c-form>{{ a }}</c-form></c-card>{% enddrawn %}",
            "<c-card><c-form>{{ a }}</c-form></c-card>",
            "<c-note><c-slot name='actions'><c-form>{{ a }}</c-form></c-slot>{{ a }}</c-note>",
            "<c-form><c-card>" + "long " * 2_000 + "</c-card></c-form>",
        ],
    )
    def test_pieces_within_pieces_leave_no_mark(self, render: Render, source: str) -> None:
        pages = {render(source, a="x", csrf_token="mine") for _ in range(3)}

        assert len(pages) == 3
        assert not [page for page in pages if drawn._mark in page]
        assert all('value="mine"' in page for page in pages)


class TestPureComponents:
    def test_see_nothing_of_the_page(self, render: Render) -> None:
        assert "secret" not in render("<c-card>word</c-card>", title="secret", kicker="secret", actions="secret", attrs="secret")

    def test_within_a_piece_see_no_more_and_are_not_kept_twice(self, render: Render) -> None:
        kept = len(drawn.store)
        page = render("{% drawn kicker %}<c-card>word</c-card>{{ kicker }}{% enddrawn %}", kicker="once")

        assert page.count("once") == 1
        assert len(drawn.store) == kept + 1

    def test_are_drawn_once_for_equal_values(self, render: Render) -> None:
        render("<c-tag tone='info'>{{ a }}</c-tag>", a="x")
        kept = len(drawn.store)
        render("<c-tag tone='info'>{{ a }}</c-tag><c-tag tone='info'>{{ a }}</c-tag>", a="x")

        assert len(drawn.store) == kept

    def test_escape_what_was_safe_elsewhere(self, render: Render) -> None:
        page = render('<c-card :title="a" /><c-card :title="b" />', a=mark_safe("<b>"), b="<b>")

        assert "<h2><b></h2>" in page and "<h2>&lt;b&gt;</h2>" in page

    def test_values_that_cannot_be_compared_are_drawn_each_time(self, render: Render) -> None:
        items = [SimpleNamespace(label="a", value=Counted())]
        kept = len(drawn.store)

        assert render('<c-price :items="items" />', items=items).count("drawn") == 1
        assert len(drawn.store) == kept

    def test_follow_the_language(self, render: Render) -> None:
        source = '<c-checks :items="items" />'
        items = [{"title": "a", "done": True}]
        english = render(source, items=items)
        with translation.override("nb"):
            assert render(source, items=items) != english


class TestKey:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (1, True), (0, False), (1, 1.0), ("1", 1), (1.0, Decimal("1")), (Decimal("1.0"), Decimal("1.00")), (None, ""),
            ("a", mark_safe("a")), ((1,), [1]), ((1, 2), ((1, 2),)), ({"a": 1}, {"a": True}), ({"a": 1}, {"b": 1}),
            (Row("a"), ("a", 1)), (Row("a"), Row("a", True)), (State.HELD, "held"), (0.0, -0.0),
            (dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC), dt.datetime(2026, 1, 1, 10, tzinfo=dt.timezone(dt.timedelta(hours=1)))),
        ],
    )
    def test_tells_apart_what_looks_different(self, one: Any, other: Any) -> None:
        assert key_of(one) != key_of(other)

    @pytest.mark.parametrize(
        "value", [None, "a", 3, Row("a"), [Row("a"), 1], {"a": [1, (2, 3)]}, State.HELD, dt.date(2026, 1, 1), gettext_lazy("Menu"), ()]
    )
    def test_is_the_same_for_what_is_equal(self, value: Any) -> None:
        assert key_of(value) == key_of(value)
        assert hash(key_of(value)) == hash(key_of(value))

    def test_lazy_words_are_those_of_the_language(self) -> None:
        words = gettext_lazy("Menu")
        english = key_of(words)
        with translation.override("nb"):
            assert key_of(words) != english


def _piece(words: str = "a") -> Piece:
    return Piece(SafeString(words))


class TestStore:
    def test_never_holds_more_than_it_may(self) -> None:
        store = Store(pieces=10)
        for number in range(100):
            store.put(number, _piece(), store.era)

        assert len(store) <= 10
        assert store.get(99) and not store.get(0)

    def test_never_holds_more_signs_than_it_may(self) -> None:
        store = Store(signs=1_000)
        for number in range(100):
            store.put(number, _piece("x" * 100), store.era)
        store.put("long", _piece("x" * 900), store.era)

        assert len(store) <= 10
        assert not store.get("long")

    def test_what_is_asked_for_stays(self) -> None:
        store = Store(pieces=10)
        for number in range(100):
            store.put(number, _piece(), store.era)
            store.put("seen", _piece(), store.era) if number == 0 else store.get("seen")

        assert store.get("seen")

    def test_what_nobody_asks_for_goes_with_time(self) -> None:
        store = Store(seconds=0)
        store.put("a", _piece(), store.era)
        store.get("b")
        store.get("b")

        assert len(store) == 0

    def test_forgets_everything(self) -> None:
        store = Store()
        store.put("a", _piece(), store.era)
        store.forget()

        assert store.get("a") is None and len(store) == 0

    def test_a_piece_that_was_being_drawn_when_all_was_forgotten_is_not_kept(self) -> None:
        store = Store()
        era = store.era
        store.forget()
        store.put("a", _piece(), era)

        assert store.get("a") is None

    def test_many_at_once_get_what_they_asked_for(self) -> None:
        store = Store(pieces=20)
        wrong: list[int] = []

        def ask(start: int) -> None:
            for number in range(start, start + 2_000):
                found = store.get(number % 50)
                if found and found.text != str(number % 50):
                    wrong.append(number)
                store.put(number % 50, _piece(str(number % 50)), store.era)

        threads = [Thread(target=ask, args=(start,)) for start in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert not wrong
        assert len(store) <= 20
