"""The starter kit: every method in its order, or the few that fit today."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from samskaper.areas.startkit.forms.choosing import WantedForm
from samskaper.areas.startkit.queries.editions import current
from samskaper.areas.startkit.queries.volumes import responsible
from samskaper.areas.startkit.rules.choosing import choose
from samskaper.editorial.queries import introduction_card, methods, phases
from samskaper.ui.guests import same_for_guests


@require_safe
@same_for_guests
def kit(request: HttpRequest) -> HttpResponse:
    """Pick freely, follow the order, or say what you have and get a short list."""
    form = WantedForm(request.GET)
    wanted = form.wanted()
    every = methods(get_language() or "")
    words = dict(phases())
    in_order = [(words[phase], list(some)) for phase, some in groupby(every, key=lambda method: method.phase)]
    return TemplateResponse(request, "startkit/kit.html", {
        "form": form, "wanted": wanted, "chosen": choose(every, wanted) if wanted else [], "phases": in_order, "all": len(every),
        "responsible": responsible(current(), get_language() or ""), "introduction": None if wanted else introduction_card(get_language() or ""),
    })
