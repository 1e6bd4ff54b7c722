"""The last lines of every letter: who sends it, and how to get no more of them."""

from __future__ import annotations

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from samskaper.commons.mail.letters import absolute, site_name
from samskaper.commons.people.models import Organisation

MARK = "\n\n-- \n"


def stop_link(secret: str) -> str:
    """Return the address of the unsubscribe page of a letter, in the language that is active."""
    return absolute(reverse("mail:stop", args=[secret]))


def with_footer(text: str, *, language: str, house: Organisation | None, secret: str) -> str:
    """Return the text with its footer. `secret` opens the unsubscribe page; "" for letters that somebody asked for."""
    with translation.override(language):
        name = site_name(language)
        lines = [_("%(library)s sends this with %(site)s.") % {"library": house.name, "site": name} if house else name]
        if secret:
            lines.append(_("No more letters of this kind: %(link)s") % {"link": stop_link(secret)})
    return text + MARK + "\n".join(lines)
