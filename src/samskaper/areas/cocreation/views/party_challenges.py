"""Challenges behind a party's link: the same as for libraries, without an account and without JavaScript."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.cocreation.commands import challenges as commands
from samskaper.areas.cocreation.commands import grouping
from samskaper.areas.cocreation.forms.challenges import PartyGroupForm, PartyPressForm, PartyWordForm
from samskaper.areas.cocreation.models import Contact
from samskaper.areas.cocreation.queries import party_challenges as queries
from samskaper.areas.cocreation.queries.challenges import StatementRow
from samskaper.areas.cocreation.queries.grouping import to_group_by_party
from samskaper.areas.cocreation.rules.challenges import Taken
from samskaper.areas.cocreation.views.behind import bearer, show
from samskaper.areas.cocreation.views.challenges import PRESSES
from samskaper.areas.cocreation.views.putting import again, labels, newer, numbers, put, status_of
from samskaper.foundation.refusals import Invalid, Missing, Stale
from samskaper.foundation.sent import sent

DONE = {
    "accept": gettext_lazy("Thank you. It stands there that you stand by these words."),
    "step_back": gettext_lazy("You no longer stand by these words. That is fine."),
    "join": gettext_lazy("Thank you. It stands there that you want to do something about it."),
    "leave": gettext_lazy("You have stepped out again. That is fine."),
    "seen": gettext_lazy("Thank you. The line is gone."),
}


@never_cache
@require_safe
def challenges(request: HttpRequest, secret: str) -> HttpResponse:
    """The challenges of the party's county and those that it has a part in."""
    contact, doer = bearer(request, secret)
    page = queries.party_challenges(contact, visible_to=doer)
    lists = [(_("Those you have a part in"), page.mine), (_("Others in the county"), page.others)]
    return show(request, "party_challenges", secret, contact, page=page, lists=lists)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def group(request: HttpRequest, secret: str) -> HttpResponse:
    """Put one's own statements and others' together."""
    contact, doer = bearer(request, secret)
    own, others = to_group_by_party(contact, visible_to=doer)
    asked = numbers(request, "s")
    into = queries.to_put_to(contact, visible_to=doer)

    def form_for(rows: list[StatementRow], data: QueryDict | None, ticked: list[int]) -> PartyGroupForm:
        return PartyGroupForm(data, statements=labels(rows, ticked), into=into, initial={"s": asked})

    form = form_for([*own, *others], sent(request), asked if request.method == "POST" else [])
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = put(
                given, find=lambda number: queries.find_challenge(contact, number, visible_to=doer), by=doer, contact=contact, shown=given["shown"]
            )
        except Taken as taken:
            form = again(form_for, [*own, *others], request, taken)
        except Invalid as invalid:
            form.add_error(None, str(invalid.sentence))
        else:
            messages.success(request, _("Thank you. It stands there in your words."))
            return redirect("cocreation:party_challenge", secret, made.pk)
    return show(request, "party_group", secret, contact, status=status_of(form), form=form, own=own, others=others)


def _show(
    request: HttpRequest, secret: str, contact: Contact, page: queries.PartyChallenge, *, status: int = 200, **context: object
) -> HttpResponse:
    """Answer with the page of a challenge. It has two forms: standing by the words, and wanting to do something."""
    joining = PartyPressForm(initial={"offers": page.brings, "shown": page.brings_as}, auto_id="join_%s")
    every = {"page": page, "challenge": page.challenge, "press": PartyPressForm(), "joining": joining}
    return show(request, "party_challenge", secret, contact, status=status, **{**every, **context})


@never_cache
@require_safe
def challenge(request: HttpRequest, secret: str, number: int) -> HttpResponse:
    """One challenge: its words, who stands by them, and what stands behind it."""
    contact, doer = bearer(request, secret)
    return _show(request, secret, contact, queries.party_challenge(contact, number, visible_to=doer))


@never_cache
@require_POST
def press(request: HttpRequest, secret: str, number: int) -> HttpResponse:
    """Stand by the words, step back, want to do something about it, or have seen that something is gone."""
    contact, doer = bearer(request, secret)
    page = queries.party_challenge(contact, number, visible_to=doer)
    form = PartyPressForm(request.POST, auto_id="join_%s")
    if not form.is_valid():
        return _show(request, secret, contact, page, status=422, joining=form)
    given = form.cleaned_data
    what: dict[str, Any] = {
        "accept": {"number": given["number"] or 0, "shown": given["shown"]}, "join": {"offers": given["offers"], "shown": given["shown"]},
    }.get(given["act"], {})
    try:
        PRESSES[given["act"]](challenge=page.challenge, contact=contact, by=doer, **what)
    except Stale as stale:
        return _show(request, secret, contact, queries.party_challenge(contact, number, visible_to=doer), status=409, stale=stale)
    except Invalid as invalid:
        form.add_error("offers", str(invalid.sentence))
        return _show(request, secret, contact, page, status=422, joining=form)
    messages.success(request, DONE[given["act"]])
    return redirect("cocreation:party_challenge", secret, number)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def word(request: HttpRequest, secret: str, number: int) -> HttpResponse:
    """Say it in one's own words."""
    contact, doer = bearer(request, secret)
    present = queries.find_challenge(contact, number, visible_to=doer)
    form = PartyWordForm(sent(request), initial={"wording": present.wording, "version": present.version})
    context: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        try:
            commands.reword(challenge=present, contact=contact, by=doer, **form.cleaned_data)
        except Stale as stale:
            context, form = {"stale": stale}, newer(form, stale, PartyWordForm)
        except Invalid as invalid:
            form.add_error("wording", str(invalid.sentence))
        else:
            messages.success(request, _("Thank you. Your own words stand there now."))
            return redirect("cocreation:party_challenge", secret, number)
    status = 409 if context else status_of(form)
    return show(request, "party_word", secret, contact, status=status, form=form, challenge=present, **context)


@never_cache
@require_POST
def out(request: HttpRequest, secret: str, number: int, statement: int) -> HttpResponse:
    """Take one's own statement out of a challenge. It stays where it was said."""
    contact, doer = bearer(request, secret)
    page = queries.party_challenge(contact, number, visible_to=doer)
    if not any(one.number == statement and one.may_go for one in page.statements):
        raise Missing()
    grouping.take_out(challenge=page.challenge, statement=statement, contact=contact, by=doer)
    messages.success(request, _("It is taken out. What you said still stands where you said it."))
    return redirect("cocreation:party_challenges", secret)
