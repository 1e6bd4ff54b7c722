"""A real mail server in a process of its own, whose manners the test decides.

`python smtp_server.py FOLDER` writes its port to FOLDER/port and every letter that it takes to FOLDER/taken. What it
does with a receiver stands in the address: refuse@ later@ drop@ full@ lost@ stored@. A file FOLDER/stall with the name of a
step makes it stop there, at the second letter, after writing FOLDER/reached.
"""

from __future__ import annotations

import asyncio
import json
import sys
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session, syntax

folder = Path(sys.argv[1])
letters_begun = 0


async def perhaps_stall(step: str) -> None:
    """Stop here for good if the test wants it so."""
    stall = folder / "stall"
    if stall.exists() and stall.read_text() == step and (letters_begun == 2 or step == "ehlo"):
        stall.unlink()
        (folder / "reached").write_text(step)
        await asyncio.sleep(300)


class Server(SMTP):
    """Stops before it asks for the letter, if so told."""

    @syntax("DATA")
    async def smtp_DATA(self, arg: str | None) -> None:
        await perhaps_stall("data")
        await super().smtp_DATA(arg)


class Manners:
    """What is answered at each step."""

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        await perhaps_stall("ehlo")
        session.host_name = hostname
        return responses

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        global letters_begun
        letters_begun += 1
        await perhaps_stall("mail")
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        await perhaps_stall("rcpt")
        kind = address.partition("@")[0]
        if kind == "drop":
            self._hang_up(server)
        answers = {"refuse": "550 5.1.1 No such user here", "later": "451 4.3.0 Come back later", "busy": "421 Closing"}
        if kind in answers:
            return answers[kind]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = bytes(envelope.content or b"")
        receiver = envelope.rcpt_tos[0]
        kind = receiver.partition("@")[0]
        await perhaps_stall("lost")
        if kind == "full":
            return "552 5.2.2 Mailbox full"
        if kind == "greylisted":
            return "450 4.7.1 Greylisted"
        if kind == "lost":
            self._hang_up(server)
            return "250 never heard"
        self._take(session, receiver, content)
        await perhaps_stall("stored")
        if kind == "stored":
            self._hang_up(server)
        return "250 OK"

    @staticmethod
    def _hang_up(server: Any) -> None:
        server.transport.abort()

    @staticmethod
    def _take(session: Session, receiver: str, content: bytes) -> None:
        mail = message_from_bytes(content, policy=policy.default)
        line = {
            "to": receiver,
            "id": str(mail["Message-ID"]),
            "connection": str(session.peer),
            "raw": content.decode("ascii"),
        }
        with (folder / "taken").open("a") as file:
            file.write(json.dumps(line) + "\n")


class Door(Controller):
    """Opens the server on a free port."""

    def factory(self) -> SMTP:
        return Server(self.handler, enable_SMTPUTF8=False)


if __name__ == "__main__":
    import socket

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    door = Door(Manners(), hostname="127.0.0.1", port=port)
    door.start()
    unfinished = folder / "port.new"
    unfinished.write_text(str(port))
    unfinished.rename(folder / "port")
    sys.stdin.read()  # until the test closes us
    door.stop(no_assert=True)
