"""Letters of one side: one of which nobody knows whether it left, and what stands in the outbox."""

from __future__ import annotations

from samskaper.commons.mail.models import Letter, State
from samskaper.config.checkseed.world import World
from samskaper.foundation import clock


def play(world: World) -> None:
    """Let most letters be sent, and the newest be uncertain, so that somebody must decide."""
    letters = Letter.objects.filter(owner=world.library)
    newest = letters.latest("pk")
    letters.update(state=State.SENT, settled=clock.now(), via="check")
    error = world.cage.plant("the mail server's sentence about a letter", "adviser")
    letters.filter(pk=newest.pk).update(state=State.UNCERTAIN, error=error, via="")
    stuck = letters.filter(template__endswith="stuck.txt").latest("pk")
    invited = letters.filter(template__endswith="invitation.txt", about_kind="programmes.programme").latest("pk")
    world.ids |= {"letter": newest.pk, "letter_stuck": stuck.pk, "letter_invitation": invited.pk}
