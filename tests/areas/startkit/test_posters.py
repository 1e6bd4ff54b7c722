"""What hangs on the wall: fields where the method wants them, with headings that stay in them."""

from __future__ import annotations

from itertools import combinations

import pytest

from samskaper.areas.startkit.exports.backdrops import backdrop
from samskaper.areas.startkit.exports.posters import HEADINGS, poster_pdf, set_boxes, set_poster
from samskaper.areas.startkit.rules.posters import HEIGHT, WIDTH, WRITTEN_ON, Place, has_poster, layout_of
from samskaper.editorial.queries import method_texts
from tests.areas.startkit.printing import (
    IMPRINT,
    LONG,
    beyond,
    boxes_of,
    elements,
    is_in_order,
    method,
    opened,
    overlapping,
    tags,
)

LANGUAGES = ("nb", "nn", "da", "en")
FROM_THREE_METRES = 22  # points: a capital letter of 5.5 mm


def standing_on_each_other(places: tuple[Place, ...]) -> list[tuple[int, int]]:
    return [
        (one.number, two.number) for one, two in combinations([place for place in places if not place.bare], 2)
        if one.left < two.left + two.width and two.left < one.left + one.width and one.top < two.top + two.height and two.top < one.top + one.height
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_canvas_is_one_page_with_headings_that_are_read_from_three_metres(language: str) -> None:
    every = [one for one in method_texts(language) if one.canvas]

    laid = {one.key: set_poster(one, IMPRINT) for one in every}

    assert len(laid) == 8
    assert all(page.pages == 1 and points >= FROM_THREE_METRES for points, page in laid.values())
    assert {key: beyond(page, 420, 297) + overlapping(page) for key, (_points, page) in laid.items()} == {key: [] for key in laid}  # type: ignore[operator]


@pytest.mark.django_db
def test_every_method_of_the_kit_has_a_layout_of_its_own() -> None:
    layouts = {one.key: layout_of(one) for one in method_texts("en") if one.canvas}

    assert {key: standing_on_each_other(layout.places) for key, layout in layouts.items()} == {key: [] for key in layouts}
    assert {layout.backdrop for layout in layouts.values()} == {"", "rings", "arrows", "head"}


@pytest.mark.parametrize("count", range(1, 13))
def test_a_method_that_is_new_gets_a_grid(count: int) -> None:
    places = layout_of(method(key="new", canvas=tuple(f"Felt {number}" for number in range(count)))).places

    assert len(places) == count
    assert standing_on_each_other(places) == []
    assert all(place.left + place.width <= WIDTH + 0.1 and place.top + place.height <= HEIGHT + 0.1 and place.height > 45 for place in places)


def test_a_field_that_an_editor_added_makes_it_a_grid() -> None:
    layout = layout_of(method(key="stakeholder-map", canvas=("En", "To", "Tre")))

    assert layout.backdrop == ""
    assert not any(place.bare for place in layout.places)


def test_what_stands_after_a_colon_is_said_in_small() -> None:
    (place,) = layout_of(method(canvas=("Gjør nå: hjelper mye",))).places

    assert (place.field.heading, place.field.note) == ("Gjør nå", "hjelper mye")


@pytest.mark.parametrize("words", [LONG * 2, "Menneskerettighetserklæringsjubileumsplanleggingsmøte", "Å" * 300])
def test_a_long_heading_is_smaller_and_stays_on_the_page(words: str) -> None:
    points, laid = set_poster(method(canvas=(words,) * 7), IMPRINT)

    assert points in HEADINGS[1:]
    assert laid.pages == 1
    assert beyond(laid, 420, 297) == []


def test_it_is_a_tagged_page_in_its_language() -> None:
    pdf = opened(poster_pdf(method(canvas=("Ett", "To")), IMPRINT))
    found = tags(pdf)

    assert len(pdf.pages) == 1
    assert str(pdf.Root.Lang) == "nb"
    assert is_in_order([tag for tag in found if tag in {"/H1", "/H2"}])
    assert found.count("/H2") == 2
    assert all(tag.get("/Alt") for tag in elements(pdf.Root.StructTreeRoot) if str(tag["/S"]) == "/Figure")
    assert [round(float(side) / 72 * 25.4) for side in pdf.pages[0].MediaBox[2:]] == [420, 297]


def test_the_sheet_that_goes_round_has_twelve_boxes() -> None:
    one = method(key="brainwriting")
    laid, pdf = set_boxes(one, IMPRINT), opened(poster_pdf(one, IMPRINT))

    assert WRITTEN_ON["brainwriting"] == (3, 4)
    assert laid.pages == 1
    assert laid.bottom_of("end") < laid.bottom_of("foot") - 15
    assert tags(pdf).count("/TD") == 12
    assert beyond(laid, 297, 210) == overlapping(laid) == []
    assert [text for text, _box in boxes_of(laid) if "1. november 2026" in text]


def test_only_a_method_with_something_for_the_wall_has_a_poster() -> None:
    assert has_poster(method(canvas=("Ett",)))
    assert has_poster(method(key="brainwriting"))
    assert not has_poster(method())


def test_the_words_of_the_arrows_are_text() -> None:
    drawn = backdrop("arrows", ("Hjelper <mer>", "Krever mer"))

    assert "Hjelper &lt;mer&gt;" in drawn
    assert backdrop("", ()).count("<") == 2  # type: ignore[arg-type]
