"""What conversations gave."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samskaper.areas.cocreation.queries.giving import STAGES, Given, InCounty, given, series_with_conversations
from samskaper.areas.cocreation.views.inside import ways
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.kinds import cards_of
from samskaper.foundation.refs import Ref
from samskaper.ui.map import CountyMap, Spot
from samskaper.ui.numbers import Funnel, Stage
from samskaper.ui.thread import thread

WORDS = {
    "conversations": _("Conversations held"), "statements": _("Statements that stand"), "shared": _("Shared challenges"),
    "initiatives": _("Initiatives that began"), "going": _("Initiatives that are still going"),
}


@login_required
@require_safe
def gave(request: HttpRequest) -> HttpResponse:
    """From conversations to what is still going, in all and by county."""
    doer = doer_behind(request)
    asked = Ref.parse(request.GET.get("within", ""))
    series = cards_of(series_with_conversations(), visible_to=doer)
    within = asked if asked in series else None
    found = given(visible_to=doer, within=within)
    stage = request.GET.get("stage", "")
    stage = stage if stage in STAGES else "conversations"
    context = {
        "found": found, "funnel": _funnel(found), "map": _map(found, stage), "stage": stage, "stages": list(WORDS.items()), "within": within,
        "series": list(series.values()), "title": series[within].title if within else "", "ways": ways(request), "thread": thread("practice"),
    }
    return render(request, "cocreation/gave.html", context)


def _funnel(found: Given) -> Funnel:
    return Funnel([Stage(WORDS[stage], found.numbers[stage], strong=stage == "shared") for stage in STAGES])


def _map(found: Given, stage: str) -> CountyMap:
    """Return the map of one stage; counties that are too small stand together, in the table only."""
    return CountyMap([_spot(one, stage) for one in found.counties], WORDS[stage])


def _spot(one: InCounty, stage: str) -> Spot:
    number = one.numbers[stage]
    return Spot(one.name, 0 if one.latitude is None else number, one.latitude or 0, one.longitude or 0, str(number))
