"""The frames of all pages: the usual one, the calm one behind a link, refusals and print."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.messages.storage.base import Message
from django.template.loader import render_to_string
from django.utils import translation

from samskaper.commons.people.doer import Doer, DoerKind
from tests.ui.conftest import Tree

LANGUAGES = [
    {"code": code, "label": code, "href": f"/{code}/x/", "current": code == "nb"} for code in ("nb", "nn", "da", "en")
]
AROUND: dict[str, Any] = {
    "site_name": "Samskaper",
    "library_name": "Strandfjell fylkesbibliotek",
    "languages": LANGUAGES,
    "menu": [
        {"label": "Plans", "href": "/plans/", "current": "true"},
        {"label": "Help", "href": "/help/", "current": ""},
    ],
    "sign_in_href": "/login/",
    "csrf_token": "key",
}
SIGNED_IN = {
    "person": "Librarian, Tverrdal",
    "person_href": "/me/",
    "sign_out_href": "/out/",
    "doer": Doer(DoerKind.PERSON, 7),
}
FRAMES = ["ui/page.html", "ui/letter.html", "ui/error.html"]


def page(template: str = "ui/page.html", **context: Any) -> Tree:
    return Tree(render_to_string(template, {**AROUND, **context}))


@pytest.mark.parametrize("template", FRAMES)
class TestEveryFrame:
    def test_first_stop_skips_to_the_content(self, template: str) -> None:
        tree = page(template)

        assert tree.all("a")[0]["href"] == "#main"
        assert tree.one("main")["id"] == "main"

    def test_nothing_is_inline(self, template: str) -> None:
        tree = page(template)

        assert all("src" in script for script in tree.all("script"))
        assert not tree.all("style") and not [attrs for _tag, attrs in tree.elements if "style" in attrs]

    def test_language_of_the_page_is_told(self, template: str) -> None:
        for language in ("nb", "nn", "da", "en"):
            with translation.override(language):
                assert page(template).one("html")["lang"] == language

    def test_languages_keep_the_page(self, template: str) -> None:
        links = {link["hreflang"]: link["href"] for link in page(template).all("a") if "hreflang" in link}

        assert links == {code: f"/{code}/x/" for code in ("nb", "nn", "da", "en")}

    def test_library_stands_over_the_products_name(self, template: str) -> None:
        text = page(template).text

        assert text.index("Strandfjell fylkesbibliotek") < text.index("Samskaper", text.index("Strandfjell"))

    def test_page_follows_dark_mode(self, template: str) -> None:
        assert page(template).one("html")["data-color-scheme"] == "auto"

    def test_scripts_are_told_to_write_no_styles_and_evaluate_nothing(self, template: str) -> None:
        config = page(template).one("meta", name="htmx-config")["content"] or ""

        assert '"includeIndicatorStyles":false' in config and '"allowEval":false' in config and '"4..","swap":true' in config


class TestPage:
    def test_guest_is_offered_to_sign_in(self) -> None:
        tree = page()

        assert tree.all("a", href="/login/")
        assert "data-person" not in tree.one("html")
        assert not tree.all("form")

    def test_person_finds_themself_and_the_way_out(self) -> None:
        tree = page(**SIGNED_IN)

        assert tree.one("html")["data-person"] == "7"
        assert tree.all("a", href="/me/")
        ways_out = tree.all("form", action="/out/")  # in the menu of the wide page, and in that of the phone
        assert len(ways_out) == 2
        assert all(out["method"] == "post" and "data-wipe-drafts" in out for out in ways_out)
        assert tree.all("input", name="csrfmiddlewaretoken") and tree.all("input", name="once")

    def test_shared_machine_is_told_to_the_scripts(self) -> None:
        assert "data-shared-machine" in page(**SIGNED_IN, shared_machine=True).one("html")
        assert "data-shared-machine" not in page(**SIGNED_IN).one("html")

    def test_menu_marks_where_we_are(self) -> None:
        current = [
            link["href"] for link in page().all("a") if link.get("aria-current") == "true" and "hreflang" not in link
        ]

        assert current == ["/plans/"] * 2

    def test_menu_opens_without_a_script(self) -> None:
        tree = page()

        assert tree.one("details", class_="menu") and tree.all("summary")

    def test_demonstration_is_marked(self) -> None:
        assert "This is a demonstration" in page(demo=True).text
        assert "This is a demonstration" not in page().text

    @pytest.mark.parametrize(
        ("level", "tone"), [(25, "success"), (30, "warning"), (40, "danger"), (20, "info"), (10, "info")]
    )
    def test_messages_are_read_out_in_their_tone(self, level: int, tone: str) -> None:
        html = render_to_string("ui/page.html", {**AROUND, "messages": [Message(level, "Three letters <b> were sent")]})

        assert f"note--{tone}" in html and 'role="status"' in html
        assert "&lt;b&gt;" in html

    def test_name_from_people_is_escaped(self) -> None:
        html = render_to_string("ui/page.html", {**AROUND, **SIGNED_IN, "person": "<img src=x onerror=1>"})

        assert "<img" not in html

    def test_page_alone_is_light(self) -> None:
        assert len(render_to_string("ui/page.html", AROUND).encode()) < 8000


class TestLetter:
    def test_letter_has_no_menu_to_get_lost_in(self) -> None:
        tree = page("ui/letter.html", **SIGNED_IN)

        assert not tree.all("details") and not tree.all("form")
        assert tree.one("body")["class"] == "letter"


class TestRefusals:
    @pytest.mark.parametrize("status", [400, 403, 404, 409, 410, 422, 429, 500])
    def test_refusal_says_what_happened_in_the_heading_and_the_sentence(self, status: int) -> None:
        html = render_to_string("ui/error.html", {**AROUND, "status": status, "sentence": "The seat was taken."})
        tree = Tree(html)

        assert len(tree.all("h1")) == 1
        assert "The seat was taken." in tree.text
        assert tree.all("a", href="/en/")

    @pytest.mark.parametrize(
        ("status", "heading"),
        [
            (404, "There is nothing here"),
            (410, "This is over"),
            (403, "This door is for others"),
            (409, "That does not work right now"),
            (429, "Take a short break"),
            (422, "This did not fit"),
            (500, "It got tangled"),
        ],
    )
    def test_each_refusal_has_a_heading_of_its_own(self, status: int, heading: str) -> None:
        tree = page("ui/error.html", status=status)

        assert tree.text.count(heading) == 2  # in the title, and as the heading

    def test_scripts_are_told_that_nothing_arrived(self) -> None:
        assert "data-refused" in page("ui/error.html", status=409).one("html")

    def test_both_texts_are_shown_when_somebody_saved_in_between(self) -> None:
        tree = page("ui/error.html", status=409, theirs={"Title": "Theirs <b>"}, mine={"Title": "Mine"})

        assert "What the other one saved" in tree.text and "Theirs <b>" in tree.text
        assert "What you wrote" in tree.text and "Mine" in tree.text

    def test_guest_at_a_door_for_others_is_offered_to_sign_in(self) -> None:
        offers = {status: len(page("ui/error.html", status=status).all("a", href="/login/")) for status in (403, 404)}

        assert offers[403] == offers[404] + 1

    def test_page_for_our_own_mistakes_needs_nothing_that_may_have_failed(self) -> None:
        tree = Tree(render_to_string("ui/failed.html"))

        assert "It got tangled" in tree.text
        assert "Our mistake, not yours" in tree.text


class TestPrint:
    def test_paper_brings_no_scripts_and_no_menu(self) -> None:
        tree = page("ui/print.html")

        assert not tree.all("script") and not tree.all("nav")
        assert "print.css" in (tree.one("link")["href"] or "")
