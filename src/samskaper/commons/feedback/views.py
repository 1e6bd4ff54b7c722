"""Pages of questionnaires: answer, and results."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.commons.feedback import commands, queries, rules
from samskaper.commons.feedback.forms import AnswerForm
from samskaper.commons.feedback.models import Questionnaire
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.people.rules import must_be_somebody
from samskaper.foundation.sent import sent


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Show the questions, and take the answers once."""
    must_be_somebody(doer_behind(request))
    questionnaire = get_object_or_404(Questionnaire, pk=number)
    rules.must_answer(doer_behind(request), questionnaire)
    if request.method != "POST" and queries.has_answered(questionnaire, doer_behind(request)):
        messages.info(request, rules.ANSWERED)
        return redirect("feedback:results", questionnaire.pk)
    form = AnswerForm(questionnaire, sent(request))
    if request.method == "POST" and form.is_valid():
        commands.answer(questionnaire=questionnaire, values=form.answers(), by=doer_behind(request))
        messages.success(request, _("Thank you. Your answers are kept without your name."))
        return redirect("feedback:results", questionnaire.pk)
    status = 422 if form.is_bound else 200
    return render(request, "feedback/answer.html", {"questionnaire": questionnaire, "form": form}, status=status)


@require_safe
def results(request: HttpRequest, number: int) -> HttpResponse:
    """Show the spread of the answers when the questionnaire is closed."""
    must_be_somebody(doer_behind(request))
    questionnaire = get_object_or_404(Questionnaire, pk=number)
    rules.must_see_results(doer_behind(request), questionnaire)
    found = queries.results(questionnaire, slice_=request.GET.get("only", ""))
    context = {
        "questionnaire": questionnaire, "results": found, "fewest": rules.FEWEST, "may_close": rules.may_close(doer_behind(request), questionnaire),
    }
    return render(request, "feedback/results.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, number: int) -> HttpResponse:
    """Say what closing before the last day means, and do it by a press."""
    doer = doer_behind(request)
    must_be_somebody(doer)
    questionnaire = get_object_or_404(Questionnaire, pk=number)
    if request.method == "POST":
        commands.close_now(questionnaire=questionnaire, by=doer)
        messages.success(request, _("The questionnaire is closed. Here is what was answered."))
        return redirect("feedback:results", questionnaire.pk)
    rules.must_close(doer, questionnaire)
    context = {"questionnaire": questionnaire, "answers": queries.number_of_answers(questionnaire), "fewest": rules.FEWEST}
    return render(request, "feedback/close.html", context)
