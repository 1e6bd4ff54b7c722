"""Evaluation groups, for the advisers who arrange them; and the workshop itself, on one telephone."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.areas.startkit.commands import findings, voices
from samskaper.areas.startkit.commands import groups as commands
from samskaper.areas.startkit.forms.findings import WorkshopNoticeForm
from samskaper.areas.startkit.forms.groups import AskForm, GroupForm, SummaryForm, WorkshopForm
from samskaper.areas.startkit.queries import groups as queries
from samskaper.areas.startkit.queries.editions import coming
from samskaper.areas.startkit.rules.groups import must_arrange, must_be_open
from samskaper.areas.startkit.rules.workshop_words import the_hours
from samskaper.areas.startkit.views.revising import ways
from samskaper.commons.people.middleware import doer_behind
from samskaper.editorial.queries import methods
from samskaper.foundation.refusals import Conflict, Invalid, Missing
from samskaper.foundation.sent import number_sent, sent
from samskaper.foundation.versions import version_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """The groups of one's own county libraries, and making one for the next edition."""
    doer = doer_behind(request)
    must_arrange(doer)
    edition = coming()
    form = GroupForm(sent(request), owners=queries.my_county_libraries(visible_to=doer))
    if edition is not None and form.is_bound and form.is_valid():
        try:
            group = commands.make_group(edition=edition, by=doer, **form.cleaned_data)
        except (Conflict, Invalid) as refused:
            form.add_error("county", str(refused.sentence))
        else:
            messages.success(request, _("The group is there. Set the two days, then ask people."))
            return redirect("startkit:group", group.pk)
    context = {"groups": queries.groups(visible_to=doer), "edition": edition, "form": form, "ways": ways(request)}
    return render(request, "startkit/groups.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def group(request: HttpRequest, number: int) -> HttpResponse:
    """A group: who takes part, its two workshops, and what was noticed."""
    page = queries.group_page(number, visible_to=doer_behind(request))
    slots = [(place, one, the_hours(one) if one else "") for place, one in page.slots]
    titles = {one.slug: one.title for one in methods(get_language() or "")}
    noticed = [(titles.get(one.key, one.key), one) for one in page.findings]
    context = {"page": page, "group": page.group, "slots": slots, "noticed": noticed, "ask": AskForm(), "summary": SummaryForm(), "ways": ways(request)}
    return render(request, "startkit/group.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, number: int) -> HttpResponse:
    """Ask somebody, or take somebody off the list."""
    doer = doer_behind(request)
    page = queries.group_page(number, visible_to=doer)
    if request.POST.get("press") == "remove":
        voice = next((one for one in page.members if one.pk == number_sent(request, "voice")), None)
        if voice is None:
            raise Missing()
        voices.remove(voice=voice, by=doer)
        return redirect("startkit:group", number)
    form = AskForm(sent(request))
    if form.is_bound and form.is_valid():
        try:
            voices.ask_member(group=page.group, by=doer, **form.cleaned_data)
        except (Conflict, Invalid) as refused:
            form.add_error("email", str(refused.sentence))
        else:
            messages.success(request, _("The question is on its way. Nothing happens before somebody presses yes."))
            return redirect("startkit:group", number)
    return render(request, "startkit/group_ask.html", {"group": page.group, "form": form}, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def set_day(request: HttpRequest, number: int, place: int) -> HttpResponse:
    """Set or move one of the two workshops."""
    doer = doer_behind(request)
    page = queries.group_page(number, visible_to=doer)
    if place not in (1, 2):
        raise Missing()
    must_be_open(page.group)
    found = page.workshops.get(place)
    form = WorkshopForm(sent(request), methods=methods(get_language() or ""), workshop=found)
    if form.is_bound and form.is_valid():
        try:
            commands.set_workshop(group=page.group, number=place, day=form.when(), version=version_of(request), by=doer)
        except Invalid as invalid:
            form.add_error("until", str(invalid.sentence))
        else:
            messages.success(request, _("The day is set. Those who take part get it in a letter, for their calendar."))
            return redirect("startkit:group", number)
    context = {"group": page.group, "number": place, "workshop": found, "form": form}
    return render(request, "startkit/workshop_day.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def workshop(request: HttpRequest, number: int, place: int) -> HttpResponse:
    """Write down while it goes on: one line, Enter, the next."""
    doer, language = doer_behind(request), get_language() or "nb"
    page = queries.group_page(number, visible_to=doer)
    found = page.workshops.get(place)
    if found is None:
        raise Missing()
    here = reverse("startkit:workshop", args=[number, place])
    if request.POST.get("press") == "strike":
        commands.strike(group=page.group, finding=number_sent(request, "finding"), by=doer)
        return redirect(here)
    members = [(one.pk, one.name) for one in page.taking_part]
    last = {"key": request.GET.get("key", ""), "who": request.GET.get("who", "")}
    form = WorkshopNoticeForm(sent(request), methods=methods(language), first=found.keys, members=members, initial=last)
    if form.is_bound and form.is_valid():
        who = next((one for one in page.taking_part if str(one.pk) == form.cleaned_data["who"]), None)
        findings.notice(
            key=form.cleaned_data["key"], edition=page.group.edition, language=language, words=form.words(), workshop=found, voice=who,
            named=who is not None, by=doer,
        )
        return redirect(f"{here}?key={form.cleaned_data['key']}&who={form.cleaned_data['who']}#id_noticed")
    titles = dict(form.fields["key"].choices)  # type: ignore[attr-defined]
    rows = [(titles.get(one.key, one.key), one) for one in page.findings if one.workshop_id == found.pk]
    context = {"page": page, "group": page.group, "workshop": found, "hours": the_hours(found), "form": form, "rows": rows}
    return render(request, "startkit/workshop.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, number: int) -> HttpResponse:
    """Finish a group with a summary to those who took part."""
    doer = doer_behind(request)
    page = queries.group_page(number, visible_to=doer)
    form = SummaryForm(sent(request))
    if form.is_bound and form.is_valid():
        commands.close_group(group=page.group, summary=form.cleaned_data["summary"], version=version_of(request), by=doer)
        messages.success(request, _("Those who took part get it in a letter. Thank you for the work."))
        return redirect("startkit:group", number)
    context = {"group": page.group, "page": page, "form": form}
    return render(request, "startkit/group_close.html", context, status=422 if form.is_bound else 200)
