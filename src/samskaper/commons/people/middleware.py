"""Finds out on whose behalf a request is made: `request.doer`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import FilteredRelation, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from samskaper.commons.people.doer import GUEST, Doer, DoerKind, Held
from samskaper.commons.people.models import Person
from samskaper.commons.people.queries.installation import waits_for_setup
from samskaper.foundation import clock
from samskaper.foundation.prepared import prepared

SESSION_KEY = "person"
SHARED_MACHINE = "shared_machine"
FOR = "Samskaper-For"  # says who wrote what a phone sends; somebody else may have signed in on it since


def doer_behind(request: HttpRequest) -> Doer:
    """Return on whose behalf this request is made."""
    doer: Doer = request.doer  # type: ignore[attr-defined]
    return doer


def doer_of(person: Person) -> Doer:
    """Return the Doer that this person is today."""
    return _doer(person.pk, person.name, (row[1:3] for row in _name_and_roles(person.pk, clock.today())))


def _doer(number: int, name: str, roles: Iterable[tuple[int | None, str | None]]) -> Doer:
    held = frozenset(Held(organisation, role) for organisation, role in roles if organisation and role)
    return Doer(DoerKind.PERSON, person=number, name=name, roles=held)


@prepared
def _name_and_roles(person: int, today: dt.date) -> QuerySet[Person, Any]:
    """Who somebody is, with each role held today: one row a role, and one with neither where there is none."""
    today_ = Q(memberships__since__lte=today) & (Q(memberships__until__isnull=True) | Q(memberships__until__gt=today))
    return (
        Person.objects.filter(pk=person, erased__isnull=True)
        .annotate(held=FilteredRelation("memberships", condition=today_))
        .values_list("name", "held__organisation_id", "held__role", "account_id")
    )


def _find(request: HttpRequest) -> Doer:
    number = request.session.get(SESSION_KEY)
    if not isinstance(number, int) or not request.user.is_authenticated or request.headers.get(FOR, str(number)) != str(number):
        return GUEST
    rows = _name_and_roles(number, clock.today())
    if not rows or rows[0][3] != request.user.pk:
        return GUEST
    return _doer(number, rows[0][0], (row[1:3] for row in rows))


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
