"""Numbers as they are said."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext_lazy as _

register = template.Library()

COUNTED = (
    _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"), _("nine"), _("ten"), _("eleven"), _("twelve"),
)


@register.filter
def in_words(number: int) -> str:
    """Return «three»; figures where there is no short word."""
    return str(COUNTED[number - 2]) if 2 <= number < len(COUNTED) + 2 else str(number)
