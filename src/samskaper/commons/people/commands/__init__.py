"""Every write about people and organisations. Higher floors use these names."""

from samskaper.commons.people.commands.accounts import (
    change_person,
    claim_person,
    introduce_person,
    open_account,
    sweep_accounts,
)

__all__ = ["change_person", "claim_person", "introduce_person", "open_account", "sweep_accounts"]
