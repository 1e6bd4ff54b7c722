"""Main goals and sub-goals, and which of them a reference means."""

import re
from collections.abc import Iterable, Sequence

from .lines import Ledger
from .prose import Paragraph
from .refs import Prefix, Ref, read_number, read_prefix, split_goals
from .shape import MainGoal, SubGoal, Why

_UNDER = re.compile(
    r"(?:delmål(?:a|ene)?|undermål|sub-goals?)\s+(?:til|for|under|to)\s+(?:hoved|hovud|main )(?:mål|goal)\s*"
    r"(?P<main>[0-9]{1,3}|[a-z])\b",
    re.IGNORECASE,
)
_GOALS_FOLLOW = re.compile(r"(?:delmål|undermål|sub-goals?|hovedmål og delmål|hovudmål og delmål)", re.IGNORECASE)


class Goals:
    """The goals found so far; sub-goals without a main number get the last one's."""

    def __init__(self) -> None:
        self.main: dict[str, MainGoal] = {}
        self.sub: dict[str, SubGoal] = {}
        self._under = ""
        self._listed = False

    def take(self, paragraph: Paragraph, ledger: Ledger) -> bool:
        """Take the goals that a paragraph defines; False if it defines none."""
        match = _UNDER.match(paragraph.text)
        if match:
            self._under = match["main"]
        if paragraph.level or match:
            self._listed = _GOALS_FOLLOW.match(paragraph.text) is not None
            return False
        defined = [self._define(piece, paragraph, ledger) for piece in split_goals(paragraph.text)]
        return any(defined)

    def _define(self, piece: str, paragraph: Paragraph, ledger: Ledger) -> bool:
        prefix = read_prefix(piece) or (read_number(piece) if self._listed else None)
        if not prefix or prefix.rest == piece:
            return False
        defined = False
        for ref in prefix.refs:
            if ref.kind == "main":
                self._under = ".".join(ref.tokens)
            if prefix.rest:
                defined = self._add(ref, prefix.rest, paragraph, ledger) or defined
        return defined

    def _add(self, ref: Ref, text: str, paragraph: Paragraph, ledger: Ledger) -> bool:
        if ref.kind == "main":
            number = ".".join(ref.tokens)
            twice = _key(number) in self.main
            if not twice:
                self.main[_key(number)] = MainGoal(number, text, paragraph.lines)
        else:
            number = self._full(ref.tokens)
            twice = _key(number) in self.sub
            if not twice:
                over = number.rpartition(".")[0]
                self.sub[_key(number)] = SubGoal(number, over, text, paragraph.lines)
        if twice:
            ledger.refuse(Why.GOAL_TWICE, *paragraph.lines)
            return True
        ledger.claim(f"goal {number}", *paragraph.lines)
        return True

    def _full(self, tokens: Sequence[str]) -> str:
        if len(tokens) == 1 and self._under:
            return f"{self._under}.{tokens[0]}"
        return ".".join(tokens)

    def resolve(self, refs: Iterable[Ref], ledger: Ledger, *lines: int) -> tuple[str, ...]:
        """The refs of the goals that somebody named; doubts go into the ledger."""
        named: list[str] = []
        for ref in refs:
            found = self._main(ref) if ref.kind == "main" else self._sub(ref)
            if len(found) > 1:
                ledger.refuse(Why.UNSURE_GOAL, *lines)
                continue
            if not found:
                ledger.refuse(Why.UNKNOWN_GOAL, *lines)
                number = ".".join(ref.tokens)
                found = [f"main {number}" if ref.kind == "main" else number]
            named += found
        return tuple(dict.fromkeys(named))

    def numbered(self, text: str) -> Prefix | None:
        """«1.2: …», where there is a goal 1.2."""
        prefix = read_number(text)
        return prefix if prefix and _key(".".join(prefix.refs[0].tokens)) in self.sub else None

    def _main(self, ref: Ref) -> list[str]:
        goal = self.main.get(_key(".".join(ref.tokens)))
        return [goal.ref] if goal else []

    def _sub(self, ref: Ref) -> list[str]:
        goal = self.sub.get(_key(".".join(ref.tokens)))
        if goal or len(ref.tokens) > 1:
            return [goal.ref] if goal else []
        last = f".{_key(ref.tokens[0])}"
        return [goal.ref for key, goal in self.sub.items() if key.endswith(last)]


def _key(number: str) -> str:
    return number.casefold()
