"""What search finds of what was said: for whom the pages are there too, and only words that others may build on.

Nobody's own thoughts, nothing that was said in confidence, no resident's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.models import (
    Challenge,
    Conversation,
    ConversationState,
    Grouped,
    Initiative,
    PartyKind,
    Shown,
    Statement,
)
from samskaper.areas.cocreation.rules.conversations import may_be_built_on, named
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES
from samskaper.commons.search.register import Source, Text
from samskaper.commons.search.rules import of_person, of_role_anywhere, of_roles
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref

CHALLENGE, INITIATIVE, CONVERSATION = "cocreation.challenge", "cocreation.initiative", "cocreation.conversation"
PARTY, STATEMENT = "cocreation.party", "cocreation.statement"
WHO_TALKS = frozenset(of_role_anywhere(role) for role in LIBRARY_ROLES)  # as `rules.parties.may_talk` says


def _built_on(statements: Iterable[Statement]) -> str:
    return "\n".join(one.wording for one in statements if may_be_built_on(one))


def _challenges(ids: Iterable[int]) -> Iterator[Text]:
    rows = Challenge.objects.filter(pk__in=list(ids)).exclude(wording="").select_related("owner")
    for row in rows.prefetch_related("grouped__statement__conversation__knock"):
        said = _built_on(one.statement for one in row.grouped.all())
        yield Text(Ref.to(row), row.owner.language, row.wording, "", said, WHO_TALKS, "cocreation:challenge", (row.pk,))


def _initiatives(ids: Iterable[int]) -> Iterator[Text]:
    for row in Initiative.objects.filter(pk__in=list(ids)).select_related("owner"):
        said = "\n".join((row.next_step, row.came_of_it))
        yield Text(Ref.to(row), row.owner.language, row.title, row.about, said, WHO_TALKS, "cocreation:initiative", (row.pk,))


def _conversations(ids: Iterable[int]) -> Iterator[Text]:
    rows = Conversation.objects.filter(pk__in=list(ids), party__forgotten_on__isnull=True).exclude(state=ConversationState.CANCELLED)
    for row in rows.select_related("party__county", "owner", "knock").prefetch_related("listeners", "statements__conversation__knock"):
        readers = of_roles(row.owner_id, LIBRARY_ROLES) | {of_person(one.person_id) for one in row.listeners.all()}
        yield Text(Ref.to(row), row.owner.language, _with(row), "", _built_on(row.statements.all()), readers, "cocreation:conversation", (row.pk,))


def _with(conversation: Conversation) -> str:
    """Return whom a conversation was with; a resident without the name, in the language of the library."""
    party = conversation.party
    with translation.override(conversation.owner.language):
        return named(party, shown=Shown.COUNTY, inside=party.kind != PartyKind.RESIDENT)


def _of_statement(event: Event) -> Iterable[int]:
    return Statement.objects.filter(pk=event.subject.id).values_list("conversation", flat=True)


def _of_party(event: Event) -> Iterable[int]:
    return Conversation.objects.filter(party=event.subject.id).values_list("pk", flat=True)


def _built_on_statement(event: Event) -> Iterable[int]:
    return Grouped.objects.filter(statement=event.subject.id).values_list("challenge", flat=True)


def _built_on_party(event: Event) -> Iterable[int]:
    return Grouped.objects.filter(statement__conversation__party=event.subject.id).values_list("challenge", flat=True)


SOURCES = (
    Source(
        CHALLENGE, _("challenge"), _("Challenges"), _challenges, lambda: Challenge.objects.values_list("pk", flat=True),
        {STATEMENT: _built_on_statement, PARTY: _built_on_party},
    ),
    Source(INITIATIVE, _("initiative"), _("Initiatives"), _initiatives, lambda: Initiative.objects.values_list("pk", flat=True)),
    Source(
        CONVERSATION, _("conversation"), _("Conversations"), _conversations, lambda: Conversation.objects.values_list("pk", flat=True),
        {STATEMENT: _of_statement, PARTY: _of_party},
    ),
)
