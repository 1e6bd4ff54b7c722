"""Limits on every door to a secret. They live in `people`, which has such a door itself; this is their name higher up."""

from samskaper.commons.people.limits import count_wrong_secret, digest, knock, network_of

__all__ = ["count_wrong_secret", "digest", "knock", "network_of"]
