"""Questions about people and organisations. Higher floors use these names."""

from samskaper.commons.people.queries.installation import installation
from samskaper.commons.people.queries.persons import invited_persons, looks_shared, persons_of, waits_for_choice

__all__ = ["installation", "invited_persons", "looks_shared", "persons_of", "waits_for_choice"]
