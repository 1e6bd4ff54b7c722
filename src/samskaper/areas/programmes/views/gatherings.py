"""What happens at a gathering: the list, the code on the wall, groups, held and cancelled."""

from __future__ import annotations

import segno
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.programmes.commands import gatherings as commands
from samskaper.areas.programmes.commands.groups import make_groups, move_to_group
from samskaper.areas.programmes.forms.gatherings import GroupsForm, MoveForm, marks_of
from samskaper.areas.programmes.models import AttendanceState, Enrolment, Gathering, GatheringState
from samskaper.areas.programmes.queries import gatherings as queries
from samskaper.areas.programmes.queries.chain import thread_of
from samskaper.areas.programmes.queries.making_up import told_about
from samskaper.areas.programmes.queries.since import opening_of
from samskaper.areas.programmes.rules import gatherings as rules
from samskaper.areas.programmes.rules.codes import in_groups
from samskaper.commons.mail.letters import absolute
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.sent import sent
from samskaper.foundation.text import clean_line

SHORT_WORDS = (
    (AttendanceState.PRESENT, gettext_lazy("Here")),
    (AttendanceState.EXCUSED, gettext_lazy("Sent word")),
    (AttendanceState.ABSENT, gettext_lazy("Not here")),
)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: HttpRequest, number: int) -> HttpResponse:
    """The list of a gathering, with big rows for the phone."""
    doer = doer_behind(request)
    gathering = queries.gathering_to_run(number, visible_to=doer)
    clashes: tuple[Enrolment, ...] = ()
    if request.method == "POST":
        saved = commands.record_attendance(gathering=gathering, marks=marks_of(request.POST), by=doer)
        _say_saved(request, saved)
        if not saved.clashes:
            return redirect(request.get_full_path())
        clashes = saved.clashes
        gathering.refresh_from_db()
    context = {
        "gathering": gathering, "programme": gathering.programme, "since": opening_of(gathering),
        "roll": queries.roll(gathering, visible_to=doer, words=clean_line(request.GET.get("q", ""))[:80]),
        "make_ups": told_about(gathering, visible_to=doer), "states": tuple((state.value, str(words)) for state, words in SHORT_WORDS),
        "clashes": clashes, "may_record": rules.may_record(gathering),
        "may_hold": rules.may_become(gathering, GatheringState.HELD), "may_cancel": rules.may_become(gathering, GatheringState.CANCELLED),
        "thread": thread_of(gathering.programme, visible_to=doer),
    }
    return render(request, "programmes/attendance.html", context)


def _say_saved(request: HttpRequest, saved: commands.Saved) -> None:
    """Say what was saved, and what followed from it."""
    if saved.changed:
        messages.success(request, ngettext("%(number)d mark is saved.", "%(number)d marks are saved.", saved.changed) % {"number": saved.changed})
    elif not saved.clashes:
        messages.success(request, _("Nothing was changed, so nothing was saved."))
    if saved.held:
        messages.info(request, _("The gathering has begun and somebody is here, so it is now written down as held. Below you can take that back."))
    if saved.lost:
        names = ", ".join(enrolment.person.name for enrolment in saved.lost)
        said = ngettext(
            "%(names)s has not completed any longer. The certificate does not hold for now, and she is told so by letter.",
            "%(names)s have not completed any longer. Their certificates do not hold for now, and they are told so by letter.",
            len(saved.lost),
        )
        messages.warning(request, said % {"names": names})


@login_required
@require_safe
def code(request: HttpRequest, number: int) -> HttpResponse:
    """The code to put on the wall or on the screen."""
    gathering = queries.gathering_to_run(number, visible_to=doer_behind(request))
    address = absolute(reverse("check_in", args=[in_groups(gathering.checkin_secret)]))
    picture = segno.make(address, error="m").svg_data_uri(border=2, scale=14, dark="#132A33", light="#FFFFFF")
    context = {"gathering": gathering, "programme": gathering.programme, "address": address, "picture": picture, "came": queries.number_present(gathering)}
    return render(request, "programmes/code.html", context)


CHANGES = {"hold": commands.hold, "plan": commands.plan_again, "cancel": commands.cancel}
SAID = {
    "hold": gettext_lazy("It is written down that the gathering was held."),
    "plan": gettext_lazy("The gathering is planned again."),
    "cancel": gettext_lazy("The gathering is cancelled. Those who had signed up are told by letter."),
}


@login_required
@require_POST
def change_state(request: HttpRequest, number: int) -> HttpResponse:
    """Say that a gathering was held or is cancelled, or take that back."""
    doer = doer_behind(request)
    gathering = queries.gathering_to_run(number, visible_to=doer)
    change = request.POST.get("change", "")
    if change not in CHANGES:
        raise Invalid(_("We did not understand what you want to do with this gathering. Go back and press once more."))
    CHANGES[change](gathering=gathering, by=doer)
    messages.success(request, SAID[change])
    return redirect("programmes:attendance", number)


@login_required
@require_POST
def send_word(request: HttpRequest, number: int) -> HttpResponse:
    """Say that one cannot come, or can after all."""
    doer = doer_behind(request)
    gathering: Gathering = queries.gathering_to_attend(number, visible_to=doer)
    comes = request.POST.get("comes") == "yes"
    commands.send_word(gathering=gathering, comes=comes, by=doer)
    messages.success(request, _("Good, we count on you.") if comes else _("We have noted that you cannot come. Thank you for saying so."))
    return redirect("programmes:mine", gathering.programme_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def groups(request: HttpRequest, number: int) -> HttpResponse:
    """The groups of a gathering; POST makes them anew."""
    doer = doer_behind(request)
    gathering = queries.gathering_to_run(number, visible_to=doer)
    form = GroupsForm(sent(request))
    if request.method == "POST" and form.is_valid():
        made = make_groups(gathering=gathering, size=form.cleaned_data["size"], by=doer)
        messages.success(request, ngettext("%(number)d group is made.", "%(number)d groups are made.", made) % {"number": made})
        return redirect("programmes:groups", number)
    lines, outside = queries.groups(gathering, visible_to=doer)
    if lines:
        form.initial["size"] = max(len(line.people) for line in lines)
    context = {
        "gathering": gathering, "programme": gathering.programme, "form": form, "groups": lines, "outside": outside,
        "numbers": [line.number for line in lines], "thread": thread_of(gathering.programme, visible_to=doer),
    }
    return render(request, "programmes/groups.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def move(request: HttpRequest, number: int) -> HttpResponse:
    """Move somebody to another group."""
    doer = doer_behind(request)
    gathering = queries.gathering_to_run(number, visible_to=doer)
    form = MoveForm(request.POST)
    if not form.is_valid():
        raise Invalid(_("That group or that participant is not here any longer. Open the page again."))
    move_to_group(gathering=gathering, enrolment=form.cleaned_data["enrolment"], number=form.cleaned_data["number"], by=doer)
    return redirect(f"{reverse('programmes:groups', args=[number])}#person-{form.cleaned_data['enrolment']}")
