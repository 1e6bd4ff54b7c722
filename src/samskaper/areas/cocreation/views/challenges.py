"""Challenges for people of libraries: what is not grouped yet, putting it together, and one challenge with all behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.cocreation.commands import challenges as commands
from samskaper.areas.cocreation.commands import grouping
from samskaper.areas.cocreation.forms.challenges import FilterForm, GroupForm, PlaceForm, PressForm, WordForm
from samskaper.areas.cocreation.queries import challenges as queries
from samskaper.areas.cocreation.queries import grouping as choosing
from samskaper.areas.cocreation.queries.chain import thread_of
from samskaper.areas.cocreation.queries.conversations import my_libraries
from samskaper.areas.cocreation.rules.challenges import Taken
from samskaper.areas.cocreation.views.inside import ways
from samskaper.areas.cocreation.views.putting import again, labels, newer, numbers, put, status_of
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid, Missing, Stale
from samskaper.foundation.sent import sent
from samskaper.foundation.steps import steps_from
from samskaper.foundation.text import clean_line
from samskaper.ui.thread import thread

DONE = {
    "accept": gettext_lazy("Your library stands by these words."),
    "step_back": gettext_lazy("Your library no longer stands by these words."),
    "join": gettext_lazy("It stands there that your library wants to do something about it."),
    "leave": gettext_lazy("Your library has stepped out again."),
    "seen": gettext_lazy("Good. It is off your desk."),
}
PRESSES: dict[str, Callable[..., Any]] = {
    "accept": commands.accept, "step_back": commands.step_back, "join": commands.join, "leave": commands.leave, "seen": grouping.have_seen,
}


def _wanted(request: HttpRequest) -> choosing.Wanted:
    where, page = request.GET.get("where", ""), request.GET.get("page", "")
    return choosing.Wanted(
        where if where in ("near", "mine", "all") else "near", Ref.parse(request.GET.get("within", "")),
        clean_line(request.GET.get("q", ""))[:120], int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1,
    )


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The challenges, and what is in none of them yet."""
    doer, wanted = doer_behind(request), _wanted(request)
    rows = queries.challenges(visible_to=doer, where=wanted.where, within=wanted.within)
    series = [(str(card.ref), card.title) for card in choosing.series_to_group(visible_to=doer)]
    context = {
        "rows": rows, "shared": sum(row.state == "shared" for row in rows), "free": choosing.to_group(wanted, visible_to=doer),
        "alike": choosing.suggestions(wanted, visible_to=doer), "ways": ways(request), "thread": thread("challenge"),
        "form": FilterForm(initial={"q": wanted.words, "where": wanted.where, "within": str(wanted.within or "")}, series=series), "wanted": wanted,
    }
    return render(request, "cocreation/challenges.html", context)


def _choices(doer: Doer, *, but: int = 0) -> list[tuple[int, str]]:
    """Return the challenges to which something can be put."""
    return [(row.number, row.wording) for row in queries.challenges(visible_to=doer, most=100) if row.number != but and row.wording]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def group(request: HttpRequest) -> HttpResponse:
    """Put statements together: `s` are ticked, `may` are only suggested."""
    doer, asked = doer_behind(request), numbers(request, "s")
    rows = choosing.chosen([*asked, *numbers(request, "may")], visible_to=doer)
    libraries = list(my_libraries(visible_to=doer))
    sent_along = asked if request.method == "POST" else []

    def form_for(rows: list[queries.StatementRow], data: QueryDict | None, ticked: list[int]) -> GroupForm:
        return GroupForm(data, statements=labels(rows, ticked), into=_choices(doer), libraries=libraries, initial={"s": asked})

    form = form_for(rows, sent(request), sent_along)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = put(given, find=lambda number: queries.find_challenge(number, visible_to=doer), by=doer, library=given["library"])
        except Taken as taken:
            rows = [row for row in rows if row.number in taken.left]
            form = again(form_for, rows, request, taken)
        except Invalid as invalid:
            form.add_error(None, str(invalid.sentence))
        else:
            messages.success(request, _("It is put together. Others can stand by it now, or say it better."))
            return redirect("cocreation:challenge", made.pk)
    context = {"form": form, "rows": rows, "ways": ways(request), "thread": thread("challenge")}
    return render(request, "cocreation/group.html", context, status=status_of(form))


def _show(request: HttpRequest, page: queries.ChallengePage, *, status: int = 200, **context: object) -> HttpResponse:
    doer, ref = doer_behind(request), Ref.to(page.challenge)
    every = {
        "page": page, "challenge": page.challenge, "ways": ways(request), "thread": thread_of(ref, within=page.challenge.within, visible_to=doer),
        "steps": steps_from(ref, visible_to=doer),
        "press": PressForm(libraries=page.libraries, initial={
            "library": page.accepting.pk if page.accepting else None, "offers": page.brings,
        }),
    }
    return render(request, "cocreation/challenge.html", {**every, **context}, status=status)


@login_required
@require_safe
def challenge(request: HttpRequest, number: int) -> HttpResponse:
    """A challenge: its words, who stands by them, and what stands behind it."""
    return _show(request, queries.challenge_page(number, visible_to=doer_behind(request)))


@login_required
@require_POST
def press(request: HttpRequest, number: int) -> HttpResponse:
    """Stand by the words, step back, want to do something about it, or have seen that something is gone."""
    doer = doer_behind(request)
    page = queries.challenge_page(number, visible_to=doer)
    form = PressForm(request.POST, libraries=page.libraries)
    if not form.is_valid():
        return _show(request, page, status=422, press=form)
    given = form.cleaned_data
    what = {"accept": {"number": given["number"] or 0}, "join": {"offers": given["offers"]}}.get(given["act"], {})
    side = {} if given["act"] == "seen" else {"library": given["library"]}
    try:
        PRESSES[given["act"]](challenge=page.challenge, by=doer, **what, **side)
    except Stale as stale:
        return _show(request, queries.challenge_page(number, visible_to=doer), status=409, stale=stale)
    except Invalid as invalid:
        form.add_error("offers", str(invalid.sentence))
        return _show(request, page, status=422, press=form)
    messages.success(request, DONE[given["act"]])
    return redirect("cocreation:challenge", number)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def word(request: HttpRequest, number: int) -> HttpResponse:
    """Say it in other words."""
    doer = doer_behind(request)
    page = queries.challenge_page(number, visible_to=doer)
    present = page.challenge
    form = WordForm(sent(request), libraries=page.libraries, initial={"wording": present.wording, "version": present.version})
    context: dict[str, object] = {}
    if request.method == "POST" and form.is_valid():
        try:
            commands.reword(challenge=present, by=doer, **form.cleaned_data)
        except Stale as stale:
            context, form = {"stale": stale}, newer(form, stale, lambda data: WordForm(data, libraries=page.libraries))
        except Invalid as invalid:
            form.add_error("wording", str(invalid.sentence))
        else:
            messages.success(request, _("The new words stand there. Your library stands by them; everybody else is asked anew."))
            return redirect("cocreation:challenge", number)
    context |= {"form": form, "page": page, "challenge": present, "ways": ways(request), "thread": thread("challenge")}
    return render(request, "cocreation/word.html", context, status=409 if "stale" in context else status_of(form))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, number: int, statement: int) -> HttpResponse:
    """Take a statement out of a challenge, or put it to another."""
    doer = doer_behind(request)
    page = queries.challenge_page(number, visible_to=doer)
    row = next((one for one in page.statements if one.number == statement), None)
    if row is None:
        raise Missing()
    form = PlaceForm(sent(request), into=_choices(doer, but=number), libraries=page.libraries)
    if request.method == "POST" and form.is_valid():
        side: dict[str, Any] = {"challenge": page.challenge, "statement": statement, "by": doer, "library": form.cleaned_data["library"]}
        if into := form.cleaned_data["into"]:
            grouping.move(into=queries.find_challenge(into, visible_to=doer), **side)
            messages.success(request, _("It is moved."))
        else:
            grouping.take_out(**side)
            messages.success(request, _("It is taken out. It lies among those that are in no challenge."))
        return redirect("cocreation:challenge", number)
    context = {"form": form, "row": row, "challenge": page.challenge, "ways": ways(request), "thread": thread("challenge")}
    return render(request, "cocreation/place.html", context, status=status_of(form))
