"""What is written down for somebody who is there, while they stand beside."""

from __future__ import annotations

from django.db import transaction

from samskaper.areas.cocreation.commands.challenges import fact, locked
from samskaper.areas.cocreation.events import ChallengeChanged
from samskaper.areas.cocreation.models import Invited, Joining, Meeting, Shown
from samskaper.areas.cocreation.queries.meetings import challenges_at
from samskaper.areas.cocreation.rules import meetings as rules
from samskaper.areas.cocreation.rules.challenges import offered
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refusals import Missing


@transaction.atomic
def join_on_the_spot(*, meeting: Meeting, invited: int, challenge: int, offers: str, by: Doer) -> Joining:
    """A party that is there wants to do something about a shared challenge. It sees so on its own page, and can leave again.

    It is named as it was at the gathering. Raises Missing for a challenge or a party that is not at this gathering.
    """
    rules.must_run(by, meeting)
    rules.must_have_begun(meeting, now=clock.now())
    row = Invited.objects.filter(pk=invited, meeting=meeting).select_related("party").first()
    if row is None or challenge not in {one.number for one in challenges_at(meeting)}:
        raise Missing()
    found = locked(challenge)
    values = {"offers": offered(offers), "shown": Shown.BY_NAME if row.by_name else Shown.COUNTY}
    joining, _new = Joining.objects.update_or_create(challenge=found, party=row.party, defaults=values)
    note(fact(ChallengeChanged, found), by=by)
    return joining
