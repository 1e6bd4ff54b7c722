"""Gatherings for associations, for those who arrange them."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.cocreation.commands import meetings as commands
from samskaper.areas.cocreation.forms.meetings import ChangeForm, MoveForm, PlanForm
from samskaper.areas.cocreation.models import Meeting, MeetingState
from samskaper.areas.cocreation.queries import meetings as queries
from samskaper.areas.cocreation.queries.conversations import my_libraries
from samskaper.areas.cocreation.queries.lists import list_of, met_in
from samskaper.areas.cocreation.queries.parties import search
from samskaper.areas.cocreation.rules import meetings as rules
from samskaper.areas.cocreation.rules.meeting_words import the_day
from samskaper.areas.cocreation.rules.parties import must_talk
from samskaper.areas.cocreation.views.inside import ways
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation import clock
from samskaper.foundation.kinds import cards_of
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.sent import number_sent, sent
from samskaper.foundation.versions import version_of
from samskaper.ui.thread import thread


def _show(request: HttpRequest, template: str, *, status: int = 200, **context: object) -> HttpResponse:
    return render(request, f"cocreation/{template}.html", {"thread": thread("gathering"), **context}, status=status)


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The gatherings that I arrange, and those that concern me."""
    doer = doer_behind(request)
    must_talk(doer)
    rows = [(row, the_day(row.meeting)) for row in queries.meetings(visible_to=doer)]
    return _show(request, "meetings", rows=rows, ways=ways(request))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Propose days for a gathering."""
    doer = doer_behind(request)
    must_talk(doer)
    named = {name: Ref.parse(request.GET.get(name, "")) for name in ("from", "within")}
    seen = cards_of([ref for ref in named.values() if ref], visible_to=doer)
    source, within = (ref if ref in seen else None for ref in named.values())
    owners = my_libraries(visible_to=doer)
    form = PlanForm(sent(request), owners=owners, initial={"title": _("An evening for the associations")})
    if request.method == "POST" and form.is_valid():
        try:
            meeting = commands.plan(source=source, within=within, by=doer, **form.cleaned_data)
        except Invalid as invalid:
            form.add_error(None, str(invalid.sentence))
        else:
            messages.success(request, _("It is planned. Nobody has been asked yet: now choose whom."))
            return redirect("cocreation:meeting_list", meeting.pk)
    met = met_in(within, owner=owners[0].pk)
    return _show(request, "meeting_new", form=form, met=met, series=seen[within] if within else None, status=422 if form.is_bound else 200)


@login_required
@require_safe
def meeting(request: HttpRequest, number: int) -> HttpResponse:
    """How it goes: the poll, who comes, and what is to be done next."""
    page = queries.meeting_page(number, visible_to=doer_behind(request))
    found, now = page.meeting, clock.now()
    series = cards_of([found.within] if found.within else [], visible_to=doer_behind(request))
    return _show(
        request, "meeting", page=page, meeting=found, day=the_day(found), series=[*series.values()], begun=rules.has_begun(found, now=now),
        over=found.ends is not None and found.ends < now,
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def list_(request: HttpRequest, number: int) -> HttpResponse:
    """The standing list: who is on it, who was met since then, and who asks to be left in peace."""
    doer = doer_behind(request)
    found = queries.meeting_to_run(number, visible_to=doer)
    if request.method == "POST":
        named = [pk for text in request.POST.getlist("party") for pk in text.split(",")]
        chosen = {int(pk) for pk in named if pk.isascii() and pk.isdigit() and len(pk) < 19}
        new = commands.invite(meeting=found, parties=chosen, by=doer)
        said = ngettext("%(n)d is new on the list.", "%(n)d are new on the list.", new) % {"n": new}
        messages.success(request, said if new else _("Nobody new was chosen, so the list is as it was."))
        return redirect("cocreation:meeting_list", number)
    words = request.GET.get("q", "")
    known = list_of(found, visible_to=doer)
    there = {one.party.pk for one in known.on}
    matches = [party for party in search(words, visible_to=doer) if party.pk not in there]
    return _show(request, "meeting_list", meeting=found, list=known, words=words, found=matches)


@login_required
@require_POST
def take_off(request: HttpRequest, number: int) -> HttpResponse:
    """Take somebody off the list who has not been asked."""
    doer = doer_behind(request)
    commands.take_off(meeting=queries.meeting_to_run(number, visible_to=doer), party=number_sent(request, "party"), by=doer)
    return redirect("cocreation:meeting_list", number)


@login_required
@require_POST
def send(request: HttpRequest, number: int) -> HttpResponse:
    """Ask those on the list who have not been asked."""
    doer = doer_behind(request)
    asked = commands.send_invitations(meeting=queries.meeting_to_run(number, visible_to=doer), by=doer)
    said = ngettext("%(n)d invitation is on its way.", "%(n)d invitations are on their way.", asked) % {"n": asked}
    messages.success(request, f"{said} {_('Those without an address stand on the list with a number to ring.')}")
    return redirect("cocreation:meeting", number)


@login_required
@require_POST
def set_day(request: HttpRequest, number: int) -> HttpResponse:
    """Hold it on one of the days: one press."""
    doer = doer_behind(request)
    found = commands.set_day(
        meeting=queries.meeting_to_run(number, visible_to=doer), date=number_sent(request, "date"), version=version_of(request), by=doer
    )
    messages.success(request, _("The day is set: %(day)s. Everybody who was asked is told.") % {"day": the_day(found)})
    return redirect("cocreation:meeting", number)


@login_required
@require_POST
def call_off(request: HttpRequest, number: int) -> HttpResponse:
    """It does not come about."""
    doer = doer_behind(request)
    commands.call_off(meeting=queries.meeting_to_run(number, visible_to=doer), by=doer)
    messages.success(request, _("It is called off. Those who had been asked are told once."))
    return redirect("cocreation:meeting", number)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, number: int) -> HttpResponse:
    """Change what is said about it."""
    doer = doer_behind(request)
    found = queries.meeting_to_run(number, visible_to=doer)
    names = ("title", "about", "has_loop", "ring", "answer_by", "version")
    form = ChangeForm(sent(request), initial={name: getattr(found, name) for name in names})
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        commands.change(meeting=found, version=given.pop("version"), changes=given, by=doer)
        messages.success(request, _("It is saved."))
        return redirect("cocreation:meeting", number)
    return _show(request, "meeting_change", meeting=found, form=form, moves=_move_form(found), status=422 if form.is_bound else 200)


def _move_form(found: Meeting) -> MoveForm | None:
    if found.state not in (MeetingState.ASKING, MeetingState.SET):
        return None
    starts, ends = (timezone.localtime(one) if one else None for one in (found.starts, found.ends))
    return MoveForm(initial={"day": starts and starts.date(), "since": starts, "until": ends, "place": found.place, "version": found.version})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, number: int) -> HttpResponse:
    """Another day or place."""
    doer = doer_behind(request)
    found = queries.meeting_to_run(number, visible_to=doer)
    form = MoveForm(request.POST) if request.method == "POST" else _move_form(found)
    if form is not None and request.method == "POST" and form.is_valid():
        try:
            commands.move(meeting=found, version=form.cleaned_data["version"], by=doer, **form.hours())
        except Invalid as invalid:
            form.add_error(None, str(invalid.sentence))
        else:
            messages.success(request, _("It is moved. Everybody who was asked is told once."))
            return redirect("cocreation:meeting", number)
    return _show(request, "meeting_move", meeting=found, form=form, status=422 if form and form.is_bound else 200)
