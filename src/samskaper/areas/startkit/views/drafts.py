"""Drafts for experts: every sentence can be spoken about."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.areas.startkit.commands import findings as commands
from samskaper.areas.startkit.forms.findings import CommentForm
from samskaper.areas.startkit.queries import drafts as queries
from samskaper.areas.startkit.queries.editions import coming
from samskaper.areas.startkit.queries.groups import expert
from samskaper.areas.startkit.rules.findings import must_enter
from samskaper.areas.startkit.views.revising import ways
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.refusals import Conflict, Refusal
from samskaper.foundation.sent import number_sent, sent


@login_required
@never_cache
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The drafts that an expert or an editor may read."""
    doer = doer_behind(request)
    rows = queries.draft_list(get_language() or "nb", visible_to=doer)
    return render(request, "startkit/drafts.html", {"rows": rows, "edition": coming(), "ways": ways(request)})


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest, key: str) -> HttpResponse:
    """A draft by its sentences. `?at=steps.3.2` opens the form under that sentence."""
    doer, language = doer_behind(request), get_language() or "nb"
    page = queries.draft(key, language, visible_to=doer)
    voice = expert(doer.person)
    at = (request.POST if request.method == "POST" else request.GET).get("at", "")
    here = page.line(at)
    form = CommentForm(sent(request) if request.POST.get("press") != "back" else None)
    if request.method == "POST" and voice is None:
        raise Refusal(_("Experts say something about a draft. Change it in the editors’ tool instead."))
    if request.POST.get("press") == "back":
        commands.take_back(finding=number_sent(request, "finding"), by=doer)
        return redirect("startkit:draft", key)
    if voice is not None and form.is_bound and form.is_valid():
        if here is None:
            raise Conflict(_("That sentence is no longer in the draft. Open the page again, and choose one that is."))
        part, line = here
        must_enter(doer, voice)
        spot = commands.Spot(part.key, line.number, line.text)
        commands.notice(key=key, edition=voice.edition, language=language, words=form.words(), voice=voice, named=True, spot=spot, by=doer)
        messages.success(request, _("Thank you. It stands beside the sentence."))
        return redirect(f"{reverse('startkit:draft', args=[key])}#{at}")
    context = {"draft": page, "method": page.text, "voice": voice, "at": at if here else "", "form": form, "edition": coming()}
    return render(request, "startkit/draft.html", context, status=422 if form.is_bound else 200)
