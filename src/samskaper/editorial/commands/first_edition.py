"""The methods of the first edition, as they read then: the texts of today with what was different put back."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from typing import Any

from wagtail.models import Locale

from samskaper.editorial.commands.kit import KIT, LANGUAGES, fields_of, keys
from samskaper.editorial.models import MethodPage
from samskaper.editorial.texts import MethodText

FIRST = 1
NAMED_OTHERWISE = {"read_aloud": "say_aloud", "open_questions": "questions"}


@dataclass(frozen=True, slots=True)
class Earlier:
    """A method of the first edition, and why parts of it are different today, by the key of the part."""

    text: MethodText
    reasons: dict[str, str]


def first_edition() -> list[Earlier]:
    """Return every method of the first edition in every language."""
    return [_earlier(key, language) for key in keys() if _read(key, "method")["edition"] == FIRST for language in LANGUAGES]


def _earlier(key: str, language: str) -> Earlier:
    left_out = _read(key, "method").get("first_edition", {}).get("leaves_out", [])
    different = dict(_read(key, language).get("first_edition", {}))
    reasons = {_named(change["part"]): change["because"] for change in different.pop("changed", [])}
    text = MethodPage(locale=Locale(language_code=language), **fields_of(key, language)).text
    empty: dict[str, Any] = {name: () if isinstance(getattr(text, name), tuple) else "" for name in left_out}
    text = replace(text, **empty)
    for part, words in different.items():
        text = _with(text, _named(part), words)
    return Earlier(text, reasons)


def _with(text: MethodText, part: str, words: str) -> MethodText:
    """Return the method with another text in this part: "purpose", or "steps.3" for the words of the third step."""
    name, _dot, place = part.partition(".")
    if not place:
        return _replaced(text, name, words)
    rows = list(getattr(text, name))
    old = rows[int(place) - 1]
    rows[int(place) - 1] = words if isinstance(old, str) else replace(old, text=words, short="")
    return _replaced(text, name, tuple(rows))


def _replaced(text: MethodText, name: str, value: Any) -> MethodText:
    return replace(text, **{name: value})


def _named(part: str) -> str:
    name, dot, place = part.partition(".")
    return NAMED_OTHERWISE.get(name, name) + dot + place


def _read(key: str, name: str) -> dict[str, Any]:
    return tomllib.loads((KIT / key / f"{name}.toml").read_text(encoding="utf-8"))
