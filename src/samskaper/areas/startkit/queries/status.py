"""How whole the kit is: methods x languages x what each must have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from samskaper.areas.startkit.rules.status import FILMED, LANGUAGE_NAMES, WHAT, Gap, Things, gaps_of
from samskaper.editorial import queries as editorial
from samskaper.editorial.queries import manuscripts, method_texts
from samskaper.editorial.texts import MethodText


@dataclass(frozen=True, slots=True)
class Row:
    """A method in a language: of each thing whether it is there ("yes"), lacks ("no") or is not asked for ("-"), with the gaps."""

    key: str
    title: str
    language: str
    marks: dict[str, str]
    gaps: tuple[Gap, ...]

    @property
    def name(self) -> str:
        """The language's own name."""
        return LANGUAGE_NAMES[self.language]

    @property
    def cells(self) -> list[tuple[str, str, str]]:
        """(what, mark, why) in the order of the table."""
        why = {gap.what: gap.why for gap in self.gaps}
        return [(str(words), self.marks[what], why.get(what, "")) for what, words in WHAT.items()]


def status() -> list[Row]:
    """Return every published method in every language, with what it has and lacks."""
    texts: dict[str, dict[str, MethodText]] = {}
    for language in LANGUAGE_NAMES:
        for text in method_texts(language):
            texts.setdefault(text.key, {})[language] = text
    rows = []
    for key, by_language in texts.items():
        found = gaps(key, by_language)
        title = next(iter(by_language.values())).title
        for language in LANGUAGE_NAMES:
            own = tuple(gap for gap in found if gap.language == language)
            here = by_language.get(language)
            rows.append(Row(key, here.title if here else title, language, _marks(key, here is not None, own), own))
    return rows


def gaps(key: str, texts: Mapping[str, MethodText]) -> list[Gap]:
    """Return what a method lacks, given its text in each language."""
    return gaps_of(key, texts, {language: Things(editorial.has_picture(key), editorial.has_film(key, language)) for language in LANGUAGE_NAMES})


def gaps_in_drafts(keys: Iterable[str]) -> list[Gap]:
    """Return what these methods lack as their last drafts have them."""
    drafts = manuscripts(keys)
    return [gap for key in keys for gap in gaps(key, drafts.get(key, {}))]


def _marks(key: str, is_there: bool, own: tuple[Gap, ...]) -> dict[str, str]:
    if not is_there:
        return {what: "no" if what != "film" or key in FILMED else "-" for what in WHAT}
    lacking = {gap.what for gap in own}
    return {what: "no" if what in lacking else "-" if what == "film" and key not in FILMED else "yes" for what in WHAT}
