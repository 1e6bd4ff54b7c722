"""A plan for a meeting becomes a gathering."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samskaper.areas.programmes.commands.dates import Line
from samskaper.areas.programmes.commands.from_plan import gathering_from_plan
from samskaper.areas.programmes.forms.from_plan import FromPlanForm
from samskaper.areas.programmes.models import GatheringKind
from samskaper.areas.programmes.queries import from_plan as queries
from samskaper.areas.programmes.rules.setup import must_begin
from samskaper.areas.programmes.views.form_page import FormPage, answer
from samskaper.areas.programmes.views.setup import back
from samskaper.areas.startkit.queries.plans import address_of, own_plan
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.sent import sent


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def from_plan(request: HttpRequest, number: int) -> HttpResponse:
    """Choose the course series, look over what the plan gives, and save it as a gathering with its agenda."""
    doer = doer_behind(request)
    must_begin(doer)
    found = queries.beginning(number, visible_to=doer)
    names = ("title", "about", "day", "begins", "ends", "place", "link")
    initial = {name: getattr(found, name) for name in names} | {"kind": GatheringKind.GATHERING, "for_participants": True}
    series = queries.open_series(visible_to=doer)
    form = FromPlanForm(sent(request), initial=initial, series=series)
    if request.method == "POST" and form.is_valid():
        lines = [Line(part.kind, part.title, part.minutes) for part in found.parts]
        made = gathering_from_plan(programme=form.cleaned_data["series"], values=form.values(), lines=lines, source=found.source, by=doer)
        messages.success(request, _("“%(title)s” is a gathering now, with its agenda.") % {"title": made.title})
        return redirect(back(made.programme, row=f"date-{made.pk}"))
    lead = _("The points of the plan become its agenda. You can change all of it afterwards; the plan stays as it is.")
    if not series:
        lead = _("You run no course series that is open. Begin one first; the plan waits for you.")
    page = FormPage(_("Make it a gathering"), address_of(own_plan(number, visible_to=doer)), _("Make the gathering"), kicker=found.title, lead=lead)
    return answer(request, page, form, None)
