"""Secret calendar feeds."""

from __future__ import annotations

import secrets

from django.db import models

from samskaper.commons.people.models import Person
from samskaper.foundation import clock


def new_secret() -> str:
    """Return 160 bits that nobody guesses."""
    return secrets.token_urlsafe(20)


class Feed(models.Model):
    """A person's calendar link. Kept as it is, not as a digest: its owner must be able to read it off again.

    It opens the person's own dates and nothing else; rotating it closes the old one at once.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="feed")
    secret = models.CharField(max_length=32, unique=True, default=new_secret)
    since = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.person_id}"
