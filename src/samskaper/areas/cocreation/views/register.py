"""The register of associations and companies: how full it is, filling it, and stopping."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samskaper.areas.cocreation.commands import register as commands
from samskaper.areas.cocreation.queries import register as queries
from samskaper.areas.cocreation.rules.parties import NOT_YOURS
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.refusals import Refusal
from samskaper.ui.thread import thread


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """How full and how fresh the register of the doer's counties is; an adviser has it filled."""
    doer = doer_behind(request)
    page = queries.register_page(visible_to=doer)
    if request.method == "POST":
        library = next((one.library for one in page.counties if one.library and request.POST.get("county", "") in ("", str(one.county.pk))), None)
        if library is None:
            raise Refusal(NOT_YOURS)
        commands.begin(library=library, by=doer)
        messages.success(request, _("It has begun. You can close this page; it goes on by itself."))
        return redirect("cocreation:register")
    return render(request, "cocreation/register.html", {"page": page, "thread": thread("conversation")})


@login_required
@require_POST
def stop_filling(request: HttpRequest, number: int) -> HttpResponse:
    """Stop a filling. What has been read stays."""
    commands.stop(filling=queries.find_filling(number), by=doer_behind(request))
    messages.success(request, _("It is stopped. What has been read stays."))
    return redirect("cocreation:register")
