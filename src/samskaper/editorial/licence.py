"""The licence of everything in the kit, and the line that says whose it is."""

from __future__ import annotations

from django.utils.translation import gettext as _

NAME = "CC BY 4.0"
ADDRESS = "https://creativecommons.org/licenses/by/4.0/"


def credit(title: str, *, who: str, site: str, edition: int = 0) -> str:
    """Return the line to put beside what one takes from the kit, in the language that is active. `title` "" means the whole kit."""
    kit = _("Starter kit in co-creation, edition %d") % edition if edition else _("Starter kit in co-creation")
    named = _("“%s”") % title if title else ""
    whose = ", ".join(part for part in (who.strip().rstrip("."), site) if part)
    return f"{', '.join(part for part in (named, kit) if part)}. {whose}. {NAME}, {ADDRESS}"
