"""A map of Norway and Denmark with a circle for each county. Nothing smaller than a county is ever drawn on it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.templatetags.static import static
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SCALE, NORTH, MIDDLE, WEST = 60, 72, 15, -6.2  # as in frontend/outlines.mjs
WIDTH, HEIGHT = 700, 1060
SMALL, LARGE = 20.0, 58.0  # radius of the circles for one and for the most


@dataclass(frozen=True, slots=True)
class Spot:
    """A county with its number; `shown` are the words in the table where they are not the number itself."""

    name: str
    number: int
    latitude: float
    longitude: float
    shown: str | Promise = ""

    @property
    def place(self) -> tuple[float, float]:
        """Where it is in the picture: sinusoidal about the middle meridian, so that areas are true."""
        east = (self.longitude - MIDDLE) * math.cos(math.radians(self.latitude))
        return (east - WEST) * SCALE, (NORTH - self.latitude) * SCALE


@dataclass(frozen=True, slots=True)
class CountyMap:
    """The spots in the order in which the table lists them; circles have an area that follows the number."""

    spots: Sequence[Spot]
    noun: str | Promise

    @property
    def picture(self) -> SafeString:
        """The drawing. It says nothing that the table beside it does not say."""
        most = max((spot.number for spot in self.spots), default=0) or 1
        seen = sorted((spot for spot in self.spots if spot.number), key=lambda spot: -spot.number)
        circles = format_html_join("", '<circle class="map__spot" cx="{}" cy="{}" r="{}"/>', (_circle(spot, most) for spot in seen))
        numbers = format_html_join("", '<text class="map__number" x="{}" y="{}">{}</text>', (_number(spot) for spot in seen))
        lands = format_html_join("", '<use class="map__land" href="{}#{}"/>', ((static("ui/outlines.svg"), land) for land in ("no", "dk")))
        return format_html(
            '<svg class="map__picture" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">{}{}{}</svg>', WIDTH, HEIGHT, lands, circles, numbers
        )


def _circle(spot: Spot, most: int) -> tuple[str, str, str]:
    x, y = spot.place
    return f"{x:.0f}", f"{y:.0f}", f"{SMALL + (LARGE - SMALL) * math.sqrt(spot.number / most):.0f}"


def _number(spot: Spot) -> tuple[str, str, int]:
    x, y = spot.place
    return f"{x:.0f}", f"{y + 9:.0f}", spot.number
