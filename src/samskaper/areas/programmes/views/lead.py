"""The page of those who run a programme, the lists behind its numbers, and the letter to those who are stuck."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, islice

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.areas.programmes.commands.lead import Written, context_for, write_to_stuck
from samskaper.areas.programmes.forms.lead import LetterForm
from samskaper.areas.programmes.models import CompletionPart, Programme, ProgrammeState
from samskaper.areas.programmes.queries import lead as queries
from samskaper.areas.programmes.queries.chain import thread_of
from samskaper.areas.programmes.rules import words
from samskaper.commons.mail.letters import Address, Words, compose
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.people.models import LANGUAGES
from samskaper.commons.record.register import fact_words
from samskaper.foundation.events import deed
from samskaper.ui.numbers import Funnel, Stage

FUNNEL = ("signed-up", "attended", "acted", "on-track")
SHOWN_STUCK, SHOWN_FACTS, NAMED = 8, 8, 6


@login_required
@require_safe
def lead(request: HttpRequest, programme: int) -> HttpResponse:
    """How the programme goes: the news, the funnel with its goal, who is stuck, and the gatherings."""
    doer = doer_behind(request)
    found = queries.programme_to_run(programme, visible_to=doer)
    page = queries.lead_page(found, visible_to=doer)
    by_letter = [row for row in page.stuck if row.wants_letter]
    written = max((row.written for row in page.stuck if row.written), default=None)
    context = {
        "programme": found, "page": page, "closed": found.state == ProgrammeState.CLOSED,
        "news": news(page), "funnel": _funnel(page), "stuck": page.stuck[:SHOWN_STUCK],
        "more_stuck": max(0, len(page.stuck) - SHOWN_STUCK), "by_letter": by_letter, "written": written,
        "names": [row.standing.enrolment.person.name for row in by_letter[:NAMED]], "unnamed": max(0, len(by_letter) - NAMED),
        "stages": [(stage.words, stage.definition) for stage in queries.STAGES.values()],
        "facts": _happened(page.facts),
        "thread": thread_of(found, visible_to=doer, gatherings=[line.gathering for line in page.gatherings]),
    }
    return render(request, "programmes/lead.html", context)


def news(page: queries.LeadPage) -> str:
    """Return the heading: how many are on track or have completed, and the goal when there is one."""
    goal, signed = page.programme.goal_completed, page.number("signed-up")
    if _all_is_done(page):
        number = page.number("completed")
        said = ngettext("%(number)d has completed.", "%(number)d have completed.", number) % {"number": number}
        aim = _("The goal was %(goal)d.") % {"goal": goal} if goal else ""
    elif page.number("attended") or page.number("acted"):
        number = page.number("on-track")
        said = ngettext("%(number)d is on track.", "%(number)d are on track.", number) % {"number": number}
        aim = _("The goal is %(goal)d.") % {"goal": goal} if goal else ""
    else:
        said = ngettext("%(number)d has signed up.", "%(number)d have signed up.", signed) % {"number": signed}
        aim = _("The goal is that %(goal)d complete.") % {"goal": goal} if goal else ""
    return f"{said} {aim}".strip()


def _all_is_done(page: queries.LeadPage) -> bool:
    """Whether the page tells of those who have completed: the series is finished, or everybody in it is."""
    return page.programme.state == ProgrammeState.CLOSED or 0 < page.number("signed-up") == page.number("completed")


def _funnel(page: queries.LeadPage) -> Funnel:
    keys = (*FUNNEL[:-1], "completed") if _all_is_done(page) else FUNNEL
    stages = [
        Stage(queries.STAGES[key].words, page.number(key), reverse("programmes:people_in", args=[page.programme.pk, key]), key == keys[-1])
        for key in keys
    ]
    goal = page.programme.goal_completed
    return Funnel(stages, goal, _("The red line is the goal: %(goal)d complete.") % {"goal": goal} if goal else "")


@dataclass(frozen=True, slots=True)
class Happened:
    """Facts of one kind that somebody caused on one day, as one line."""

    noun: str
    doer: str
    day: dt.date
    number: int


def _happened(facts: Iterable[queries.Happening]) -> list[Happened]:
    """Return the last lines of what happened: neighbours of one kind, doer and day become one."""
    groups = groupby(facts, key=lambda fact: (fact.key, fact.doer or "", timezone.localtime(fact.at).date()))
    lines = (Happened(_noun(key), doer, day, len(list(rows))) for (key, doer, day), rows in groups)
    return list(islice(lines, SHOWN_FACTS))


def _noun(key: str) -> str:
    known = fact_words.get(key)
    return str(known.noun) if known else deed(key) or key.rpartition(".")[2].replace("_", " ")


@login_required
@require_safe
def people_in(request: HttpRequest, programme: int, stage: str) -> HttpResponse:
    """The list behind a number of the funnel."""
    doer = doer_behind(request)
    if stage not in queries.STAGES:
        raise Http404
    found = queries.programme_to_run(programme, visible_to=doer)
    rows = queries.people_in(stage, found, visible_to=doer)
    listed = Paginator(rows, 100).get_page(request.GET.get("page"))
    lines = [(row, [(words.WHOLE[CompletionPart(part.part)], part) for part in row.parts]) for row in listed]
    context = {"programme": found, "stage": queries.STAGES[stage], "rows": listed, "lines": lines, "total": len(rows)}
    context["thread"] = thread_of(found, visible_to=doer)
    return render(request, "programmes/people_in.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, programme: int) -> HttpResponse:
    """Write to just those who are stuck: first look at it, then send it."""
    doer = doer_behind(request)
    found = queries.programme_to_run(programme, visible_to=doer)
    rows = queries.stuck(found, visible_to=doer)
    people = [(row.standing.enrolment.pk, _who(row)) for row in rows]
    form = LetterForm(request.POST if request.method == "POST" else None, people=people, initial=_first_words(request, found, rows))
    if request.method == "POST" and form.is_valid():
        if "send" in request.POST:
            return _send(request, found, form, doer)
        if "change" not in request.POST:
            return _look(request, found, form, rows, doer)
    context = {"programme": found, "form": form, "stuck": rows, "thread": thread_of(found, visible_to=doer)}
    return render(request, "programmes/write.html", context, status=422 if form.errors else 200)


def _who(row: queries.Stuck) -> str:
    """Return somebody as the list of receivers says: what is left, and when the last letter went."""
    said = f"{row.standing.enrolment.person.name}: {row.missing}"
    return said + " (" + _("written to %(day)s") % {"day": words.day(row.written)} + ")" if row.written else said


def _look(request: HttpRequest, programme: Programme, form: LetterForm, rows: tuple[queries.Stuck, ...], doer: Doer) -> HttpResponse:
    chosen = [row for row in rows if str(row.standing.enrolment.pk) in form.cleaned_data["to"]]
    context = {
        "programme": programme, "form": form, "letter": _preview(form, chosen[0], programme, doer), "chosen": form.cleaned_data["to"],
        "names": [row.standing.enrolment.person.name for row in chosen], "language": dict(LANGUAGES)[_language(form, programme)],
    }
    return render(request, "programmes/write_preview.html", context)


def _language(form: LetterForm, programme: Programme) -> str:
    return form.cleaned_data["language"] or programme.language


def _first_words(request: HttpRequest, programme: Programme, rows: tuple[queries.Stuck, ...]) -> dict[str, object]:
    """Propose a letter in the programme's language; to the one that was pressed, or to those whom a letter can help now."""
    one = request.GET.get("to", "")
    chosen = [row for row in rows if row.wants_letter]
    if one:
        chosen = [row for row in rows if str(row.standing.enrolment.pk) == one]
    with translation.override(programme.language):
        return {
            "language": programme.language,
            "subject": _("Shall we find a way on together?"),
            "words": _(
                "You have been with us for a while, and there is something left. That happens in a full week. "
                "Do you need a hand? Write to me, and we will find a way."
            ),
            "to": [str(row.standing.enrolment.pk) for row in chosen],
        }


def _preview(form: LetterForm, first: queries.Stuck, programme: Programme, doer: Doer) -> tuple[str, Words]:
    """Return the first receiver's name and the very letter to that one."""
    person, language = first.standing.enrolment.person, _language(form, programme)
    written = Written(form.cleaned_data["subject"], form.cleaned_data["words"], language)
    letter = compose(queries.TEMPLATE, context_for(first, programme, written, by=doer), to=Address("preview@example.org", person.name, language))
    return person.name, letter


def _send(request: HttpRequest, programme: Programme, form: LetterForm, doer: Doer) -> HttpResponse:
    given = form.cleaned_data
    sent = write_to_stuck(
        programme=programme, enrolments=[int(number) for number in given["to"]], subject=given["subject"], words=given["words"],
        language=given["language"], by=doer,
    )
    messages.success(request, ngettext("%(number)d letter is on its way.", "%(number)d letters are on their way.", sent) % {"number": sent})
    return redirect("programmes:lead", programme.pk)
