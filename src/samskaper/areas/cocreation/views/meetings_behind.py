"""Gatherings behind a party's link: no account, no JavaScript, and nothing happens by opening them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.areas.cocreation.commands import meeting_answers as answers
from samskaper.areas.cocreation.commands.meeting_questions import say_what_it_gave
from samskaper.areas.cocreation.forms.gained import GainedForm
from samskaper.areas.cocreation.forms.meetings import BringForm, ComingForm, DaysForm
from samskaper.areas.cocreation.models import Contact, MeetingState
from samskaper.areas.cocreation.queries.gained import question_for
from samskaper.areas.cocreation.queries.meeting_dates import file_of
from samskaper.areas.cocreation.queries.meetings_behind import PlacePage, place_page, places_of
from samskaper.areas.cocreation.rules.meetings import TWO, is_open
from samskaper.areas.cocreation.views.behind import bearer, show
from samskaper.commons.feedback.queries import has_answered
from samskaper.commons.feedback.rules import FEWEST, must_answer
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Missing
from samskaper.foundation.sent import sent


@never_cache
@require_safe
def meetings(request: HttpRequest, secret: str) -> HttpResponse:
    """The gatherings that this party was asked to."""
    contact, doer = bearer(request, secret)
    return show(request, "meetings_behind", secret, contact, places=places_of(contact, visible_to=doer))


def _form(request: HttpRequest, page: PlacePage) -> BringForm | None:
    """Return what can be answered now: which days suit, whether they come, or nothing any more."""
    if not is_open(page.meeting, now=clock.now()):
        return None
    row = page.row
    first = {name: getattr(row, name) for name in BringForm.base_fields}
    if row.answered_on is None:
        first["people"] = TWO
    if page.meeting.state == MeetingState.ASKING:
        said = {f"d{date}": "yes" if suits else "no" for date, suits in page.suits.items()}
        return DaysForm(sent(request), meeting=page.meeting, initial={**first, **said})
    return ComingForm(sent(request), initial={**first, "comes": row.coming if row.coming != "asked" else None})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def meeting(request: HttpRequest, secret: str, number: int) -> HttpResponse:
    """Before: which days suit, who comes. Afterwards: what was said, what happens, whom to ring, and three questions."""
    contact, doer = bearer(request, secret)
    page = place_page(contact, number, visible_to=doer)
    form = _form(request, page)
    if isinstance(form, ComingForm) and request.POST.get("about") == "days":
        form.add_error(None, _("The day was set while you were answering. Can you come on that day?"))
    if request.method == "POST" and (form is None or form.is_valid()):
        _answer(request, contact, page, form, doer)
        return redirect("cocreation:meeting_behind", secret, number)
    before = {"page": page, "meeting": page.meeting, "form": form, "fewest": FEWEST}
    return show(request, "meeting_behind", secret, contact, status=422 if request.method == "POST" else 200, **before)


def _answer(request: HttpRequest, contact: Contact, page: PlacePage, form: BringForm | None, doer: Doer) -> None:
    """Write down what was answered, or say why it is too late."""
    which: dict[str, Any] = {"meeting": page.meeting.pk, "contact": contact, "by": doer}
    if isinstance(form, DaysForm):
        answers.say_which_days(suits=form.suits, **which, **form.brings)
        messages.success(request, _("Thank you. You can change it here until the day is set."))
    elif isinstance(form, ComingForm):
        comes = form.cleaned_data["comes"] == "yes"
        answers.say_coming(comes=comes, **which, **form.brings)
        messages.success(request, _("How nice. We look forward to you.") if comes else _("Thank you for saying so. You are welcome another time."))
    else:
        answers.say_coming(comes=False, **which)


@never_cache
@require_safe
def calendar(request: HttpRequest, secret: str, number: int) -> HttpResponse:
    """The day as a file for one's calendar."""
    contact, doer = bearer(request, secret)
    page = place_page(contact, number, visible_to=doer)
    if page.meeting.starts is None:
        raise Missing()
    answer = HttpResponse(file_of(page.meeting), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="samling-{number}.ics"'
    return answer


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def gained(request: HttpRequest, secret: str, number: int, questionnaire: int) -> HttpResponse:
    """Three questions on what the party gained, answered once."""
    contact, doer = bearer(request, secret)
    asked = question_for(contact, meeting=number, questionnaire=questionnaire)
    must_answer(doer, asked)
    form = GainedForm(asked, sent(request))
    if request.method == "POST" and form.is_valid():
        say_what_it_gave(meeting=number, questionnaire=questionnaire, contact=contact, values=form.answers(), by=doer)
        messages.success(request, _("Thank you. Nobody can see which answer is yours."))
        return redirect("cocreation:meeting_behind", secret, number)
    page = place_page(contact, number, visible_to=doer)
    answered = has_answered(asked, doer, speaks_for=Ref.to(contact.party))
    context = {"form": form, "meeting": page.meeting, "asked": asked, "answered": answered}
    return show(request, "gained_behind", secret, contact, status=422 if form.is_bound else 200, **context)
