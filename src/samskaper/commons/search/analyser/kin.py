"""Sisters: the same word in bokmål, nynorsk and Danish.

Most of them differ by the same letters every time (udstilling, utstilling; information, informasjon): those are rules.
The rest stand in `sisters.toml`. Rules only touch stems of five letters or more; short words are too alike.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from samskaper.commons.search.analyser import stems
from samskaper.commons.search.analyser.letters import fold

LONG = 5
RULES = tuple((re.compile(found), becomes) for found, becomes in (
    ("^ud", "ut"),
    ("^af", "av"),
    ("^op(?=[bdfghjklmnrstv])", "opp"),
    ("(?:ss|t|s)ion", "sjon"),
    ("skab$", "skap"),
    ("(?:hed|heit)$", "het"),
    ("leg$", "lig"),
    ("ae", "e"),
    ("oj(?=[bcdfghklmnpqrstvwxz]|$)", "oy"),
    ("ej(?=[bcdfghklmnpqrstvwxz]|$)", "ei"),
    ("c(?=[eiy])", "s"),
    ("x", "ks"),
    ("ck", "k"),
    ("c(?!h)", "k"),
    ("z", "s"),
    ("w", "v"),
    ("th", "t"),
    ("sog", "sok"),
    ("brug", "bruk"),
    ("ogels", "okels"),
    ("skj", "sk"),
    (r"([b-df-hj-np-tv-z])\1", r"\1"),
))


@lru_cache(maxsize=40_000)
def alike(stem: str) -> str:
    """Return a stem as all its sisters are written."""
    if len(stem) >= LONG:
        for found, becomes in RULES:
            stem = found.sub(becomes, stem)
    return stem


@lru_cache(maxsize=40_000)
def key(stem: str, family: str) -> str:
    """Return the key of a stem: of its sisters, or its own. Short ones are kept apart by family (n Norwegian, d Danish, e English)."""
    known = sisters()
    if name := known.get((family, stem)) or known.get((family, alike(stem))):
        return f"s{name}"
    if family == "e":
        return f"e{stem}"
    return f"s{alike(stem)}" if len(stem) >= LONG else f"{family}{stem}"


def is_known(word: str, family: str) -> bool:
    """Whether a folded word is in the table as a word of this family."""
    return any((family, stem) in sisters() for stem in stems_of(word, family))


@cache
def sisters() -> dict[tuple[str, str], str]:
    """Return the name of each word of the table by (family, stem)."""
    found: dict[tuple[str, str], str] = {}
    for name, forms in tomllib.loads((Path(__file__).parent / "sisters.toml").read_text()).items():
        for form in forms.split():
            said, colon, word = form.rpartition(":")
            families = {"": "nd", "nb": "n", "nn": "n", "da": "d", "en": "e"}[said if colon else ""]
            for family in families:
                for stem in stems_of(fold(word), family):
                    found.setdefault((family, stem), name)
                    found.setdefault((family, alike(stem)), name)
    return found


def stems_of(word: str, family: str) -> tuple[str, ...]:
    """Return the stems of a folded word, read as one of a family."""
    return (stems.english(word),) if family == "e" else stems.stems(word, danish=family == "d")
