"""The tag that draws a method's own picture."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from samskaper.editorial.drawing import has_picture, picture
from samskaper.editorial.drawing.degrees import degree_picture as drawn_degree
from samskaper.ui.pictures import picture as house_picture

register = template.Library()


@register.simple_tag
def kit_picture(key: str, size: str = "") -> SafeString:
    """Draw the picture of a method; one that editors have added, and that has none, shows two people talking."""
    return picture(key, size) if has_picture(key) else house_picture("talk", size)


@register.simple_tag
def degree_picture(influence: str) -> SafeString:
    """Draw a degree of influence: the knot lies with whoever decides."""
    return drawn_degree(influence)
