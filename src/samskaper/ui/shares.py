"""A picture of answers: how many said yes, how many no, and how many have said nothing, for each thing that was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDTH, BAR = 1000, 36
PARTS = ("yes", "no", "silent")


@dataclass(frozen=True, slots=True)
class Share:
    """One thing that was asked, with the numbers of yes, no and silence."""

    label: str
    numbers: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Shares:
    """Everything that was asked, all to one scale."""

    shares: Sequence[Share]

    @property
    def rows(self) -> list[tuple[Share, SafeString]]:
        """Each with its bar: full for yes, striped for no, an open frame for silence. Never colour alone."""
        most = max([sum(share.numbers) for share in self.shares] + [1])
        return [(share, _bar(share.numbers, most)) for share in self.shares]


def _bar(numbers: tuple[int, int, int], most: int) -> SafeString:
    parts, at = [], 0.0
    for part, number in zip(PARTS, numbers, strict=True):
        width = WIDTH * number / most
        if number:
            parts.append((part, f"{at:.1f}", f"{max(width - 4, 3):.1f}", BAR))
        at += width
    return format_html(
        '<svg viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true" focusable="false">{}</svg>',
        WIDTH, BAR, format_html_join("", '<rect class="shares__{}" x="{}" y="1" width="{}" height="{}" rx="2"/>', ((p, x, w, h - 2) for p, x, w, h in parts)),
    )
