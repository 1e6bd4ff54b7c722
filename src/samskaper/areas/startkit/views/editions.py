"""Editions for everybody: what is in each, and a method as it read in it, which is where the code on a sheet leads."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from samskaper.areas.startkit.models import Edition
from samskaper.areas.startkit.queries import editions as queries
from samskaper.areas.startkit.queries.volumes import responsible
from samskaper.areas.startkit.rules.differences import FIRST_SHOWN, differences
from samskaper.areas.startkit.rules.editions import may_prepare
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.record.queries import outcomes
from samskaper.editorial.exports import method_html
from samskaper.editorial.queries import method_text, methods, phases
from samskaper.foundation.kinds import cards_of
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Missing
from samskaper.foundation.steps import steps_from
from samskaper.ui.guests import same_for_guests


@require_safe
@same_for_guests
def edition(request: HttpRequest, number: int) -> HttpResponse:
    """What an edition has, what is new in it, and when it is or was in use."""
    found, doer = _launched(number), doer_behind(request)
    every = queries.launched()
    ref, words = Ref.to(found), dict(phases())
    happening = outcomes([ref]).get(ref, [])
    in_order = [(words[phase], list(some)) for phase, some in groupby(queries.contents(found, get_language() or ""), key=lambda one: one.phase)]
    return TemplateResponse(request, "startkit/edition.html", {
        "edition": found, "phases": in_order, "all": sum(len(some) for _phase, some in in_order), "others": [one for one in every if one != found],
        "after": next((one for one in reversed(every) if one.number > found.number), None), "news": found.news.get(get_language() or "", ""),
        "events": list(cards_of(happening, visible_to=doer).values()), "steps": steps_from(ref, visible_to=doer), "prepares": may_prepare(doer),
        "responsible": responsible(found, get_language() or ""),
    })


@require_safe
@same_for_guests
def in_edition(request: HttpRequest, number: int, key: str) -> HttpResponse:
    """A method as it read in an edition. The current edition's is its page; an older one says what is different today."""
    found, language = _launched(number), get_language() or ""
    page = next((one.url for one in methods(language) if one.slug == key), "")
    now = queries.current()
    if page and now is not None and now.number == found.number:
        return redirect(page)
    old = queries.text_in(found, key, language)
    if old is None:
        if page:
            return redirect(page)
        raise Missing
    new = method_text(key, language)
    told = differences(old, new, queries.reasons_since(found, key, language)) if new else []
    return TemplateResponse(request, "startkit/in_edition.html", {
        "edition": found, "now": now, "method": old, "body": method_html(old), "page": page,
        "first": told[:FIRST_SHOWN], "rest": told[FIRST_SHOWN:],
    })


def _launched(number: int) -> Edition:
    found = queries.find(number)
    if found is None:
        raise Missing
    return found
