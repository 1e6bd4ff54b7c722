"""Refusals as pages: the right status, a sentence, the way back, and safe headers on all of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.template import TemplateDoesNotExist
from django.test import Client, RequestFactory
from pytest import MonkeyPatch

from samskaper.foundation.refusals import Conflict, Gone, Invalid, Refusal, Stale, TooMany
from samskaper.ui import answers, errors
from samskaper.ui.headers import EDITORS_POLICY, POLICY, SecurityHeadersMiddleware
from samskaper.ui.middleware import RefusalMiddleware
from tests.ui.conftest import Tree

pytestmark = pytest.mark.django_db
SENTENCE = "The last seat was taken a moment ago."
FORM_PAGE = "http://testserver/nb/programmes/2/sign-up/?from=letter"


def asked(method: str = "get", path: str = "/en/x/", **headers: str) -> HttpRequest:
    request: HttpRequest = getattr(RequestFactory(), method)(path, headers=headers)
    request.session = {}  # type: ignore[assignment]
    return request


def page_of(refusal: Refusal, method: str = "get", **headers: str) -> HttpResponse:
    return answers.refusal_page(asked(method, **headers), refusal)


def tree_of(answer: HttpResponse) -> Tree:
    return Tree(answer.content.decode())


class TestRefusal:
    @pytest.mark.parametrize(
        ("refusal", "status"), [(Refusal, 403), (Invalid, 422), (Gone, 410), (Conflict, 409), (TooMany, 429)]
    )
    def test_each_kind_has_its_status_and_says_its_sentence(self, refusal: Callable[..., Refusal], status: int) -> None:
        answer = page_of(refusal(SENTENCE))

        assert answer.status_code == status
        assert SENTENCE in tree_of(answer).text

    def test_stale_save_shows_both_texts(self) -> None:
        stale = Stale(SENTENCE, mine={"Title": "My words"}, theirs={"Title": "Their words"}, version=4)

        answer = page_of(stale)

        assert answer.status_code == 409
        assert "My words" in tree_of(answer).text and "Their words" in tree_of(answer).text

    def test_sentence_with_markup_is_shown_as_text(self) -> None:
        assert b"<img" not in page_of(Refusal("<img src=x onerror=1>")).content

    def test_script_that_asked_gets_the_sentence_alone(self) -> None:
        answer = page_of(Conflict(SENTENCE), "post", HX_Request="true")

        assert answer.status_code == 409
        assert SENTENCE in tree_of(answer).text
        assert not tree_of(answer).all("html")


class TestWayBack:
    def links(self, answer: HttpResponse) -> list[str | None]:
        return [link.get("href") for link in tree_of(answer).all("a", class_="ds-button")]

    def test_sent_form_can_be_tried_once_more(self) -> None:
        assert "/nb/programmes/2/sign-up/?from=letter" in self.links(
            page_of(Conflict(SENTENCE), "post", Referer=FORM_PAGE)
        )

    @pytest.mark.parametrize(
        "before",
        [
            "https://elsewhere.example/nb/",
            "javascript:alert(1)",
            "",
            "//elsewhere.example/x",
            "http://testserver//elsewhere.example/",
        ],
    )
    def test_page_of_others_is_never_the_way_back(self, before: str) -> None:
        assert self.links(page_of(Conflict(SENTENCE), "post", Referer=before)) == ["/en/"]

    def test_page_that_was_only_opened_leads_to_the_front(self) -> None:
        assert self.links(page_of(Gone(SENTENCE), "get", Referer=FORM_PAGE)) == ["/en/"]


class TestSigningIn:
    def test_who_only_has_to_sign_in_is_led_there_and_back(self) -> None:
        answer = page_of(Refusal(SENTENCE, status=401))

        assert answer.status_code == 302
        assert "next=/en/x/" in answer["Location"]

    def test_form_that_was_sent_is_not_led_away(self) -> None:
        assert page_of(Refusal(SENTENCE, status=401), "post").status_code == 401


class TestOwnMistakes:
    @pytest.mark.parametrize(
        ("view", "status"), [(errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404)]
    )
    def test_frameworks_refusals_are_our_pages(self, view: Callable[..., HttpResponse], status: int) -> None:
        answer = view(asked(), Exception("secret detail"))

        assert answer.status_code == status
        assert "secret detail" not in answer.content.decode()

    def test_old_form_says_that_nothing_was_saved(self) -> None:
        answer = answers.csrf_failure(asked("post"), "token")

        assert answer.status_code == 403
        assert "Nothing was saved" in tree_of(answer).text

    def test_our_own_mistake_is_told_without_details(self) -> None:
        answer = errors.server_error(asked())

        assert answer.status_code == 500
        assert "Our mistake, not yours" in tree_of(answer).text

    def test_mistake_is_told_even_when_pages_cannot_be_drawn(self, monkeypatch: MonkeyPatch) -> None:
        def broken(*_words: object) -> str:
            raise TemplateDoesNotExist("ui/failed.html")

        monkeypatch.setattr("django.template.loader.render_to_string", broken)

        assert errors.server_error(asked()).status_code == 500

    def test_address_that_does_not_exist_is_a_page_of_ours(self) -> None:
        answer = Client().get("/en/does-not-exist-here/")

        assert answer.status_code == 404
        assert len(Tree(answer.content.decode()).all("h1")) == 1


class TestHeaders:
    def answer(self, path: str = "/en/", given: dict[str, str] | None = None) -> HttpResponse:
        return SecurityHeadersMiddleware(lambda _request: HttpResponse("x", headers=given))(asked(path=path))

    def test_pages_may_run_and_load_only_what_is_ours(self) -> None:
        assert self.answer()["Content-Security-Policy"] == POLICY
        assert "unsafe" not in POLICY and "http" not in POLICY and "*" not in POLICY

    def test_editors_tool_is_the_named_exception(self) -> None:
        assert self.answer("/cms/pages/")["Content-Security-Policy"] == EDITORS_POLICY
        assert self.answer("/en/cms/")["Content-Security-Policy"] == POLICY

    def test_pages_are_not_kept_by_anybody_between(self) -> None:
        assert self.answer()["Cache-Control"] == "private, no-store"

    @pytest.mark.parametrize("kept", ["public, max-age=60", "no-cache"])
    def test_view_that_says_how_long_is_heard(self, kept: str) -> None:
        assert self.answer(given={"Cache-Control": kept})["Cache-Control"] == kept

    def test_files_keep_their_own_age(self) -> None:
        assert "Cache-Control" not in self.answer("/static/ui/app.css")

    def test_camera_and_place_are_never_asked_for(self) -> None:
        asked_for = self.answer()["Permissions-Policy"]

        assert all(f"{name}=()" in asked_for for name in ("camera", "geolocation", "microphone"))


class TestTurningRefusals:
    def test_refusal_of_a_view_becomes_its_page(self) -> None:
        middleware = RefusalMiddleware(lambda _request: HttpResponse())

        answer = middleware.process_exception(asked(), Gone(SENTENCE))

        assert answer is not None and answer.status_code == 410

    def test_other_errors_stay_what_they_are(self) -> None:
        assert RefusalMiddleware(lambda _request: HttpResponse()).process_exception(asked(), ValueError("x")) is None


@pytest.mark.parametrize(
    ("words", "header"),
    [
        ("Samskaping i praksis", 'attachment; filename="samskaping-i-praksis.csv"'),
        ("Høsten 2026", "attachment; filename*=utf-8''h%C3%B8sten-2026.csv"),
        ('a"b/../c\r\nX: y', 'attachment; filename="abc-x-y.csv"'),
        ("?", 'attachment; filename="samskaper.csv"'),
    ],
)
def test_file_is_named_by_its_words_with_their_letters(words: str, header: str) -> None:
    assert answers.named(HttpResponse(), words, "csv", download=True)["Content-Disposition"] == header
