"""The short address behind the code on the wall. It decides nothing before a press, and survives signing in."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samskaper.areas.programmes.commands.gatherings import check_in as record
from samskaper.areas.programmes.models import AttendanceState, Gathering
from samskaper.areas.programmes.queries.gatherings import gathering_of_code, my_mark
from samskaper.areas.programmes.rules import gatherings as rules
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.record.limits import count_wrong_secret
from samskaper.foundation.refusals import Gone, Refusal


@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: HttpRequest, secret: str) -> HttpResponse:
    """Say whose gathering this is, and record with a press that the reader is here."""
    gathering = gathering_of_code(secret)
    if gathering is None:
        count_wrong_secret("check_in", request)
        raise Gone(_("This code leads nowhere. It may belong to a gathering that has gone, or a letter is missing in the address."))
    doer = doer_behind(request)
    if doer.person is None:
        return _sign_in(request, gathering)
    if request.method == "POST":
        record(gathering=gathering, by=doer)
        return redirect(request.path)
    return _page(request, gathering)


def _sign_in(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """Let a guest sign in, and an account that has not said who is here say so; both come back, and are told what for."""
    said = _("This is to write down that you are at %(title)s. Sign in first; then one press is left.")
    messages.info(request, said % {"title": gathering.title})
    if request.user.is_authenticated:
        return redirect_to_login(request.path, login_url=reverse("people:arrive"))
    return redirect_to_login(request.path)


def _page(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    enrolment, mark = my_mark(gathering, visible_to=doer_behind(request))
    recorded = mark == AttendanceState.PRESENT
    why_not: Refusal | None = None
    if not recorded:
        try:
            rules.must_have_seat(enrolment)
            rules.must_be_open(gathering)
        except Refusal as refusal:
            why_not = refusal
    context = {"gathering": gathering, "programme": gathering.programme, "recorded": recorded, "why_not": why_not and why_not.sentence}
    answer = render(request, "programmes/check_in.html", context)
    answer["Vary"] = "Accept-Language, Cookie"
    answer["Content-Language"] = translation.get_language()
    return answer
