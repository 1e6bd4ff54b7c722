"""The editors' board, and a finding with what becomes of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.startkit.commands import findings as commands
from samskaper.areas.startkit.forms.findings import BoardForm, DecisionForm, JoinForm, KeeperForm, QuestionForm
from samskaper.areas.startkit.queries import board as queries
from samskaper.areas.startkit.queries.keepers import editors, keepers
from samskaper.areas.startkit.queries.revising import aims
from samskaper.areas.startkit.rules.findings import must_decide
from samskaper.areas.startkit.views.revising import ways
from samskaper.commons.people.middleware import doer_behind
from samskaper.editorial.queries import methods
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.sent import sent
from samskaper.foundation.versions import version_of


def language() -> str:
    """Return the language of the page."""
    return get_language() or "nb"


@login_required
@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """Every finding, by state."""
    doer = doer_behind(request)
    form = BoardForm(request.GET, methods=methods(language()))
    found = queries.board(form.wanted(), language=language(), visible_to=doer)
    return render(request, "startkit/board.html", {"form": form, "board": found, "ways": ways(request)})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def overview(request: HttpRequest) -> HttpResponse:
    """Every method: how often tried, how it went, what was noticed, and who looks after it."""
    doer = doer_behind(request)
    must_decide(doer)
    there = editors()
    if request.method == "POST":
        form = KeeperForm(request.POST, editors=there)
        key = request.POST.get("key", "")
        if not form.is_valid() or key not in {"", *(one.slug for one in methods(language()))}:
            raise Invalid(_("Choose somebody on the list."))
        commands.keep(key=key, person=form.cleaned_data["person"], by=doer)
        messages.success(request, _("It is changed. What is open goes along."))
        return redirect("startkit:overview")
    rows = queries.overview(language=language(), visible_to=doer)
    return render(request, "startkit/overview.html", {"rows": rows, "editors": there, "kit": keepers().get(""), "ways": ways(request)})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def finding(request: HttpRequest, number: int) -> HttpResponse:
    """A finding; each press decides one thing."""
    doer = doer_behind(request)
    page = queries.finding_page(number, language=language(), visible_to=doer)
    form = DecisionForm(sent(request), aims=aims(), pairs=page.pairs)
    if request.method == "POST" and form.is_valid():
        try:
            commands.decide(finding=number, decision=form.decision(), version=version_of(request), by=doer)
        except Invalid as invalid:
            form.add_error(None, str(invalid.sentence))
        else:
            messages.success(request, _("It is decided."))
            return redirect("startkit:finding", number)
    return render(request, "startkit/finding.html", _context(page, form), status=422 if form.is_bound else 200)


def _context(page: queries.FindingPage, form: DecisionForm) -> dict[str, Any]:
    hand = KeeperForm(editors=editors(), initial={"person": page.finding.responsible_id})
    return {"page": page, "finding": page.finding, "form": form, "hand": hand, "ask": QuestionForm(), "join": JoinForm(page=page)}


@login_required
@require_POST
def finding_press(request: HttpRequest, number: int) -> HttpResponse:
    """Hand a finding on, ask one thing more, or say that two are about the same."""
    doer, press = doer_behind(request), request.POST.get("press", "")
    page = queries.finding_page(number, language=language(), visible_to=doer)
    if press == "ask" and (asked := QuestionForm(request.POST)).is_valid():
        commands.ask_more(finding=number, question=asked.cleaned_data["question"], by=doer)
        messages.success(request, _("The question is on its way. The answer comes here, and nobody learns who it was."))
    elif press == "hand" and (hand := KeeperForm(request.POST, editors=editors())).is_valid() and hand.cleaned_data["person"]:
        commands.hand_on(finding=number, person=hand.cleaned_data["person"], by=doer)
        messages.success(request, _("It is handed on."))
    elif press == "join" and (join := JoinForm(request.POST, page=page)).is_valid():
        head = commands.join(finding=number, same_as=join.cleaned_data["same_as"], by=doer)
        messages.success(request, _("They are about the same now. What you decide here holds for both."))
        return redirect("startkit:finding", head.pk)
    elif press == "apart":
        commands.set_apart(finding=number, by=doer)
    else:
        raise Invalid(_("Choose or write something first."))
    return redirect("startkit:finding", number)
