"""How did it go? Three questions on the phone, without an account; and the page behind a letter's link."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.areas.startkit.commands import tryouts as commands
from samskaper.areas.startkit.forms.tryouts import AnswerForm, HowForm
from samskaper.areas.startkit.queries import tries
from samskaper.areas.startkit.queries.asked import asked_page
from samskaper.areas.startkit.queries.editions import find, text_in
from samskaper.areas.startkit.rules.tryouts import DAY, FROM_ONE_NETWORK, HOUR, OF_ONE_METHOD
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.record.limits import count_wrong_secret, knock, network_of
from samskaper.editorial.queries import methods
from samskaper.foundation.refusals import Missing
from samskaper.foundation.sent import sent
from samskaper.ui.guests import same_for_guests


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def how_it_went(request: HttpRequest, edition: int, key: str) -> HttpResponse:
    """Three questions, under a minute. Never who."""
    found = find(edition)
    text = text_in(found, key, get_language() or "") if found else None
    if found is None or text is None:
        raise Missing()
    form = HowForm(sent(request))
    if request.method == "POST" and form.is_valid():
        knock("startkit.how.network", network_of(request), most=FROM_ONE_NETWORK, within=HOUR)
        knock("startkit.how.method", key, most=OF_ONE_METHOD, within=DAY)
        if not form.is_a_robot:
            commands.say_how_it_went(key=key, edition=found, language=text.language, how=form.how(), by=doer_behind(request))
        return redirect("startkit:thank_you", edition, key)
    return render(request, "startkit/how_it_went.html", {"form": form, "method": text, "edition": found}, status=422 if form.is_bound else 200)


@require_safe
@same_for_guests
def thank_you(request: HttpRequest, edition: int, key: str) -> HttpResponse:
    """What happens with it, and what others have changed by saying something."""
    language = get_language() or ""
    found = find(edition)
    text = text_in(found, key, language) if found else None
    if text is None:
        raise Missing()
    every = methods(language)
    titles = {one.slug: one.title for one in every}
    context = {
        "method": text, "tried": tries.tried(key), "own": tries.changes(titles, key=key, language=language),
        "url": next((one.url for one in every if one.slug == key), ""),
    }
    others = [] if context["own"] else tries.changes(titles, language=language)
    return TemplateResponse(request, "startkit/thank_you.html", {**context, "others": others})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: HttpRequest, secret: str) -> HttpResponse:
    """Behind the link in a letter: what was said, a question to answer, and deleting the address. Opening it decides nothing."""
    try:
        page = asked_page(secret)
    except Missing:
        count_wrong_secret("startkit.asked", request)
        raise
    form = AnswerForm(sent(request) if request.POST.get("press") == "answer" else None)
    if request.method == "POST" and request.POST.get("press") == "forget":
        commands.forget_address(secret=secret, by=doer_behind(request))
        return redirect("startkit:asked", secret)
    if form.is_bound and page.asked and form.is_valid():
        commands.answer_question(asked=page.asked, words=form.cleaned_data["words"], by=doer_behind(request))
        messages.success(request, _("Thank you. Your answer stands with what you said."))
        return redirect("startkit:asked", secret)
    return render(request, "startkit/asked.html", {"page": page, "form": form}, status=422 if request.method == "POST" else 200)
