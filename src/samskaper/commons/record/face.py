"""What the record registers: it writes down what people announce, and sweeps what need not be kept."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.register import PersonalData, personal_data
from samskaper.commons.record import commands, queries
from samskaper.commons.record.register import Retention, retentions
from samskaper.foundation.events import hear
from samskaper.foundation.schedule import Round, rounds

hear(commands.note)
retentions.add("record.receipts", Retention(
    "record.receipts", _("Receipts of sent forms"), 2, _("so that a form sent twice counts once"), commands.forget_receipts
))
retentions.add("record.attempts", Retention(
    "record.attempts", _("Counted tries at codes and links"), 1, _("so that nobody can guess them"), commands.forget_attempts
))
personal_data.add("record.facts", PersonalData(
    "record.facts",
    what=_("What you did, in the record"),
    why=_("so that goals are counted from what happened, and a mistake can be found"),
    until=_("as long as the project or programme is kept"),
    export=queries.export,
    erase=commands.forget_doer,
    stays=_("That something happened, such as a gathering with twelve people: reports to funders are built on the number."),
))
rounds.add("record.sweep", Round("record.sweep", 3600, commands.sweep))
