"""After the code: who is here, and on to where they wanted."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.commons.people import commands, queries
from samskaper.commons.people.forms.persons import PersonForm, WhoForm
from samskaper.commons.people.middleware import SESSION_KEY, doer_behind
from samskaper.commons.people.models import Account, Person
from samskaper.commons.people.register import name_given_to
from samskaper.commons.people.views.way import desk, next_of, with_next
from samskaper.foundation.sent import sent


def _account(request: HttpRequest) -> Account:
    assert isinstance(request.user, Account)
    return request.user


def _go_on(request: HttpRequest, person: Person) -> HttpResponse:
    """Be this person from now on, and go on to where somebody wanted, or to my desk in my language."""
    request.session[SESSION_KEY] = person.pk
    return redirect(next_of(request) or _in_language(desk(), person.language))


def _in_language(address: str, language: str) -> str:
    _empty, _now, rest = address.split("/", 2)
    return f"/{language}/{rest}" if language in dict(settings.LANGUAGES) else address


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def arrive(request: HttpRequest) -> HttpResponse:
    """Find out which person of the account is here; ask where it could be several."""
    account = _account(request)
    persons, invited = queries.waits_for_choice(account)
    if not persons and not invited:
        return redirect(with_next(reverse("people:introduce"), next_of(request)))
    if request.method != "POST" and len(persons) == 1 and not invited and not _asks_anyway(request, account):
        return _go_on(request, persons[0])
    form = WhoForm(sent(request), persons=persons, invited=invited)
    if request.method == "POST" and form.is_valid():
        return _be(request, form, account)
    context = {
        "form": form, "account": account, "next": next_of(request), "invited": invited, "several": len(persons) > 1,
    }
    return render(request, "people/arrive.html", context, status=422 if form.is_bound else 200)


def _asks_anyway(request: HttpRequest, account: Account) -> bool:
    return "ask" in request.GET or queries.looks_shared(account.email)


def _be(request: HttpRequest, form: WhoForm, account: Account) -> HttpResponse:
    person = form.chosen
    if person is None:
        return redirect(with_next(reverse("people:introduce"), next_of(request)))
    if person.account_id is None:
        commands.claim_person(account=account, person=person, by=doer_behind(request))
    return _go_on(request, person)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def introduce(request: HttpRequest) -> HttpResponse:
    """Ask what somebody new is called."""
    known = "" if queries.looks_shared(_account(request).email) else name_given_to(_account(request).email)
    form = PersonForm(sent(request), initial={"language": get_language(), "name": known})
    if request.method == "POST" and form.is_valid():
        person = commands.introduce_person(
            account=_account(request), by=doer_behind(request), **form.cleaned_data
        )
        return _go_on(request, person)
    context = {"form": form, "account": _account(request), "next": next_of(request)}
    return render(request, "people/introduce.html", context, status=422 if form.is_bound else 200)


@require_safe
def signed_out(request: HttpRequest) -> HttpResponse:
    """Say that one is out, and that nothing half written stays in this browser."""
    return render(request, "people/signed_out.html")
