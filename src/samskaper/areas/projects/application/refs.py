"""The prefix by which people say what goals a sentence serves.

«Delmål 1.2: …», «Delmål: 1.1: …», «Delmål 2.3 og 2.4: …», «Delmåla 1.1–1.3: …»,
«Hovedmål 1 er evaluert.», «Hovedmål A, delmål b: …».
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Kind = Literal["main", "sub"]

_KIND = (
    r"(?P<main>(?:hoved|hovud)\s?(?:mål|maal)(?:ene|et|a)?|main\s+goals?)"
    r"|(?P<sub>(?:del|under)\s?(?:mål|maal)(?:ene|et|a)?|sub-?goals?)"
    r"|(?P<either>mål(?=\s+[0-9]))"
)
_REF = (
    r"(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}(?:\.?[a-z])?|[a-z]\.?[0-9]{1,3}|[a-z]\.[a-z]|(?-i:[A-Z][a-z])|[a-z])"
    r"(?![0-9a-zæøå])"
)
_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}(?![0-9a-zæøå])"
_GAP = r"(?:\s*:\s*|\s+|(?=[0-9]))(?:nr\.?\s*|no\.?\s*|#\s*)?"
_JOIN = r"(?:\s*(?:,|;|&|/|\+)\s*(?:og\s+|and\s+)?|\s+(?:og|samt|and)\s+)"
_MOST = 40
_HEAD = re.compile(
    rf"(?:{_KIND}){_GAP}(?P<refs>{_REF}(?:{_JOIN}{_REF}|\s?(?:-|–|til)\s?{_NUMBER}){{0,{_MOST}}})", re.IGNORECASE
)
_STOP = re.compile(r"\s*\.?[:)]\s*|\.\s+|\s+[-–—]\s+|\s*$")
_PIECE = re.compile(rf"(?P<range>(?:-|–|til)\s?)?(?<![0-9a-zæøå.])(?P<ref>{_REF})", re.IGNORECASE)
_NEXT = re.compile(rf"{_JOIN}(?=(?:{_KIND}))", re.IGNORECASE)
_MORE = re.compile(rf"(?<![\w(])(?:{_KIND}){_GAP}{_REF}\s*:", re.IGNORECASE)
_CAPITALS = frozenset("ABCDEFGHJKLMNOPQRSTUVWXYZ")
_INSIDE = re.compile(rf"\(\s*({_HEAD.pattern})\s*\)", re.IGNORECASE)
_BARE = re.compile(r"(?P<number>[0-9]{1,3}(?:\.[0-9]{1,3}){1,3})(?:\s*[:)]\s*|\.?\s+)(?=[A-ZÆØÅ«\"])")


@dataclass(frozen=True, slots=True)
class Ref:
    """A goal as somebody named it: «delmål 1.2» is sub ("1", "2")."""

    kind: Kind
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """What a text starts with. ``rest`` is what remains to be said."""

    refs: tuple[Ref, ...]
    rest: str


def read_prefix(text: str) -> Prefix | None:
    """The goals that a text begins by naming, or nothing.

    «Hovedmål 1 er evaluert.» names a goal in a sentence of its own: the rest
    is the whole text.
    """
    refs: list[Ref] = []
    at = 0
    while len(refs) < _MOST and (match := _HEAD.match(text, at)):
        found = _refs(match)
        if join := _NEXT.match(text, match.end()):
            refs, at = refs + found, join.end()
        elif stop := _STOP.match(text, match.end()):
            refs, at = refs + found, stop.end()
        elif _lettered(found):
            break
        else:
            said = text[match.end() :].strip()
            return _prefix(refs + found, said if said[0].isupper() or said[0] in '«"' else text[at:])
    return _prefix(refs, text[at:].strip()) if refs else None


def read_number(text: str) -> Prefix | None:
    """A goal named by nothing but its number: «1.2: …», «1.2 Kurset er holdt.»."""
    match = _BARE.match(text)
    return Prefix((Ref("sub", tuple(match["number"].split("."))),), text[match.end() :]) if match else None


def _prefix(refs: list[Ref], rest: str) -> Prefix:
    return Prefix(tuple(dict.fromkeys(refs)), rest)


def read_bracketed(text: str) -> tuple[Ref, ...]:
    """Goals named in brackets anywhere in a text: «… er holdt (delmål 1.2)»."""
    return tuple(ref for match in _INSIDE.finditer(text) for ref in _refs(match))


def split_goals(text: str) -> list[str]:
    """One piece for every goal that is defined in a text."""
    starts = [match.start() for match in _MORE.finditer(text)]
    edges = [0, *(start for start in starts if start > 0), len(text)]
    return [piece for a, b in pairwise(edges) if (piece := text[a:b].strip(" ,;"))]


def _lettered(refs: list[Ref]) -> bool:
    """Whether a ref may be a word: «delmål i …», but «Hovedmål A er …» is a goal."""
    alone = len(refs) == 1 and "".join(refs[0].tokens)
    return bool(alone and alone.isalpha() and alone not in _CAPITALS)


def _refs(match: re.Match[str]) -> list[Ref]:
    refs: list[Ref] = []
    for piece in _PIECE.finditer(match["refs"]):
        tokens = tuple(re.findall(r"[0-9]+|[A-Za-z]", piece["ref"]))
        kind: Kind = "main" if match["main"] or (match["either"] and len(tokens) == 1) else "sub"
        if piece["range"] and refs:
            refs += _between(refs[-1], tokens)
        refs.append(Ref(kind, tokens))
    return refs


def _between(first: Ref, last: tuple[str, ...]) -> list[Ref]:
    """The goals inside a range; both ends must count in the same place."""
    same = first.tokens[:-1] == last[:-1] and first.tokens[-1].isdecimal() and last[-1].isdecimal()
    if not same or int(last[-1]) - int(first.tokens[-1]) > _MOST:
        return []
    return [Ref(first.kind, (*last[:-1], str(n))) for n in range(int(first.tokens[-1]) + 1, int(last[-1]))]
