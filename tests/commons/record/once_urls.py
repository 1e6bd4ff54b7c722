"""A few doors that only the tests of once have."""

from __future__ import annotations

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import path

from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.commands import note
from samskaper.commons.record.models import Fact, Receipt
from samskaper.config.urls import urlpatterns as house
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict


class Deadlock(Exception):
    """What the driver of PostgreSQL says of a deadlock."""

    sqlstate = "40P01"


class Posted(Event):
    key = "tests.posted"


def post(request: HttpRequest) -> HttpResponse:
    """Write a fact, then answer as the form asks."""
    note(Posted(subject=Ref("tests.thing", int(request.POST.get("thing", "1")))), by=SYSTEM)
    match request.POST.get("answer"):
        case "refuse":
            raise Conflict("Too late.")
        case "invalid":
            return HttpResponse("wrong", status=422)
        case "locked":
            raise OperationalError("database is locked")
        case "deadlock":
            raise OperationalError("deadlock detected") from Deadlock()
        case "twin":
            Receipt.objects.create(key=Receipt.objects.get().key, fingerprint="")
        case "crash":
            raise RuntimeError("broken")
    return HttpResponse(f"facts: {Fact.objects.count()}")


def claim(request: HttpRequest) -> HttpResponse:
    """The last seat: refuse when somebody has it."""
    Organisation.objects.select_for_update().get()
    if Fact.objects.filter(key=Posted.key).exists():
        raise Conflict("The seat is taken.")
    note(Posted(subject=Ref("tests.seat", 1)), by=SYSTEM)
    return HttpResponse("yours")


urlpatterns = [path("post/", post), path("claim/", claim), *house]
handler500 = "samskaper.ui.errors.server_error"
