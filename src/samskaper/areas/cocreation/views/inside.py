"""The pages that lie beside each other for those who work in a library."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samskaper.ui.ways import Beside, beside

PAGES = (
    ("cocreation:index", _("Conversations")), ("cocreation:our_door", _("The open door")), ("cocreation:challenges", _("Challenges")),
    ("cocreation:initiatives", _("Initiatives")), ("cocreation:meetings", _("Gatherings")), ("cocreation:gave", _("What it gave")),
)


def ways(request: HttpRequest) -> list[Beside]:
    """Return the row of pages about conversations and what comes of them."""
    return beside([(str(words), reverse(name)) for name, words in PAGES], path=request.path)
