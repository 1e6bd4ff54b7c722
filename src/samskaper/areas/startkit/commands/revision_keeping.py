"""How long what belongs to the revision is kept, and what happens to it when a person is erased."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.areas.startkit.commands.findings import leave_nothing_behind
from samskaper.areas.startkit.commands.tryouts import forget_old_addresses
from samskaper.areas.startkit.commands.voices import forget_voice
from samskaper.areas.startkit.models import EvaluationGroup, Finding, Keeper, Voice
from samskaper.areas.startkit.rules.tryouts import KEPT
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.record.register import Retention
from samskaper.foundation import clock

VOICES_KEPT = 30  # days after the edition is out


@transaction.atomic
def forget_old_voices(days: int) -> int:
    """Delete names and addresses of members and experts so long after the edition is out and they were told; after 18 months at the latest."""
    now = clock.now()
    waits = Exists(Finding.objects.filter(voice=OuterRef("pk"), told__isnull=True))
    old = list(Voice.objects.filter(Q(~waits, edition__launched__lt=now - dt.timedelta(days=days)) | Q(made__lt=now - dt.timedelta(days=KEPT))))
    for one in old:
        forget_voice(one)
    return len(old)


@transaction.atomic
def erase(person: int) -> str:
    """Take a person away from the revision: her name as member or expert, and what she looked after."""
    mine = list(Voice.objects.filter(person=person))
    said = Finding.objects.filter(voice__in=mine).exists()
    for one in mine:
        forget_voice(one)
    Keeper.objects.filter(person=person).delete()
    EvaluationGroup.objects.filter(organiser=person).update(organiser=None)
    leave_nothing_behind(by=SYSTEM)
    return _("What you said about methods stays without your name, because the methods were changed by it.") if said else ""


RETAINED = (
    Retention(
        "startkit.ask_again", gettext_lazy("Addresses left with how a method went"), KEPT,
        gettext_lazy("so that one letter can tell what came of it; it goes as soon as that letter is written"), forget_old_addresses,
    ),
    Retention(
        "startkit.voices", gettext_lazy("Names and addresses of evaluation groups and experts"), VOICES_KEPT,
        gettext_lazy("so that they can be told what became of what they said, when the edition is out"), forget_old_voices,
    ),
)
