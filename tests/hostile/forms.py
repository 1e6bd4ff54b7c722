"""Forms as they stand on our pages, found by reading the pages as a browser does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

from samskaper.config.checkseed.seed import Seed
from tests.config.seeding import Visitor

KEPT = {"once", "csrfmiddlewaretoken", "version"}
NOT_TYPED = {"hidden", "radio", "checkbox", "submit", "button", "file"}


@dataclass
class Form:
    """A form: where it goes, and its fields with the values that it would send as it is."""

    page: str
    action: str
    method: str = "get"
    fields: dict[str, list[str]] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """What is the same for the same form on another record."""
        return re.sub(r"\d+", "0", self.action) + " " + ",".join(sorted(self.types))

    def as_it_is(self) -> dict[str, list[str]]:
        """Return what a browser would send if somebody pressed at once."""
        return {name: list(values) for name, values in self.fields.items()}

    def named(self, *types: str) -> list[str]:
        """Return the names of the fields of these types, or of those that are typed."""
        wanted = {name for name, kind in self.types.items() if (kind in types if types else kind not in NOT_TYPED)}
        return sorted(wanted - KEPT)

    def filled(self, words: str, *types: str) -> dict[str, list[str]]:
        """Return the form with these words in every field that is typed (or of these types)."""
        return self.as_it_is() | {name: [words] for name in self.named(*types)}


class Reader(HTMLParser):
    """Collects the forms of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page, self.found = page, list[Form]()
        self.form: Form | None = None
        self.select = self.area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            action = urljoin(self.page, given.get("action") or self.page)
            self.form = Form(self.page, action, given.get("method", "get").lower())
            self.found.append(self.form)
        elif self.form and tag in {"input", "button"} and given.get("name"):
            self._input(self.form, given)
        elif self.form and tag == "select":
            self.select = given.get("name", "")
            self.form.types[self.select] = "select"
        elif self.form and tag == "option" and self.select and ("selected" in given or self.select not in self.form.fields):
            self.form.fields[self.select] = [given.get("value", "")]
        elif self.form and tag == "textarea":
            self.area = given.get("name", "")
            self.form.types[self.area] = "textarea"
            self.form.fields.setdefault(self.area, [""])

    def _input(self, form: Form, given: dict[str, str]) -> None:
        name, kind = given["name"], given.get("type", "text")
        form.types.setdefault(name, kind)
        if kind == "file":
            form.files.append(name)
        elif kind not in {"radio", "checkbox"} or "checked" in given:
            form.fields.setdefault(name, []).append(given.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self.form and self.area:
            self.form.fields[self.area] = [self.form.fields[self.area][0] + data.lstrip("\n")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.area = ""


def forms_of(visitor: Visitor, seed: Seed) -> list[Form]:
    """Return one of every kind of form that a role finds on the pages that it may read."""
    found: dict[str, Form] = {}
    for walk in seed.walks():
        if visitor.role in walk.door.read and not walk.path.startswith("/cms/"):
            answer = visitor.knock("GET", walk.path)
            if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                for form in read(walk.path, answer.whole.decode()):
                    found.setdefault(form.kind, form)
    return list(found.values())


def read(page: str, text: str) -> list[Form]:
    """Return the forms of a page."""
    reader = Reader(page)
    reader.feed(text)
    return reader.found
