"""The register of components, and each component drawn."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import TemplateSyntaxError
from django.template.loader import render_to_string
from django.test import Client

import samskaper.ui
from samskaper.ui.components import components, reference
from samskaper.ui.gallery import example_data, gallery
from tests.ui.conftest import Render, Tree

TEMPLATES = Path(samskaper.ui.__file__).parent / "templates"
NAMES = sorted(components)
DOCS = Path(__file__).parents[2] / "docs/reference/components.md"


def drawn(name: str) -> str:
    return render_to_string(components[name].example, example_data(name) | {"csrf_token": "key"})


def test_register_names_exactly_the_components_that_exist() -> None:
    files = {path.stem.replace("_", "-") for path in (TEMPLATES / "cotton").glob("*.html")}

    assert files == set(components)


def test_reference_in_the_docs_is_made_from_the_register() -> None:
    assert DOCS.read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize("name", NAMES)
def test_component_has_an_example_that_draws(name: str) -> None:
    html = drawn(name)

    assert html.strip()
    assert "<c-" not in html and "{%" not in html and "{{" not in html


@pytest.mark.parametrize("name", NAMES)
def test_component_writes_nothing_inline(name: str) -> None:
    tree = Tree(drawn(name))

    assert tree.elements
    assert not [tag for tag, attrs in tree.elements if tag in {"style", "script"} or "style" in attrs]
    assert not [attrs for _tag, attrs in tree.elements if any(key.startswith("on") for key in attrs)]


@pytest.mark.parametrize("name", NAMES)
def test_ids_stand_once_in_a_component(name: str) -> None:
    ids = [attrs["id"] for _tag, attrs in Tree(drawn(name)).elements if attrs.get("id")]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", NAMES)
def test_component_refuses_an_attribute_that_it_does_not_know(render: Render, name: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="has no attribute “colr”"):
        render(f'<c-{name} colr="red" />')


@pytest.mark.parametrize("name", ["button", "card", "table", "note", "form"])
def test_component_takes_attributes_for_scripts_and_listeners(render: Render, name: str) -> None:
    html = render(f'<c-{name} hx-get="/x" data-y="1" aria-label="z">w</c-{name}>')

    assert 'hx-get="/x"' in html and 'data-y="1"' in html


def test_components_ask_for_what_they_know_first() -> None:
    silent = [
        path.name
        for path in (TEMPLATES / "cotton").glob("*.html")
        if f'{{% knows "{path.stem.replace("_", "-")}" %}}' not in path.read_text()
    ]

    assert not silent


def test_every_attribute_of_a_component_is_used_in_it() -> None:
    unused = [
        (name, attribute)
        for name, component in components.items()
        for attribute in [*component.attributes, *component.slots]
        if attribute not in {"rel", "target", "form", "id"}
        and not re.search(rf"\b{attribute}\b", (TEMPLATES / f"cotton/{name.replace('-', '_')}.html").read_text())
    ]

    assert not unused


def test_text_from_people_is_escaped(render: Render) -> None:
    html = render(
        '<c-card title="{{ name }}">{{ name }}</c-card><c-tag>{{ name }}</c-tag>', name="<img src=x onerror=1>"
    )

    assert "<img" not in html
    assert html.count("&lt;img src=x onerror=1&gt;") == 3


def test_dynamic_text_from_people_is_escaped_once(render: Render) -> None:
    html = render(
        '<c-goal text="{{ name }}" :count="3" /><c-facts :items="facts" />',
        name="a & b",
        facts=[{"label": "<b>", "value": "x"}],
    )

    assert "a &amp; b" in html and "&amp;amp;" not in html
    assert "&lt;b&gt;" in html


def test_gallery_holds_every_component_with_its_source() -> None:
    entries = gallery()

    assert [entry.component.name for entry in entries] == list(components)
    assert all(
        f"<c-{entry.component.name}" in entry.source for entry in entries if entry.component.name != "draft-note"
    )


def test_gallery_page_draws_every_example() -> None:
    html = render_to_string("ui/gallery.html", {"components": gallery()})

    assert html.count("gallery__example") == len(components)


@pytest.mark.django_db
def test_gallery_page_is_served_with_every_component() -> None:
    html = Client().get("/nb/gallery/").content.decode()

    assert all(f'id="c-{name}"' in html for name in components)


class TestForm:
    def test_form_that_changes_prints_a_fresh_key_each_time(self, render: Render) -> None:
        first, second = (Tree(render("<c-form>x</c-form>")).one("input", name="once")["value"] for _ in range(2))

        assert first and second and first != second and len(first) >= 24

    def test_form_that_changes_prints_the_protection_key(self, render: Render) -> None:
        html = render("<c-form>x</c-form>", csrf_token="key")

        assert Tree(html).one("input", name="csrfmiddlewaretoken")["value"] == "key"

    def test_form_that_asks_prints_no_keys(self, render: Render) -> None:
        assert not Tree(render('<c-form method="get" action="/s">x</c-form>')).all("input")

    @pytest.mark.parametrize(("version", "printed"), [(0, ["0"]), (7, ["7"]), ("", [])])
    def test_version_is_printed_when_there_is_one(self, render: Render, version: int | str, printed: list[str]) -> None:
        html = render('<c-form :version="version">x</c-form>', version=version)

        assert [field["value"] for field in Tree(html).all("input", name="version")] == printed

    def test_our_own_sentences_show_instead_of_the_browsers(self, render: Render) -> None:
        assert "novalidate" in Tree(render("<c-form>x</c-form>")).one("form")

    def test_draft_brings_its_note(self, render: Render) -> None:
        tree = Tree(render('<c-form draft="action-3">x</c-form>'))

        assert tree.one("form")["data-draft"] == "action-3"
        assert "We kept what you wrote" in tree.text
        assert "hidden" in tree.one("div", role="status")

    def test_a_part_of_another_form_is_not_taken_for_ours(self, render: Render) -> None:
        html = render('<c-form action="/a">x</c-form>', action="/b", version="9")

        assert "/b" not in html and 'name="version"' not in html


class TestDate:
    def test_day_has_no_time(self, render: Render) -> None:
        html = render('<c-date :day="day" time="yes" />', day=example_data("x")["day"])

        assert Tree(html).one("time")["datetime"] == "2026-11-24"
        assert "18" not in html.replace("2026-11-24", "")

    def test_moment_is_told_in_the_readers_zone(self, render: Render) -> None:
        html = render('<c-date :day="day" time="yes" />', day=example_data("x")["moment"])

        assert Tree(html).text.split() == ["24", "Nov.", "19:00"]

    def test_nothing_is_drawn_for_no_date(self, render: Render) -> None:
        assert render('<c-date :day="day" />', day=None).strip() == ""


class TestGoal:
    def test_number_leads_to_what_lies_behind_it(self, render: Render) -> None:
        html = render('<c-goal number="1.2" text="Fifty" :count="41" :target="50" href="/list" />')

        assert Tree(html).one("a")["href"] == "/list"
        assert "41" in html and "of 50" in html

    def test_nought_is_a_number(self, render: Render) -> None:
        assert ">0<" in render('<c-goal :count="0" :target="50" />')

    def test_goal_answered_by_hand_shows_no_number(self, render: Render) -> None:
        assert 'class="num"' not in render('<c-goal text="Better" :count="None" />')


@pytest.mark.parametrize(
    ("tone", "icon"), [("success", "done"), ("warning", "warning"), ("danger", "error"), ("info", "info")]
)
def test_note_says_its_tone_with_an_icon_too(render: Render, tone: str, icon: str) -> None:
    assert f"#{icon}" in render(f'<c-note tone="{tone}">x</c-note>')


def test_empty_place_has_a_picture_unless_told_otherwise(render: Render) -> None:
    assert "<svg" in render('<c-empty heading="Room">x</c-empty>')
    assert "<svg" not in render('<c-empty heading="Room" picture="none">x</c-empty>')


def test_checks_say_what_is_done_to_those_who_listen(render: Render) -> None:
    html = render('<c-checks :items="items" />', items=[{"title": "A", "done": True}, {"title": "B"}])

    assert "A (done)" in " ".join(Tree(html).text.split()) and "B (not yet)" in " ".join(Tree(html).text.split())


def test_steps_mark_where_we_are(render: Render) -> None:
    items = Tree(render('<c-steps :items="items" :current="2" />', items=["a", "b", "c"])).all("li")

    assert [item.get("data-state") or item.get("aria-current") for item in items] == ["done", "step", None]
