"""The gallery: every component with its example, drawn from invented data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django import forms
from django.http import HttpRequest
from django.template.loader import get_template, render_to_string
from django.utils.safestring import SafeString

from samskaper.ui.components import Component, components
from samskaper.ui.map import CountyMap, Spot
from samskaper.ui.numbers import Funnel, Stage
from samskaper.ui.pictures import PICTURES
from samskaper.ui.thread import thread
from samskaper.ui.timeline import Span, Timeline, TimelineRow
from samskaper.ui.ways import beside

DAY = dt.date(2026, 11, 24)


class ExampleForm(forms.Form):
    """One field of each kind."""

    code = forms.CharField(widget=forms.HiddenInput, required=False, initial="x")
    challenge = forms.CharField(
        label="The challenge, in your own words",
        help_text="You need not have a solution.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    who = forms.CharField(
        label="Who are you?", help_text="An association, some neighbours or just yourself.", required=False
    )
    email = forms.EmailField(label="E-mail we can answer to")
    day = forms.DateField(label="Which day suits?", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    place = forms.ChoiceField(label="Where?", choices=[("lysvik", "Lysvik"), ("havnes", "Havnes")])
    minutes = forms.ChoiceField(
        label="How long do you have?",
        choices=[("20", "20 minutes"), ("40", "40 minutes")],
        widget=forms.RadioSelect(attrs={"data-look": "pills"}),
    )
    name_shown = forms.ChoiceField(
        label="Who shall we say that this comes from?",
        choices=[("a", "An association in the county"), ("b", "The history society, by name")],
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label="What is it about?",
        choices=[("rooms", "Rooms"), ("young", "The young")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    agenda = forms.FileField(label="A document, if you have one", required=False)
    agree = forms.BooleanField(label="You may ring me about this", required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["challenge"].sees = "Only the adviser at the regional library sees this now."  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Entry:
    """A component with its example, drawn and as it is written."""

    component: Component
    html: SafeString
    source: str


def gallery(request: HttpRequest | None = None) -> list[Entry]:
    """Return every component with its drawn example, in the order of the register."""
    return [
        Entry(component, render_to_string(component.example, example_data(component.name), request), _source(component))
        for component in components.values()
    ]


def _source(component: Component) -> str:
    origin = getattr(get_template(component.example), "origin", None)
    return Path(str(origin)).read_text(encoding="utf-8").strip() if origin else ""


def example_data(name: str) -> dict[str, Any]:
    """Return what the example of this component shows. Ids of forms differ, so that they can stand on one page."""
    wrong = {"challenge": "", "who": "The neighbours at Nes", "email": "leader@", "place": "lysvik"}
    return {
        "form": ExampleForm(auto_id=f"{name}_%s"),
        "wrong": ExampleForm(wrong, auto_id=f"{name}_%s"),
        "wrong2": ExampleForm(wrong, auto_id="form_%s"),
        "pictures": list(PICTURES),
        "choices": [("20", "20 minutes"), ("40", "40 minutes"), ("180", "Half a day")],
        "steps": ["Paste", "Check", "Save"],
        "ways": beside([("Conversations", "#a"), ("Shared challenges", "#b"), ("Initiatives", "#c")], path="#b"),
        "map": CountyMap([Spot("Finnmark", 2, 69.9, 26.1), Spot("Innlandet", 12, 61.2, 10.4), Spot("Midtjylland", 5, 56.3, 9.4)], "Initiatives"),
        "day": DAY,
        "moment": dt.datetime.combine(DAY, dt.time(18), dt.UTC),
        **dict(_chain()),
        **dict(_lists()),
        **dict(_numbers()),
    }


def _chain() -> Iterator[tuple[str, Any]]:
    yield (
        "thread",
        thread(
            "gathering",
            things={"plan": ("4 anchorings", "#example"), "gathering": "3 gatherings", "conversation": "74 of 192"},
            back=("The project and its goals", "#example"),
            forward=("On: 74 conversations", "#example"),
        ),
    )
    yield (
        "whole",
        thread(
            things={
                "plan": "“More meeting places for the young”, page 14",
                "gathering": "22 libraries, autumn 2025",
                "practice": "Open every Tuesday",
            }
        ),
    )
    yield (
        "dates",
        [
            {"title": "3 December at 17", "note": "Conversation with the sports club", "state": "done"},
            {"title": "20 January", "note": "Evening for the associations", "state": "here"},
            {"title": "9 February at 9", "note": "Gathering 3, online"},
        ],
    )


def _lists() -> Iterator[tuple[str, Any]]:
    yield (
        "facts",
        [
            {"label": "Time", "value": "40 minutes", "icon": "clock"},
            {"label": "How many", "value": "2–4 people", "icon": "people"},
            {"label": "Where", "value": "With them, or online", "icon": "place"},
        ],
    )
    yield (
        "checks",
        [
            {"title": "The introduction", "note": "Done on 4 September", "done": True},
            {"title": "Two more gatherings", "note": "1 December and 9 February", "href": "#example"},
        ],
    )
    yield (
        "prices",
        [
            {"value": "18 hours", "label": "of working time"},
            {"value": "3 days", "label": "away from the desk"},
            {"value": "0", "label": "kroner"},
        ],
    )
    yield (
        "weeks",
        [
            {"title": "Week 47", "slots": [{"title": "Lysvik → Storåsen", "note": "Tue 17 · done"}]},
            {
                "title": "Week 48",
                "slots": [
                    {"title": "Havnes → Lysvik", "note": "falls away", "look": "off"},
                    {"title": "Havnes → Tverrdal", "note": "proposed", "look": "may"},
                ],
                "note": "Friday: the round ends",
            },
        ],
    )


def _numbers() -> Iterator[tuple[str, Any]]:
    stages = [
        Stage("Signed up", 64, "#example"),
        Stage("Came to gathering 1", 58),
        Stage("Have done an action", 47),
        Stage("On the way to completing", 41, strong=True),
    ]
    yield "funnel", Funnel(stages, goal=50, goal_words="The red line is the goal: 50 complete (sub-goal 1.2). ")
    yield (
        "timeline",
        Timeline(
            [
                TimelineRow(
                    "The series is sent out",
                    Span(dt.date(2026, 9, 1), dt.date(2026, 9, 30)),
                    [Span(dt.date(2026, 9, 2), dt.date(2026, 10, 8))],
                    "#example",
                ),
                TimelineRow(
                    "Gatherings 1–3", Span(dt.date(2026, 9, 22), dt.date(2027, 3, 5)), [Span(dt.date(2026, 9, 24), DAY)]
                ),
                TimelineRow(
                    "An evening for the associations that the participants have met, in the middle of the series",
                    Span(dt.date(2027, 1, 20), dt.date(2027, 1, 20)),
                ),
                TimelineRow("Final report", Span(dt.date(2027, 9, 1), dt.date(2027, 10, 31))),
            ],
            today=DAY,
        ),
    )
