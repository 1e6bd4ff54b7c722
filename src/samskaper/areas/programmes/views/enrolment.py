"""Signing up, one's own place, leaving, and the adviser's list."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.programmes.commands import enrolment as commands
from samskaper.areas.programmes.exports import people_csv, people_xlsx
from samskaper.areas.programmes.forms.enrolment import LeaderForm, OnBehalfForm, SignUpForm
from samskaper.areas.programmes.models import Enrolment, EnrolmentState, Programme
from samskaper.areas.programmes.queries import chain
from samskaper.areas.programmes.queries import enrolment as queries
from samskaper.areas.programmes.queries.publish import libraries_to_sign_up_from
from samskaper.areas.programmes.queries.seats import leaders_of
from samskaper.areas.programmes.queries.setup import find, find_to_run
from samskaper.areas.programmes.rules import enrolment as rules
from samskaper.areas.programmes.views.form_page import FormPage, answer
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.people.rules import must_be_somebody
from samskaper.foundation import clock
from samskaper.foundation.sent import sent
from samskaper.foundation.text import clean_line
from samskaper.ui.answers import named

SIGNED_UP = {
    EnrolmentState.ENROLLED: gettext_lazy("%(name)s has a seat and is told so by letter."),
    EnrolmentState.HELD: gettext_lazy("A seat is held for %(name)s. The leader is asked, and the participant is told so by letter."),
    EnrolmentState.WAITING: gettext_lazy("All seats are taken. %(name)s is in line, and is told so by letter."),
}
IN_FORCE = (EnrolmentState.WAITING, *Enrolment.SEATED)


@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest, number: int) -> HttpResponse:
    """One sign-up for the whole series."""
    doer = doer_behind(request)
    programme = find(number, visible_to=doer)
    must_be_somebody(doer)
    place = queries.own_place(programme.pk, visible_to=doer)
    if place and place.state in IN_FORCE:
        return redirect("programmes:place", number)
    if request.method != "POST" and not rules.is_open(programme, today=clock.today()):
        messages.info(request, rules.why_closed(programme))
        return redirect("programmes:programme", number)
    rules.must_be_open(programme, today=clock.today())
    page = queries.sign_up_page(programme, visible_to=doer)
    form = _sign_up_form(request, page)
    if request.method == "POST" and form.is_valid():
        leader = form.chosen() if page.needs_leader else None
        commands.sign_up(
            programme=programme, library=form.chosen_library(), leader=leader, needs=form.cleaned_data["needs"],
            workplace=form.cleaned_data.get("workplace", ""), by=doer,
        )
        return redirect("programmes:place", number)
    context = {"page": page, "programme": programme, "form": form}
    return render(request, "programmes/sign_up.html", context, status=422 if form.is_bound else 200)


def _sign_up_form(request: HttpRequest, page: queries.SignUpPage) -> SignUpForm:
    return SignUpForm(
        sent(request), libraries=page.libraries, needs_leader=page.needs_leader, leaders=page.leaders,
        may_be_own=page.may_be_own, may_be_elsewhere=not page.own_leader, initial={"workplace": page.workplace},
    )


def _own_place(number: int, doer: Doer) -> tuple[Programme, Enrolment | None]:
    programme = find(number, visible_to=doer)
    must_be_somebody(doer)
    return programme, queries.own_place(programme.pk, visible_to=doer)


@require_safe
def place(request: HttpRequest, number: int) -> HttpResponse:
    """How it stands with one's own sign-up, and what one can do."""
    doer = doer_behind(request)
    programme, enrolment = _own_place(number, doer)
    if enrolment is None:
        return redirect("programmes:programme", number)
    context = {
        "page": queries.place_page(enrolment, programme), "programme": programme, "enrolment": enrolment,
        "thread": chain.thread_of(programme, visible_to=doer),
    }
    return render(request, "programmes/place.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, number: int) -> HttpResponse:
    """Give the place back: what happens then, and the press that does it."""
    doer = doer_behind(request)
    programme, enrolment = _own_place(number, doer)
    if enrolment is None or enrolment.state not in IN_FORCE:
        return redirect("programmes:programme", number)
    if request.method == "POST":
        commands.leave(enrolment=enrolment, by=doer)
        messages.success(request, _("You have given your place back. Thank you for telling us."))
        return redirect("programmes:place", number)
    context = {"programme": programme, "enrolment": enrolment, "page": queries.place_page(enrolment, programme)}
    return render(request, "programmes/leave.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def leader(request: HttpRequest, number: int) -> HttpResponse:
    """Name another leader, or write to the same one again."""
    doer = doer_behind(request)
    programme, enrolment = _own_place(number, doer)
    if enrolment is None or enrolment.state not in (EnrolmentState.HELD, EnrolmentState.WAITING):
        return redirect("programmes:programme", number)
    form = LeaderForm(sent(request), leaders=queries.leaders_for(enrolment, visible_to=doer))
    if request.method == "POST" and form.is_valid() and (chosen := form.chosen()):
        commands.ask_another_leader(enrolment=enrolment, leader=chosen, by=doer)
        messages.success(request, _("A new letter is on its way. The link in the earlier one no longer works."))
        return redirect("programmes:place", number)
    page = FormPage(
        _("Whom shall we ask?"), request.path.replace("/leader/", "/place/"), _("Send the letter"), kicker=programme.title,
        lead=_("We send a new letter, and the seat is held from today. The earlier letter no longer works."),
    )
    return answer(request, page, form, programme)


@login_required
@require_safe
def people(request: HttpRequest, number: int) -> HttpResponse:
    """The adviser's list: who has a seat, who waits for a leader, who is in line."""
    doer = doer_behind(request)
    programme = find_to_run(number, visible_to=doer)
    context = {
        "page": queries.people_page(programme, visible_to=doer, words=clean_line(request.GET.get("q", ""))[:80]), "programme": programme,
        "thread": chain.thread_of(programme, visible_to=doer), "may_sign_up_others": rules.may_sign_up_others(doer, programme),
    }
    return render(request, "programmes/people.html", context)


FILES = {
    "csv": (people_csv, "text/csv; charset=utf-8"),
    "xlsx": (people_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@login_required
@require_safe
def people_file(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    """The adviser's list to take along."""
    doer = doer_behind(request)
    programme = find_to_run(number, visible_to=doer)
    write, content_type = FILES[kind]
    answer = HttpResponse(write(queries.people_to_take_along(programme, visible_to=doer)), content_type=content_type)
    return named(answer, programme.title, kind, download=True)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up_for(request: HttpRequest, number: int) -> HttpResponse:
    """Sign up somebody who called."""
    doer = doer_behind(request)
    programme = find_to_run(number, visible_to=doer)
    rules.must_sign_up_others(doer, programme)
    form = OnBehalfForm(
        sent(request), libraries=libraries_to_sign_up_from(programme, visible_to=doer), needs_leader=programme.needs_consent,
        leaders_of=leaders_of, initial={"language": programme.language},
    )
    if request.method == "POST" and form.is_valid():
        place = commands.sign_up_for(
            programme=programme, caller=form.caller(), library=form.chosen_library(), leader=form.leader,
            needs=form.cleaned_data["needs"], by=doer,
        )
        messages.success(request, SIGNED_UP[EnrolmentState(place.state)] % {"name": place.person.name})
        return redirect("programmes:people", number)
    page = FormPage(
        _("Who called?"), reverse("programmes:people", args=[number]), _("Sign them up"), kicker=programme.title,
        lead=_("Sign up only somebody who has asked for it. They are told by letter that you did it, and how to leave again. Their leader is asked as always."),
    )
    return answer(request, page, form, programme)


@login_required
@require_POST
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Take somebody off the list who called to say so."""
    doer = doer_behind(request)
    enrolment = queries.place_to_end(number, visible_to=doer)
    commands.leave(enrolment=enrolment, by=doer)
    messages.success(request, _("%(name)s is off the list and is told so by letter. The next in line gets the seat.") % {"name": enrolment.person.name})
    return redirect("programmes:people", enrolment.programme_id)
