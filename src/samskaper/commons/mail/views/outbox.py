"""What my library has sent, and what somebody must decide."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskaper.commons.mail import commands, queries, rules
from samskaper.commons.mail.forms import DecisionForm
from samskaper.commons.mail.pieces import Paper, pieces, sealed
from samskaper.commons.mail.rules import Decision
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.people.rules import must_be_somebody
from samskaper.foundation.refusals import Invalid

MAILINGS, TROUBLES = 25, 25


def _adviser(request: HttpRequest) -> Doer:
    doer = doer_behind(request)
    must_be_somebody(doer)
    rules.must_see_outbox(doer)
    return doer


@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """What my library has sent, what waits, and what somebody must decide."""
    doer = _adviser(request)
    page = Paginator(queries.mailing_rows(visible_to=doer), MAILINGS).get_page(request.GET.get("page"))
    context = {
        "standing": queries.standing(visible_to=doer),
        "uncertain": queries.as_seen(queries.uncertain(visible_to=doer)[:TROUBLES], visible_to=doer),
        "refused": queries.as_seen(queries.refused(visible_to=doer)[:TROUBLES], visible_to=doer),
        "page": page,
        "mailings": queries.mailings(list(page.object_list), visible_to=doer),
    }
    return render(request, "mail/outbox.html", context)


@require_safe
def mailing(request: HttpRequest, letter: int) -> HttpResponse:
    """The letters that were sent together, with their words and where each is."""
    doer = _adviser(request)
    one = queries.letter_to_show(letter, visible_to=doer)
    if one is None:
        raise Http404
    found: Paginator[queries.Receiver] = Paginator(queries.Receivers(one, doer), queries.FIRST)  # type: ignore[arg-type]
    context = {
        "letter": one, "page": found.get_page(request.GET.get("page")), "enclosed": queries.enclosed_with(one.pk),
        "paper": Paper(one.language, bool(one.text)), "pieces": sealed(pieces(one.text)),
    }
    return render(request, "mail/mailing.html", context)


@require_POST
def decide(request: HttpRequest, letter: int) -> HttpResponse:
    """Send again, or it arrived."""
    doer = _adviser(request)
    one = get_object_or_404(queries.answered_for(visible_to=doer), pk=letter)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise Invalid(_("Choose whether to send the letter again, or say that it arrived."))
    commands.decide(letter=one, decision=form.decided(), by=doer)
    again = form.decided() is Decision.AGAIN
    sentence = (
        _("The letter to %(name)s is on its way again.") if again else _("Noted: the letter to %(name)s arrived.")
    )
    messages.success(request, sentence % {"name": one.name or one.email})
    return redirect("mail:outbox")
