"""Questions about people and organisations. Higher floors use these names."""

from samskaper.commons.people.queries.data import my_data, my_data_in_words
from samskaper.commons.people.queries.installation import installation, setup_code_fits, waits_for_setup
from samskaper.commons.people.queries.me import me, my_roles, roles_held
from samskaper.commons.people.queries.offers import my_offers, offers_from
from samskaper.commons.people.queries.organisations import (
    branches,
    libraries,
    libraries_with_people,
    members,
    membership,
    municipality_chain,
    organisation,
    organisation_cards,
    organisations,
    own_membership,
    people_of,
)
from samskaper.commons.people.queries.persons import (
    addresses_open_to,
    invited_persons,
    looks_shared,
    persons_of,
    waits_for_choice,
)
from samskaper.commons.people.queries.places import (
    chain_of,
    counties_on,
    is_gone,
    municipalities_on,
    municipality_on,
    municipality_today,
)

__all__ = [
    "addresses_open_to",
    "branches",
    "chain_of",
    "counties_on",
    "installation",
    "invited_persons",
    "is_gone",
    "libraries",
    "libraries_with_people",
    "looks_shared",
    "me",
    "members",
    "membership",
    "municipalities_on",
    "municipality_chain",
    "municipality_on",
    "municipality_today",
    "my_data",
    "my_data_in_words",
    "my_offers",
    "my_roles",
    "offers_from",
    "organisation",
    "organisation_cards",
    "organisations",
    "own_membership",
    "people_of",
    "persons_of",
    "roles_held",
    "setup_code_fits",
    "waits_for_choice",
    "waits_for_setup",
]
