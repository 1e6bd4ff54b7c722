"""A participant's own page, and writing about an action."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.areas.programmes.commands.actions import save_report
from samskaper.areas.programmes.forms.actions import ReportForm
from samskaper.areas.programmes.queries import actions as queries
from samskaper.areas.programmes.queries.chain import thread_of
from samskaper.areas.programmes.queries.mine import my_page
from samskaper.areas.programmes.rules import actions as rules
from samskaper.areas.programmes.rules.running import WAITS_FOR, may_run
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation import clock
from samskaper.foundation.refusals import Invalid, Stale


@login_required
@require_safe
def mine(request: HttpRequest, programme: int) -> HttpResponse:
    """How far I am."""
    page = my_page(programme, visible_to=doer_behind(request))
    waits = None if page.certain else WAITS_FOR.get(page.enrolment.state)  # type: ignore[call-overload]
    way = thread_of(page.programme, visible_to=doer_behind(request))
    return render(request, "programmes/mine.html", {"page": page, "programme": page.programme, "waits": waits, "thread": way})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def action(request: HttpRequest, number: int) -> HttpResponse:
    """What to do, and the two texts: what I share and what I think for myself."""
    doer = doer_behind(request)
    page = queries.my_action(number, visible_to=doer)
    rules.must_open(doer, page.action, page.enrolment)
    form = ReportForm(request.POST) if request.method == "POST" else ReportForm(initial=_initial(page))
    if request.method == "POST" and form.is_valid():
        try:
            return _save(request, page, form)
        except Stale as stale:
            return _both_texts(request, page, form, stale)
        except Invalid as invalid:
            form.add_error(None, str(invalid.sentence))
    return _page(request, page, form, status=422 if form.is_bound else 200)


def _initial(page: queries.ActionPage) -> dict[str, object]:
    if page.report is None:
        return {"version": 0}
    return {
        "done_on": page.report.done_on, "reflection": page.report.reflection, "thoughts": page.report.thoughts,
        "version": page.report.version,
    }


def _save(request: HttpRequest, page: queries.ActionPage, form: ReportForm) -> HttpResponse:
    given = form.cleaned_data
    done = "done" in request.POST
    save_report(
        action=page.action, enrolment=page.enrolment, done_on=(given["done_on"] or clock.today()) if done else None,
        reflection=given["reflection"], thoughts=given["thoughts"], version=given["version"], by=doer_behind(request),
    )
    messages.success(
        request, _("It is written down as done. Well done.") if done else _("What you wrote is saved. You can go on whenever you like.")
    )
    return redirect("programmes:mine", page.action.programme_id) if done else redirect("programmes:action", page.action.pk)


def _both_texts(request: HttpRequest, page: queries.ActionPage, form: ReportForm, stale: Stale) -> HttpResponse:
    """Another tab saved in between: show its text beside this one; saving again keeps what stands in the fields."""
    data = request.POST.copy()
    data["version"] = str(stale.version)
    again = ReportForm(data)
    again.is_valid()
    return _page(request, queries.my_action(page.action.pk, visible_to=doer_behind(request)), again, status=409, saved=stale.theirs)


def _page(
    request: HttpRequest, page: queries.ActionPage, form: ReportForm, *, status: int, saved: dict[str, str] | None = None
) -> HttpResponse:
    context = {
        "page": page, "action": page.action, "programme": page.action.programme, "form": form, "saved": saved,
        "may_write": rules.may_write(doer_behind(request), page.action, page.enrolment),
        "thread": thread_of(page.action.programme, visible_to=doer_behind(request)),
    }
    return render(request, "programmes/action.html", context, status=status)


@login_required
@require_safe
def shared(request: HttpRequest, programme: int) -> HttpResponse:
    """What participants have shared, to those in the programme."""
    doer = doer_behind(request)
    found = queries.programme_with_words(programme, visible_to=doer)
    rows = Paginator(queries.shared_words(found, visible_to=doer), 30).get_page(request.GET.get("page"))
    context = {"programme": found, "rows": rows, "runs": may_run(doer, found), "thread": thread_of(found, visible_to=doer)}
    return render(request, "programmes/shared.html", context)


@login_required
@require_safe
def agreement(request: HttpRequest, number: int) -> HttpResponse:
    """What a participant and her leader agreed on, to the two of them."""
    report = queries.agreement(number, visible_to=doer_behind(request))
    until = rules.kept_until(queries.last_day(report.action.programme))
    return render(request, "programmes/agreement.html", {"report": report, "programme": report.action.programme, "until": until})
