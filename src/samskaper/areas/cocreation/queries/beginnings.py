"""What an initiative comes from, and whom to propose as partners."""

from __future__ import annotations

from dataclasses import dataclass

from samskaper.areas.cocreation.models import (
    Acceptance,
    Challenge,
    Contact,
    Conversation,
    Initiative,
    Joining,
    Partner,
    PartnerState,
    Party,
    Shown,
)
from samskaper.areas.cocreation.queries.conversations import readable
from samskaper.areas.cocreation.queries.involved import of_party
from samskaper.areas.cocreation.rules.conversations import named
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES, is_open_to_questions
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import County, Organisation
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could be asked along: a party or a library, what it is called to the asker, and what it has offered."""

    key: str
    words: str
    asked: Party | Organisation
    is_library: bool
    offers: str = ""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What an initiative comes from, if anything: the words to begin with, where it counts, and who could come along."""

    source: Ref | None
    words: str = ""
    within: Ref | None = None
    county: County | None = None
    candidates: tuple[Candidate, ...] = ()


def beginning(source: Ref | None, *, visible_to: Doer, contact: Contact | None = None) -> Beginning:
    """Return what an initiative would come from, as far as the doer may see it; else a beginning out of nothing."""
    of = {"cocreation.challenge": _of_challenge, "cocreation.conversation": _of_conversation, "cocreation.initiative": _of_initiative}
    make = of.get(source.kind) if source else None
    return (make(source, visible_to, contact) if make and source else None) or Beginning(None)


def _of_challenge(source: Ref, doer: Doer, contact: Contact | None) -> Beginning | None:
    seen = of_party(contact.party) if contact else Challenge.objects.all()
    found = seen.select_related("county").filter(pk=source.id).first()
    if found is None:
        return None
    rows: list[Joining | Acceptance] = [
        *found.joinings.select_related("library", "party__county").order_by("at", "pk"),
        *found.acceptances.filter(number=found.number).select_related("library", "party__county").order_by("at", "pk"),
    ]
    candidates = {one.key: one for row in reversed(rows) if (one := _candidate(row.library, row.party, row.shown, getattr(row, "offers", ""), doer, contact))}
    return Beginning(source, found.wording, found.within, found.county, tuple(reversed(candidates.values())))


def _of_conversation(source: Ref, doer: Doer, contact: Contact | None) -> Beginning | None:
    seen = Conversation.objects.filter(party=contact.party_id) if contact else readable(doer)
    found = seen.select_related("party__county", "owner__county").filter(pk=source.id).first()
    if found is None:
        return None
    one = _candidate(found.owner, None, "", "", doer, contact) if contact else _candidate(None, found.party, Shown.BY_NAME, "", doer, contact)
    return Beginning(source, "", found.within, found.party.county or found.owner.county, (one,) if one else ())


def _of_initiative(source: Ref, doer: Doer, contact: Contact | None) -> Beginning | None:
    rows = Partner.objects.filter(initiative=source.id, state=PartnerState.YES)
    if contact and not rows.filter(party=contact.party_id).exists():
        return None
    found = Initiative.objects.select_related("county").filter(pk=source.id).first()
    if found is None:
        return None
    made = [_candidate(row.library, row.party, row.shown, "", doer, contact) for row in rows.select_related("library", "party__county")]
    return Beginning(source, found.title, found.within, found.county, tuple(one for one in made if one))


def _candidate(
    library: Organisation | None, party: Party | None, shown: str, offers: str, doer: Doer, contact: Contact | None
) -> Candidate | None:
    """Return somebody to ask along; not the asker's own side, and no party that others do not know of or that wants no questions."""
    if library is not None:
        own = contact is None and doer.holds(library.pk, *LIBRARY_ROLES)
        return None if own else Candidate(f"library:{library.pk}", library.name, library, True, offers)
    if party is None or (contact and contact.party_id == party.pk) or not is_open_to_questions(party, today=clock.today()):
        return None
    words = named(party, shown=shown, inside=False)
    return Candidate(f"party:{party.pk}", words, party, False, offers) if words else None
