"""What people registers: what is kept about a person, and what is swept."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.commands.accounts import sweep_accounts
from samskaper.commons.people.commands.erasure import erase_name, erase_roles, sweep_sessions
from samskaper.commons.people.commands.offers import erase_offers, sweep_offers
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.queries.desk import desk_items
from samskaper.commons.people.queries.me import export_name, export_roles
from samskaper.commons.people.queries.offers import export_offers, offers_on_desk
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

personal_data.add("people.offers", PersonalData(
    "people.offers",
    what=_("Roles that you are asked to take"),
    why=_("so that you can say yes or no"),
    until=_("until you answer, at most three months"),
    export=export_offers,
    erase=erase_offers,
))

menu.add("people.organisations", MenuEntry(
    _("Libraries"), "people:organisations", order=80,
    offered_to=lambda doer: isinstance(doer, Doer) and may_register_organisations(doer),
))
desk.add("people", desk_items)
desk.add("people.offers", offers_on_desk)
kinds.add("people.organisation", Kind("people.organisation", _("Organisation"), organisation_cards))

rounds.add("people.accounts", Round("people.accounts", 3600, sweep_accounts))
rounds.add("people.offers", Round("people.offers", 86400, sweep_offers))
rounds.add("people.sessions", Round("people.sessions", 3600, sweep_sessions))
