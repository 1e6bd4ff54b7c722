"""Every write of the outbox."""

from samskaper.commons.mail.commands.deciding import decide
from samskaper.commons.mail.commands.keeping import forget_receiver
from samskaper.commons.mail.commands.stopping import allow_again, stop
from samskaper.commons.mail.commands.writing import carry, send

__all__ = ["allow_again", "carry", "decide", "forget_receiver", "send", "stop"]
