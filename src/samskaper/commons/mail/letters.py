"""What a letter is made of: addresses, files, and the text that a template becomes in the receiver's language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address as HeaderAddress
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.template import Context, engines
from django.utils import translation
from django.utils.translation import gettext as _

from samskaper.foundation.letters import Address, Attachment
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.text import clean, clean_line

__all__ = ["Address", "Attachment", "Words", "absolute", "checked", "compose", "domain_in_ascii"]

LONGEST_NAME = 200
LONGEST_SUBJECT = 200
LARGEST_ENCLOSURES = 10 * 1024 * 1024
SITE_NAMES = {"da": "Samskaber"}
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Words:
    """What a letter says: one line, and paragraphs with blank lines between them."""

    subject: str
    text: str


def absolute(path: str) -> str:
    """Return the whole address of a page of ours, for letters and calendars."""
    return path if path.startswith(("http://", "https://")) else f"{settings.SITE_URL}{path}"


def site_host() -> str:
    """Return the name of the machine in this site's address."""
    return urlsplit(settings.SITE_URL).hostname or "localhost"


def site_name(language: str) -> str:
    """Return what this system is called in a language."""
    return SITE_NAMES.get(language, "Samskaper")


def domain_in_ascii(email: str) -> str:
    """Return the address with its domain as mail servers spell it (`blåbær.no`: `xn--...`). Raises UnicodeError."""
    local, _at, domain = email.rpartition("@")
    return f"{local}@{domain.encode('idna').decode('ascii')}" if not domain.isascii() else email


def checked(to: Address) -> Address:
    """Return the address as it can stand on an envelope.

    Raises Invalid, with a sentence about that address, when no letter can be sent to it.
    """
    email, name = to.email.strip(), clean_line(to.name)
    if len(name) > LONGEST_NAME:
        sentence = _("A name of more than 200 signs does not fit on a letter. It begins with “%(start)s”.")
        raise Invalid(sentence % {"start": name[:40]})
    try:
        validate_email(email)
        HeaderAddress(display_name=name, addr_spec=domain_in_ascii(email))
    except (ValidationError, UnicodeError, MessageError, ValueError, IndexError):
        sentence = _("“%(email)s” is not an e-mail address that letters can be sent to.")
        raise Invalid(sentence % {"email": clean_line(email)[:80]}) from None
    language = to.language if to.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    return Address(email=email, name=name, language=language, person=to.person)


def _split(rendered: str) -> Words:
    first, _newline, rest = rendered.strip().partition("\n")
    label, colon, subject = first.partition(":")
    if label.strip().lower() != "subject" or not colon:
        raise ValueError("The first line of a letter's template must be “Subject: …”")
    return Words(clean_line(subject)[:LONGEST_SUBJECT], _BLANK_LINES.sub("\n\n", clean(rest)))


def compose(template: str, context: dict[str, Any], *, to: Address) -> Words:
    """Render a letter's template in the receiver's language.

    Functions in the context are called in that language, so that `lambda: absolute(reverse(...))` becomes a link to
    the page in it. The template also knows `receiver`, `site_name` and `site_url`. Nothing is escaped: it is text.
    """
    with translation.override(to.language):
        known = {"receiver": to.name, "site_name": site_name(to.language), "site_url": settings.SITE_URL}
        found = engines["django"].engine.get_template(template)  # type: ignore[attr-defined]
        return _split(found.render(Context({**known, **context}, autoescape=False)))
