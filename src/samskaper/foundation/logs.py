"""Logs that can be shown to others: an address that is a key is written without its secret part."""

from __future__ import annotations

import logging
import re

# Every address with a secret in it; a test walks them all.
KEYS = re.compile(r"(/(?:q|k|yes-or-no|said|asked|voice|meeting-plan|shared-plan|mail/stop|calendar)/)[^/\s?#\"'<>]+")
HIDDEN = r"\1(hidden)"


def without_keys(text: str) -> str:
    """Return a line of a log without the secrets in its addresses."""
    return KEYS.sub(HIDDEN, text)


class HideKeys(logging.Filter):
    """Takes the secrets out of what is logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Write the line anew where it holds a secret. Lets every line through."""
        said = record.getMessage()
        hidden = without_keys(said)
        if hidden != said:
            record.msg, record.args = hidden, ()
        return True
