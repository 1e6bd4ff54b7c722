"""Template tags that every template has without loading them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext

from samskaper.ui import days, nodes
from samskaper.ui import drawn as pieces
from samskaper.ui.fields import Drawn, draw, to_put_right
from samskaper.ui.numbers import amount
from samskaper.ui.pictures import picture as draw_picture

CHECKED = mark_safe(" checked")
register = template.Library()
register.tag("cotton", nodes.component)  # stands after cotton's own library in settings, so it is this that draws
register.tag("knows", nodes.knows)
register.tag("url", nodes.url)
register.tag("drawn", pieces.drawn)
register.tag("csrf_token", pieces.protection)
register.tag("once_key", pieces.key_of_form)


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """Return one of our line icons. It is hidden from those who listen: a word always stands beside it."""
    return _icon(name, size)


@lru_cache(maxsize=200)
def _icon(name: str, size: str) -> SafeString:
    shape = f"icon icon--{size}" if size else "icon"
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        shape,
        static("ui/icons.svg"),
        name,
    )


@register.simple_tag
def pills(name: str, id: str, choices: Iterable[tuple[str, str]], chosen: str = "") -> SafeString:
    """Return radio pills for a row of a long list. It is one tag because a list of sixty rows has 240 of them."""
    return format_html_join(
        "",
        '<div class="pill"><input type="radio" name="{}" value="{}" id="{}-{}"{}><label for="{}-{}">{}</label></div>',
        ((name, key, id, key, CHECKED if key == chosen else "", id, key, words) for key, words in choices),
    )


@register.simple_tag
def picture(name: str, size: str = "") -> SafeString:
    """Return an illustration. Raises KeyError when there is none of that name."""
    return draw_picture(name, size)


@register.filter
def drawn(field: BoundField) -> Drawn:
    """Return a form field as its template needs it: the control with our classes, its help, errors and who sees it."""
    return draw(field)


@register.filter
def kroner(value: int) -> str:
    """Return a sum of money as it is read, with thin spaces."""
    return amount(value)


@register.filter
def moment(value: Any) -> dt.date | dt.datetime | None:
    """Return a date, or a date and time in the reader's time zone; None for anything else."""
    if isinstance(value, dt.datetime):
        return timezone.localtime(value) if timezone.is_aware(value) else value
    return value if isinstance(value, dt.date) else None


@register.filter
def day_number(value: dt.date | dt.datetime) -> str:
    """Return the day of the month as it stands on a leaf of a calendar."""
    return days.day_number(value)


@register.filter
def month_short(value: dt.date | dt.datetime) -> str:
    """Return the month as it stands on a leaf of a calendar."""
    return days.short_month(value)


@register.filter
def weekday_and_day(value: dt.date) -> str:
    """Return a day of the week and of the year."""
    return days.weekday_and_day(value)


@register.filter
def quoted(words: str) -> str:
    """Return somebody's words within the quotation marks of the language on screen."""
    return gettext("“%(words)s”") % {"words": words}


@register.filter
def has_time(value: Any) -> bool:
    """Return whether this is a moment of a day rather than a day."""
    return isinstance(value, dt.datetime)


@register.filter
def clock(value: dt.datetime) -> str:
    """Return the time of day as it is written in the language on screen."""
    return date_format(value, pgettext("format of a time of day, in Django's letters", "H:i"))


@register.filter
def wrong(form: BaseForm) -> list[tuple[str, str]]:
    """Return (id to lead to, sentence) of everything in the form that must be put right."""
    return to_put_right(form)
