"""Every write about people and organisations. Higher floors use these names."""

from samskaper.commons.people.commands.accounts import (
    change_person,
    claim_person,
    introduce_person,
    open_account,
    sweep_accounts,
)
from samskaper.commons.people.commands.erasure import Erased, erase_person, sweep_sessions
from samskaper.commons.people.commands.places import load_places

__all__ = [
    "Erased",
    "change_person",
    "claim_person",
    "erase_person",
    "introduce_person",
    "load_places",
    "open_account",
    "sweep_accounts",
    "sweep_sessions",
]
