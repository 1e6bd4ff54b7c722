"""The holder's switch of a certificate's public page. Certificates are issued and withdrawn in `completion`."""

from __future__ import annotations

from django.db import transaction

from samskaper.areas.programmes import events
from samskaper.areas.programmes.models import Certificate
from samskaper.areas.programmes.rules.certificates import must_switch
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note
from samskaper.foundation.refs import Ref


@transaction.atomic
def show_certificate(*, certificate: Certificate, shown: bool, by: Doer) -> None:
    """Let the holder switch the public page of her certificate on or off."""
    must_switch(by, certificate)
    changed = Certificate.objects.filter(pk=certificate.pk).exclude(shown=shown).update(shown=shown)
    if changed:
        programme = certificate.enrolment.programme
        place = Ref.to(programme)
        note(events.CertificateShown(subject=Ref.to(certificate), within=place, owner=programme.owner_id, data={"shown": shown}), by=by)
