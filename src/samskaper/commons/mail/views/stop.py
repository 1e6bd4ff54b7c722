"""The page behind the unsubscribe link."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samskaper.commons.mail import commands, queries, register
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.record.limits import count_wrong_secret


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, secret: str) -> HttpResponse:
    """Unsubscribe, or take it back. Opening the link decides nothing; works signed out."""
    letter = queries.behind(secret)
    if letter is None:
        count_wrong_secret("mail.stop", request)
        raise Http404
    if request.method == "POST":
        change = commands.allow_again if request.POST.get("want") == "again" else commands.stop
        change(letter=letter, by=doer_behind(request))
        return redirect("mail:stop", secret)
    context = {
        "letter": letter,
        "about": register.words_for(letter.purpose),
        "stopped": queries.is_stopped(letter),
    }
    return render(request, "mail/stop.html", context)
