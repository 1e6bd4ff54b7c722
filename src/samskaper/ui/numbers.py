"""Pictures of numbers, drawn on the server: a funnel and a timeline. The table with the same numbers stands beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString

WIDTH, BAR = 1000, 36


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a funnel: how many have come this far, and where to see who (if one may).

    `shown` are the words for the number, where they are not the number itself; `marked` draws the goal across its bar.
    """

    label: str | Promise
    count: int
    href: str = ""
    strong: bool = False
    shown: str = ""
    marked: bool = True


@dataclass(frozen=True, slots=True)
class FunnelRow:
    """A stage with its bar."""

    label: str | Promise
    count: int | str
    href: str
    strong: bool
    bar: SafeString


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many came how far; `goal` is drawn as a red line across the bars and explained in `goal_words`."""

    stages: Sequence[Stage]
    goal: int | None = None
    goal_words: str | Promise = ""

    @property
    def rows(self) -> list[FunnelRow]:
        """The stages with their bars, all to one scale."""
        most = max([stage.count for stage in self.stages] + [self.goal or 0, 1])
        mark = WIDTH * self.goal / most if self.goal else None
        return [
            FunnelRow(s.label, s.shown or s.count, s.href, s.strong, _bar(WIDTH * s.count / most, mark if s.marked else None))
            for s in self.stages
        ]


def amount(value: int) -> str:
    """Return a sum of money as it is read: «1 370 000» with thin spaces that do not break, 1.370.000 in Danish."""
    return number_format(value, 0, force_grouping=True).replace("\xa0", "\u202f")


def _bar(length: float, mark: float | None) -> SafeString:
    goal = (
        format_html('<line class="funnel__goal" x1="{0}" x2="{0}" y1="-5" y2="{1}"/>', f"{mark:.1f}", BAR + 5)
        if mark is not None
        else ""
    )
    return format_html(
        '<svg viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="funnel__bar" width="{}" height="{}" rx="2"/>{}</svg>',
        WIDTH,
        BAR,
        f"{length:.1f}",
        BAR,
        goal,
    )
