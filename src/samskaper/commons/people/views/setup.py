"""The first visitor of an empty installation sets it up."""

from __future__ import annotations

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samskaper.commons.people import commands, limits, queries
from samskaper.commons.people.forms.setup import SetupForm
from samskaper.commons.people.middleware import SESSION_KEY, doer_behind
from samskaper.commons.people.models import Country
from samskaper.commons.people.views.way import desk
from samskaper.foundation.refusals import Invalid, Missing
from samskaper.foundation.sent import sent

BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_http_methods(["GET", "HEAD", "POST"])
def setup(request: HttpRequest) -> HttpResponse:
    """Take the code, and make the house."""
    if not queries.waits_for_setup():
        raise Missing(_("Samskaper has been set up already. Sign in instead."))
    language = get_language()
    country = Country.DENMARK if language == "da" else Country.NORWAY
    form = SetupForm(sent(request), initial={"language": language, "country": country})
    if request.method == "POST":
        limits.knock("set-up code", "anybody", most=60, within=limits.QUARTER)
        if form.is_valid() and (answer := _set_up(request, form)) is not None:
            return answer
    return render(request, "people/setup.html", {"form": form}, status=422 if form.is_bound else 200)


def _set_up(request: HttpRequest, form: SetupForm) -> HttpResponse | None:
    """Make the house and be its first adviser; None, with a sentence at the field, when the code does not fit."""
    try:
        person = commands.set_up(by=doer_behind(request), **form.cleaned_data)
    except Invalid as wrong:
        form.add_error("code", str(wrong.sentence))
        return None
    assert person.account is not None
    login(request, person.account, backend=BACKEND)
    request.session[SESSION_KEY] = person.pk
    return redirect(desk())
