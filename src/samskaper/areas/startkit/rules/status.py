"""What a method must have in every language before it is whole: text, sheet, picture, film where one is promised, online variant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.editorial.texts import HEADINGS, MethodText

WHAT: dict[str, Promise] = {
    "text": gettext_lazy("text"), "sheet": gettext_lazy("sheet"), "picture": gettext_lazy("picture"), "film": gettext_lazy("film"),
    "online": gettext_lazy("online variant"),
}
FILMED = ("dot-voting", "exploratory-conversation")  # the methods that promise a film; the others have a picture
MUST_SAY = (
    "title", "short", "purpose", "influence_words", "when", "when_not", "materials", "preparation", "say_aloud", "steps", "nobody_speaks",
    "one_speaks_always", "with_5", "with_40", "children", "mixed_languages", "follow_up", "example", "alt",
)
LANGUAGE_NAMES = dict(settings.LANGUAGES)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a method lacks in a language. `why` says it in the reader's language; `key` is "" for the edition itself."""

    key: str
    language: str
    what: str
    title: str
    why: str

    @property
    def words(self) -> str:
        """The gap in a line: method, language, what."""
        return f"{self.title} ({LANGUAGE_NAMES.get(self.language, self.language)}): {self.why}"


@dataclass(frozen=True, slots=True)
class Things:
    """What is at hand beside the text: whether there is a picture, and a film in the language."""

    picture: bool
    film: bool


def gaps_of(key: str, texts: Mapping[str, MethodText], things: Mapping[str, Things]) -> list[Gap]:
    """Return what a method lacks in any language, in the order of the languages. `texts` and `things` are by language."""
    title = next((text.title for text in texts.values() if text.title), key)
    found = []
    for language in LANGUAGE_NAMES:
        text = texts.get(language)
        lacks = lacking(text, things[language]) if text else {"text": _("the text is missing")}
        twin = text and _twin(text, texts)
        if twin:
            lacks["text"] = _("the text is still the one in %(language)s") % {"language": LANGUAGE_NAMES[twin]}
        found += [Gap(key, language, what, title, why) for what, why in lacks.items()]
    return found


def lacking(text: MethodText, things: Things) -> dict[str, str]:
    """Return what a method lacks in a language, by what it is, with a reason each."""
    found = {}
    if unsaid := [str(HEADINGS.get(name, gettext_lazy("In a few words, for a card"))) for name in MUST_SAY if not getattr(text, name)]:
        found["text"] = _("nothing is written under %(parts)s") % {"parts": ", ".join(f"“{part}”" for part in unsaid)}
    elif any(not step.title or not step.text for step in text.steps):
        found["text"] = _("a step has no words")
    if not text.steps or any(not step.on_a_sheet for step in text.steps):
        found["sheet"] = _("a step has nothing to say on the sheet")
    if not things.picture:
        found["picture"] = _("there is no picture")
    if text.key in FILMED and not things.film:
        found["film"] = _("there is no film")
    if not text.online_steps and not text.online_intro:
        found["online"] = _("it does not say how it is done online, or why it cannot be")
    return found


def _twin(text: MethodText, texts: Mapping[str, MethodText]) -> str:
    """Return the language, earlier in the order, whose steps these are word for word; "" where the text is its own."""
    own = [(step.title, step.text) for step in text.steps]
    for language in LANGUAGE_NAMES:
        if language == text.language:
            return ""
        other = texts.get(language)
        if other and own and own == [(step.title, step.text) for step in other.steps]:
            return language
    return ""
