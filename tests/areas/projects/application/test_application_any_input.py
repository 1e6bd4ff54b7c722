"""Whatever is pasted: nothing raises, every line is accounted for, and it takes its time only once."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskaper.areas.projects.application import LIMIT, Application, TooLarge, read
from samskaper.areas.projects.application.decode import MOST_LINES
from samskaper.areas.projects.plancheck import Plan, check
from tests.areas.projects.application.variants import SAMPLE, VARIANTS

LINES = SAMPLE.split("\n")
WORDS = (
    "Delmål",
    "Hovedmål",
    "1.2",
    "og",
    ":",
    "a",
    "Beskrivelse",
    "\t",
    "Fra dato",
    "Til dato",
    "30.02.2022",
    "Beløp",
    "500 000",
    "Utgifter",
    "1. prosjektår",
    "Totalt",
    "(s.4)",
    "«",
    "strategi",
    "Navn",
    "Side 3",
    "\f",
    "----\t--",
    "|",
)
PASTED = st.lists(st.sampled_from(LINES), max_size=60).map("\n".join)
PIECED = st.lists(st.one_of(st.sampled_from(WORDS), st.just("\n"), st.text(max_size=4)), max_size=80).map(" ".join)


def is_accounted_for(app: Application) -> bool:
    """Each line belongs to something or stands in the list."""
    listed = {left.line for left in app.not_understood}
    return all(owner or number in listed for number, owner in enumerate(app.account, start=1))


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    assert is_accounted_for(read(text))


@given(st.binary(max_size=400))
def test_any_bytes_are_read(source: bytes) -> None:
    assert is_accounted_for(read(source))


@settings(max_examples=60)
@given(PASTED)
def test_lines_in_any_order_are_read(text: str) -> None:
    app = read(text)
    assert is_accounted_for(app)
    check(Plan.from_application(app))


@given(PIECED)
def test_words_of_the_form_in_any_order_are_read(text: str) -> None:
    app = read(text)
    assert is_accounted_for(app)
    check(Plan.from_application(app))


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(0, len(LINES) - 1), max_size=80))
def test_lines_taken_out_leave_the_rest(missing: set[int]) -> None:
    app = read("\n".join(line for number, line in enumerate(LINES) if number not in missing))
    assert is_accounted_for(app)
    assert len(app.account) == len(LINES) - len(missing)
    assert len(app.activities) <= 29 + len(missing)
    check(Plan.from_application(app))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(SAMPLE)), st.integers(0, len(SAMPLE)))
def test_piece_cut_out_anywhere_is_read(one: int, other: int) -> None:
    app = read(SAMPLE[min(one, other) : max(one, other)])
    assert is_accounted_for(app)


@pytest.mark.parametrize("name", VARIANTS)
def test_account_has_one_entry_per_line(name: str) -> None:
    source = VARIANTS[name]
    text = source if isinstance(source, str) else source.decode("cp1252")
    assert len(read(source).account) == len(text.replace("\r\n", "\n").split("\n"))


@pytest.mark.parametrize("source", ["", "\n", "\n\n\n", " ", "\ufeff", b"", b"\xff\xfe", b"\x00", "\x00\x01"])
def test_empty_input_is_an_empty_application(source: str | bytes) -> None:
    app = read(source)
    assert (app.title, app.activities, app.not_understood) == ("", (), ())


@pytest.mark.parametrize("line", ["||||", "****", "## ", "**", "|  |", "| |", "-", "·", "(", "\\", "#", "0", "|\t|"])
@pytest.mark.parametrize(
    "heading", ["", "Mål", "Prosjektbeskrivelse", "Aktivitetsplan", "Budsjett", "Samarbeidspartnere"]
)
def test_line_of_signs_harms_nothing(heading: str, line: str) -> None:
    assert is_accounted_for(read(f"{heading}\n{line}\n\n{line}\n{line}"))


def test_foreign_text_is_listed_line_by_line() -> None:
    app = read("Kjære mor\n\nVi har det bra.\nHilsen oss")
    assert [(left.line, left.text) for left in app.not_understood] == [
        (1, "Kjære mor"),
        (3, "Vi har det bra."),
        (4, "Hilsen oss"),
    ]


@pytest.mark.parametrize("source", ["x" * (LIMIT + 1), b"x" * (LIMIT + 1)])
def test_more_than_two_megabytes_are_refused_with_a_sentence(source: str | bytes) -> None:
    with pytest.raises(TooLarge) as refused:
        read(source)
    assert "2 MB" in str(refused.value)
    assert "2 MB" in refused.value.sentence()


def cost(text: str) -> float:
    """Processor seconds, the best of three."""
    best = float("inf")
    for _ in range(3):
        before = time.process_time()
        read(text)
        best = min(best, time.process_time() - before)
    return best


@pytest.mark.parametrize(
    "piece",
    [
        SAMPLE,
        "-" * 200 + "x\n",
        "Delmål 1.1 og " * 40 + "\n",
        "(s.4) strategi " * 40,
        "«" * 300,
        "a\n",
        " \t" * 200 + "x\n",
        "1 " * 300,
        "Hovedmål 1: " * 50,
        "Beskrivelse\tx\nFra dato\t01.01.2022\nTil dato\t02.01.2022\n",
        "Mål\nDelmål 1.1: x. " * 20,
        "Utgifter\nBeskrivelse\tx\nBeløp\t1\n",
        "20.04.2022 " * 50,
        "(" * 300,
        "planverk i " * 40,
    ],
)
def test_cost_grows_with_the_size_and_no_faster(piece: str) -> None:
    small = piece * max(1, 8_000 // len(piece))
    small = "".join(small.splitlines(keepends=True)[: MOST_LINES // 8])
    assert cost(small * 8) < 8 * 3 * cost(small) + 0.05
