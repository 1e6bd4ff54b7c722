"""A method on one A4 page: every method, language and edition, and whatever an editor writes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samskaper.areas.startkit.exports.sheets import BOTTOM, enclosed, set_sheet, sheet_pdf
from samskaper.areas.startkit.models import EditionText
from samskaper.areas.startkit.rules.papers import address_of, drawn
from samskaper.areas.startkit.rules.sheets import FITS, ROOMY
from samskaper.editorial.queries import method_texts
from samskaper.editorial.texts import MethodText, Step
from tests.areas.startkit.leaving import hostile
from tests.areas.startkit.printing import (
    IMPRINT,
    LONG,
    beyond,
    boxes_of,
    elements,
    generous,
    is_in_order,
    method,
    opened,
    overlapping,
    tags,
)

LANGUAGES = ("nb", "nn", "da", "en")


def in_edition(number: int, language: str) -> list[MethodText]:
    return [MethodText.from_json(row.text) for row in EditionText.objects.filter(edition__number=number, language=language).exclude(text={})]


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("edition", "count"), [(1, 9), (2, 14)])
def test_every_method_takes_exactly_one_page(language: str, edition: int, count: int) -> None:
    every = method_texts(language) if edition == 2 else in_edition(1, language)

    laid = {one.key: set_sheet(one, replace(IMPRINT, edition=edition)) for one in every}

    assert len(laid) == count
    assert {key: page.pages for key, (_fit, page) in laid.items()} == dict.fromkeys(laid, 1)
    assert all(page.bottom_of("end") <= BOTTOM and page.bottom_of("foot") <= 290 for _fit, page in laid.values())
    assert {key: beyond(page) + overlapping(page) for key, (_fit, page) in laid.items()} == {key: [] for key in laid}  # type: ignore[operator]
    assert {key for key, (fit, _page) in laid.items() if fit not in ROOMY} == set()


@pytest.mark.parametrize("steps", [1, 9, 30, 200])
def test_an_editor_with_much_to_say_gets_smaller_letters_and_fewer_words_and_never_a_second_page(steps: int) -> None:
    fit, laid = set_sheet(generous(steps), IMPRINT)

    assert laid.pages == 1
    assert laid.bottom_of("end") <= BOTTOM
    assert fit.points >= 9.5
    assert beyond(laid) == overlapping(laid) == []


def test_steps_without_room_are_said_to_be_on_the_page() -> None:
    _fit, laid = set_sheet(generous(60), IMPRINT)

    assert "48 steg til står på siden." in " ".join(text for text, _box in boxes_of(laid))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(max_size=400), st.lists(st.tuples(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=500)), min_size=1, max_size=14),
    st.text(max_size=900), st.lists(st.text(max_size=300), max_size=9),
)
def test_whatever_is_written_fits(purpose: str, steps: list[tuple[str, str]], aloud: str, things: list[str]) -> None:
    some = tuple(Step(title, 5, text) for title, text in steps)

    _fit, laid = set_sheet(method(purpose=purpose, steps=some, say_aloud=aloud, materials=tuple(things)), IMPRINT)

    assert laid.pages == 1
    assert laid.bottom_of("end") <= BOTTOM


def test_a_short_method_leaves_room_to_write_and_not_a_white_half_page() -> None:
    fit, laid = set_sheet(method(), IMPRINT)

    assert fit == FITS[0]
    assert laid.pages == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_tagged_and_says_its_language_and_title(language: str) -> None:
    pdf = opened(sheet_pdf(method(language=language), IMPRINT))

    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == language
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as meta:
        assert "Prikkavstemning" in str(meta["dc:title"])
        assert "pdfuaid" in str(meta)


def test_a_screen_reader_meets_headings_a_list_and_words_for_each_picture() -> None:
    pdf = opened(sheet_pdf(method(), IMPRINT))
    found = tags(pdf)
    figures = [tag for tag in elements(pdf.Root.StructTreeRoot) if str(tag["/S"]) == "/Figure"]

    assert is_in_order([tag for tag in found if tag in {"/H1", "/H2", "/H3"}])
    assert found.count("/LI") == 2
    assert [str(figure["/Alt"])[:11] for figure in figures] == ["To snakker.", "QR-kode med"]
    assert found.index("/H1") < found.index("/L") < len(found) - found[::-1].index("/Figure")


def test_the_letters_of_the_north_are_in_our_own_fonts() -> None:
    sami = method(title="Máŋggain gielain: čáppa šiella, Ŋuorta", say_aloud="Buorre beaivi, ž đ š č ŋ á", materials=("Š Đ Ž Č ŋ",))
    content = sheet_pdf(sami, IMPRINT)
    _fit, laid = set_sheet(sami, IMPRINT)

    fonts = {str(font.BaseFont).partition("+")[2] for page in opened(content).pages for font in page.Resources.Font.values()}
    assert all(name.startswith("Paper") for name in fonts), fonts
    assert any(name.startswith("PaperHeadingMore") for name in fonts)
    assert "čáppa šiella" in " ".join(text for text, _box in boxes_of(laid))


def test_what_an_editor_pastes_stays_text() -> None:
    pdf = opened(sheet_pdf(hostile().methods[0], IMPRINT))

    assert len(pdf.pages) == 1
    assert "/JavaScript" not in str(pdf.Root.keys())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_opens_the_method_in_exactly_this_edition_and_language(language: str) -> None:
    import segno

    one, old = method(language=language), replace(IMPRINT, edition=1)

    assert address_of(one, old).endswith(f"/{language}/kit/1/dot-voting/")
    code = enclosed(one, old)["code.svg"][0].decode()
    path = segno.make(address_of(one, old), error="m").svg_inline(border=0, omitsize=True, dark="#132a33", light=None)
    assert path.partition(' d="')[2].partition('"')[0] in code


def test_its_address_stands_in_letters_that_can_be_typed() -> None:
    _fit, laid = set_sheet(method(), IMPRINT)

    shown = [text for text, _box in boxes_of(laid) if "/kit/2/dot-voting" in text]
    assert len(shown) == 1
    assert not shown[0].startswith("http")


def test_a_conversation_has_two_texts_that_look_like_two_things() -> None:
    _fit, laid = set_sheet(method(key="exploratory-conversation"), IMPRINT)

    said = [text for text, _box in boxes_of(laid)]
    assert {"Med deres ord", "Dine egne tanker"} <= set(said)


def test_a_method_without_a_picture_of_its_own_has_the_houses() -> None:
    assert drawn("something-new") != drawn("dot-voting")
    assert drawn("something-new").startswith("<svg xmlns=")


def test_a_library_without_a_name_leaves_no_hole() -> None:
    _fit, laid = set_sheet(method(), replace(IMPRINT, library="", year=0))

    said = [text for text, _box in boxes_of(laid)]
    assert "Utgave 2" in said
    assert not [text for text in said if text.startswith((",", " ,"))]


@pytest.mark.parametrize("one", [generous(), method()])
def test_the_foot_holds_whose_it_is_to_the_last_line(one: MethodText) -> None:
    _fit, laid = set_sheet(one, replace(IMPRINT, library="Fylkesbiblioteket for samarbeid og bibliotekutvikling i " * 3))

    assert [text for text, (_left, _top, _right, bottom) in boxes_of(laid) if "1. november 2026" in text and bottom < 289]


def test_a_word_without_end_is_broken_and_not_cut() -> None:
    endless = method(title="Å" * 200, purpose="m" * 300, say_aloud="n" * 600, steps=(Step("o" * 80, 5, LONG),))

    assert beyond(set_sheet(endless, IMPRINT)[1]) == []
