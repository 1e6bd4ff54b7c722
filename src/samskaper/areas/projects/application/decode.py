"""From whatever bytes a form, a mail or a word processor leaves, to text."""

import codecs
import unicodedata

from django.utils.translation import gettext_lazy as _

LIMIT = 2 * 1024 * 1024
"""The largest application we read, in bytes: a long one is some 60 kB."""

MOST_LINES = 8_000
"""A form of 80 activities has some 1,500 lines; these are read in a second or two."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DROPPED = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


class TooLarge(ValueError):
    """The input is larger than ``LIMIT``, or has more lines than ``MOST_LINES``."""

    def __str__(self) -> str:
        return "The application is larger than 2 MB, or has more than 8,000 lines."

    def sentence(self) -> str:
        """The same for the screen (needs Django's settings)."""
        return str(
            _(
                "This is larger than 2 MB, or has more than 8,000 lines. An application is a text of some pages: "
                "copy the text out of the document and paste it here."
            )
        )


def decode(source: str | bytes) -> str:
    """Text with plain line ends, whatever the encoding.

    Knows UTF-8, UTF-16 (with or without a mark) and Windows-1252, of which
    Latin-1 is a part. Raises ``TooLarge``; never a decoding error.
    """
    if len(source) > LIMIT:
        raise TooLarge
    text = source if isinstance(source, str) else _text(source)
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MOST_LINES:
        raise TooLarge
    return text


def clean(text: str) -> str:
    """One line without invisible characters and with plain spaces; tabs stay."""
    text = text.translate(_DROPPED)
    return "".join(_plain(sign) for sign in text).strip(" \t")


def _plain(sign: str) -> str:
    if sign == "\t" or " " < sign < "\x7f":
        return sign
    category = unicodedata.category(sign)
    if category == "Zs":
        return " "
    return "" if category in ("Cc", "Cs") else sign


def _text(source: bytes) -> str:
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            return source.decode(encoding, errors="replace")
    if guess := _unmarked_utf16(source):
        return source.decode(guess, errors="replace")
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(source)


def _unmarked_utf16(source: bytes) -> str:
    """In UTF-16 nearly every other byte of a European text is zero."""
    half = len(source) // 2
    if half < 2:
        return ""
    if source[1::2].count(0) > half * 0.6:
        return "utf-16-le"
    return "utf-16-be" if source[0::2].count(0) > half * 0.6 else ""


def _windows(source: bytes) -> str:
    try:
        return source.decode("cp1252")
    except UnicodeDecodeError:
        return source.decode("latin-1")
