"""My plan for the meeting: beginning one, putting methods in it, and changing it behind its address."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.startkit.commands import plan_items, plans
from samskaper.areas.startkit.forms.plans import AboutForm, BreakForm, PointForm, RowForm
from samskaper.areas.startkit.models import Plan
from samskaper.areas.startkit.queries import plans as queries
from samskaper.areas.startkit.rules.keys import keys_of
from samskaper.areas.startkit.rules.plans import is_own
from samskaper.areas.startkit.views.plan_doors import DOOR, LAST, last_plan, remember, to_write, unlisted
from samskaper.commons.mail.letters import absolute
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.record.limits import knock, network_of
from samskaper.commons.record.queries import outcomes
from samskaper.editorial.queries import method_text, methods, phases
from samskaper.foundation.kinds import cards_of
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid, Missing, Stale
from samskaper.foundation.sent import sent
from samskaper.foundation.steps import steps_from
from samskaper.foundation.versions import version_of

GET_POST = ["GET", "HEAD", "POST"]
MOST_BEGUN = 300  # plans from one network in an hour: a whole school may sit behind one
HOUR = dt.timedelta(hours=1)


@unlisted
@require_http_methods(GET_POST)
def index(request: HttpRequest) -> HttpResponse:
    """My plans, and a new one by a press."""
    doer = doer_behind(request)
    if request.method == "POST":
        plan = _begin(request, doer)
        messages.success(request, _("Here is your plan. Keep its address: it is the key."))
        return _to(request, plan)
    last = last_plan(request)
    return render(request, "startkit/plans.html", {
        "plans": queries.mine(visible_to=doer), "last": last[0] if last else None, "last_secret": last[2] if last else "",
    })


@unlisted
@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Let this browser forget its last plan. Its address opens it as before."""
    messages.success(request, _("This browser has forgotten the plan. Its address opens it as before."))
    answer = redirect("startkit:plans")
    answer.delete_cookie(LAST, samesite="Lax")
    return answer


def _begin(request: HttpRequest, doer: Doer) -> Plan:
    if doer.is_guest:
        knock(f"{DOOR}.begin", network_of(request), most=MOST_BEGUN, within=HOUR)
    return plans.begin_plan(by=doer)


def _to(request: HttpRequest, plan: Plan, row: int = 0) -> HttpResponse:
    secret = keys_of(plan.nonce).write
    return remember(request, redirect(reverse("startkit:plan", args=[secret]) + (f"#row-{row}" if row else "")), secret)


@unlisted
@require_http_methods(GET_POST)
def put(request: HttpRequest, method: str) -> HttpResponse:
    """Put a method in a plan: in a new one, in the last one of this browser, or in one of mine."""
    doer, text = doer_behind(request), method_text(method, get_language() or "")
    if text is None:
        raise Missing(_("That method is not in the kit. Choose another one."))
    last = last_plan(request)
    if request.method == "POST":
        plan, by = _chosen(request, doer, last)
        row = plan_items.add_method(plan=plan, method=method, language=get_language() or "", online=_said_online(request), by=by)
        messages.success(request, _("“%(method)s” is in the plan.") % {"method": text.title})
        return _to(request, plan, row.pk)
    return render(request, "startkit/plan_put.html", {
        "method": text, "method_href": queries.method_href(method), "plans": queries.mine(visible_to=doer), "last": last[0] if last else None,
    })


def _said_online(request: HttpRequest) -> bool | None:
    return {"1": True, "0": False}.get(request.POST.get("online", ""))


def _chosen(request: HttpRequest, doer: Doer, last: tuple[Plan, Doer, str] | None) -> tuple[Plan, Doer]:
    """Return the plan that somebody chose, and on whose behalf it is changed."""
    into = request.POST.get("into", "")
    if into == "last" and last:
        return last[0], last[1]
    if into.isascii() and into.isdigit() and len(into) < 19:
        return queries.own_plan(int(into), visible_to=doer), doer
    if into != "new":
        raise Invalid(_("Choose which plan it goes into."))
    plan = _begin(request, doer)
    return queries.plan_behind(keys_of(plan.nonce).write, purpose=DOOR, doer=doer)


@unlisted
@require_safe
def plan(request: HttpRequest, secret: str) -> HttpResponse:
    """The plan, to be changed by whoever has its address."""
    found, doer = to_write(request, secret)
    return remember(request, _show(request, found, doer), secret)


def _show(request: HttpRequest, found: Plan, doer: Doer, *, status: int = 200, **context: object) -> HttpResponse:
    here, keys = Ref.to(found), keys_of(found.nonce)
    became = outcomes([here]).get(here, [])
    return render(request, "startkit/plan.html", {
        "plan": found, "sheet": queries.sheet(found, visible_to=doer), "secret": keys.write, "reading": keys.read,
        "reading_address": absolute(reverse("startkit:read_plan", args=[keys.read])), "address": absolute(reverse("startkit:plan", args=[keys.write])),
        "kept_until": queries.kept_until(found), "is_own": is_own(doer, found), "point": PointForm(), "pause": BreakForm(prefix="break"),
        "steps": steps_from(here, visible_to=doer), "became": list(cards_of(became, visible_to=doer).values()), **context,
    }, status=status)


@unlisted
@require_http_methods(GET_POST)
def about(request: HttpRequest, secret: str) -> HttpResponse:
    """What it is called, when and where it is, and how many come."""
    found, doer = to_write(request, secret)
    initial = {name: getattr(found, name) for name in plans.HEAD} | {"online": "1" if found.online else ""}
    form = AboutForm(sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            plans.describe_plan(plan=found, version=version_of(request), values=form.cleaned_data, by=doer)
        except Stale as stale:
            raise in_words_of(form, stale) from None
        messages.success(request, _("Saved."))
        return redirect("startkit:plan", secret)
    context = {"plan": found, "secret": secret, "form": form, "version": request.POST.get("version") or found.version}
    return render(request, "startkit/plan_about.html", context, status=422 if form.is_bound else 200)


def in_words_of(form: AboutForm | RowForm, stale: Stale) -> Stale:
    """Return the refusal with both texts under the labels of the form."""
    labels = {name: str(field.label or name) for name, field in form.fields.items()}
    known = [name for name in stale.mine if name in labels]
    mine, theirs = ({labels[name]: texts[name] for name in known} for texts in (stale.mine, stale.theirs))
    return Stale(stale.sentence, mine=mine, theirs=theirs, version=stale.version)


@unlisted
@require_http_methods(GET_POST)
def add(request: HttpRequest, secret: str) -> HttpResponse:
    """Choose a method and put it in."""
    found, doer = to_write(request, secret)
    every = methods(get_language() or "")
    if request.method == "POST":
        row = plan_items.add_method(plan=found, method=request.POST.get("method", "")[:80], language=get_language() or "", by=doer)
        messages.success(request, _("“%(method)s” is in the plan.") % {"method": row.title})
        return redirect(reverse("startkit:plan", args=[secret]) + f"#row-{row.pk}")
    words = dict(phases())
    in_order = [(words[phase], list(some)) for phase, some in groupby(every, key=lambda method: method.phase)]
    return render(request, "startkit/plan_add.html", {"plan": found, "secret": secret, "phases": in_order})


@unlisted
@require_POST
def point(request: HttpRequest, secret: str) -> HttpResponse:
    """Put in a point of one's own, or a break."""
    found, doer = to_write(request, secret)
    is_break = request.POST.get("what") == "break"
    form = BreakForm(request.POST, prefix="break") if is_break else PointForm(request.POST)
    if not form.is_valid():
        return _show(request, found, doer, status=422, **{"pause" if is_break else "point": form, "wrong": form})
    title = _("Break") if is_break else form.cleaned_data["title"]
    row = plan_items.add_point(plan=found, title=title, minutes=form.cleaned_data["minutes"], is_break=is_break, by=doer)
    messages.success(request, _("“%(title)s” is in the plan.") % {"title": row.title})
    return redirect(reverse("startkit:plan", args=[secret]) + f"#row-{row.pk}")


@unlisted
@require_POST
def press(request: HttpRequest, secret: str) -> HttpResponse:
    """A press in the list: up, down, out, back, or the breaks that are proposed."""
    found, doer = to_write(request, secret)
    what, _dash, which = request.POST.get("do", "").partition("-")
    number = int(which) if which.isascii() and which.isdigit() and len(which) < 19 else 0
    to = reverse("startkit:plan", args=[secret])
    if what in {"up", "down"}:
        plan_items.move_item(plan=found, number=number, up=what == "up", by=doer)
        messages.success(request, _("Moved."))
        return redirect(f"{to}#row-{number}")
    if what == "out":
        gone = plan_items.remove_item(plan=found, number=number, by=doer)
        messages.success(request, _("“%(title)s” is taken out. You can put it back today.") % {"title": gone.title})
    elif what == "back":
        plan_items.put_back(plan=found, number=number, by=doer)
        messages.success(request, _("It is back."))
        return redirect(f"{to}#row-{number}")
    elif what in {"breaks", "break"} and (what == "breaks" or which):
        taken = plan_items.take_breaks(plan=found, only=which, by=doer)
        messages.success(request, ngettext("%(n)s break is in the plan.", "%(n)s breaks are in the plan.", taken) % {"n": taken})
    else:
        raise Invalid(_("Press one of the buttons."))
    return redirect(f"{to}#list")


@unlisted
@require_http_methods(GET_POST)
def row(request: HttpRequest, secret: str, number: int) -> HttpResponse:
    """One row: its minutes, its words, and where a method is done."""
    found, doer = to_write(request, secret)
    here = next((line for line in queries.sheet(found, visible_to=doer).lines if line.row.pk == number), None)
    if here is None:
        raise Missing(_("That row is no longer in the plan."))
    form = RowForm(sent(request), row=here.row)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        change = plan_items.Change(said["minutes"], said.get("title", ""), bool(said.get("online", here.row.online)))
        try:
            plan_items.change_item(plan=found, number=number, version=version_of(request), change=change, by=doer)
        except Stale as stale:
            raise in_words_of(form, stale) from None
        messages.success(request, _("Saved."))
        return redirect(reverse("startkit:plan", args=[secret]) + f"#row-{number}")
    context = {"plan": found, "secret": secret, "line": here, "form": form, "version": request.POST.get("version") or here.row.version}
    return render(request, "startkit/plan_row.html", context, status=422 if form.is_bound else 200)


@unlisted
@require_POST
def change_keys(request: HttpRequest, secret: str) -> HttpResponse:
    """Give the plan new addresses."""
    found, doer = to_write(request, secret)
    changed = plans.change_keys(plan=found, by=doer)
    messages.success(request, _("The plan has new addresses. The old ones open nothing any more."))
    return _to(request, changed)


@unlisted
@require_POST
def keep(request: HttpRequest, secret: str) -> HttpResponse:
    """Put a plan that was made without signing in among mine."""
    found, doer = to_write(request, secret)
    plans.keep_plan(plan=found, by=doer)
    messages.success(request, _("The plan is among yours now. Those who have its address can still use it."))
    return redirect("startkit:plan", secret)


@unlisted
@require_http_methods(GET_POST)
def delete(request: HttpRequest, secret: str) -> HttpResponse:
    """Delete a plan, after a page that says what goes."""
    found, doer = to_write(request, secret)
    if request.method == "POST":
        plans.delete_plan(plan=found, by=doer)
        messages.success(request, _("The plan is deleted."))
        answer = redirect("startkit:plans")
        answer.delete_cookie(LAST, samesite="Lax")
        return answer
    return render(request, "startkit/plan_delete.html", {"plan": found, "secret": secret})
