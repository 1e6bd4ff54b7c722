"""Moving a planned conversation to another day, time or place."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samskaper.areas.cocreation.commands import conversations as commands
from samskaper.areas.cocreation.forms.conversations import MoveForm
from samskaper.areas.cocreation.queries import conversations as queries
from samskaper.areas.cocreation.rules import conversations as rules
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.refusals import Stale
from samskaper.foundation.sent import sent
from samskaper.ui.thread import thread


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, number: int) -> HttpResponse:
    """Plan it for another day, time or place."""
    doer = doer_behind(request)
    page = queries.conversation_page(number, visible_to=doer)
    rules.must_take_part(doer, page.listeners)
    rules.must_be_planned(page.conversation)
    planned = page.conversation
    first = {"planned_for": planned.planned_for, "at_time": planned.at_time, "place": planned.place, "version": planned.version}
    form = MoveForm(sent(request), initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            commands.move(conversation=planned, by=doer, **form.cleaned_data)
        except Stale:
            return _again(request, page)
        messages.success(request, _("It is changed."))
        return redirect("cocreation:conversation", number)
    return _show(request, page, form, status=422 if form.is_bound else 200)


def _again(request: HttpRequest, page: queries.ConversationPage) -> HttpResponse:
    """Somebody else moved it meanwhile: show both, and let the next save hold."""
    page.conversation.refresh_from_db()
    data = request.POST.copy()
    data["version"] = str(page.conversation.version)
    return _show(request, page, MoveForm(data), saved=page.conversation, status=409)


def _show(request: HttpRequest, page: queries.ConversationPage, form: MoveForm, *, status: int, **more: object) -> HttpResponse:
    around = {"form": form, "conversation": page.conversation, "party": page.conversation.party, "thread": thread("conversation")}
    return render(request, "cocreation/move.html", {**around, **more}, status=status)
