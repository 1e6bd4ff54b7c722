"""What the form of a method shows beside its fields: how it stands in the other languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel
from wagtail.models import Page


@dataclass(frozen=True, slots=True)
class Tongue:
    """The same method in a language: whether it is published, has a draft, and was left behind by the one that is being written."""

    language: str
    name: str
    live: bool
    draft: bool
    behind: bool
    edit_url: str
    draft_url: str
    beside_url: str


class LanguagesPanel(Panel):
    """The other languages of a page, each with its state, its form, how it will look, and the two side by side."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "editorial/tool/languages.html"

        def is_shown(self) -> bool:
            """Only for a page that is saved."""
            return bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the languages."""
            return {**super().get_context_data(parent_context), "tongues": tongues(self.instance)}


def tongues(page: Page) -> list[Tongue]:
    """Return the other languages of a page."""
    twins = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk).select_related("locale").order_by("locale_id")
    return [_tongue(page, twin) for twin in twins]


def _tongue(page: Page, twin: Page) -> Tongue:
    own, theirs = page.latest_revision_created_at, twin.latest_revision_created_at
    code = twin.locale.language_code
    return Tongue(
        code, twin.locale.get_display_name(), twin.live, not twin.live or twin.has_unpublished_changes, bool(own and (not theirs or own > theirs)),
        reverse("wagtailadmin_pages:edit", args=[twin.pk]), reverse("wagtailadmin_pages:view_draft", args=[twin.pk]),
        reverse("side_by_side", args=[page.slug, page.locale.language_code, code]),
    )
