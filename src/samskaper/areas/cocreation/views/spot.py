"""A conversation that was not planned: five fields on the spot, and afterwards who it was."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samskaper.areas.cocreation.commands import parties, spot
from samskaper.areas.cocreation.forms.conversations import PartyForm
from samskaper.areas.cocreation.forms.spot import SpotForm
from samskaper.areas.cocreation.queries import conversations as queries
from samskaper.areas.cocreation.queries.guide import talking_guide
from samskaper.areas.cocreation.queries.parties import find_party
from samskaper.areas.cocreation.queries.spot import candidates, planned_by_me
from samskaper.areas.cocreation.rules import conversations as rules
from samskaper.areas.cocreation.rules.parties import must_be_unchosen, must_talk
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation import clock
from samskaper.foundation.refusals import Invalid, Refusal
from samskaper.foundation.sent import number_sent, sent
from samskaper.ui.answers import go_on
from samskaper.ui.thread import thread


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def now(request: HttpRequest) -> HttpResponse:
    """Write down what is said here and now, also where there is no network."""
    doer = doer_behind(request)
    must_talk(doer)
    form = SpotForm(sent(request), owners=queries.my_libraries(visible_to=doer), initial={"held_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            held = spot.write_on_the_spot(by=doer, **form.cleaned_data)
        except Invalid as invalid:
            form.add_error(None, str(invalid.sentence))
        else:
            return go_on(request, reverse("cocreation:choose", args=[held.pk]), _("It is written down. Well listened."))
    context = {"form": form, "guide": talking_guide(), "thread": thread("conversation")}
    return render(request, "cocreation/now.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, number: int) -> HttpResponse:
    """Say who it was: somebody in the register, one of those who were to be met, or somebody new."""
    doer = doer_behind(request)
    page = queries.conversation_page(number, visible_to=doer)
    rules.must_take_part(doer, page.listeners)
    must_be_unchosen(page.conversation.party)
    called = page.conversation.party.name
    library = page.conversation.owner
    new = PartyForm(
        sent(request) if "new" in request.POST else None, country=library.country, initial={"name": called, "county": library.county_id}
    )
    trouble = ""
    if request.method == "POST":
        try:
            if (chosen := _chosen(request, page, new)) is not None:
                return chosen
        except Invalid as invalid:
            trouble = str(invalid.sentence)
    words = request.GET.get("q", called)
    context = {
        "page": page, "conversation": page.conversation, "party": page.conversation.party, "new": new, "words": words, "trouble": trouble,
        "found": candidates(words, visible_to=doer), "planned": planned_by_me(visible_to=doer), "thread": thread("conversation"),
    }
    return render(request, "cocreation/choose.html", context, status=422 if request.method == "POST" else 200)


def _chosen(request: HttpRequest, page: queries.ConversationPage, new: PartyForm) -> HttpResponse | None:
    """Carry out the press and lead on; None when what was written about somebody new must be put right."""
    doer, held = doer_behind(request), page.conversation
    if number := number_sent(request, "planned"):
        held = spot.put_into_planned(conversation=held, planned=queries.find_conversation(number), by=doer)
    elif number := number_sent(request, "party"):
        spot.choose_party(conversation=held, party=find_party(number, visible_to=doer), by=doer)
    elif not new.is_bound:
        raise Invalid(_("Press one of the buttons."))
    elif not new.is_valid():
        return None
    else:
        try:
            party = parties.add_party(owner=held.owner, by=doer, **new.cleaned_data)
        except Refusal as refusal:
            new.add_error(None, str(refusal.sentence))
            return None
        spot.choose_party(conversation=held, party=party, by=doer)
    return go_on(request, reverse("cocreation:conversation", args=[held.pk]), _("Now it is known who it was."))
