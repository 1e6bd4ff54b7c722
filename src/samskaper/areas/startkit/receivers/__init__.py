"""What the kit does when something happens elsewhere: each noun has its own module, named here."""

from samskaper.areas.startkit.receivers import editions, revision

__all__ = ["editions", "revision"]
