"""What tests of the look ask for: a template rendered as a page renders it, and its tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.template import engines
from django.utils import translation

Render = Callable[..., str]


class Tree(HTMLParser):
    """The elements of a page, each as (tag, attributes), and all its text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        """Return the attributes of every such element; `type_="x"` asks for type, `data_x` for data-x."""
        asked = {name.rstrip("_").replace("_", "-"): value for name, value in wanted.items()}
        return [
            attrs for name, attrs in self.elements if name == tag and all(attrs.get(k) == v for k, v in asked.items())
        ]

    def one(self, tag: str, **wanted: str) -> dict[str, str | None]:
        """Return the attributes of the only such element."""
        (found,) = self.all(tag, **wanted)
        return found


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The message ids themselves, so that tests read as the sources do."""
    with translation.override("en"):
        yield


@pytest.fixture
def render() -> Render:
    """Render the source of a template: `render("<c-tag>{{ word }}</c-tag>", word="x")`."""
    from django_cotton.compiler_regex import CottonCompiler

    def rendered(source: str, **context: Any) -> str:
        template = engines["django"].from_string(CottonCompiler().process(source))
        return str(template.render(context))

    return rendered
