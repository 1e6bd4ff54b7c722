"""For editors: the edition in the making, its rehearsal, its minute, and how whole the kit is."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.startkit.commands import editions as commands
from samskaper.areas.startkit.forms.editions import ContentsForm, TimeForm, WhyForm
from samskaper.areas.startkit.models import Edition
from samskaper.areas.startkit.queries import editions, preparing
from samskaper.areas.startkit.queries.status import status as status_of_kit
from samskaper.areas.startkit.rules.editions import must_prepare
from samskaper.areas.startkit.rules.status import WHAT
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.record.queries import outcomes
from samskaper.editorial.exports import method_html
from samskaper.foundation.kinds import cards_of
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid, Missing
from samskaper.foundation.sent import sent
from samskaper.foundation.steps import steps_from
from samskaper.foundation.versions import version_of

GET_POST = ["GET", "HEAD", "POST"]


def _editor(request: HttpRequest) -> Doer:
    doer = doer_behind(request)
    must_prepare(doer)
    return doer


def _coming() -> Edition:
    found = editions.coming()
    if found is None:
        raise Missing
    return found


@require_http_methods(GET_POST)
def coming(request: HttpRequest) -> HttpResponse:
    """What goes out with the next edition, what is in the way, and when; a press begins it."""
    doer = _editor(request)
    if request.method == "POST":
        commands.begin(by=doer)
        return redirect("startkit:coming")
    found = preparing.coming()
    if found is None:
        return render(request, "startkit/not_begun.html", {"now": editions.current()})
    time = localtime(found.edition.launches) if found.edition.launches else None
    form = TimeForm(initial={"day": time.date(), "hour": time.time()} if time else None)
    return _page(request, found, form, doer)


def _page(request: HttpRequest, found: preparing.Coming, form: TimeForm, doer: Doer) -> HttpResponse:
    ref = Ref.to(found.edition)
    happening = outcomes([ref]).get(ref, [])
    context = {
        "coming": found, "form": form, "now": editions.current(), "steps": steps_from(ref, visible_to=doer),
        "events": list(cards_of(happening, visible_to=doer).values()),
    }
    return render(request, "startkit/coming.html", context, status=422 if form.errors else 200)


@require_http_methods(GET_POST)
def contents(request: HttpRequest) -> HttpResponse:
    """What is new, in each language, and whose drafts go out with it."""
    doer, edition = _editor(request), _coming()
    choices = [(method.key, method.title) for method in preparing.everything() if method.drafts or method.waits]
    form = ContentsForm(sent(request), edition=edition, methods=choices)
    if request.method == "POST" and form.is_valid():
        commands.change(edition=edition, version=version_of(request), news=form.news, drafts=form.cleaned_data["drafts"], by=doer)
        messages.success(request, _("Saved."))
        return redirect("startkit:coming")
    return render(request, "startkit/coming_contents.html", {"edition": edition, "form": form}, status=422 if form.errors else 200)


@require_POST
def set_time(request: HttpRequest) -> HttpResponse:
    """Set or move the minute of the launch."""
    doer, edition = _editor(request), _coming()
    form = TimeForm(request.POST)
    try:
        if form.is_valid():
            commands.set_time(edition=edition, version=version_of(request), launches=form.launches, by=doer)
            said = {"n": edition.number, "time": date_format(localtime(edition.launches), "DATETIME_FORMAT")}
            messages.success(request, _("Edition %(n)d is launched %(time)s. Until that minute the one of now stays up.") % said)
            return redirect("startkit:coming")
    except Invalid as refusal:
        form.add_error("day", str(refusal.sentence))
    found = preparing.coming()
    assert found is not None
    return _page(request, found, form, doer)


@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """Call the launch off."""
    commands.stop(edition=_coming(), version=version_of(request), by=_editor(request))
    messages.success(request, _("The launch is called off. What you prepared is kept."))
    return redirect("startkit:coming")


@require_http_methods(GET_POST)
def rehearsal(request: HttpRequest, key: str) -> HttpResponse:
    """A method as it will read, what is different then, and why, which its editor writes beside each."""
    doer, edition, language = _editor(request), _coming(), get_language() or ""
    found = preparing.rehearsed(key, language, edition)
    if found is None:
        raise Missing
    text, told = found
    form = WhyForm(sent(request), told=told)
    if request.method == "POST" and form.is_valid():
        commands.say_why(edition=edition, key=key, language=language, reasons=form.reasons, by=doer)
        messages.success(request, _("Saved. It stands beside the change when somebody comes with an old sheet."))
        return redirect("startkit:rehearsal", key=key)
    context = {"edition": edition, "method": text, "told": told, "form": form, "body": method_html(text)}
    return render(request, "startkit/rehearsal.html", context, status=422 if form.errors else 200)


@require_safe
def status(request: HttpRequest) -> HttpResponse:
    """Methods x languages x what each must have, and what is behind in which language."""
    _editor(request)
    rows = status_of_kit()
    return render(request, "startkit/status.html", {
        "rows": rows, "what": list(WHAT.values()), "gaps": [gap for row in rows for gap in row.gaps], "methods": preparing.everything(),
    })
