"""Doors of the outbox: the adviser's page, the unsubscribe page, and the demonstration's mailbox."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.commons.mail import commands, queries, register, rules
from samskaper.commons.mail.forms import DecisionForm, ReceiverForm
from samskaper.commons.mail.models import Attachment, Letter
from samskaper.commons.mail.pieces import inside, pieces, sealed
from samskaper.commons.mail.rules import Decision
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.people.rules import must_be_somebody
from samskaper.commons.record.limits import count_wrong_secret
from samskaper.foundation.refusals import Invalid

MAILINGS, LETTERS, TROUBLES = 25, 50, 25


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
    one = get_object_or_404(queries.outbox(visible_to=doer).prefetch_related("attachments"), pk=letter)
    page = Paginator(queries.mailing(one, visible_to=doer), LETTERS).get_page(request.GET.get("page"))
    parts = sealed(pieces(one.text))
    letters = queries.as_seen(page.object_list, visible_to=doer)
    return render(request, "mail/mailing.html", {"letter": one, "page": page, "letters": letters, "pieces": parts})


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


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, secret: str) -> HttpResponse:
    """Unsubscribe, or take it back. Opening the link decides nothing; works signed out."""
    letter = queries.behind(secret)
    if letter is None:
        count_wrong_secret("mail.stop", request)
        raise Http404
    if request.method == "POST":
        change = commands.allow_again if request.POST.get("want") == "again" else commands.stop
        change(letter=letter, by=doer_behind(request))
        return redirect("mail:stop", secret)
    context = {
        "letter": letter,
        "about": register.words_for(letter.purpose),
        "stopped": queries.is_stopped(letter),
    }
    return render(request, "mail/stop.html", context)


def _demonstration() -> None:
    if not queries.is_demonstration():
        raise Http404


@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """Every letter of the demonstration, newest first."""
    _demonstration()
    receiver = ReceiverForm(request.GET).wanted()
    page = Paginator(queries.mailbox(receiver), LETTERS).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "receiver": receiver,
        "receivers": queries.receivers(),
        "query": urlencode({"receiver": receiver}) if receiver else "",
    }
    return render(request, "mail/mailbox.html", context)


@require_safe
def mailbox_letter(request: HttpRequest, letter: int) -> HttpResponse:
    """One letter of the demonstration; its links lead to this host."""
    _demonstration()
    one = get_object_or_404(Letter.objects.select_related("owner").prefetch_related("attachments"), pk=letter)
    return render(
        request, "mail/mailbox_letter.html", {"letter": one, "pieces": inside(pieces(one.text), settings.SITE_URL)}
    )


@require_safe
def mailbox_file(request: HttpRequest, letter: int, attachment: int) -> HttpResponse:
    """A file that went with a letter of the demonstration."""
    _demonstration()
    one = get_object_or_404(Attachment.objects.select_related("enclosed"), pk=attachment, letter=letter)
    answer = HttpResponse(bytes(one.enclosed.content), content_type=one.content_type)
    answer["Content-Disposition"] = content_disposition_header(True, one.name)
    return answer
