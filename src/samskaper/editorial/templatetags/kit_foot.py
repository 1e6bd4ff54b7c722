"""The tag at the foot of every page of the kit: who answers for it, when it was checked, the licence, and the line to copy."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import template
from django.utils.translation import get_language

from samskaper.commons.mail.letters import site_name
from samskaper.editorial import licence

register = template.Library()


@register.inclusion_tag("editorial/kit_foot.html")
def kit_foot(*, answers: str, checked: dt.date | str | None, title: str = "", edition: int = 0) -> dict[str, Any]:
    """Draw the foot. `checked` is a day, as a day or as ISO text; `title` "" means the whole kit."""
    day = dt.date.fromisoformat(checked) if isinstance(checked, str) and checked else checked or None
    whose = licence.credit(title, who=answers, site=site_name(get_language() or ""), edition=edition)
    return {"answers": answers, "checked": day, "credit": whose, "licence": licence.NAME, "licence_href": licence.ADDRESS}
