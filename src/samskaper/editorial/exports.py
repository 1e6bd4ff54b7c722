"""A method as HTML for other pages than its own: an edition that has passed, a folder that leaves the house."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from samskaper.editorial.texts import MethodText


def method_html(method: MethodText) -> SafeString:
    """Return what stands below the heading and the purpose on a method's page, headings from level 2, in the language that is active."""
    return SafeString(render_to_string("editorial/method_body.html", {"method": method}))
