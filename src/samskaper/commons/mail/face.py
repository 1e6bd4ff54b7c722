"""What this app registers."""

from __future__ import annotations

from samskaper.commons.mail.commands import carry
from samskaper.foundation import letters

letters.carry(carry)
