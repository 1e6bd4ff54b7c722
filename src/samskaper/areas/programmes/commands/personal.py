"""Erasing a person from the programmes, and letting go of what is no longer needed."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from samskaper.areas.programmes.commands.enrolment import give_back
from samskaper.areas.programmes.models import (
    ActionReport,
    Certificate,
    Consent,
    Enrolment,
    Invitation,
    MakeUp,
    Programme,
)
from samskaper.areas.programmes.queries.personal import addresses, consents_by
from samskaper.foundation import clock


@transaction.atomic
def erase(person: int) -> str:
    """Take away what was written, named and invited. Returns the sentence on what stays and why, "" when nothing does."""
    own = addresses(person)
    Consent.objects.filter(consents_by(person)).update(leader_email="erased@example.invalid", leader_name="", words="")
    Invitation.objects.filter(Q(email__in=own) | Q(person=person)).delete()
    rows = list(Enrolment.objects.filter(person=person))
    for row in rows:
        give_back(enrolment=row)
    ids = [row.pk for row in rows]
    Consent.objects.filter(enrolment__in=ids).delete()
    Certificate.objects.filter(enrolment__in=ids).delete()
    ActionReport.objects.filter(enrolment__in=ids).update(reflection="", thoughts="")
    MakeUp.objects.filter(enrolment__in=ids).update(words="", reply="")
    Enrolment.objects.filter(pk__in=ids).update(needs="", workplace="")
    attended = Enrolment.objects.filter(pk__in=ids, attendances__isnull=False).exists()
    return _("That somebody attended and completed stays as a number without your name, because the plan's report counts it.") if attended else ""


@transaction.atomic
def forget_invitations(days: int) -> int:
    """Delete addresses of programmes whose last date is more than `days` ago. The number of invited stays in the record."""
    return Invitation.objects.filter(programme__in=_over(days)).delete()[0]


@transaction.atomic
def forget_consents(days: int) -> int:
    """Delete leaders' answers and special needs of programmes whose last date is more than `days` ago."""
    over = _over(days)
    Enrolment.objects.filter(programme__in=over).exclude(needs="").update(needs="")
    return Consent.objects.filter(enrolment__programme__in=over).delete()[0]


def _over(days: int) -> list[int]:
    before = clock.now() - dt.timedelta(days=days)
    rows = Programme.objects.annotate(last=Max("gatherings__ends")).filter(last__lt=before)
    return list(rows.values_list("pk", flat=True))
