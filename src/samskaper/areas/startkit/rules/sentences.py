"""Which sentence became which, for a finding about it. No database."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from samskaper.areas.startkit.rules.differences import differences
from samskaper.editorial.texts import MethodText


@dataclass(frozen=True, slots=True)
class Became:
    """A sentence as it was and as it is; one of them is empty where it is new, or gone. `part` is like "steps.3"."""

    part: str
    words: str
    old: str
    new: str

    @property
    def mark(self) -> str:
        """What a form calls it: the same as long as both texts are."""
        return hashlib.sha256(f"{self.part}\x1f{self.old}\x1f{self.new}".encode()).hexdigest()[:16]


def changed_sentences(before: MethodText, after: MethodText) -> list[Became]:
    """Return the sentences that are different."""
    return [Became(one.part, one.words, pair.old, pair.new) for one in differences(before, after, {}) for pair in one.pairs]


def likely(found: list[Became], *, part: str, sentence: str) -> Became | None:
    """Return what became of this very sentence, else the only change of its part, else the only change there is."""
    exact = [one for one in found if sentence and one.old == sentence]
    near = [one for one in found if part and one.part == part]
    for some in (exact, near, found):
        if len(some) == 1:
            return some[0]
    return None
