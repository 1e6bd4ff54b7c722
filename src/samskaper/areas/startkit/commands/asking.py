"""One question more, to whoever said something: through the sender of letters, so that editors learn no address."""

from __future__ import annotations

from django.urls import reverse

from samskaper.areas.startkit.commands.voice_letters import PURPOSE, write
from samskaper.areas.startkit.models import AskAgain, Finding
from samskaper.areas.startkit.queries.asked import LINK
from samskaper.areas.startkit.rules.tryouts import WEEK
from samskaper.commons.mail.commands import send
from samskaper.commons.mail.letters import Address, absolute
from samskaper.commons.people.commands.links import make_link
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.people.queries.links import digest_of
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


def write_question(finding: Finding, question: str, *, by: Doer) -> bool:
    """Write the question to whoever said this. Returns False where nobody can be reached, or had a letter this week."""
    if finding.voice is not None:
        if not finding.voice.email or not may_have_another(finding.voice):
            return False
        write(finding.voice, "question", owner=None, by=by, finding=finding, question=question)
        finding.voice.wrote = clock.now()
        finding.voice.save(update_fields=["wrote"])
        return True
    asked = asked_about(finding)
    if asked is None or not may_have_another(asked):
        return False
    write_again(asked, "again_question", finding=finding, question=question)
    asked.wrote = clock.now()
    asked.save(update_fields=["wrote"])
    return True


def asked_about(finding: Finding) -> AskAgain | None:
    """Return the address that was left with what was said, if there is one."""
    ticket = finding.tryout.ticket if finding.tryout else ""
    return AskAgain.objects.select_for_update().filter(ticket=ticket).first() if ticket else None


def may_have_another(one: object) -> bool:
    """One letter a week, and not more."""
    wrote = getattr(one, "wrote", None)
    return wrote is None or wrote <= clock.now() - WEEK


def write_again(asked: AskAgain, template: str, **context: object) -> None:
    """Write to an address that lies apart: from the house itself, and with nothing that says which try-out it belongs to."""
    secret = make_link(purpose=LINK, subject=Ref.to(asked))
    send(
        to=Address(asked.email, "", asked.language), template=f"startkit/letters/{template}.txt",
        context={**context, "page": lambda: absolute(reverse("startkit:asked", args=[secret]))},
        about=Ref.to(asked), owner=None, key=f"startkit-{template}-{digest_of(secret)[:32]}", by=SYSTEM, stoppable=PURPOSE,
    )
