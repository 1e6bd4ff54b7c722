"""What the record registers: it writes down what people announce, and sweeps what need not be kept."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.models import Attempt
from samskaper.commons.record.commands import note
from samskaper.commons.record.models import Receipt
from samskaper.commons.record.register import Retention, retentions
from samskaper.foundation import clock
from samskaper.foundation.events import hear
from samskaper.foundation.schedule import Round, rounds

hear(note)


def _older(model: type[Attempt] | type[Receipt]):  # type: ignore[no-untyped-def]
    def sweep(days: int) -> int:
        return model.objects.filter(at__lt=clock.now() - dt.timedelta(days=days)).delete()[0]

    return sweep


def _sweep_all() -> int:
    return sum(retention.sweep(retention.days) for retention in retentions)


retentions.add("record.receipts", Retention(
    "record.receipts", _("Receipts of sent forms"), 2, _("so that a form sent twice counts once"), _older(Receipt)
))
retentions.add("record.attempts", Retention(
    "record.attempts", _("Counted tries at codes and links"), 1, _("so that nobody can guess them"), _older(Attempt)
))
rounds.add("record.sweep", Round("record.sweep", 3600, _sweep_all))
