"""Everything that is written down about a party, as it reads it itself and takes it along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samskaper.areas.cocreation.models import (
    Acceptance,
    Contact,
    Conversation,
    Grouped,
    Invited,
    Joining,
    Partner,
    Party,
    SpinOff,
    StatementState,
    StillGoing,
    Wording,
)
from samskaper.areas.cocreation.queries.letters import letters_of
from samskaper.areas.cocreation.rules.forgetting import KEPT, must_lead_for
from samskaper.areas.cocreation.rules.parties import must_speak_for
from samskaper.commons.people.doer import Doer

Pairs = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its rows, each a row of (what, value); what is empty is left out."""

    heading: str
    rows: list[Pairs]


@dataclass(frozen=True, slots=True)
class Everything:
    """All sections, for whoever speaks for the party, or for the leader of one library with what that library holds."""

    party: Party
    sections: list[Section]

    def as_data(self) -> dict[str, list[Pairs]]:
        """Return the same as plain values."""
        return {section.heading: [{what: str(value) for what, value in row.items()} for row in section.rows] for section in self.sections}


def everything(contact: Contact, *, visible_to: Doer) -> Everything:
    """Return everything about the party of this link, in every library. Refuses everybody but its bearer."""
    must_speak_for(visible_to, contact)
    return _of(contact.party, libraries=None)


def everything_here(party: Party, *, visible_to: Doer) -> Everything:
    """Return what the doer's own library holds about a party, for its leader. Others' conversations are left out."""
    must_lead_for(visible_to, party)
    return _of(party, libraries=[party.owner_id])


def _of(party: Party, *, libraries: list[int] | None) -> Everything:
    mine: dict[str, Any] = {} if libraries is None else {"owner__in": libraries}
    talks = Conversation.objects.filter(party=party, **mine).select_related("owner", "knock__answered_by").prefetch_related("listeners__person", "statements")
    sections = [
        Section(_("Who you are"), [_kept(_who(party))]),
        Section(_("Who speaks for you"), [_kept(_contact(one)) for one in Contact.objects.filter(party=party, **mine).select_related("owner").order_by("pk")]),
        Section(_("Conversations"), [_kept(_talk(one)) for one in talks.order_by("pk")]),
        Section(_("What you said"), [_kept(row) for one in talks.order_by("pk") for row in _said(one)]),
    ]
    if libraries is None:
        sections += [Section(_("Challenges"), _challenges(party)), Section(_("Initiatives"), _initiatives(party)), Section(_("Gatherings"), _meetings(party))]
    sections.append(Section(_("Letters"), _letters(party, libraries)))
    return Everything(party, [section for section in sections if section.rows])


def _kept(row: Pairs) -> Pairs:
    return {what: value for what, value in row.items() if value not in ("", None)}


def _day(value: Any) -> str:
    return date_format(value, "DATE_FORMAT") if value else ""


def _who(party: Party) -> Pairs:
    until = party.keep_until
    return {
        _("Name"): party.name, _("What you are"): party.get_kind_display(), _("Organisation number"): party.number, _("County"): party.county,
        _("Municipality"): party.municipality, _("May libraries ask you?"): party.get_asking_display(), _("Not before"): _day(party.not_before),
        _("Written down by"): party.owner.name, _("From an open register"): _("Yes") if party.from_register else "", _("Kept until"): _day(until),
    }


def _contact(one: Contact) -> Pairs:
    return {
        _("Library"): one.owner.name, _("Name"): one.name, _("E-mail address"): one.email, _("Telephone"): one.phone,
        _("Language"): one.get_language_display(), _("Since"): _day(one.since), _("Until"): _day(one.until),
    }


def _talk(one: Conversation) -> Pairs:
    knock = getattr(one, "knock", None)
    return {
        _("Library"): one.owner.name, _("With"): ", ".join(each.person.name for each in one.listeners.all()), _("State"): one.get_state_display(),
        _("Planned for"): _day(one.planned_for), _("Held on"): _day(one.held_on), _("Where"): one.place, _("What happens now"): one.next_step,
        _("Came by the open door"): _day(knock.came) if knock else "", _("Answer"): knock.answer if knock else "",
    }


def _said(talk: Conversation) -> Iterable[Pairs]:
    for one in talk.statements.all():
        if one.state != StatementState.WITHDRAWN:
            yield {
                _("Words"): one.wording, _("State"): one.get_state_display(), _("Shown to others"): one.get_shown_display(),
                _("Library"): talk.owner.name, _("Read back"): one.get_read_back_display() if one.read_back else "",
            }


def _challenges(party: Party) -> list[Pairs]:
    rows: list[Pairs] = []
    rows += [{_("You put it like this"): one.words, _("When"): _day(one.at)} for one in Wording.objects.filter(party=party)]
    for accepted in Acceptance.objects.filter(party=party).select_related("challenge").order_by("at"):
        rows.append({_("You stand by this"): accepted.challenge.wording, _("When"): _day(accepted.at)})
    for joining in Joining.objects.filter(party=party).select_related("challenge").order_by("at"):
        rows.append(_kept({_("You want to do something about this"): joining.challenge.wording, _("You bring"): joining.offers, _("When"): _day(joining.at)}))
    for grouped in Grouped.objects.filter(statement__conversation__party=party).select_related("challenge", "statement").order_by("at"):
        rows.append({_("What you said"): grouped.statement.wording, _("stands behind this"): grouped.challenge.wording})
    return rows


def _initiatives(party: Party) -> list[Pairs]:
    rows: list[Pairs] = []
    for one in Partner.objects.filter(party=party).select_related("initiative").order_by("at"):
        rows.append(_kept({
            _("Initiative"): one.initiative.title, _("You are"): one.get_role_display(), _("State"): one.get_state_display(), _("You bring"): one.brings,
        }))
    for answer in StillGoing.objects.filter(party=party).select_related("initiative").order_by("due_on"):
        rows.append(_kept({_("Initiative"): answer.initiative.title, _("Still going?"): answer.get_answer_display(), _("Words"): answer.words}))
    for grown in SpinOff.objects.filter(party=party).select_related("initiative").order_by("at"):
        rows.append({_("Initiative"): grown.initiative.title, _("What grew out of it"): grown.what, _("Year"): grown.year})
    return rows


def _meetings(party: Party) -> list[Pairs]:
    rows = Invited.objects.filter(party=party).select_related("meeting").order_by("pk")
    return [
        _kept({
            _("Gathering"): one.meeting.title, _("When"): _day(one.meeting.starts), _("Your answer"): one.get_coming_display(), _("How many"): one.people,
            _("Needs a hearing loop"): _("Yes") if one.needs_loop else "", _("What is needed"): one.needs, _("You lend"): one.lends,
        })
        for one in rows
    ]


def _letters(party: Party, libraries: list[int] | None) -> list[Pairs]:
    return [
        _kept({_("Subject"): letter.subject, _("To"): letter.email, _("When"): _day(letter.created), _("State"): letter.get_state_display()})
        for letter in letters_of(party, libraries=libraries)
    ]


def kept_years() -> int:
    """Return for how many years something is kept after the last time that somebody was in touch."""
    return KEPT.days // 365
