"""What this app registers: it takes letters from below, delivers every two seconds, and wipes what is old."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.commons.mail import queries
from samskaper.commons.mail.commands import carry, keeping
from samskaper.commons.mail.rules import may_see_outbox
from samskaper.commons.mail.tasks import deliver
from samskaper.commons.people.register import PersonalData, personal_data
from samskaper.commons.record.register import Retention, retentions
from samskaper.foundation import letters
from samskaper.foundation.schedule import Round, rounds
from samskaper.ui.menu import MenuEntry, desk, menu

LETTERS_ARE_KEPT_FOR = 400  # days: one course series and its report


letters.carry(carry)
rounds.add("mail.deliver", Round("mail.deliver", 2, deliver))
menu.add("mail.outbox", MenuEntry(_("Letters sent"), "mail:outbox", may_see_outbox, order=70))  # type: ignore[arg-type]
desk.add("mail", queries.waiting_for)
personal_data.add(
    "mail",
    PersonalData(
        "mail",
        what=_("Letters to you"),
        why=_("so that the library sees what it has sent, and nothing is sent twice"),
        until=_("400 days; codes for signing in a week"),
        export=queries.export,
        erase=keeping.erase,
        stays=_(
            "That a letter was sent stays as a number without your name, address or its words. In letters to others, such as "
            "your leader, your name is taken out here; what has been delivered lies in their own mailboxes."
        ),
    ),
)
retentions.add(
    "mail.letters",
    Retention(
        "mail.letters",
        _("Letters: words, names, addresses and files"),
        LETTERS_ARE_KEPT_FOR,
        _("so that the library sees what it has sent while the course series runs and is reported"),
        keeping.wipe_old,
    ),
)
