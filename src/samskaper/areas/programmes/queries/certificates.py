"""Certificates, as their holder, those who run the programme and anybody with the address see them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import capfirst

from samskaper.areas.programmes.models import Certificate, Gathering, GatheringState
from samskaper.areas.programmes.queries.completion import Standing, standings_of
from samskaper.areas.programmes.rules.certificates import must_fetch
from samskaper.areas.programmes.rules.running import NOT_HERE
from samskaper.areas.programmes.rules.stuck import part_words
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Proof:
    """What a certificate says: who, what, when, and how many hours."""

    certificate: Certificate
    starts: dt.date
    ends: dt.date
    gathering_hours: float
    own_hours: int
    standing: Standing

    @property
    def hours(self) -> int:
        """Hours in all, rounded to whole ones."""
        return round(self.gathering_hours + self.own_hours)

    @property
    def lines(self) -> list[str]:
        """What the rule asked, in words: «3 gatherings»."""
        return [capfirst(part_words(part.part, part.needed)) for part in self.standing.parts if part.needed]

    @property
    def completed(self) -> dt.date:
        """The day on which the rule was met."""
        return timezone.localtime(self.certificate.enrolment.completed or self.certificate.issued).date()


def _with_names() -> QuerySet[Certificate]:
    return Certificate.objects.select_related("enrolment__person", "enrolment__library", "enrolment__programme__owner")


def certificate(number: int, *, visible_to: Doer) -> Certificate:
    """Return a certificate to its holder and those who run the programme. Raises Refusal (404), or Gone once withdrawn."""
    found = _with_names().filter(pk=number).first()
    if found is None:
        raise Refusal(NOT_HERE, status=404)
    must_fetch(visible_to, found)
    return found


def certificate_of_code(secret: str) -> Certificate | None:
    """Return the certificate that a code belongs to; `rules.must_show` says whether it may be shown."""
    return _with_names().filter(secret=secret).first()


def proof_of(certificate: Certificate) -> Proof:
    """Return what a certificate says: the gatherings that its holder was at, and their hours."""
    enrolment = certificate.enrolment
    found = standings_of([enrolment])[0]
    rows = list(Gathering.objects.filter(programme=enrolment.programme, for_participants=True).exclude(state=GatheringState.CANCELLED))
    attended = [row for row in rows if found.deeds.attendance.get(row.pk) == "present"]
    days = sorted(timezone.localtime(row.starts).date() for row in attended) or [timezone.localtime(certificate.issued).date()]
    seconds = sum((row.ends - row.starts).total_seconds() for row in attended)
    return Proof(certificate, days[0], days[-1], seconds / 3600, enrolment.programme.own_hours, found)
