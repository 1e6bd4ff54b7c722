"""The garden: a bed for each thing that can become of what people try."""

from __future__ import annotations

import re

import pytest

from samskaper.ui import garden


@pytest.mark.parametrize("kind", list(garden.GROWS))
def test_a_bed_draws_one_plant_for_each_and_the_thread(kind: str) -> None:
    drawn = garden.bed(kind, 3)

    assert len(re.findall(r"<g transform=\"translate\(\d+ \d+\) scale", drawn)) == 3
    assert drawn.count("s-thread") == 1 and 'aria-hidden="true"' in drawn


def test_an_empty_bed_is_soil_only() -> None:
    assert "<g " not in garden.bed("done", 0)


def test_a_crowded_bed_stays_within_its_frame() -> None:
    places = [int(x) for x in re.findall(r"translate\((\d+) \d+\) scale", garden.bed("going", 500))]

    assert len(places) == garden.MOST and min(places) >= 0 and max(places) <= garden.WIDTH


@pytest.mark.parametrize("kind", list(garden.GROWS))
def test_each_stands_alone_at_the_head_of_its_page(kind: str) -> None:
    assert str(garden.one(kind)).startswith("<svg")


def test_an_unknown_plant_is_refused() -> None:
    with pytest.raises(KeyError):
        garden.bed("weed", 1)
