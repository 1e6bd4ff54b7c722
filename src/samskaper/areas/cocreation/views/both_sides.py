"""Pages that people of libraries and parties share: who reads them, on whose behalf, and where they lie for her."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samskaper.areas.cocreation.models import Contact
from samskaper.areas.cocreation.rules.initiatives import Who
from samskaper.areas.cocreation.views.behind import bearer, show
from samskaper.areas.cocreation.views.inside import ways
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_behind
from samskaper.ui.thread import thread


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever reads: somebody who is signed in, or whoever bears a party's link."""

    request: HttpRequest
    doer: Doer
    contact: Contact | None = None
    secret: str = ""

    def to(self, name: str, *args: object) -> str:
        """Return the address of a page of initiatives, on the side where she reads."""
        return reverse(f"cocreation:party_{name}", args=[self.secret, *args]) if self.secret else reverse(f"cocreation:{name}", args=args)

    def on_behalf_of(self, library: int | None) -> Who:
        """Return on whose behalf she does something: her party's, or this library's."""
        return {"contact": self.contact} if self.contact else {"library": library}

    def show(self, part: str, *, status: int = 200, **context: object) -> HttpResponse:
        """Answer with a part of the pages about initiatives, within the frame of her side."""
        every = {"part": part, "here": self, **context}
        if self.contact:
            return show(self.request, "party_initiative", self.secret, self.contact, status=status, **every)
        frame = {"ways": ways(self.request), "thread": thread("initiative")}
        return render(self.request, "cocreation/initiative.html", {**frame, **every}, status=status)


def inside(request: HttpRequest) -> Reader:
    """Return whoever is signed in."""
    return Reader(request, doer_behind(request))


def behind(request: HttpRequest, secret: str) -> Reader:
    """Return whoever bears this link. Wrong secrets are counted."""
    contact, doer = bearer(request, secret)
    return Reader(request, doer, contact, secret)
