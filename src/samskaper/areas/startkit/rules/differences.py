"""What is different between two texts of a method, in words. No database.

Sentences are matched within their part by their words (Ratcliff and Obershelp's ratio, as difflib reckons it): above
`ALIKE` it is the same sentence, changed; below it one was taken out and another put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.editorial.texts import HEADINGS, MethodText, Part

ALIKE = 0.5
FIRST_SHOWN = 5

# What somebody with the old sheet in her hand should know first; what is not named comes last, in the order of the page.
WEIGHT = ("say_aloud", "steps", "when_not", "questions", "preparation", "materials", "online_steps", "nobody_speaks", "one_speaks_always")
NOW_THERE = {
    "online_steps": gettext_lazy("There is a variant online now, step by step."),
    "nobody_speaks": gettext_lazy("It says what to do if nobody says anything."),
    "one_speaks_always": gettext_lazy("It says what to do if one speaks all the time."),
    "with_5": gettext_lazy("It says how to do it with five people."),
    "with_40": gettext_lazy("It says how to do it with forty people."),
    "children": gettext_lazy("It says how to do it with children."),
    "mixed_languages": gettext_lazy("It says how to do it with several languages in the room."),
    "questions": gettext_lazy("There are questions to ask."),
    "canvas": gettext_lazy("There is a poster for the wall."),
    "example": gettext_lazy("There is an example from a small place."),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence as it was and as it is; "" where there was none, or is none."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is different: `words` says it, `pairs` are the sentences, `because` why where somebody wrote it down.

    `part` is the key of the part, "" where it is about the whole method.
    """

    words: str
    part: str = ""
    pairs: tuple[Pair, ...] = ()
    because: str = ""


def differences(old: MethodText, new: MethodText, reasons: Mapping[str, str]) -> list[Difference]:
    """Return what is different in `new`, the most important first: what has a reason, then what one says and does, then the rest."""
    found = [*_on_numbers(old, new), *_on_parts(old, new, reasons)]
    return sorted(found, key=_weight)


def _weight(one: Difference) -> tuple[int, int]:
    name = one.part.partition(".")[0]
    place = WEIGHT.index(name) if name in WEIGHT else len(WEIGHT)
    if one.because:
        return 0, place
    if not one.part:
        return 1, 0
    return (2, place) if one.pairs and place < 2 else (3, place) if not one.pairs else (4, place)


def _on_numbers(old: MethodText, new: MethodText) -> Iterator[Difference]:
    if old.minutes != new.minutes:
        yield Difference(_("It takes %(new)d minutes; it took %(old)d.") % {"new": new.minutes, "old": old.minutes})
    if old.people != new.people:
        said = {"old": f"{old.people[0]}–{old.people[1]}", "new": f"{new.people[0]}–{new.people[1]}"}
        yield Difference(_("It is made for %(new)s people; it was made for %(old)s.") % said)
    if old.phase != new.phase:
        yield Difference(_("It stands under “%(phase)s” now.") % {"phase": new.phase_words})
    if old.influence != new.influence:
        yield Difference(_("How much people decide is different: “%(new)s”.") % {"new": new.influence_in_short})


def _on_parts(old: MethodText, new: MethodText, reasons: Mapping[str, str]) -> Iterator[Difference]:
    for name, heading in HEADINGS.items():
        before, after = _under(old, name), _under(new, name)
        if before == after or (name == "online_intro" and (_added(old, new, "online_steps") or _added(new, old, "online_steps"))):
            continue
        if not before:
            yield Difference(str(NOW_THERE.get(name) or _("New: “%(heading)s”.") % {"heading": heading}), name, because=reasons.get(name, ""))
        elif not after:
            yield Difference(_("“%(heading)s” is no longer there.") % {"heading": heading}, name, because=reasons.get(name, ""))
        else:
            yield from _on_rows(before, after, reasons)


def _added(old: MethodText, new: MethodText, name: str) -> bool:
    return not getattr(old, name) and bool(getattr(new, name))


def _under(text: MethodText, name: str) -> list[Part]:
    return [part for part in text.parts() if part.key.partition(".")[0] == name]


def _on_rows(before: list[Part], after: list[Part], reasons: Mapping[str, str]) -> Iterator[Difference]:
    """Compare the pieces of a part one by one: each is matched with the one that it was before."""
    matcher = SequenceMatcher(None, [part.text for part in before], [part.text for part in after], autojunk=False)
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if kind == "equal":
            continue
        for was, now in _matched(before[old_from:old_to], after[new_from:new_to]):
            yield _on_piece(was, now, reasons)


def _matched(before: list[Part], after: list[Part]) -> Iterator[tuple[Part | None, Part | None]]:
    """Pair what stood in the same place and is much alike; the rest went or came."""
    left = list(before)
    for place, now in enumerate(after):
        was = next((part for part in left if likeness(part.text, now.text) >= ALIKE), None)
        if was is None and len(before) == len(after) and before[place] in left:
            was = before[place]
        if was is not None:
            left.remove(was)
        yield was, now
    for part in left:
        yield part, None


def _on_piece(was: Part | None, now: Part | None, reasons: Mapping[str, str]) -> Difference:
    if now is None:
        assert was is not None
        return Difference(_("Taken out: “%(part)s”.") % {"part": was.heading}, was.key, (Pair(was.text, ""),), reasons.get(was.key, ""))
    if was is None:
        return Difference(_("New: “%(part)s”.") % {"part": now.heading}, now.key, (Pair("", now.text),), reasons.get(now.key, ""))
    pairs = tuple(pair for pair in pairs_of(was.sentences, now.sentences))
    return Difference(_("Said differently: “%(part)s”.") % {"part": now.heading}, now.key, pairs, reasons.get(now.key, ""))


def pairs_of(before: list[str], after: list[str]) -> list[Pair]:
    """Return the sentences that changed, went or came, in the order of the new text."""
    found: list[Pair] = []
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        left = before[old_from:old_to]
        for sentence in after[new_from:new_to]:
            twin = max(left, key=lambda one: likeness(one, sentence), default="")
            if twin and likeness(twin, sentence) >= ALIKE:
                left.remove(twin)
                found.append(Pair(twin, sentence))
            else:
                found.append(Pair("", sentence))
        found += [Pair(sentence, "") for sentence in left]
    return _merged(found)


def _merged(pairs: list[Pair]) -> list[Pair]:
    """Put a sentence that went beside the one that came in its place, where there is one of each."""
    if len(pairs) == 2 and {bool(pair.old) and bool(pair.new) for pair in pairs} == {False}:
        old, new = "".join(pair.old for pair in pairs), "".join(pair.new for pair in pairs)
        if old and new:
            return [Pair(old, new)]
    return pairs


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are by their words, from 0 to 1."""
    return SequenceMatcher(None, one.lower().split(), other.lower().split(), autojunk=False).ratio()
