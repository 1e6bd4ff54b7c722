"""The open door of a library, for everybody: finding it, coming with something, and the page to keep."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.areas.cocreation.commands import doors as commands
from samskaper.areas.cocreation.forms.doors import KnockForm
from samskaper.areas.cocreation.queries import doors as queries
from samskaper.areas.cocreation.rules.doors import AT_ONE_DOOR, FROM_ONE_NETWORK
from samskaper.commons.mail.letters import absolute
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.record.limits import knock, network_of
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.sent import sent


@require_safe
def doors(request: HttpRequest) -> HttpResponse:
    """Which libraries have their door open."""
    words = request.GET.get("q", "")[:100]
    return render(request, "cocreation/doors.html", {"libraries": queries.open_doors(words), "words": words})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, number: int) -> HttpResponse:
    """We have a challenge, or an idea: no account, no JavaScript, any language."""
    here = queries.door(number)
    form = KnockForm(sent(request))
    if request.method == "POST" and form.is_valid():
        knock("cocreation.door.network", network_of(request), most=FROM_ONE_NETWORK, within=dt.timedelta(hours=1))
        knock("cocreation.door.library", str(number), most=AT_ONE_DOOR, within=dt.timedelta(days=1))
        try:
            came, secret = commands.come_with(
                library=here.library, brought=commands.Brought(**form.cleaned_data), letters_in=get_language() or "nb", by=doer_behind(request)
            )
        except Invalid as invalid:
            form.add_error("words", str(invalid.sentence))
        else:
            page = reverse("cocreation:party", args=[secret])
            return render(request, "cocreation/came_in.html", {"door": here, "knock": came, "page": page, "whole": absolute(page)})
    return render(request, "cocreation/door.html", {"door": here, "form": form}, status=422 if form.is_bound else 200)
