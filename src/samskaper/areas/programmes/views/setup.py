"""Setting a course series up: what it is, when it is, and what completes it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.programmes.commands import dates as date_commands
from samskaper.areas.programmes.commands import setup as commands
from samskaper.areas.programmes.commands.telling import tell_new_dates
from samskaper.areas.programmes.forms.setup import MoveForm, ProgrammeForm, RuleForm
from samskaper.areas.programmes.models import Programme, ProgrammeState
from samskaper.areas.programmes.queries import chain
from samskaper.areas.programmes.queries import setup as queries
from samskaper.areas.programmes.queries.from_plan import with_plans
from samskaper.areas.programmes.queries.seats import Seats, seats
from samskaper.areas.programmes.rules import dates as rules
from samskaper.areas.programmes.rules.setup import PROGRAMME_STATES
from samskaper.areas.programmes.views.form_page import FormPage, answer, in_the_words_of
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation import clock
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.sent import sent
from samskaper.foundation.versions import version_of
from samskaper.ui.days import full_day

FIELDS = (
    "title", "about", "aim", "capacity", "enrol_until", "needs_consent", "consent_days", "own_hours", "goal_completed", "language",
    "case_reference",
)


def back(programme: Programme, *, row: str = "") -> str:
    """Return the address of the page where a programme is set up, or of a row there: «date-7», «action-3»."""
    return reverse("programmes:setup", args=[programme.pk]) + (f"#{row}" if row else "")


@login_required
@require_safe
def setup(request: HttpRequest, number: int) -> HttpResponse:
    """Everything that is set up of a course series, with what is missing."""
    doer = doer_behind(request)
    page = queries.setup_page(number, visible_to=doer)
    first = page.first_to_move
    initial = {"first": first.day, "hour": rules.local(first.gathering.starts).time()} if first else {}
    context = {
        "page": page, "dates": with_plans(page.dates), "programme": page.programme, "seats": seats(page.programme), "move": MoveForm(initial=initial),
        "next_states": PROGRAMME_STATES[page.programme.state], "states": ProgrammeState,
        "thread": chain.thread_of(page.programme, visible_to=doer, gatherings=[item.gathering for item in page.dates]),
    }
    return render(request, "programmes/setup.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, number: int) -> HttpResponse:
    """What the course series is, and how one signs up."""
    doer = doer_behind(request)
    programme = queries.find_to_run(number, visible_to=doer)
    initial = {name: getattr(programme, name) for name in FIELDS}
    form = ProgrammeForm(sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        changes = {name: form.cleaned_data[name] for name in FIELDS}
        with in_the_words_of(form):
            commands.change_programme(programme=programme, version=version_of(request), changes=changes, by=doer)
        messages.success(request, _("Saved."))
        _say_crowded(request, seats(programme))
        return redirect(back(programme))
    page = FormPage(_("What is it, and how does one sign up?"), back(programme), _("Save"), kicker=programme.title, version=programme.version)
    return answer(request, page, form, programme)


def _say_crowded(request: HttpRequest, found: Seats) -> None:
    """Say it when there are fewer seats now than people who have one; that is allowed."""
    if found.taken > found.capacity:
        said = _("%(taken)d people have a seat, and there are %(capacity)d seats now. Everybody keeps her seat; nobody new comes in before there is room.")
        messages.warning(request, said % {"taken": found.taken, "capacity": found.capacity})


@login_required
@require_POST
def change_state(request: HttpRequest, number: int) -> HttpResponse:
    """Open for sign-up, let it run, or close."""
    doer = doer_behind(request)
    programme = queries.find_to_run(number, visible_to=doer)
    state = request.POST.get("state", "")
    if state not in ProgrammeState.values:
        raise Invalid(_("We could not read what the browser sent. Go back and try again."))
    commands.change_state(programme=programme, state=state, by=doer)
    messages.success(request, _("The course series is now: %(state)s.") % {"state": ProgrammeState(state).label.lower()})
    return redirect(back(programme))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, number: int) -> HttpResponse:
    """Move the next date; the rest follow."""
    doer = doer_behind(request)
    page = queries.setup_page(number, visible_to=doer)
    first = page.first_to_move
    initial = {"first": first.day, "hour": rules.local(first.gathering.starts).time()} if first else {}
    form = MoveForm(sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            data = form.cleaned_data
            moved = date_commands.move(programme=page.programme, day=data["first"], hour=data["hour"], by=doer)
        except Invalid as refusal:
            form.add_error("hour", str(refusal.sentence))
        else:
            _say_moved(request, page.programme, moved)
            return redirect(back(page.programme))
    words = FormPage(
        _("Move the first date, and the rest follow"), back(page.programme), _("Move the dates"), kicker=page.programme.title,
        lead=_("Gatherings that have been held stay where they are. Actions move with their dates. Nobody is told before you say so."),
    )
    return answer(request, words, form, page.programme)


def _say_moved(request: HttpRequest, programme: Programme, moved: int) -> None:
    if not moved:
        messages.info(request, _("These are the dates that it had already. Nothing was moved."))
        return
    messages.success(request, ngettext("%(n)s date moved.", "%(n)s dates moved.", moved) % {"n": moved})
    _say_last_day(request, programme)
    off = sum(bool(item.remark) for item in queries.dates_of(programme, with_material=False, remarks=True))
    if off:
        messages.warning(request, ngettext("%(n)s date falls on a day off. Look below.", "%(n)s dates fall on days off. Look below.", off) % {"n": off})


def _say_last_day(request: HttpRequest, before: Programme) -> None:
    """Tell that the last day to sign up followed, and whether it has passed by that."""
    now = queries.find_to_run(before.pk, visible_to=doer_behind(request)).enrol_until
    if now is None or now == before.enrol_until:
        return
    if now < clock.today():
        said = _("The last day to sign up followed to %(day)s, which has passed. Change it if people shall still sign up.")
        messages.warning(request, said % {"day": full_day(now)})
    else:
        messages.info(request, _("The last day to sign up followed; it is now %(day)s.") % {"day": full_day(now)})


@login_required
@require_POST
def working_days(request: HttpRequest, number: int) -> HttpResponse:
    """Move the dates on days off, or one of them, to the next working day."""
    doer = doer_behind(request)
    programme = queries.find_to_run(number, visible_to=doer)
    only = request.POST.get("only", "")
    one = int(only) if only.isdecimal() else None
    moved = date_commands.move_off_days_off(programme=programme, only=one, by=doer)
    said = ngettext("%(n)s date moved to the next working day.", "%(n)s dates moved to the next working day.", moved) % {"n": moved}
    messages.success(request, said if moved else _("All the dates are on working days already. Nothing was moved."))
    return redirect(back(programme, row=f"date-{one}" if one else ""))


@login_required
@require_POST
def tell(request: HttpRequest, number: int) -> HttpResponse:
    """Tell those who are signed up of the new dates."""
    doer = doer_behind(request)
    programme = queries.find_to_run(number, visible_to=doer)
    mark = "-".join(str(n) for n in programme.gatherings.order_by("pk").values_list("sequence", flat=True))
    letters = tell_new_dates(programme, by=doer, mark=mark)
    said = ngettext("%(n)s person is told of the dates.", "%(n)s people are told of the dates.", letters) % {"n": letters}
    messages.success(request, said)
    return redirect(back(programme))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def rule(request: HttpRequest, number: int) -> HttpResponse:
    """What completes the course series."""
    doer = doer_behind(request)
    page = queries.setup_page(number, visible_to=doer)
    form = RuleForm(sent(request), initial=page.rule | {f"{part}_made_up": number for part, number in page.made_up.items()})
    if request.method == "POST" and form.is_valid():
        commands.set_rule(programme=page.programme, rule=form.rule(), made_up=form.made_up(), by=doer)
        messages.success(request, _("Saved. Everybody's standing follows the new rule at once."))
        return redirect(back(page.programme))
    words = FormPage(
        _("What completes it?"), back(page.programme), _("Save"), kicker=page.programme.title,
        lead=_("Write how many of each. Leave out, or write 0, what does not count. Participants see this from the first day."),
    )
    return answer(request, words, form, page.programme)
