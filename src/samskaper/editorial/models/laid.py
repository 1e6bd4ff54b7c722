"""What the kit was last brought up to date from, so that a start need not read every text."""

from __future__ import annotations

from django.db import models


class Laid(models.Model):
    """A method that was laid from its texts. `digest` is that of the texts; a page that editors removed since then stays away."""

    key = models.SlugField(max_length=80, unique=True)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.key
