"""Names on the timeline are read whole, and today's line passes behind them."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from samskaper.ui.timeline import Span, Timeline, TimelineRow

DAY = dt.date(2026, 11, 22)
LONG = "1.3 Deltakerne har mellom kursdagene hatt utforskende samtaler med tre lag eller foreninger, og funnet felles utfordringer."


def narrow(*labels: str) -> str:
    span = Span(DAY - dt.timedelta(days=30), DAY + dt.timedelta(days=30))
    return str(Timeline([TimelineRow(label, span) for label in labels], DAY).narrow)


def test_a_long_name_is_read_whole_on_a_phone() -> None:
    drawing = re.sub(r"<title>.*?</title>", "", narrow(LONG))

    assert " ".join(re.findall(r"<tspan[^>]*>([^<]*)", drawing)) == LONG


def test_a_name_without_end_is_cut() -> None:
    assert "…" in re.sub(r"<title>.*?</title>", "", narrow("ord " * 100))


def test_the_line_of_today_is_drawn_before_the_names() -> None:
    drawing = narrow("A", "B")

    assert drawing.index("t-now") < drawing.index("t-label")


@pytest.mark.parametrize("labels", [("A",), ("A", LONG), (LONG, LONG, "B")])
def test_no_name_lies_on_the_bar_above_it(labels: tuple[str, ...]) -> None:
    drawing = narrow(*labels)
    bars = [(float(y), float(height)) for y, height in re.findall(r't-plan" x="[^"]*" y="([^"]*)" width="[^"]*" height="([^"]*)"', drawing)]
    names = [float(y) for y in re.findall(r't-halo" y="([^"]*)"><title>', drawing)]

    assert len(bars) == len(names) == len(labels)
    assert all(y + height < name - 12 for (y, height), name in zip(bars, names[1:], strict=False))
