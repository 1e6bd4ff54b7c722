"""Who reads the drafts of the next edition as an expert."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samskaper.areas.startkit.commands import voices
from samskaper.areas.startkit.forms.groups import AskForm
from samskaper.areas.startkit.models import Voice
from samskaper.areas.startkit.queries.editions import coming
from samskaper.areas.startkit.queries.groups import experts
from samskaper.areas.startkit.rules.findings import must_decide
from samskaper.areas.startkit.views.revising import ways
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.refusals import Conflict, Invalid, Missing
from samskaper.foundation.sent import number_sent, sent


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def name_experts(request: HttpRequest) -> HttpResponse:
    """Who reads the drafts of the next edition: asked by a letter, in with a press."""
    doer = doer_behind(request)
    must_decide(doer)
    edition = coming()
    form = AskForm(sent(request) if request.POST.get("press") != "remove" else None)
    if request.POST.get("press") == "remove":
        voice = Voice.objects.filter(pk=number_sent(request, "voice"), group__isnull=True).first()
        if voice is None:
            raise Missing()
        voices.remove(voice=voice, by=doer)
        return redirect("startkit:experts")
    if form.is_bound and form.is_valid() and edition is not None:
        try:
            voices.ask_expert(edition=edition, by=doer, **form.cleaned_data)
        except (Conflict, Invalid) as refused:
            form.add_error("email", str(refused.sentence))
        else:
            messages.success(request, _("The question is on its way."))
            return redirect("startkit:experts")
    rows = experts(edition.pk) if edition else []
    context = {"edition": edition, "experts": rows, "form": form, "ways": ways(request)}
    return render(request, "startkit/experts.html", context, status=422 if form.is_bound else 200)
