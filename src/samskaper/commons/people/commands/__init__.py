"""Every write about people and organisations. Higher floors use these names."""

from samskaper.commons.people.commands.accounts import (
    change_person,
    claim_person,
    introduce_person,
    open_account,
    sweep_accounts,
)
from samskaper.commons.people.commands.erasure import Erased, erase_person, sweep_sessions
from samskaper.commons.people.commands.offers import accept_offer, decline_offer, invite, sweep_offers, take_back_offer
from samskaper.commons.people.commands.organisations import (
    add_organisation,
    change_organisation,
    end_role,
    give_role,
    known_or_new,
)
from samskaper.commons.people.commands.places import load_places
from samskaper.commons.people.commands.setup import make_setup_code, set_up

__all__ = [
    "Erased",
    "accept_offer",
    "add_organisation",
    "change_organisation",
    "change_person",
    "claim_person",
    "decline_offer",
    "end_role",
    "erase_person",
    "give_role",
    "introduce_person",
    "invite",
    "known_or_new",
    "load_places",
    "make_setup_code",
    "open_account",
    "set_up",
    "sweep_accounts",
    "sweep_offers",
    "sweep_sessions",
    "take_back_offer",
]
