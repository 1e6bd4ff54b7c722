"""Making up for a gathering: the participant's page, and the adviser's press."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samskaper.areas.programmes.commands import making_up as commands
from samskaper.areas.programmes.forms.gatherings import MakeUpAnswerForm, MakeUpForm
from samskaper.areas.programmes.queries import making_up as queries
from samskaper.areas.programmes.rules import making_up as rules
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.sent import sent


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def make_up(request: HttpRequest, number: int) -> HttpResponse:
    """How one made up for a gathering that one missed."""
    doer = doer_behind(request)
    missed = queries.gathering_to_make_up(number, visible_to=doer)
    rules.must_make_up(
        doer, missed.gathering, missed.enrolment, mark=missed.mark, allowed=missed.allowed, used=missed.used
    )
    form = MakeUpForm(sent(request), initial={"words": missed.make_up.words if missed.make_up else ""})
    if request.method == "POST" and form.is_valid():
        commands.tell(gathering=missed.gathering, words=form.cleaned_data["words"], by=doer)
        messages.success(request, _("The adviser reads it, and we write to you when it counts."))
        return redirect("programmes:mine", missed.gathering.programme_id)
    context = {"missed": missed, "gathering": missed.gathering, "programme": missed.gathering.programme, "form": form}
    return render(request, "programmes/make_up.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def answer_make_up(request: HttpRequest, number: int) -> HttpResponse:
    """Accept it, or ask for more."""
    doer = doer_behind(request)
    told = queries.make_up_to_answer(number, visible_to=doer)
    form = MakeUpAnswerForm(request.POST)
    if not form.is_valid():
        raise Invalid(" ".join(str(sentence) for sentences in form.errors.values() for sentence in sentences))
    name = {"name": told.enrolment.person.name}
    if form.cleaned_data["answer"] == "accept":
        commands.accept(make_up=told, by=doer)
        messages.success(request, _("%(name)s has made up for the gathering, and is told so by letter.") % name)
    else:
        commands.ask_for_more(make_up=told, reply=form.cleaned_data["reply"], by=doer)
        messages.success(request, _("%(name)s is asked for more by letter.") % name)
    return redirect("programmes:attendance", told.gathering_id)
