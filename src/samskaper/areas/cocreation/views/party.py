"""The page behind a party's link: no account, no JavaScript, and nothing happens by opening it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.cocreation.commands import links, parties, statements
from samskaper.areas.cocreation.forms.conversations import AnswerForm, OverForm, OwnForm, WhoForm
from samskaper.areas.cocreation.models import Contact, Statement
from samskaper.areas.cocreation.queries.parties import conversation_with, party_page
from samskaper.areas.cocreation.views.behind import bearer, show
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refusals import Invalid, Stale
from samskaper.foundation.sent import sent

THANKS = {
    "confirm": gettext_lazy("Thank you. It stands as you said it."),
    "correct": gettext_lazy("Thank you. Your own words stand there now."),
    "object": gettext_lazy("Thank you for saying so. Nobody builds on it until you agree on the words."),
    "withdraw": gettext_lazy("It is taken back, and the words are deleted."),
    "show": gettext_lazy("It is shown as you chose."),
}
ASKING: dict[str, Callable[..., Any]] = {"not_now": parties.say_not_now, "never": parties.say_never, "welcome": parties.welcome_again}


def _show(request: HttpRequest, secret: str, contact: Contact, doer: Doer, *, status: int = 200, **context: object) -> HttpResponse:
    page = party_page(contact, visible_to=doer)
    who = WhoForm(initial={"name": contact.name, "language": contact.language})
    rows = [(said, [(one, _form(one)) for one in said.statements]) for said in page.said]
    return show(request, "party", secret, contact, status=status, **{"page": page, "rows": rows, "who": who, **context})


def _form(one: Statement) -> AnswerForm:
    return AnswerForm(initial={"wording": one.wording, "version": one.version, "shown": one.shown}, prefix=f"s{one.pk}")


@never_cache
@require_safe
def said(request: HttpRequest, secret: str) -> HttpResponse:
    """Everything of this party: what was said, with whom, and what can be done with it."""
    contact, doer = bearer(request, secret)
    return _show(request, secret, contact, doer, done=request.GET.get("done"))


@never_cache
@require_POST
def answer(request: HttpRequest, secret: str, statement: int) -> HttpResponse:
    """Confirm, correct, object, take back, or choose how to be named."""
    contact, doer = bearer(request, secret)
    form = AnswerForm(request.POST, prefix=f"s{statement}")
    if not form.is_valid():
        return _show(request, secret, contact, doer, status=422, form=form, wrong=statement)
    given = form.cleaned_data
    try:
        _act(given, statement, contact, doer)
    except Stale as stale:
        return _show(request, secret, contact, doer, status=409, wrong=statement, mine=given["wording"], theirs=stale.theirs["wording"])
    except Invalid as invalid:
        form.add_error("wording", str(invalid.sentence))
        return _show(request, secret, contact, doer, status=422, form=form, wrong=statement)
    messages.success(request, THANKS[given["act"]])
    there = "" if given["act"] == "withdraw" else f"?done={statement}#s{statement}"  # the thanks stand where the press was
    return redirect(reverse("cocreation:party", args=[secret]) + there)


def _act(given: dict[str, Any], statement: int, contact: Contact, doer: Doer) -> None:
    """Carry out the press. How one is named goes along with whatever else is pressed."""
    which: dict[str, Any] = {"statement": statement, "contact": contact, "by": doer}
    if given["act"] in ("confirm", "correct"):
        stand_by = statements.confirm if given["act"] == "confirm" else statements.correct
        stand_by(wording=given["wording"], version=given["version"], **which)
    elif given["act"] in ("object", "withdraw"):
        (statements.object_to if given["act"] == "object" else statements.withdraw)(**which)
    if given["shown"] and given["act"] != "withdraw":
        statements.show_as(shown=given["shown"], **which)


@never_cache
@require_POST
def add(request: HttpRequest, secret: str) -> HttpResponse:
    """Add something in one's own words."""
    contact, doer = bearer(request, secret)
    form = OwnForm(request.POST)
    if form.is_valid():
        try:
            conversation = conversation_with(contact, form.cleaned_data["conversation"])
            statements.add_own(conversation=conversation, contact=contact, wording=form.cleaned_data["wording"], by=doer)
        except Invalid as invalid:
            form.add_error("wording", str(invalid.sentence))
        else:
            messages.success(request, _("Thank you. It stands there in your words."))
            return redirect("cocreation:party", secret)
    return _show(request, secret, contact, doer, status=422, form=form, own=form)


@never_cache
@require_POST
def who(request: HttpRequest, secret: str) -> HttpResponse:
    """Say who one is, and in which language one wants letters."""
    contact, doer = bearer(request, secret)
    form = WhoForm(request.POST)
    if not form.is_valid():
        return _show(request, secret, contact, doer, status=422, form=form, who=form)
    links.say_who(contact=contact, by=doer, **form.cleaned_data)
    messages.success(request, _("Thank you. Now the library knows whom it talks with."))
    return redirect("cocreation:party", secret)


@never_cache
@require_POST
def asking(request: HttpRequest, secret: str) -> HttpResponse:
    """“Not now”, “never”, or welcome again: by a press, respected by every library."""
    contact, doer = bearer(request, secret)
    press = ASKING.get(request.POST.get("asking", ""))
    if press is None:
        raise Invalid(_("Press one of the buttons."))
    press(contact=contact, by=doer)
    messages.success(request, _("It is written down, and every library respects it."))
    return redirect("cocreation:party", secret)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, secret: str) -> HttpResponse:
    """Let somebody else speak for the party."""
    contact, doer = bearer(request, secret)
    form = OverForm(sent(request))
    if request.method == "POST" and form.is_valid():
        after = links.hand_over(contact=contact, by=doer, **form.cleaned_data)
        return render(request, "cocreation/handed_over.html", {"contact": after, "party": after.party})
    return show(request, "hand_over", secret, contact, status=422 if form.is_bound else 200, form=form)
