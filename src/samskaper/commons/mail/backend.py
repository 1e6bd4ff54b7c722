"""Letters that packages send by themselves, such as the editors' tool: they go into the outbox as all others, in the sender's transaction."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from samskaper.commons.mail.commands.writing import send
from samskaper.commons.mail.letters import Address
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Person
from samskaper.foundation.refs import Ref

TEMPLATE = "mail/letters/passed_on.txt"


class OutboxBackend(BaseEmailBackend):
    """What Django calls an e-mail backend. The worker delivers what it writes; nothing is sent from here."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write each message to each of its receivers into the outbox. Returns how many messages there were."""
        for message in email_messages:
            for email in message.recipients():
                _pass_on(message, email.lower())
        return len(email_messages)


def _pass_on(message: EmailMessage, email: str) -> None:
    person = Person.objects.filter(account__email=email, erased__isnull=True).order_by("pk").first()
    to = Address(email, person.name, person.language, person.pk) if person else Address(email, "", "nb")
    words = {"subject": str(message.subject), "text": str(message.body)}
    send(to=to, template=TEMPLATE, context=words, about=Ref("people.person", to.person or 0), owner=None, key=f"passed-on.{secrets.token_hex(12)}", by=SYSTEM)
