"""Deleting what is known about a party: because it asks for it, or because nobody has been in touch for two years."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.commands.statements import withdraw_all
from samskaper.areas.cocreation.models import (
    Asking,
    Contact,
    Conversation,
    ConversationState,
    Invited,
    Knock,
    Listener,
    MeetingState,
    NameWord,
    Partner,
    Party,
    PartyKind,
    Statement,
    StatementState,
)
from samskaper.areas.cocreation.rules import forgetting as rules
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.areas.cocreation.rules.register import print_of
from samskaper.commons.mail.commands import forget_receiver
from samskaper.commons.people.commands.links import withdraw_links
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.record.commands import forget_receipts_with, note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref

TEMPLATES = "cocreation/"


@transaction.atomic
def forget(*, party: int, by: Doer, contact: Contact | None = None, how: str = "") -> Party:
    """Delete everything about a party, in every library. That conversations were held stays, without a name, because they are counted.

    Its statements are taken back one by one, so that whoever built on them is told that they are gone.
    """
    found = Party.objects.select_for_update(of=("self",)).select_related("owner").get(pk=party)
    rules.must_delete(by, found, contact=contact, how=how)
    withdraw_all(party=found.pk, by=by)
    Conversation.objects.filter(party=found, state=ConversationState.PLANNED).update(state=ConversationState.CANCELLED)
    nameless = _in(found, gettext_lazy("Somebody who asked to be deleted"))
    _wipe(found, instead=nameless, name_too=True)
    _unname(found, nameless)
    note(events.PartyForgotten(subject=Ref.to(found), owner=found.owner_id, data={"how": how}), by=by)
    return found


def _in(party: Party, words: Promise) -> str:
    """Return words in the language of the library that wrote the party down."""
    with translation.override(party.owner.language):
        return str(words)


def _wipe(party: Party, *, instead: str, name_too: bool) -> None:
    """Take everything that was written about a party out of conversations, gatherings and letters, and close its links.

    Letters to others read `instead` where the names of those who spoke for it stood, and its own name, if that goes too.
    """
    talks = Conversation.objects.filter(party=party)
    about = [Ref.to(party), *(Ref("cocreation.conversation", number) for number in talks.values_list("pk", flat=True))]
    about += [Ref("cocreation.initiative", number) for number in Partner.objects.filter(party=party).values_list("initiative", flat=True)]
    about += [Ref("cocreation.meeting", number) for number in Invited.objects.filter(party=party).values_list("meeting", flat=True)]
    talks.update(place="", next_step="", version=F("version") + 1)
    Listener.objects.filter(conversation__party=party).exclude(thoughts="").update(thoughts="", version=F("version") + 1)
    Knock.objects.filter(conversation__party=party).update(answer="", language="")
    Invited.objects.filter(party=party).exclude(meeting__state=MeetingState.HELD).delete()
    Invited.objects.filter(party=party).update(contact=None, needs="", needs_loop=False, lends="", by_name=False, waits="")
    contacts = list(Contact.objects.filter(party=party))
    names = [*([party.name] if name_too else []), *(one.name for one in contacts)]
    emails = [one.email for one in contacts if one.email]
    shared = list(Contact.objects.filter(email__in=emails).exclude(party=party).values_list("email", flat=True))
    forget_receiver(emails=emails, templates=TEMPLATES, about=about, names=names, instead=instead, shared=shared)
    forget_receipts_with([*names, *emails])
    for one in contacts:
        withdraw_links(purpose=LINK, subject=Ref.to(one))
    Contact.objects.filter(party=party).delete()


def _unname(party: Party, nameless: str) -> None:
    """Leave the row without anything that tells who it was; a number stays as a print, so that no register brings it back."""
    NameWord.objects.filter(party=party).delete()
    mark = print_of(party.number) if party.number and not party.number.startswith("#") else ""
    party.number = "" if Party.objects.filter(number=mark).exclude(pk=party.pk).exists() else mark
    party.name = nameless
    party.organisation = party.municipality = None
    party.asking, party.not_before, party.keep_until = Asking.NEVER, None, None
    party.from_register, party.forgotten_on = False, clock.today()
    party.save()


def stay_in_touch(party: int) -> None:
    """Somebody was in touch with the party: what is known is kept for two years from now. In the transaction of the caller."""
    Party.objects.filter(pk=party, forgotten_on__isnull=True).update(keep_until=clock.today() + rules.KEPT)


@transaction.atomic
def keep(*, party: Party, by: Doer) -> None:
    """The library is still in touch with them."""
    rules.must_keep(by, party)
    stay_in_touch(party.pk)
    note(events.PartySaved(subject=Ref.to(party), owner=party.owner_id), by=by)


@transaction.atomic
def let_go(*, party: Party, by: Doer) -> Party:
    """Nobody is in touch any more: how they are reached and what they said is deleted. What was counted stays counted, and a
    challenge that was shared stays shared; that an association is there stays too. A resident's name goes."""
    rules.must_keep(by, party)
    return _let_go(party.pk, by=by)


def _let_go(party: int, *, by: Doer) -> Party:
    found = Party.objects.select_for_update(of=("self",)).select_related("owner").get(pk=party)
    said = Statement.objects.filter(conversation__party=found).exclude(state=StatementState.WITHDRAWN)
    said.update(wording=rules.NO_WORDS, version=F("version") + 1)
    Conversation.objects.filter(party=found, state=ConversationState.PLANNED).update(state=ConversationState.CANCELLED)
    alone = found.kind == PartyKind.RESIDENT
    _wipe(found, instead=_in(found, gettext_lazy("Somebody who has left")), name_too=alone)
    found.keep_until = None
    if alone:
        _unname(found, _in(found, gettext_lazy("A resident")))
    found.save()
    note(events.PartyLetGo(subject=Ref.to(found), owner=found.owner_id), by=by)
    return found


def let_old_go(days: int) -> int:
    """Let go of the parties that nobody has been in touch with for so long. Returns how many."""
    _begin_to_count()
    due = list(Party.objects.filter(keep_until__lt=clock.today(), forgotten_on__isnull=True).order_by("pk").values_list("pk", flat=True)[:200])
    for number in due:
        with transaction.atomic():
            _let_go(number, by=SYSTEM)
    return len(due)


def _begin_to_count() -> None:
    """Give a day to those of whom something is known and who have none yet."""
    known = Exists(Contact.objects.filter(party=OuterRef("pk"))) | Exists(_worded().filter(conversation__party=OuterRef("pk")))
    Party.objects.filter(known, keep_until__isnull=True, forgotten_on__isnull=True).update(keep_until=clock.today() + rules.KEPT)


def _worded() -> QuerySet[Statement]:
    return Statement.objects.exclude(Q(wording="") | Q(wording=rules.NO_WORDS))
