"""Who gets a certificate as a file, and what its public page says to a stranger."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samskaper.areas.programmes.models import Certificate
from samskaper.areas.programmes.rules.running import NOT_HERE, is_own, may_run
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refusals import Gone, Refusal


def may_fetch(doer: Doer, certificate: Certificate) -> bool:
    """Its holder, and the advisers who answer for it."""
    return is_own(doer, certificate.enrolment) or may_run(doer, certificate.enrolment.programme)


def must_fetch(doer: Doer, certificate: Certificate) -> None:
    """Refuse others (404), and everybody once it is withdrawn."""
    if not may_fetch(doer, certificate):
        raise Refusal(NOT_HERE, status=404)
    if certificate.withdrawn:
        raise Gone(_("This certificate was withdrawn, because something that it rests on was corrected. Your page shows what is missing."))


def must_switch(doer: Doer, certificate: Certificate) -> None:
    """Only the holder decides whether strangers can check it."""
    if not is_own(doer, certificate.enrolment):
        raise Refusal(NOT_HERE, status=404)


def must_show(certificate: Certificate | None) -> Certificate:
    """Return a certificate that somebody has the address of; say why where there is none. The page tells when it is switched off."""
    if certificate is None or certificate.enrolment.person.erased:
        raise Gone(_("There is no certificate at this address. A letter may be missing, or its holder has been erased from the system."))
    return certificate
