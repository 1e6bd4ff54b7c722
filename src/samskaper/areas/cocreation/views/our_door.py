"""The open door seen from inside: what came in, answering, taking it on, and keeping the door."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.cocreation.commands import doors as commands
from samskaper.areas.cocreation.forms.doors import FROM_RIGHT, AnswerKnockForm, DoorForm
from samskaper.areas.cocreation.queries import doors as queries
from samskaper.areas.cocreation.views.inside import ways
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.sent import sent
from samskaper.ui.thread import thread


@login_required
@require_safe
def our_door(request: HttpRequest) -> HttpResponse:
    """What came in by the doors of my libraries."""
    doors = queries.our_doors(visible_to=doer_behind(request))
    waiting = sum(len(one.waiting) for one in doors)
    return render(request, "cocreation/our_door.html", {"doors": doors, "waiting": waiting, "ways": ways(request), "thread": thread("conversation")})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def came(request: HttpRequest, number: int) -> HttpResponse:
    """Something that came in: its words, and the answer."""
    doer = doer_behind(request)
    found = queries.came(number, visible_to=doer)
    form = AnswerKnockForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            commands.answer(conversation=number, words=form.cleaned_data["words"], by=doer)
        except Invalid as invalid:
            form.add_error("words", str(invalid.sentence))
        else:
            messages.success(request, _("Thank you for answering. It stands on their page now."))
            return redirect("cocreation:came", number)
    context = {
        "came": found, "knock": found.knock, "conversation": found.knock.conversation, "form": form, "right": found.knock.language in FROM_RIGHT,
        "thread": thread("conversation"),
    }
    return render(request, "cocreation/came.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def take_on(request: HttpRequest, number: int) -> HttpResponse:
    """Plan a conversation with whoever came."""
    commands.take_on(conversation=number, by=doer_behind(request))
    messages.success(request, _("It is planned. Agree on a day with them; it stands on your desk until you have met."))
    return redirect("cocreation:conversation", number)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def keep_door(request: HttpRequest, number: int) -> HttpResponse:
    """Who answers at the library's door, how soon, and whether it is open."""
    doer = doer_behind(request)
    door = queries.door_for_keeper(number, visible_to=doer)
    now = door.doorway
    first = {"is_open": "1" if door.is_open else "0", "days": door.days, "person": now.person_id if now else doer.person, "welcome": now.welcome if now else ""}
    form = DoorForm(sent(request), keepers=queries.keepers(number), initial={**first, "version": now.version if now else 0})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            commands.set_door(library=door.library, by=doer, **{**given, "person": given["person"].pk if given["person"] else None})
        except Invalid as invalid:
            form.add_error("person", str(invalid.sentence))
        else:
            messages.success(request, _("The door is open.") if given["is_open"] else _("The door is closed. Whoever comes is told so kindly."))
            return redirect("cocreation:our_door")
    context = {"door": door, "form": form, "thread": thread("conversation")}
    return render(request, "cocreation/keep_door.html", context, status=422 if form.is_bound else 200)
