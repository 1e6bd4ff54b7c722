"""One conversation: reading it, joining, writing down, reading back, and the letter to the other party."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.cocreation.commands import conversations as commands
from samskaper.areas.cocreation.commands import links, parties, statements
from samskaper.areas.cocreation.forms.conversations import LetterForm, ReadBackForm, RewordForm, WriteForm
from samskaper.areas.cocreation.queries import conversations as queries
from samskaper.areas.cocreation.queries.chain import thread_of
from samskaper.areas.cocreation.queries.guide import talking_guide
from samskaper.areas.cocreation.rules import conversations as rules
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.people.models import LANGUAGES
from samskaper.commons.record.queries import outcomes
from samskaper.foundation import clock
from samskaper.foundation.kinds import cards_of
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid, Missing, Stale
from samskaper.foundation.sent import sent
from samskaper.foundation.steps import steps_from
from samskaper.ui.answers import go_on
from samskaper.ui.thread import thread


def _show(request: HttpRequest, template: str, page: queries.ConversationPage, *, status: int = 200, **context: object) -> HttpResponse:
    more = {"page": page, "conversation": page.conversation, "party": page.conversation.party, "thread": thread("conversation")}
    return render(request, f"cocreation/{template}.html", {**more, **context}, status=status)


@login_required
@require_safe
def conversation(request: HttpRequest, number: int) -> HttpResponse:
    """What was planned, what was said and how sure it is."""
    doer = doer_behind(request)
    page = queries.conversation_page(number, visible_to=doer)
    ref = Ref.to(page.conversation)
    chain = thread_of(ref, within=page.conversation.within, visible_to=doer)
    became = cards_of(outcomes([ref]).get(ref, []), visible_to=doer)
    return _show(request, "conversation", page, thread=chain, became=became.values(), steps=steps_from(ref, visible_to=doer))


@login_required
@require_POST
def join(request: HttpRequest, number: int) -> HttpResponse:
    """Go together instead of asking twice."""
    commands.join(conversation=queries.find_conversation(number), by=doer_behind(request))
    messages.success(request, _("You are in. It counts for all who take part; tell the others that you come."))
    return redirect("cocreation:conversation", number)


@login_required
@require_POST
def call_off(request: HttpRequest, number: int) -> HttpResponse:
    """It does not come about."""
    page = queries.conversation_page(number, visible_to=doer_behind(request))
    commands.call_off(conversation=page.conversation, by=doer_behind(request))
    messages.success(request, _("It is written down that you do not meet."))
    return redirect("cocreation:index")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, number: int) -> HttpResponse:
    """Write down what was said, and what one thinks for oneself: two texts."""
    doer = doer_behind(request)
    page = queries.conversation_page(number, visible_to=doer)
    place = rules.must_take_part(doer, page.listeners)
    held = page.conversation
    form = WriteForm(sent(request), initial={
        "held_on": held.held_on or min(held.planned_for or clock.today(), clock.today()), "thoughts": place.thoughts, "next_step": held.next_step,
        "version": held.version, "thoughts_version": place.version,
    })
    if request.method == "POST" and form.is_valid():
        try:
            commands.write_down(conversation=held, by=doer, **form.cleaned_data)
        except Stale:
            return _again(request, number, form)
        except Invalid as invalid:
            form.add_error(None, str(invalid.sentence))
        else:
            return go_on(request, reverse("cocreation:conversation", args=[number]), _("It is written down. Well listened."))
    return _show(request, "write", page, form=form, guide=talking_guide(), status=422 if form.is_bound else 200)


def _again(request: HttpRequest, number: int, form: WriteForm) -> HttpResponse:
    """Somebody saved in between: what is saved stands beside the fields, and saving once more keeps both."""
    doer = doer_behind(request)
    page = queries.conversation_page(number, visible_to=doer)
    place = rules.must_take_part(doer, page.listeners)
    data = request.POST.copy()
    data["version"], data["thoughts_version"] = str(page.conversation.version), str(place.version)
    newer = WriteForm(data)
    newer.is_valid()
    saved = {"next_step": page.conversation.next_step, "thoughts": place.thoughts}
    return _show(request, "write", page, form=newer, saved=saved, guide=talking_guide(), status=409)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def read_back(request: HttpRequest, number: int) -> HttpResponse:
    """Say which wordings were read back, how and when."""
    doer = doer_behind(request)
    page = queries.conversation_page(number, visible_to=doer)
    rules.must_take_part(doer, page.listeners)
    waiting = [(one.pk, one.wording) for one in page.to_read_back]
    form = ReadBackForm(sent(request), waiting=waiting, initial={"on": page.conversation.held_on or clock.today()})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            done = statements.read_back(
                conversation=page.conversation, statements=[int(pk) for pk in given["statements"]], how=given["how"], on=given["on"], by=doer
            )
        except Invalid as invalid:
            form.add_error("on", str(invalid.sentence))
        else:
            messages.success(request, ngettext("%(n)d statement is agreed on.", "%(n)d statements are agreed on.", done) % {"n": done})
            return redirect("cocreation:conversation", number)
    return _show(request, "read_back", page, form=form, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, number: int) -> HttpResponse:
    """Send the other party the link to what was said."""
    doer = doer_behind(request)
    page = queries.conversation_page(number, visible_to=doer)
    rules.must_take_part(doer, page.listeners)
    known = page.contacts[0] if page.contacts else None
    first = {"name": known.name, "email": known.email, "language": known.language} if known else {"language": page.conversation.owner.language}
    form = LetterForm(sent(request), initial=first)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data.pop("words")
        contact = parties.name_contact(party=page.conversation.party, owner=page.conversation.owner, by=doer, **form.cleaned_data)
        links.send_link(conversation=page.conversation, contact=contact, words=words, by=doer)
        messages.success(request, _("The letter is on its way. Silence is the normal answer, and is not taken as a yes."))
        return redirect("cocreation:conversation", number)
    return _show(request, "letter", page, form=form, status=422 if form.is_bound else 200)


@login_required
@require_safe
def paper(request: HttpRequest, number: int) -> HttpResponse:
    """The same as a letter on paper, with a slip to send back, in the language of the other party or one that is chosen."""
    doer = doer_behind(request)
    page = queries.conversation_page(number, visible_to=doer)
    rules.must_take_part(doer, page.listeners)
    theirs = page.contacts[0].language if page.contacts else page.conversation.owner.language
    asked = request.GET.get("language", "")
    chosen = asked if asked in dict(LANGUAGES) else theirs
    with translation.override(chosen):
        return _show(request, "paper", page, languages_to_print=LANGUAGES, chosen=chosen)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def reword(request: HttpRequest, number: int, statement: int) -> HttpResponse:
    """Put a statement in other words."""
    doer = doer_behind(request)
    page = queries.conversation_page(number, visible_to=doer)
    rules.must_take_part(doer, page.listeners)
    found = next((one for one in page.statements if one.pk == statement), None)
    if found is None:
        raise Missing()
    form = RewordForm(sent(request), initial={"wording": found.wording, "version": found.version})
    if request.method == "POST" and form.is_valid():
        try:
            statements.reword(statement=found, by=doer, **form.cleaned_data)
        except Invalid as invalid:
            form.add_error("wording", str(invalid.sentence))
        else:
            messages.success(request, _("The wording is changed. Read it back before others build on it."))
            return redirect("cocreation:conversation", number)
    return _show(request, "reword", page, form=form, statement=found, status=422 if form.is_bound else 200)
