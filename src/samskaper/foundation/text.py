"""Cleaning of what people write, before it is stored."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u200b\u200c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_SEEMS_EMPTY = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | {chr(sign) for sign in range(0xFE00, 0xFE10)}
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")


def clean(value: str) -> str:
    """Return text with one form per letter (NFC), without control signs and signs that nobody sees.

    Line ends become `\\n`. The zero-width joiner stays: Arabic and emoji need it inside words.
    """
    value = unicodedata.normalize("NFC", value).replace("\r\n", "\n").replace("\r", "\n")
    value = _INVISIBLE.sub("", value)
    value = "".join(sign for sign in value if sign == "\n" or sign == "\t" or unicodedata.category(sign) != "Cc")
    return value.strip() if any(_is_seen(sign) for sign in value) else ""


def _is_seen(sign: str) -> bool:
    return not (sign.isspace() or sign in _SEEMS_EMPTY or unicodedata.category(sign) in {"Cf", "Cs", "Cn", "Co"})


def clean_line(value: str) -> str:
    """Return one clean line: as `clean`, with every run of white space as one space."""
    return _SPACES.sub(" ", clean(value).replace("\n", " ")).strip()


_PLAIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŧ": "t", "ŋ": "n", "ð": "d", "þ": "th", "ł": "l"})
_WORD = re.compile(r"\w+")


def plain_words(value: str) -> list[str]:
    """Return the words of a text in small letters without marks (Sámi -> sami, Ås -> as), each once, for finding them by their beginning."""
    folded = unicodedata.normalize("NFKD", value.casefold().translate(_PLAIN))
    bare = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return list(dict.fromkeys(_WORD.findall(bare.translate(_PLAIN))))
