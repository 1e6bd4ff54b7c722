"""Finds out on whose behalf a request is made: `request.doer`."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from samskaper.commons.people.doer import GUEST, Doer, DoerKind, Held
from samskaper.commons.people.models import Membership, Person
from samskaper.commons.people.queries.installation import waits_for_setup
from samskaper.foundation import clock

SESSION_KEY = "person"
SHARED_MACHINE = "shared_machine"


def doer_behind(request: HttpRequest) -> Doer:
    """Return on whose behalf this request is made."""
    doer: Doer = request.doer  # type: ignore[attr-defined]
    return doer


def doer_of(person: Person) -> Doer:
    """Return the Doer that this person is today."""
    today = clock.today()
    rows = Membership.objects.filter(
        Q(until__isnull=True) | Q(until__gt=today), person=person, since__lte=today
    ).values_list("organisation_id", "role")
    return Doer(DoerKind.PERSON, person=person.pk, name=person.name, roles=frozenset(Held(*row) for row in rows))


def _find(request: HttpRequest) -> Doer:
    number = request.session.get(SESSION_KEY)
    if number is None or not request.user.is_authenticated:
        return GUEST
    person = Person.objects.filter(pk=number, account=request.user.pk, erased__isnull=True).first()
    return doer_of(person) if person else GUEST


class DoerMiddleware:
    """Sets `request.doer`, found out when somebody asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.doer = SimpleLazyObject(lambda: _find(request))  # type: ignore[attr-defined]
        return self.get_response(request)


class SetupMiddleware:
    """Leads every page of an empty installation to its set-up, until the first visitor has named the house."""

    OPEN = ("/static/", "/livez", "/readyz")

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        stays = request.path.startswith(self.OPEN) or request.path.endswith("/setup/")
        if not stays and waits_for_setup():
            return HttpResponseRedirect(reverse("people:setup"))
        return self.get_response(request)
