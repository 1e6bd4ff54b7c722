"""Setting up the dates: gatherings, their agenda and material, and the actions between them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.programmes.commands import dates as commands
from samskaper.areas.programmes.commands import material as material_commands
from samskaper.areas.programmes.commands.dates import Line
from samskaper.areas.programmes.forms.setup import ActionForm, AgendaFormSet, GatheringForm, MaterialForm, in_order
from samskaper.areas.programmes.models import Gathering, GatheringKind
from samskaper.areas.programmes.queries import setup as queries
from samskaper.areas.programmes.queries.chain import thread_of
from samskaper.areas.programmes.rules import dates as rules
from samskaper.areas.programmes.rules.material import content_type
from samskaper.areas.programmes.views.form_page import FormPage, answer, in_the_words_of
from samskaper.areas.programmes.views.setup import back
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.sent import sent, sent_files
from samskaper.foundation.versions import version_of


def _initial(gathering: Gathering) -> dict[str, object]:
    starts, ends = rules.local(gathering.starts), rules.local(gathering.ends)
    names = ("kind", "title", "about", "place", "link", "for_participants")
    return {name: getattr(gathering, name) for name in names} | {
        "day": starts.date(), "begins": starts.time(), "ends": ends.time(),
    }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_gathering(request: HttpRequest, number: int) -> HttpResponse:
    """Add a date."""
    doer = doer_behind(request)
    programme = queries.find_to_run(number, visible_to=doer)
    form = GatheringForm(sent(request), initial={"kind": GatheringKind.GATHERING, "for_participants": True})
    if request.method == "POST" and form.is_valid():
        made = commands.add_gathering(programme=programme, values=form.values(), by=doer)
        messages.success(request, _("“%(title)s” is added. Now write its agenda.") % {"title": made.title})
        return redirect("programmes:agenda", made.pk)
    page = FormPage(_("One more date"), back(programme), _("Add it"), kicker=programme.title)
    return answer(request, page, form, programme)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_gathering(request: HttpRequest, number: int) -> HttpResponse:
    """Change a date: what it is about, when and where."""
    doer = doer_behind(request)
    gathering = queries.find_gathering(number, visible_to=doer)
    programme = gathering.programme
    form = GatheringForm(sent(request), initial=_initial(gathering))
    if request.method == "POST" and form.is_valid():
        version = version_of(request)
        with in_the_words_of(form):
            seen = commands.change_gathering(gathering=gathering, version=version, values=form.values(), by=doer)
        messages.success(request, _("Saved. Calendars follow by themselves.") if seen else _("Saved."))
        return redirect(back(programme, row=f"date-{number}"))
    page = FormPage(
        gathering.title, back(programme), _("Save"), kicker=programme.title, version=gathering.version,
        remove=reverse("programmes:remove_gathering", args=[number]), remove_words=_("Take this date out"),
        remove_note=_("Its agenda and material go with it. If somebody has been there, it stays."),
    )
    return answer(request, page, form, programme)


@login_required
@require_POST
def remove_gathering(request: HttpRequest, number: int) -> HttpResponse:
    """Take a date out."""
    doer = doer_behind(request)
    gathering = queries.find_gathering(number, visible_to=doer)
    commands.remove_gathering(gathering=gathering, by=doer)
    messages.success(request, _("“%(title)s” is taken out.") % {"title": gathering.title})
    return redirect(back(gathering.programme))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def agenda(request: HttpRequest, number: int) -> HttpResponse:
    """What happens minute by minute."""
    doer = doer_behind(request)
    gathering = queries.find_gathering(number, visible_to=doer)
    rows = list(gathering.agenda.values("kind", "title", "minutes", "contributor"))
    initial = [{**row, "place": place} for place, row in enumerate(rows, start=1)]
    lines = AgendaFormSet(sent(request), initial=initial, prefix="line")
    if request.method == "POST" and lines.is_valid():
        ordered, part = _moved(in_order(lines), request.POST.get("move", ""))
        kept = [Line(d["kind"] or "other", d["title"], d["minutes"], d["contributor"]) for d in ordered]
        commands.set_agenda(gathering=gathering, version=version_of(request), lines=kept, by=doer)
        return _agenda_saved(request, gathering, sum(line.minutes for line in kept), part)
    context = {
        "gathering": gathering, "programme": gathering.programme, "lines": lines, "plan": queries.agenda_plan(gathering),
        "back": back(gathering.programme), "version": request.POST.get("version") or gathering.version,
        "thread": thread_of(gathering.programme, visible_to=doer),
    }
    return render(request, "programmes/agenda.html", context, status=422 if lines.is_bound else 200)


def _moved(lines: list[dict[str, Any]], press: str) -> tuple[list[dict[str, Any]], int]:
    """Return the lines after a press on one of the buttons «up-2» and «down-2», and where the part stands now (0: none moved)."""
    way, _dash, number = press.partition("-")
    at = int(number) - 1 if number.isascii() and number.isdigit() and len(number) < 4 else -1
    other = at + {"up": -1, "down": 1}.get(way, 0)
    if 0 <= at < len(lines) and 0 <= other < len(lines):
        lines[at], lines[other] = lines[other], lines[at]
        return lines, other + 1
    return lines, 0


def _agenda_saved(request: HttpRequest, gathering: Gathering, minutes: int, part: int) -> HttpResponse:
    """Say that it is saved, and when it is longer than the gathering; whoever moved a part stays on the page."""
    over = minutes - int((gathering.ends - gathering.starts).total_seconds() // 60)
    messages.success(request, _("The agenda is saved."))
    if over > 0:
        said = ngettext("It is %(n)s minute longer than the gathering.", "It is %(n)s minutes longer than the gathering.", over)
        messages.warning(request, said % {"n": over})
    if over > 0 or "move" in request.POST:
        return redirect(reverse("programmes:agenda", args=[gathering.pk]) + (f"#part-{part}" if part else ""))
    return redirect(back(gathering.programme, row=f"date-{gathering.pk}"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_material(request: HttpRequest, number: int) -> HttpResponse:
    """Add a document or a link."""
    doer = doer_behind(request)
    gathering = queries.find_gathering(number, visible_to=doer)
    form = MaterialForm(sent(request), sent_files(request))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            material_commands.add_material(
                gathering=gathering, title=data["title"], link=data["link"], file=data["file"], by=doer
            )
        except Invalid as refusal:
            form.add_error("file", str(refusal.sentence))
        else:
            messages.success(request, _("“%(title)s” is added. Those who take part see it now.") % {"title": data["title"]})
            return redirect(back(gathering.programme, row=f"date-{number}"))
    page = FormPage(
        _("Material for %(gathering)s") % {"gathering": gathering.title}, back(gathering.programme), _("Add it"),
        kicker=gathering.programme.title, enctype="multipart/form-data",
        lead=_("Only those who take part, and you who arrange it, can open it."),
    )
    return answer(request, page, form, gathering.programme)


@login_required
@require_safe
def material(request: HttpRequest, number: int) -> HttpResponseBase:
    """Open material: lead to its link, or hand out its file as a download."""
    found = queries.find_material(number, visible_to=doer_behind(request))
    if found.link:
        return redirect(found.link)
    name = (found.file.name or "file").rsplit("/", 1)[-1]
    answer = FileResponse(found.file.open("rb"), as_attachment=True, filename=name, content_type=content_type(name))
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


@login_required
@require_POST
def remove_material(request: HttpRequest, number: int) -> HttpResponse:
    """Take material away."""
    doer = doer_behind(request)
    found = queries.find_material(number, visible_to=doer)
    material_commands.remove_material(material=found, by=doer)
    messages.success(request, _("“%(title)s” is taken away.") % {"title": found.title})
    return redirect(back(found.gathering.programme, row=f"date-{found.gathering_id}"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_action(request: HttpRequest, number: int) -> HttpResponse:
    """Add something to do between gatherings."""
    doer = doer_behind(request)
    programme = queries.find_to_run(number, visible_to=doer)
    form = ActionForm(sent(request))
    if request.method == "POST" and form.is_valid():
        commands.add_action(programme=programme, values=form.cleaned_data, by=doer)
        messages.success(request, _("The action is added."))
        return redirect(back(programme))
    return answer(request, FormPage(_("One more action"), back(programme), _("Add it"), kicker=programme.title), form, programme)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_action(request: HttpRequest, number: int) -> HttpResponse:
    """Change what is to be done, and when."""
    doer = doer_behind(request)
    action = queries.find_action(number, visible_to=doer)
    names = ("kind", "title", "instructions", "questions", "opens", "due")
    form = ActionForm(sent(request), initial={name: getattr(action, name) for name in names})
    if request.method == "POST" and form.is_valid():
        with in_the_words_of(form):
            commands.change_action(action=action, version=version_of(request), values=form.cleaned_data, by=doer)
        messages.success(request, _("Saved."))
        return redirect(back(action.programme, row=f"action-{number}"))
    page = FormPage(
        action.title, back(action.programme), _("Save"), kicker=action.programme.title, version=action.version,
        remove=reverse("programmes:remove_action", args=[number]), remove_words=_("Take this action out"),
        remove_note=_("If somebody has written about it, it stays."),
    )
    return answer(request, page, form, action.programme)


@login_required
@require_POST
def remove_action(request: HttpRequest, number: int) -> HttpResponse:
    """Take an action out."""
    doer = doer_behind(request)
    action = queries.find_action(number, visible_to=doer)
    commands.remove_action(action=action, by=doer)
    messages.success(request, _("“%(title)s” is taken out.") % {"title": action.title})
    return redirect(back(action.programme))
