"""What people registers: what is kept about a person, and what is swept."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.commands.accounts import sweep_accounts
from samskaper.commons.people.commands.erasure import erase_name, erase_roles, sweep_sessions
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.queries.desk import desk_items
from samskaper.commons.people.queries.me import export_name, export_roles
from samskaper.commons.people.queries.organisations import organisation_cards
from samskaper.commons.people.register import PersonalData, personal_data
from samskaper.commons.people.rules import may_register_organisations
from samskaper.foundation.kinds import Kind, kinds
from samskaper.foundation.schedule import Round, rounds
from samskaper.ui.menu import MenuEntry, desk, menu

personal_data.add("people.person", PersonalData(
    "people.person",
    what=_("Name, address and language"),
    why=_("so that colleagues know who you are and letters reach you"),
    until=_("until you erase yourself"),
    export=export_name,
    erase=erase_name,
))
personal_data.add("people.roles", PersonalData(
    "people.roles",
    what=_("Your roles"),
    why=_("so that you see what concerns you, and nobody else does"),
    until=_("until you erase yourself"),
    export=export_roles,
    erase=erase_roles,
))

menu.add("people.organisations", MenuEntry(
    _("Libraries"), "people:organisations", order=80,
    offered_to=lambda doer: isinstance(doer, Doer) and may_register_organisations(doer),
))
desk.add("people", desk_items)
kinds.add("people.organisation", Kind("people.organisation", _("Organisation"), organisation_cards))

rounds.add("people.accounts", Round("people.accounts", 3600, sweep_accounts))
rounds.add("people.sessions", Round("people.sessions", 3600, sweep_sessions))
