"""The certificate: its file, its holder's switch, and the page on which anybody with the address can check it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskaper.areas.programmes.commands.certificates import show_certificate
from samskaper.areas.programmes.exports import certificate_pdf
from samskaper.areas.programmes.queries import certificates as queries
from samskaper.areas.programmes.rules.certificates import must_show
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.record.limits import count_wrong_secret
from samskaper.ui.answers import named
from samskaper.ui.days import full_day


@login_required
@require_safe
def certificate(request: HttpRequest, number: int) -> HttpResponse:
    """The file."""
    found = queries.certificate(number, visible_to=doer_behind(request))
    pdf = certificate_pdf(queries.proof_of(found))
    return named(HttpResponse(pdf, content_type="application/pdf"), f"{_('certificate')} {found.enrolment.person.name}", "pdf")


@login_required
@require_POST
def show(request: HttpRequest, number: int) -> HttpResponse:
    """Switch the public page on or off."""
    doer = doer_behind(request)
    found = queries.certificate(number, visible_to=doer)
    shown = request.POST.get("shown") == "yes"
    show_certificate(certificate=found, shown=shown, by=doer)
    off = _("The check page is off. The code on the certificate leads nowhere until you switch it on.")
    messages.success(request, _("The check page is on again.") if shown else off)
    return redirect("programmes:mine", found.enrolment.programme_id)


@require_safe
def check(request: HttpRequest, secret: str) -> HttpResponse:
    """Say to anybody with the address whether the certificate holds."""
    known = queries.certificate_of_code(secret)
    if known is None:
        count_wrong_secret("certificate", request)
    found = must_show(known)
    if found.shown:
        context = {"certificate": found, "rows": _rows(queries.proof_of(found))}
        answer = render(request, "programmes/certificate_check.html", context)
    else:
        answer = render(request, "programmes/certificate_hidden.html", status=410)
    answer["X-Robots-Tag"] = "noindex"
    answer["Vary"] = "Accept-Language, Cookie"
    return answer


def _rows(proof: queries.Proof) -> list[tuple[str, str]]:
    """What the page says, line by line: no more than the paper does."""
    return [
        (_("When"), f"{full_day(proof.starts)} – {full_day(proof.ends)}"),
        (_("Hours"), str(proof.hours)),
        (_("Completed"), full_day(proof.completed)),
        (_("Vouches for it"), proof.certificate.enrolment.programme.owner.name),
    ]
