"""What the kit was last brought up to date from, so that a start need not read every text."""

from __future__ import annotations

from typing import Any

from django.db import models
from wagtail.models import Page, Revision


class Laid(models.Model):
    """A method that was laid from its texts. `digest` is that of the texts; a page that editors removed since then stays away."""

    key = models.SlugField(max_length=80, unique=True)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.key


class LaidPage(Page):
    """A page that the kit lays as published, without a version of its own: 56 fewer rows, and a start that does not wait for them.

    The tool takes a page without a published version off the site when its next draft gets a time; so what is published
    is kept as a version before the first draft on top of it, which also lets editors go back to it.
    """

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Keep a draft, and before the first one what is published."""
        if self.live and self.live_revision_id is None and (published := type(self)._default_manager.filter(pk=self.pk).first()):
            self.live_revision = super(LaidPage, published).save_revision(clean=False, log_action=False)
            type(self)._default_manager.filter(pk=self.pk).update(live_revision=self.live_revision)
        return super().save_revision(*args, **kwargs)

    class Meta:
        abstract = True
