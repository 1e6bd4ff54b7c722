"""The register of components: what each is for, and the attributes that it takes. It refuses all others.

An attribute with a colon in front (`:items="dates"`) takes a value from the page; without, a text. Slots hold markup:
`<c-slot name="actions">…</c-slot>`. Every component also takes `id`, `class`, `hx-*`, `data-*` and `aria-*`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ALWAYS = frozenset({"id", "class", "lang", "hidden", "title", "role", "tabindex", "attrs"})


@dataclass(frozen=True, slots=True)
class Component:
    """A component by its tag. `attributes` and `slots` map each name to what it is for.

    A `pure` one prints what its attributes and slots say and knows nothing of the page: it is drawn once per value.
    """

    name: str
    about: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    slots: Mapping[str, str] = field(default_factory=dict)
    pure: bool = True

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Return attributes and slots with what they are for, as the gallery lists them."""
        return [*self.attributes.items(), *((f"slot {name}", about) for name, about in self.slots.items())]

    @property
    def example(self) -> str:
        """The template that shows it in the gallery."""
        return f"ui/examples/{self.name.replace('-', '_')}.html"


def _all() -> list[Component]:
    return [*_frame(), *_forms(), *_chain(), *_pieces(), *_numbers()]


def _frame() -> list[Component]:
    return [
        Component(
            "button",
            "A button of a form. One primary on a page, per decision.",
            {
                "variant": "primary, secondary or tertiary (the way out)",
                "type": "submit or button",
                "icon": "a line icon before the words",
                "name": "",
                "value": "",
                "size": "sm where many stand in a row",
                "color": "danger where something goes away",
                "disabled": "",
                "form": "id of a form elsewhere on the page",
            },
        ),
        Component(
            "link-button",
            "A link that looks like a button: it leads somewhere and changes nothing.",
            {
                "href": "",
                "variant": "primary, secondary or tertiary",
                "icon": "",
                "size": "",
                "color": "",
                "download": "any word: the file is saved",
                "rel": "",
                "target": "",
            },
        ),
        Component(
            "tag",
            "A status in one or two words.",
            {"tone": "success, warning, danger, info, neutral; none is the house's own", "icon": ""},
        ),
        Component(
            "icon", "A line icon. A word always stands beside it.", {"name": "see frontend/icons.mjs", "size": "s or l"}
        ),
        Component(
            "picture",
            "An illustration.",
            {
                "name": "home, empty, error, door, desk, graduation, letter, calendar, talk, table, swap, portrait",
                "size": "s or m",
            },
        ),
        Component(
            "note",
            "Something to know or to look after, with an icon and a sentence.",
            {
                "tone": "info, success, warning or danger",
                "title": "",
                "icon": "",
                "level": "of the heading; 2",
                "live": "any word: read out when it appears",
            },
            {"actions": "buttons"},
        ),
        Component(
            "card",
            "Something that you can act on or take with you. Lists need no cards; never a card in a card.",
            {
                "title": "",
                "kicker": "a small line above the title",
                "lifted": "any word: what comes next; one per column",
                "level": "of the heading; 2",
            },
            {"actions": "buttons"},
        ),
        Component(
            "empty",
            "Where there is nothing yet: a kind sentence and what to do.",
            {"heading": "", "level": "1 when it is the page's own heading", "picture": "a name, or none"},
            {"actions": "buttons"},
        ),
        Component(
            "table",
            "A table that scrolls by itself on a phone, or stacks.",
            {
                "caption": "",
                "label": "for those who listen, if there is no caption",
                "stack": "any word: rows become blocks on phones; cells carry data-label",
                "hide_caption": "",
            },
        ),
    ]


def _forms() -> list[Component]:
    return [
        Component(
            "form",
            "Every form that changes something: it prints the protection key, the once key and the version.",
            {
                "action": "",
                "method": "post, or get for searching",
                "enctype": "",
                "version": "of the record that is changed",
                "draft": "a name: half-written text is kept on the device",
                "wide": "",
                "inline": "",
                "bare": "only a button",
                "target": "",
            },
        ),
        Component("fields", "All fields of a form, hidden ones first.", {"form": "the form"}, pure=False),
        Component(
            "errors",
            "What must be put right, on top of the page, with a link to each field. Prints nothing for a valid form.",
            {"form": "the form"},
            pure=False,
        ),
        Component(
            "opts",
            "Radio pills (or ticks) outside a Django form. Nothing is chosen unless `value` says so.",
            {"legend": "", "name": "", "choices": "pairs of key and words", "value": "", "type": "radio or checkbox"},
        ),
        Component(
            "who",
            "Who sees what is written here, and for how long. Stands next to the field.",
            {
                "sees": "a sentence",
                "until": "a sentence",
                "access": "any word: the sentence about requests for access",
                "title": "another question, or none",
            },
        ),
        Component(
            "two-texts",
            "What I share and what I think for myself, side by side: solid frame, dashed frame.",
            {"shared_title": "", "own_title": "", "level": ""},
            {"shared": "fields and who sees them", "own": "fields and who sees them"},
        ),
        Component(
            "steps", "The steps of a longer form.", {"items": "words", "current": "a number, from 1", "label": ""}
        ),
        Component(
            "progress",
            "How far something has come, with words.",
            {"label": "", "value": "", "max": "", "words": "", "id": ""},
        ),
        Component("draft-note", "The note that half-written text was kept. `<c-form draft=…>` brings it by itself."),
    ]


def _chain() -> list[Component]:
    return [
        Component(
            "thread",
            "The way through the chain, on top of every record page.",
            {"thread": "from samskaper.ui.thread.thread()", "plain": "any word: inside the page, as an example"},
        ),
        Component(
            "ways",
            "Pages that lie beside each other. The one that is open is marked.",
            {"items": "from samskaper.ui.ways.beside()", "label": "what they have in common, for those who listen"},
        ),
        Component(
            "vthread",
            "Steps or dates in order.",
            {"items": "with title, note, minutes, href and state: done, here or none"},
        ),
        Component(
            "remark",
            "What a colleague would say about the plan. It proposes, the reader decides.",
            {"quiet": "any word: answered", "icon": ""},
            {"actions": "buttons"},
        ),
        Component("goals", "The list around goals.", {"label": ""}),
        Component(
            "goal",
            "A goal with its number; the number leads to what lies behind it.",
            {
                "number": "1.2",
                "text": "",
                "count": "",
                "target": "",
                "unit": "",
                "href": "",
                "status": "a word",
                "tone": "of the status",
            },
        ),
    ]


def _pieces() -> list[Component]:
    return [
        Component(
            "date",
            "A leaf of a calendar.",
            {
                "day": "a date, or a date and time",
                "time": "any word: show the time",
                "weekday": "any word: show the day",
            },
        ),
        Component(
            "dated",
            "A leaf of a calendar with its title and a line.",
            {"day": "", "time": "", "weekday": "", "title": "", "href": "", "level": ""},
        ),
        Component("facts", "A row of facts: label and value.", {"items": "with label, value, icon and href"}),
        Component("checks", "What is done and what is missing.", {"items": "with title, note, done and href"}),
        Component("say", "Words to read aloud.", {"heading": ""}),
        Component("price", "What a choice costs, before it is made.", {"items": "with value and label"}),
        Component("from", "Who a letter is from, and to whom.", {"sender": "", "to": "", "portrait": ""}),
        Component(
            "swap-list",
            "Offers, needs or experiences: three lists of the same size.",
            {"title": "", "kind": "offer, need or experience", "icon": "", "level": ""},
            {"foot": "the way to add one"},
        ),
        Component(
            "strip",
            "Weeks beside each other, with what happens in them.",
            {"columns": "with title, note and slots (title, note, look)", "label": ""},
        ),
    ]


def _numbers() -> list[Component]:
    return [
        Component(
            "map", "Norway and Denmark with a circle for each county, and the table with the same numbers.",
            {"map": "samskaper.ui.map.CountyMap", "caption": "of the table"},
        ),
        Component(
            "funnel",
            "How many came how far; the red line is the goal.",
            {"funnel": "a samskaper.ui.numbers.Funnel", "caption": "for those who listen"},
        ),
        Component(
            "timeline",
            "Plan against practice, with the table beside.",
            {"timeline": "a samskaper.ui.timeline.Timeline", "summary": ""},
        ),
    ]


components: dict[str, Component] = {component.name: component for component in _all()}


def reference() -> str:
    """Return the page docs/reference/components.md, made from the register."""
    lines = [
        "# Components",
        "",
        'Made from the register in `ui/components.py`. Slots hold markup: `<c-slot name="actions">…</c-slot>`.',
        "",
    ]
    for component in components.values():
        lines += [f"## `<c-{component.name}>`", "", component.about, ""]
        lines += [f"- `{name}`{': ' + about if about else ''}" for name, about in component.rows]
        lines += [""] if component.rows else []
    return "\n".join(lines)
