"""Every write about people and organisations. Higher floors use these names."""

from samskaper.commons.people.commands.accounts import (
    change_person,
    claim_person,
    introduce_person,
    open_account,
    sweep_accounts,
)
from samskaper.commons.people.commands.places import load_places

__all__ = ["change_person", "claim_person", "introduce_person", "load_places", "open_account", "sweep_accounts"]
