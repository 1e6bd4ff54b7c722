"""Cleaning of what people write, before it is stored."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u200b\u200c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")


def clean(value: str) -> str:
    """Return text with one form per letter (NFC), without control signs and signs that nobody sees.

    Line ends become `\\n`. The zero-width joiner stays: Arabic and emoji need it inside words.
    """
    value = unicodedata.normalize("NFC", value).replace("\r\n", "\n").replace("\r", "\n")
    value = _INVISIBLE.sub("", value)
    value = "".join(sign for sign in value if sign == "\n" or sign == "\t" or unicodedata.category(sign) != "Cc")
    return "" if not value.strip(" \n\t\u00a0\u200d") else value.strip()


def clean_line(value: str) -> str:
    """Return one clean line: as `clean`, with every run of white space as one space."""
    return _SPACES.sub(" ", clean(value).replace("\n", " ")).strip()
