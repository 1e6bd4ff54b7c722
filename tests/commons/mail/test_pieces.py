"""The parts of a letter's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskaper.commons.mail.pieces import Piece, Span, inside, pieces, spans


def kinds(text: str) -> list[str]:
    return [piece.kind for piece in pieces(text)]


def test_paragraphs_keep_their_lines() -> None:
    (first, second) = pieces("a\nb\n\nc")

    assert first.lines == [[Span("a")], [Span("b")]]
    assert second.lines == [[Span("c")]]


def test_address_on_its_own_line_is_a_button_named_by_the_line_before() -> None:
    assert pieces("See it:\nhttps://x.no/a") == [Piece("button", words="See it", url="https://x.no/a")]


def test_address_alone_is_a_button_without_a_name() -> None:
    assert pieces("Hello\n\nhttps://x.no/a")[1] == Piece("button", url="https://x.no/a")


def test_long_line_before_an_address_stays_text() -> None:
    assert kinds("x" * 61 + "\nhttps://x.no") == ["text", "button"]


def test_text_around_an_address_stays() -> None:
    assert kinds("One.\nTwo.\nOpen\nhttps://x.no\nThree") == ["text", "button", "text"]


def test_two_addresses_are_two_buttons() -> None:
    assert kinds("Yes\nhttps://x.no/1\nNo\nhttps://x.no/2") == ["button", "button"]


def test_dashes_are_a_list_also_after_a_sentence() -> None:
    assert kinds("- a\n- b") == ["list"]
    assert kinds("You need:\n- a\n- b\nThat is all") == ["text", "list", "text"]


def test_footer_is_what_stands_after_the_mark() -> None:
    found = pieces("Hello\n\n-- \nThe library\nNo more: https://x.no/stop/")

    assert [piece.kind for piece in found] == ["text", "footer"]
    assert found[1].lines[1] == [Span("No more: "), Span("https://x.no/stop/", "https://x.no/stop/")]


@pytest.mark.parametrize("end", [".", ",", ")", "»", "?!"])
def test_sign_after_an_address_is_not_part_of_it(end: str) -> None:
    assert spans(f"(https://x.no/a{end} b")[1] == Span("https://x.no/a", "https://x.no/a")


def test_own_addresses_become_paths_and_others_stay() -> None:
    found = inside(pieces("A\nhttps://us.no/nb/x/\n\nhttps://us.no.evil.example/ and https://us.no"), "https://us.no")

    assert found[0].url == "/nb/x/"
    assert [span.url for span in found[1].lines[0] if span.url] == ["https://us.no.evil.example/", "/"]


@given(st.text(alphabet="ab -:.\nhttps://x", max_size=200))
def test_no_word_is_lost(text: str) -> None:
    def letters(value: str) -> str:
        return "".join(sign for sign in value if sign.isalnum())

    shown = "".join(
        piece.words + piece.url + "".join(span.text for line in piece.lines for span in line) for piece in pieces(text)
    )
    assert letters(shown) == letters(text)
