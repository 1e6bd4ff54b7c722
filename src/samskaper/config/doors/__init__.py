"""Every door of the house and who may use it. A pattern that is not named here makes the tests red.

The roles are those of `samskaper check-seed`: two organisations A and B with the same roles, and somebody without
an account. All records in the addresses belong to A.
"""

from samskaper.config.doors.door import (
    EVERYBODY,
    GUEST,
    NOBODY,
    ROLES,
    SIDES,
    SIGNED_IN,
    Door,
    Walk,
    of_a,
    of_both,
)
from samskaper.config.doors.walking import DOORS, Pattern, Unruled, patterns, unused, walks

__all__ = [
    "DOORS", "EVERYBODY", "GUEST", "NOBODY", "ROLES", "SIDES", "SIGNED_IN", "Door", "Pattern", "Unruled", "Walk", "of_a",
    "of_both", "patterns", "unused", "walks",
]
