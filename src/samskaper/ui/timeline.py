"""Plan against practice on one timeline: a wide drawing, a narrow one, and the words for the table beside."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from samskaper.ui.days import short_month

WIDE, LABELS, TOP = 1120, 262, 62
NARROW = 350
LINE = 20  # the height of a line of words


@dataclass(frozen=True, slots=True)
class Span:
    """A period, both days included."""

    first: dt.date
    last: dt.date

    @property
    def words(self) -> str:
        """The period as it is read: one day, or from–to."""
        if self.first == self.last:
            return date_format(self.first, "DATE_FORMAT")
        return f"{date_format(self.first, 'DATE_FORMAT')} – {date_format(self.last, 'DATE_FORMAT')}"


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A line of the timeline: what the plan promised, and the periods in which something happened."""

    label: str
    plan: Span | None = None
    practice: Sequence[Span] = ()
    href: str = ""

    @property
    def plan_words(self) -> str:
        """What was promised, for the table."""
        return self.plan.words if self.plan else _("Not in the plan")

    @property
    def practice_words(self) -> str:
        """What has happened, for the table."""
        return "; ".join(span.words for span in self.practice) or _("Nothing yet")


@dataclass(frozen=True, slots=True)
class Timeline:
    """Rows between two days; `today` draws the thread through them, None leaves it out."""

    rows: Sequence[TimelineRow]
    today: dt.date | None = None
    _ends: tuple[dt.date, dt.date] | None = field(default=None)

    @property
    def ends(self) -> tuple[dt.date, dt.date]:
        """The first day of the first month and the last day of the last month that are drawn."""
        spans = [span for row in self.rows for span in (*row.practice, *((row.plan,) if row.plan else ()))]
        days = [span.first for span in spans] + [span.last for span in spans] or [self.today or dt.date.today()]
        first, last = self._ends or (min(days), max(days))
        return first.replace(day=1), _month_after(last) - dt.timedelta(days=1)

    @property
    def months(self) -> list[dt.date]:
        """The first day of every month that is drawn."""
        first, last = self.ends
        found = [first]
        while (following := _month_after(found[-1])) <= last:
            found.append(following)
        return found

    @property
    def wide(self) -> SafeString:
        """The drawing for the wide page: words to the left, time to the right."""
        return _Drawing(self, self.ends, WIDE, LABELS, WIDE - LABELS, label_above=False).svg()

    @property
    def narrow(self) -> SafeString:
        """The drawing for the phone: words above each bar."""
        return _Drawing(self, self.ends, NARROW, 0, NARROW, label_above=True).svg()


def _month_after(day: dt.date) -> dt.date:
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row with its words, broken into lines, where it begins, and where its bar lies."""

    row: TimelineRow
    lines: list[str]
    top: int
    middle: float
    height: int


@dataclass(frozen=True, slots=True)
class _Drawing:
    timeline: Timeline
    ends: tuple[dt.date, dt.date]
    width: int
    left: int
    span: int
    label_above: bool

    def rows(self) -> list[_Placed]:
        """Where each row stands: as high as its words and its bar need."""
        found: list[_Placed] = []
        y = TOP
        for row in self.timeline.rows:
            if self.label_above:
                lines = textwrap.wrap(row.label, 40, max_lines=4, placeholder=" …")
                words = LINE * len(lines)
                found.append(_Placed(row, lines, y, y + words + 18, words + 38))
            else:
                lines = textwrap.wrap(row.label, 30, max_lines=3, placeholder=" …")
                height = max(50, LINE * len(lines) + 14)
                found.append(_Placed(row, lines, y, y + height / 2, height))
            y += found[-1].height
        return found

    def x(self, day: dt.date, *, after: bool = False) -> float:
        """Where a day begins, or ends when `after`."""
        first, last = self.ends
        whole = (last - first).days + 1
        return self.left + self.span * ((day - first).days + (1 if after else 0)) / whole

    def svg(self) -> SafeString:
        rows = self.rows()
        height = TOP + sum(row.height for row in rows) + 8
        parts = [
            *self._grid(height),
            *(bar for row in rows for bar in self._bars(row)),
            *self._today(height),
            *(self._label(row) for row in rows),  # after the red line, so that it passes behind the words
        ]
        return mark_safe(f'<svg viewBox="0 0 {self.width} {height}" focusable="false">{"".join(parts)}</svg>')

    def _grid(self, height: int) -> Iterator[SafeString]:
        months = self.timeline.months
        every = max(1, -(-len(months) // (14 if not self.label_above else 5)))
        for place, month in enumerate(months):
            if place % every:
                continue
            at = f"{self.x(month):.1f}"
            yield format_html(
                '<line class="t-grid" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>', at, TOP - 12, height
            )
            words = short_month(month) + (f" {month:%y}" if month.month == 1 and place else "")
            yield format_html(
                '<text class="t-month" x="{}" y="{}">{}</text>', f"{self.x(month) + 4:.1f}", TOP - 20, words
            )

    def _bars(self, placed: _Placed) -> Iterator[SafeString]:
        if placed.row.plan:
            yield self._bar("t-plan", placed.row.plan, placed.middle, 24 if not self.label_above else 22)
        for span in placed.row.practice:
            yield self._bar("t-real", span, placed.middle, 14 if not self.label_above else 12)

    def _bar(self, look: str, span: Span, middle: float, height: int) -> SafeString:
        start, end = self.x(span.first), self.x(span.last, after=True)
        width = max(end - start, height * (0.8 if look == "t-plan" else 0.9))
        start = min(start, self.width - width - 1)
        return mark_safe(  # numbers and a class of ours
            f'<rect class="{look}" x="{start:.1f}" y="{middle - height / 2:.1f}" width="{width:.1f}" '
            f'height="{height}" rx="{height // 2}"/>'
        )

    def _label(self, placed: _Placed) -> SafeString:
        lines = placed.lines
        first = placed.top + 16 if self.label_above else placed.middle + 6 - LINE / 2 * (len(lines) - 1)
        return format_html(
            '<text class="{}" y="{}"><title>{}</title>{}</text>',
            "t-label t-halo" if self.label_above else "t-label",
            f"{first:.1f}",
            placed.row.label,
            format_html_join(
                "", '<tspan x="0" dy="{}">{}</tspan>', ((0 if not n else LINE, text) for n, text in enumerate(lines))
            ),
        )

    def _today(self, height: int) -> Iterator[SafeString]:
        today = self.timeline.today
        first, last = self.ends
        if today is None or not first <= today <= last:
            return
        x = self.x(today)
        yield format_html(
            '<path class="t-now" fill="none" d="M{0} {1}c2 {2} -2 {3} 0 {4}"/>'
            '<circle class="t-knot" cx="{0}" cy="{1}" r="{5}"/>',
            f"{x:.1f}",
            TOP - 10,
            height // 3,
            height // 2,
            height - TOP + 10,
            6,
        )
        near = min(max(x, self.left + 60), self.width - 60)
        words = _("Today, %(day)s") % {"day": date_format(today, "MONTH_DAY_FORMAT")}
        yield format_html(
            '<text class="t-today t-halo" text-anchor="middle" x="{}" y="{}">{}</text>',
            f"{near:.1f}",
            TOP - 42,
            words,
        )
