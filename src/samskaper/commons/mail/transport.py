"""The conversation with a mail server, step by step, so that we know what a broken connection means.

Before the letter itself has been handed over, nothing has left. From its first byte on until the server's answer,
nobody can know: such a letter is uncertain, and is never sent again by itself.
"""

from __future__ import annotations

import logging
import re
import smtplib
import socket
import ssl
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.utils import parseaddr
from enum import Enum
from types import TracebackType
from typing import Protocol, Self

from django.conf import settings
from django.utils.translation import gettext_noop

from samskaper.commons.mail.letters import site_host
from samskaper.foundation.text import clean_line

log = logging.getLogger("samskaper.mail")
PATIENCE_AFTER_LETTER = 60  # seconds for the last answer; servers look for viruses before it
_LINE_ENDS = re.compile(rb"\r\n|\r|\n")
_DOT_FIRST = re.compile(rb"(?m)^\.")


class Fate(Enum):
    """What became of a letter that was handed to a mail server."""

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The fate of one letter, the server's sentence about it, and by what way it went."""

    fate: Fate
    sentence: str = ""
    via: str = "smtp"


class Unreachable(Exception):
    """No mail server answers; nothing was sent. The text is a message id for the outbox page."""


class Transport(Protocol):
    """Takes letters. `is_broken` tells that no more can be handed over this time."""

    is_broken: bool

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def hand_over(self, message: bytes, *, receiver: str) -> Outcome:
        """Give one mail to the transport and say what became of it. Raises nothing."""


class _InTheHouse:
    """A transport without a connection: the letter does not leave."""

    is_broken = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        return None


class Mailbox(_InTheHouse):
    """The demonstration's transport: the letter stays in the house and is read in its mailbox."""

    def hand_over(self, message: bytes, *, receiver: str) -> Outcome:
        """Keep the letter."""
        return Outcome(Fate.SENT, via="demo")


class Window(_InTheHouse):
    """Where no mail server is set: the letter is shown in the window in which Samskaper was started.

    Only for letters that the house itself writes (codes for signing in): others wait for a server.
    """

    def hand_over(self, message: bytes, *, receiver: str) -> Outcome:
        """Print the letter."""
        text = message_from_bytes(message, policy=policy.default).get_body(("plain",))
        log.warning("No mail server is set, so here is the letter to %s:\n\n%s", receiver, text.get_content() if text else "")
        return Outcome(Fate.SENT, via="window")


class Smtp:
    """One connection to the mail server of the settings, for many letters. Raises Unreachable on entering."""

    def __init__(self) -> None:
        self.is_broken = False
        self.sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]

    def __enter__(self) -> Self:
        try:
            self._server = smtplib.SMTP(
                settings.EMAIL_HOST, settings.EMAIL_PORT, local_hostname=site_host(), timeout=settings.EMAIL_TIMEOUT
            )
            self._server.ehlo_or_helo_if_needed()
            if settings.EMAIL_USE_TLS:
                self._server.starttls(context=ssl.create_default_context())
            if settings.EMAIL_HOST_USER:
                self._server.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
        except (OSError, smtplib.SMTPException, UnicodeError, ValueError) as error:
            raise Unreachable(
                gettext_noop("The mail server cannot be reached. We keep trying; nothing is lost.")
            ) from error
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        try:
            self._server.quit()
        except (OSError, smtplib.SMTPException):
            self._server.close()

    def hand_over(self, message: bytes, *, receiver: str) -> Outcome:
        """Say MAIL, RCPT, DATA and the letter, and read every answer."""
        try:
            early = self._announce(receiver)
        except (OSError, smtplib.SMTPException) as error:
            self.is_broken = True
            return Outcome(Fate.LATER, _sentence(error))
        if early is not None:
            return early
        try:
            self._server.send(_wire(message))
            _patience(self._server.sock)
            return self._judge(*self._server.getreply(), wanted=250)
        except (OSError, smtplib.SMTPException) as error:
            self.is_broken = True
            return Outcome(Fate.UNCERTAIN, _sentence(error))

    def _announce(self, receiver: str) -> Outcome | None:
        """Ask whether the server takes a letter for this receiver. Returns the outcome when it does not."""
        code, reply = self._server.mail(self.sender)
        if code != 250:  # about us, not about the receiver
            return self._give_way(Outcome(Fate.LATER, _reply(code, reply)))
        code, reply = self._server.rcpt(receiver)
        if code not in (250, 251):
            return self._give_way(self._judge(code, reply, wanted=250))
        code, reply = self._server.docmd("DATA")
        return None if code == 354 else self._give_way(self._judge(code, reply, wanted=354))

    def _judge(self, code: int, reply: bytes, *, wanted: int) -> Outcome:
        """Return what a server's answer means: 2xx taken, 5xx never, all else later."""
        self.is_broken = self.is_broken or code == 421
        if code == wanted:
            return Outcome(Fate.SENT)
        return Outcome(Fate.REFUSED if 500 <= code <= 599 else Fate.LATER, _reply(code, reply))

    def _give_way(self, outcome: Outcome) -> Outcome:
        """Forget the letter that was not taken, so that the next one can be handed over."""
        try:
            self.is_broken = self.is_broken or self._server.rset()[0] != 250
        except (OSError, smtplib.SMTPException):
            self.is_broken = True
        return outcome


def _wire(message: bytes) -> bytes:
    """Return the letter as it travels: CRLF line ends, doubled leading dots, and the dot that ends it."""
    lines = _DOT_FIRST.sub(b"..", _LINE_ENDS.sub(b"\n", message).rstrip(b"\n") + b"\n")
    return lines.replace(b"\n", b"\r\n") + b".\r\n"


def _patience(sock: socket.socket | None) -> None:
    if sock is not None:
        sock.settimeout(PATIENCE_AFTER_LETTER)


def _reply(code: int, reply: bytes) -> str:
    return clean_line(f"{code} {reply.decode('utf-8', 'replace')}")


def _sentence(error: Exception) -> str:
    return clean_line(str(error)) or type(error).__name__
