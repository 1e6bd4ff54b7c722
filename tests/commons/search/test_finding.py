"""What is found, by whom, in which order, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samskaper.commons.people.doer import GUEST, SYSTEM, Doer, DoerKind, Held
from samskaper.commons.search import commands
from samskaper.commons.search.queries import Found, find
from samskaper.commons.search.register import Text
from samskaper.commons.search.rules import held_by, of_organisation, of_person, of_role, of_role_anywhere
from samskaper.foundation.refs import Ref

pytestmark = pytest.mark.usefixtures("empty")
KIND = "programmes.programme"
LEADER = Doer(DoerKind.PERSON, person=5, name="L", roles=frozenset({Held(7, "leader")}))
STAFF = Doer(DoerKind.PERSON, person=6, name="S", roles=frozenset({Held(7, "staff"), Held(8, "adviser")}))


def lay(*texts: Text) -> None:
    commands.settle(KIND, [text.ref.id for text in texts], texts)


def one(number: int, title: str, text: str = "", lead: str = "", *, language: str = "nb", bundle: str = "", readers: frozenset[str] | None = None) -> Text:
    return Text(Ref(KIND, number), language, title, lead, text, readers, path=f"/{number}/", bundle=bundle)


def found(line: str, *, who: Doer = GUEST, language: str = "nb", **more: object) -> Found:
    return find(line, visible_to=who, language=language, **more)  # type: ignore[arg-type]


def numbers(line: str, **more: object) -> list[int]:
    return [hit.ref.id for hit in found(line, **more).hits]  # type: ignore[arg-type]


# -- order -----------------------------------------------------------------------------------------------------------
def test_a_title_comes_before_a_lead_before_a_text() -> None:
    lay(one(1, "Om noe annet", "Et ord om samtale her."), one(2, "Noe annet igjen", lead="En samtale til"), one(3, "En lang tittel som nevner samtale sist"))

    assert numbers("samtale") == [3, 2, 1]


def test_a_title_about_nothing_else_comes_first() -> None:
    lay(one(1, "Døgnåpent: prøv en utforskende samtale"), one(2, "Utforskende samtale"))

    assert numbers("samtale") == [2, 1]


def test_the_word_itself_comes_before_its_bending_before_a_compound() -> None:
    lay(one(1, "Datakurs våren"), one(2, "Kursene våren"), one(3, "Kurs våren"))

    assert numbers("kurs") == [3, 2, 1]


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    lay(*(one(number, f"Møte nummer {number} på torsdag") for number in range(1, 30)), one(30, "Kaffe på torsdag hos oss"))

    assert found("møte kaffe").some
    assert numbers("møte kaffe")[0] == 30


def test_those_with_all_words_are_all_that_is_shown() -> None:
    lay(one(1, "Kaffe for eldre"), one(2, "Kaffe på torget"), one(3, "Tur for eldre"))

    assert numbers("kaffe eldre") == [1]
    assert not found("kaffe eldre").some


def test_equal_ones_stand_in_the_order_of_the_nordic_alphabet() -> None:
    lay(one(1, "Åpent kurs her"), one(2, "Zumba kurs her"), one(3, "Ærlig kurs her"), one(4, "Øvende kurs her"))

    assert numbers("kurs") == [2, 3, 4, 1]


def test_ones_own_language_comes_first() -> None:
    lay(one(1, "Brainwriting i ro", language="en"), one(2, "Brainwriting i ro", language="da"), one(3, "Brainwriting i ro"))

    assert numbers("brainwriting") == [3, 2, 1]
    assert numbers("brainwriting", language="en")[0] == 1


def test_a_text_in_several_languages_is_shown_once_in_ones_own() -> None:
    lay(one(1, "Prototype", language="nb", bundle="p"), one(2, "Prototype", language="nn", bundle="p"), one(3, "Prototype", language="en", bundle="p"))

    assert numbers("prototype", language="nn") == [2]
    assert found("prototype", language="nn").total == 1


def test_a_text_whose_own_version_lacks_the_word_is_shown_in_the_other_language() -> None:
    lay(one(1, "Prikkavstemning", language="nb", bundle="p"), one(2, "Dot voting", language="en", bundle="p"))

    (hit,) = found("dot voting").hits
    assert (hit.language, hit.speaks) == ("en", "English")


# -- who -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("readers", "leader", "staff", "guest"),
    [
        (None, True, True, True),
        (frozenset(), False, False, False),
        ({of_organisation(7)}, True, True, False),
        ({of_organisation(8)}, False, True, False),
        ({of_role(7, "leader")}, True, False, False),
        ({of_role(8, "leader")}, False, False, False),
        ({of_role_anywhere("adviser")}, False, True, False),
        ({of_person(5)}, True, False, False),
        ({of_person(5), of_role(8, "adviser")}, True, True, False),
    ],
)
def test_only_those_find_it_who_hold_one_of_its_tokens(readers: set[str] | None, leader: bool, staff: bool, guest: bool) -> None:
    lay(one(1, "Hemmelig kurs", readers=None if readers is None else frozenset(readers)))

    assert [bool(numbers("kurs", who=who)) for who in (LEADER, STAFF, GUEST)] == [leader, staff, guest]


def test_guests_the_system_and_bearers_of_links_hold_nothing() -> None:
    assert not held_by(GUEST) | held_by(SYSTEM) | held_by(Doer(DoerKind.BEARER, link=("x", Ref("a.b", 1))))


def test_nobody_learns_a_word_by_a_slip_that_she_may_not_find() -> None:
    lay(one(1, "Hemmelighetskremmeri", readers=frozenset({of_person(5)})))

    assert found("hemmelighetskrmmeri", who=LEADER).meant == "hemmelighetskremmeri"
    assert not found("hemmelighetskrmmeri").meant


def test_what_is_hidden_is_not_counted() -> None:
    lay(one(1, "Kurs"), one(2, "Kurs for oss", readers=frozenset({of_person(5)})))

    assert (found("kurs").total, found("kurs", who=LEADER).total) == (1, 2)
    assert sum(facet.number for facet in found("kurs").facets) == 1


# -- how it is shown -------------------------------------------------------------------------------------------------
def test_the_words_are_marked_in_title_and_excerpt() -> None:
    lay(one(1, "Kursene i bibliotekrommet", "Først noe annet. Så kommer kurset der. Og mer."))

    (hit,) = found("kurs").hits
    assert hit.title == (("Kursene", True), (" i bibliotekrommet", False))
    assert ("kurset", True) in hit.excerpt


def test_an_excerpt_of_a_long_text_begins_near_the_word() -> None:
    lay(one(1, "Noe", "Mange ord om lite. " * 200 + "Her er kurset. " + "Enda flere ord. " * 200))

    (hit,) = found("kurs").hits
    said = "".join(words for words, _mark in hit.excerpt)
    assert "Her er kurset" in said and len(said) < 260


def test_slips_are_forgiven_when_nothing_is_found() -> None:
    lay(one(1, "Bibliotekrommet"), one(2, "Leksehjelp"))

    assert [found(slip).meant for slip in ("biblotekrom", "leskehjelp", "leksehjlp")] == ["bibliotekrommet", "leksehjelp", "leksehjelp"]
    assert not found("xyzzy").meant


def test_a_word_that_is_found_is_never_taken_for_another() -> None:
    lay(one(1, "Benk"), one(2, "Bank"))

    assert numbers("benk") == [1]


def test_two_words_are_found_as_one() -> None:
    lay(one(1, "Leksehjelp"))

    assert numbers("lekse hjelp") == [1]


def test_kinds_are_counted_and_chosen() -> None:
    lay(one(1, "Kurs i dag"))
    commands.settle("anchoring.plandocument", [9], [Text(Ref("anchoring.plandocument", 9), "nb", "Plan for kurs", readers=None)])

    assert {facet.kind: facet.number for facet in found("kurs").facets} == {KIND: 1, "anchoring.plandocument": 1}
    assert [hit.ref.kind for hit in found("kurs", kind=KIND).hits] == [KIND]
    assert len(found("kurs", kind="no.such").hits) == 2


def test_pages_hold_ten_and_end_with_the_last() -> None:
    lay(*(one(number, f"Kurs {number:02}") for number in range(1, 24)))

    assert [len(found("kurs", page=page).hits) for page in (1, 2, 3)] == [10, 10, 3]
    assert found("kurs", page=99).page == found("kurs").pages == 3


# -- what people and machines type -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "line",
    [
        "", " ", "og", "i på til", '"', '"kurs', "kurs*", "NEAR(kurs, 2)", "kurs AND OR NOT", "-kurs", "{title}: kurs", "title:kurs", "kurs^2", "(", "\x00kurs",
        "kurs\x00", "%", "_", "\\", "';DROP TABLE search_document;--", "k" * 10_000, "kurs " * 2_500, "🙂", "\u202ekurs", "ﬁ", "א", "\ud800", "a-b-c-d-e-f",
        "1 2 3 4 5 6 7 8 9 10 11", "kurs\nrom", "‐‑-", "x" * 39 + "é", "xy zz yx zy xz wq qw qz zq",
    ],
)
def test_nothing_that_is_typed_is_too_much(line: str) -> None:
    lay(one(1, "Kurs"))

    assert len(found(line).line) <= 200


def test_a_search_asks_the_database_as_often_for_one_as_for_thirty(questions: Callable[[], int]) -> None:
    lay(one(1, "Kurs i dag"))
    first = questions()
    lay(*(one(number, f"Kurs nummer {number}", "Mer om kurs. " * 40) for number in range(2, 31)))

    assert questions() == first <= 3


@pytest.fixture
def questions() -> Callable[[], int]:
    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            found("kurs", who=STAFF)
        return len(asked)

    return count
