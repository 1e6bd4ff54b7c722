"""A leader's yes or no: by the link in a letter, signed out, or signed in. Opening a page decides nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from samskaper.areas.programmes.commands.enrolment import answer_consent
from samskaper.areas.programmes.forms.enrolment import AnswerForm
from samskaper.areas.programmes.models import Consent
from samskaper.areas.programmes.queries import seats as queries
from samskaper.areas.programmes.rules.enrolment import is_waiting_for_answer
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.people.rules import must_be_somebody
from samskaper.commons.record.limits import count_wrong_secret
from samskaper.foundation.refusals import Refusal
from samskaper.foundation.sent import sent


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, secret: str) -> HttpResponse:
    """The page behind the link in the letter."""
    try:
        consent, bearer = queries.consent_by_secret(secret)
    except Refusal:
        count_wrong_secret("programmes.consent", request)
        raise
    return _page(request, consent, bearer)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def signed_in(request: HttpRequest, number: int) -> HttpResponse:
    """The same page for a leader who is signed in."""
    doer = doer_behind(request)
    must_be_somebody(doer)
    return _page(request, queries.consent_of(number, visible_to=doer), doer)


def _page(request: HttpRequest, consent: Consent, doer: Doer) -> HttpResponse:
    form = AnswerForm(sent(request))
    if request.method == "POST" and form.is_valid():
        yes = form.cleaned_data["answer"] == "yes"
        answer_consent(consent=consent, yes=yes, words=form.cleaned_data["words"], by=doer)
        return redirect(request.path)
    programme = consent.enrolment.programme
    dates = programme.gatherings.filter(for_participants=True).exclude(state="cancelled").order_by("number")
    context = {
        "consent": consent, "enrolment": consent.enrolment, "programme": programme, "form": form,
        "hours": queries.hours(programme), "dates": dates, "waits": is_waiting_for_answer(consent),
    }
    return render(request, "programmes/consent.html", context, status=422 if form.is_bound else 200)
