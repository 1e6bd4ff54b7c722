"""The codes on the wall: few signs, none of which can be taken for another, shown in groups."""

from __future__ import annotations

CODE_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # without i, l, o, 0 and 1
CODE_LENGTH = 10
GROUPS = ((0, 3), (3, 6), (6, 10))


def in_groups(code: str) -> str:
    """Return a code as it is read aloud: «abc-def-ghjk». Older and longer codes stay as they are."""
    if len(code) != CODE_LENGTH or not set(code) <= set(CODE_SIGNS):
        return code
    return "-".join(code[start:end] for start, end in GROUPS)


def as_typed(text: str) -> str:
    """Return the code that somebody typed from the wall: large letters, spaces and other dashes make no difference."""
    return "".join(sign for sign in text.lower() if sign in CODE_SIGNS)
