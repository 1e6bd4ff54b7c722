"""Course series as everybody meets them: the list, the page of one, its calendar file, and making a new one."""

from __future__ import annotations

import contextlib
import datetime as dt

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.areas.programmes.commands import setup as commands
from samskaper.areas.programmes.forms.setup import BeginForm
from samskaper.areas.programmes.queries import chain, dates
from samskaper.areas.programmes.queries import setup as queries
from samskaper.areas.programmes.queries.from_plan import with_plans
from samskaper.areas.programmes.queries.since import with_opening
from samskaper.areas.programmes.rules.patterns import COURSE, PATTERNS
from samskaper.areas.programmes.rules.setup import may_begin, must_begin
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation import clock
from samskaper.foundation.kinds import cards_of
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.sent import sent
from samskaper.ui.guests import same_for_guests


@require_safe
@same_for_guests
def index(request: HttpRequest) -> HttpResponse:
    """The course series: mine, those I run, and those open for sign-up."""
    doer = doer_behind(request)
    context = {"shelf": queries.shelf(visible_to=doer, all_of_them="all" in request.GET), "may_begin": may_begin(doer)}
    return render(request, "programmes/index.html", context)


@require_safe
@same_for_guests
def programme(request: HttpRequest, number: int) -> HttpResponse:
    """The page of one: what, when, what it costs in hours, and signing up."""
    doer = doer_behind(request)
    page = queries.programme_page(number, visible_to=doer)
    gatherings = [item.gathering for item in page.dates]
    line = chain.thread_of(page.programme, visible_to=doer, gatherings=gatherings)
    dated = with_opening(with_plans(page.dates)) if page.inside else page.dates
    context = {"page": page, "dates": dated, "programme": page.programme, "thread": line}
    return render(request, "programmes/programme.html", context)


@require_safe
@same_for_guests
def calendar(request: HttpRequest, number: int) -> HttpResponse:
    """The dates as a calendar file."""
    page = queries.programme_page(number, visible_to=doer_behind(request))
    content = dates.file_of(page.programme, with_link=page.inside)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="samskaper-{number}.ics"'
    return answer


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Make a course series from a pattern; `from` names what it comes from, such as a project."""
    doer = doer_behind(request)
    must_begin(doer)
    source = Ref.parse(request.GET.get("from", ""))
    cards = cards_of([source], visible_to=doer) if source else {}
    owners = queries.owners_for(doer)
    form = BeginForm(sent(request), owners=owners, initial=_initial(request))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            made = commands.begin(
                pattern=PATTERNS[data["pattern"]], title=data["title"], owner=data["owner"], language=data["language"],
                first=data["first"], hour=data["hour"], source=source if source in cards else None, by=doer,
            )
        except Invalid as refusal:
            form.add_error("hour", str(refusal.sentence))
        else:
            messages.success(request, _("Here is your course series. Look at the dates first; nothing is sent to anybody yet."))
            return redirect("programmes:setup", made.pk)
    context = {"form": form, "source": cards.get(source) if source else None, "patterns": PATTERNS.values()}
    return render(request, "programmes/new.html", context, status=422 if form.is_bound else 200)


def _initial(request: HttpRequest) -> dict[str, object]:
    """Propose the first Tuesday in six weeks or more, or what the link proposes."""
    day = clock.today() + dt.timedelta(weeks=6)
    day += dt.timedelta(days=(1 - day.weekday()) % 7)
    with contextlib.suppress(ValueError):
        day = dt.date.fromisoformat(request.GET.get("starts", ""))
    pattern = PATTERNS.get(request.GET.get("pattern", ""), COURSE)
    title = request.GET.get("title", "")[:160] or str(pattern.title)
    return {"first": day, "language": get_language(), "title": title, "hour": dt.time(9), "pattern": pattern.key}
