"""Funnels and timelines: the drawing, and the same in words."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.utils import translation

from samskaper.ui.numbers import Funnel, Stage
from samskaper.ui.timeline import Span, Timeline, TimelineRow
from tests.ui.conftest import Render, Tree

D = dt.date


def lengths(funnel: Funnel) -> list[float]:
    return [float(re.findall(r'<rect class="funnel__bar" width="([\d.]+)"', str(row.bar))[0]) for row in funnel.rows]


class TestFunnel:
    def test_bars_keep_the_proportions(self) -> None:
        assert lengths(Funnel([Stage("a", 64), Stage("b", 32), Stage("c", 0)])) == [1000, 500, 0]

    def test_goal_above_all_stages_sets_the_scale(self) -> None:
        funnel = Funnel([Stage("a", 25)], goal=50)

        assert lengths(funnel) == [500]
        assert 'x1="1000.0"' in str(funnel.rows[0].bar)

    def test_goal_is_one_line_through_all_bars(self) -> None:
        bars = [str(row.bar) for row in Funnel([Stage("a", 100), Stage("b", 20)], goal=50).rows]

        assert all('x1="500.0"' in bar for bar in bars)

    def test_without_a_goal_there_is_no_line(self) -> None:
        assert "funnel__goal" not in str(Funnel([Stage("a", 3)]).rows[0].bar)

    def test_nobody_yet_draws_empty_bars(self) -> None:
        assert lengths(Funnel([Stage("a", 0), Stage("b", 0)])) == [0, 0]

    def test_number_opens_the_list_behind_it_only_where_one_may(self, render: Render) -> None:
        funnel = Funnel([Stage("Invited", 212, "/list"), Stage("Signed up", 64)])
        tree = Tree(render('<c-funnel :funnel="funnel" />', funnel=funnel))

        assert [link["href"] for link in tree.all("a")] == ["/list"]
        assert "212" in tree.text and "64" in tree.text

    def test_goal_is_explained_in_words(self, render: Render) -> None:
        funnel = Funnel([Stage("a", 3)], goal=5, goal_words="The red line is the goal.")

        assert "The red line is the goal." in render('<c-funnel :funnel="funnel" />', funnel=funnel)


def timeline(*rows: TimelineRow, today: dt.date | None = None) -> Timeline:
    return Timeline(rows, today)


ROW = TimelineRow("Gatherings", Span(D(2026, 9, 22), D(2027, 3, 5)), [Span(D(2026, 9, 24), D(2026, 11, 24))])


class TestTimeline:
    def test_whole_months_are_drawn(self) -> None:
        one = timeline(ROW)

        assert one.ends == (D(2026, 9, 1), D(2027, 3, 31))
        assert one.months[0] == D(2026, 9, 1) and one.months[-1] == D(2027, 3, 1) and len(one.months) == 7

    def test_what_happened_outside_the_plan_widens_it(self) -> None:
        late = TimelineRow("Report", Span(D(2026, 9, 1), D(2026, 9, 30)), [Span(D(2026, 12, 1), D(2026, 12, 2))])

        assert timeline(late).ends[1] == D(2026, 12, 31)

    @pytest.mark.parametrize("width", ["wide", "narrow"])
    def test_both_drawings_show_plan_practice_and_today(self, width: str) -> None:
        drawing = str(getattr(timeline(ROW, today=D(2026, 11, 24)), width))

        assert drawing.count('class="t-plan"') == 1 and drawing.count('class="t-real"') == 1
        assert "t-now" in drawing and "Today, 24 November" in drawing

    def test_today_outside_the_period_is_left_out(self) -> None:
        assert "t-now" not in str(timeline(ROW, today=D(2030, 1, 1)).wide)

    def test_a_single_day_can_be_seen(self) -> None:
        evening = TimelineRow("Evening", Span(D(2027, 1, 20), D(2027, 1, 20)))
        drawing = str(timeline(ROW, evening).wide)

        widths = [float(w) for w in re.findall(r'class="t-plan" x="[\d.]+" y="[\d.]+" width="([\d.]+)"', drawing)]
        assert min(widths) >= 15

    @pytest.mark.parametrize("width", ["wide", "narrow"])
    def test_no_bar_reaches_over_the_edge(self, width: str) -> None:
        last = TimelineRow("Report", Span(D(2027, 3, 31), D(2027, 3, 31)), [Span(D(2027, 3, 31), D(2027, 3, 31))])
        drawing = str(getattr(timeline(ROW, last), width))

        edge = float(re.findall(r'viewBox="0 0 (\d+)', drawing)[0])
        bars = re.findall(r'<rect class="t-\w+" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', drawing)
        assert bars and all(float(x) >= 0 and float(x) + float(w) <= edge for x, w in bars)

    def test_long_names_are_cut_in_the_drawing_but_whole_in_the_table(self, render: Render) -> None:
        name = "An evening for the associations that the participants have met so far, in the middle of the series"
        html = render('<c-timeline :timeline="one" />', one=timeline(TimelineRow(name, ROW.plan)))

        assert "…" in html and Tree(html).text.count(name) >= 1

    def test_eighty_activities_grow_the_drawing_downwards(self) -> None:
        tall = timeline(*[ROW] * 80).wide

        assert float(re.findall(r'viewBox="0 0 \d+ (\d+)', str(tall))[0]) > 80 * 40

    def test_three_years_show_fewer_months_on_the_phone(self) -> None:
        long = timeline(TimelineRow("All", Span(D(2022, 8, 1), D(2025, 7, 31))))

        assert str(long.narrow).count("t-month") <= 5
        assert str(long.wide).count("t-month") <= 14

    def test_nothing_planned_and_nothing_done_draws_nothing(self, render: Render) -> None:
        assert render('<c-timeline :timeline="one" />', one=timeline()).strip() == ""

    def test_row_without_dates_is_still_told(self, render: Render) -> None:
        tree = Tree(
            render('<c-timeline :timeline="one" />', one=timeline(TimelineRow("Undated", None), today=D(2026, 1, 1)))
        )

        assert "Not in the plan" in tree.text and "Nothing yet" in tree.text

    def test_label_from_people_is_escaped(self) -> None:
        assert "<img" not in str(timeline(TimelineRow("<img src=x>", ROW.plan)).wide)

    def test_activity_leads_to_its_page(self, render: Render) -> None:
        html = render('<c-timeline :timeline="one" />', one=timeline(TimelineRow("A", ROW.plan, (), "/a")))

        assert Tree(html).one("a")["href"] == "/a"


@pytest.mark.parametrize(
    ("span", "language", "words"),
    [
        (Span(D(2026, 9, 1), D(2026, 9, 1)), "nb", "1. september 2026"),
        (Span(D(2026, 9, 1), D(2026, 9, 30)), "nb", "1. september 2026 – 30. september 2026"),
        (Span(D(2026, 9, 1), D(2026, 9, 1)), "da", "1. september 2026"),
    ],
)
def test_period_in_words(span: Span, language: str, words: str) -> None:
    with translation.override(language):
        assert span.words == words
