"""Behind the link of somebody who was asked to help: no account, no JavaScript, and nothing happens by opening it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.areas.startkit.commands import findings
from samskaper.areas.startkit.commands import voices as commands
from samskaper.areas.startkit.forms.findings import OwnNoticeForm
from samskaper.areas.startkit.models import Asked
from samskaper.areas.startkit.queries import groups as queries
from samskaper.areas.startkit.rules.findings import must_enter
from samskaper.areas.startkit.rules.workshop_words import the_hours
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.record.limits import count_wrong_secret
from samskaper.editorial.queries import methods
from samskaper.foundation.refusals import Missing
from samskaper.foundation.sent import number_sent
from samskaper.ui.answers import named


def _page(request: HttpRequest, secret: str) -> queries.VoicePage:
    try:
        return queries.voice_page(secret)
    except Missing:
        count_wrong_secret("startkit.voice", request)
        raise


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def voice(request: HttpRequest, secret: str) -> HttpResponse:
    """What you were asked, your answer, the days, and what you have noticed."""
    page = _page(request, secret)
    press, language = request.POST.get("press", ""), get_language() or "nb"
    every = methods(language)
    first = [key for day in page.workshops for key in day.keys]
    form = OwnNoticeForm(request.POST if press == "notice" else None, methods=every, first=dict.fromkeys(first))
    if press in ("yes", "no"):
        commands.answer(voice=page.voice, yes=press == "yes", person=doer_behind(request).person, by=page.doer)
        messages.success(request, _("How nice. We look forward to it.") if press == "yes" else _("Thank you for saying so."))
        return redirect("startkit:voice", secret)
    if press == "back":
        findings.take_back(finding=number_sent(request, "finding"), by=page.doer)
        return redirect("startkit:voice", secret)
    if press == "leave":
        commands.leave(voice=page.voice, by=page.doer)
        return render(request, "startkit/voice_left.html")
    if form.is_bound and form.is_valid():
        must_enter(page.doer, page.voice)
        findings.notice(
            key=form.cleaned_data["key"], edition=page.voice.edition, language=language, words=form.words(), voice=page.voice,
            named=form.cleaned_data["named"] == "yes", by=page.doer,
        )
        messages.success(request, _("Thank you. It stands on the editors’ board from now on."))
        return redirect("startkit:voice", secret)
    titles = {one.slug: one.title for one in every}
    context = {
        "page": page, "voice": page.voice, "group": page.voice.group, "secret": secret, "form": form, "yes": page.voice.answer == Asked.YES,
        "days": [(one, the_hours(one), [titles.get(key, key) for key in one.keys]) for one in page.workshops],
        "said": [(titles.get(one.key, one.key), one) for one in page.findings],
    }
    return render(request, "startkit/voice.html", context, status=422 if request.method == "POST" else 200)


@never_cache
@require_safe
def calendar(request: HttpRequest, secret: str, place: int) -> HttpResponse:
    """A workshop as a file for one's calendar."""
    found = next((one for one in _page(request, secret).workshops if one.number == place), None)
    if found is None:
        raise Missing()
    answer = HttpResponse(queries.file_of(found), content_type="text/calendar; charset=utf-8")
    return named(answer, f"workshop {place}", "ics", download=True)
