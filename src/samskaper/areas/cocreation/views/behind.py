"""What every page behind a party's link has in common: whose link it is, and the pages that lie beside each other."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.models import Contact
from samskaper.areas.cocreation.queries.meetings_behind import unanswered
from samskaper.areas.cocreation.queries.parties import bearer_behind
from samskaper.areas.cocreation.queries.party_initiatives import waiting_for
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.limits import count_wrong_secret
from samskaper.foundation.refusals import Missing
from samskaper.ui.ways import beside

PAGES = (
    ("cocreation:party", _("What was said")), ("cocreation:party_challenges", _("Challenges")), ("cocreation:party_initiatives", _("Initiatives")),
    ("cocreation:meetings_behind", _("Gatherings")), ("cocreation:everything", _("Everything about you")),
)


def bearer(request: HttpRequest, secret: str) -> tuple[Contact, Doer]:
    """Return whose link this is and its bearer. Wrong secrets are counted, so that nobody tries them all."""
    try:
        return bearer_behind(secret)
    except Missing:
        count_wrong_secret("cocreation.party", request)
        raise


def show(request: HttpRequest, template: str, secret: str, contact: Contact, *, status: int = 200, **context: object) -> HttpResponse:
    """Answer with a page behind the link: `cocreation/<template>.html`, which extends `cocreation/behind.html`."""
    waiting = {"cocreation:party_initiatives": waiting_for(contact), "cocreation:meetings_behind": unanswered(contact)}
    pages = [(f"{words} ({waiting[name]})" if waiting.get(name) else str(words), reverse(name, args=[secret])) for name, words in PAGES]
    every = {"contact": contact, "party": contact.party, "secret": secret, "ways": beside(pages, path=request.path)}
    return render(request, f"cocreation/{template}.html", {**every, **context}, status=status)
