"""What this app registers: it takes letters from below, delivers every two seconds, and wipes what is old."""

from __future__ import annotations

from samskaper.commons.mail.commands import carry
from samskaper.commons.mail.tasks import deliver
from samskaper.foundation import letters
from samskaper.foundation.schedule import Round, rounds

letters.carry(carry)
rounds.add("mail.deliver", Round("mail.deliver", 2, deliver))
