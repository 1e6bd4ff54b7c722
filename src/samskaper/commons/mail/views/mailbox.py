"""The demonstration's mailbox: every letter that would have left."""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header, urlencode
from django.views.decorators.http import require_safe

from samskaper.commons.mail import queries
from samskaper.commons.mail.forms import ReceiverForm
from samskaper.commons.mail.models import Attachment, Letter
from samskaper.commons.mail.pieces import inside, pieces

LETTERS = 50


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
