"""Fields that read what people write: clean text, dates and hours in several ways, and sentences when they cannot."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.foundation.text import clean, clean_line

Words = Any  # a sentence that is translated when it is read
DAY = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}))\Z")
HOUR = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?\Z", re.IGNORECASE)


class Line(forms.CharField):
    """One clean line. `empty` is said when nothing (that anybody sees) was written."""

    def __init__(self, *, most: int, empty: Words = "", **kwargs: Any) -> None:
        errors = {
            "required": empty or gettext_lazy("Write something here."),
            "max_length": gettext_lazy("That is %(show_value)s signs; there is room for %(limit_value)s."),
        }
        super().__init__(max_length=most, error_messages=errors, strip=True, **kwargs)

    def to_python(self, value: Any) -> str:
        return clean_line(super().to_python(value) or "")


class Name(Line):
    """What a person is called: a line that is neither a formula nor a tag."""

    def to_python(self, value: Any) -> str:
        found = super().to_python(value)
        if found.startswith(("=", "+", "-", "@")) or "<" in found or ">" in found:
            raise ValidationError(_("Write the name as you say it. It begins with a letter, and has no < or >."))
        return found


class Mail(forms.EmailField):
    """An e-mail address in small letters."""

    def __init__(self, *, empty: Words = "", **kwargs: Any) -> None:
        wrong = gettext_lazy("This is not an e-mail address. It looks like name@library.no.")
        errors = {"required": empty, "invalid": wrong, "max_length": wrong}
        super().__init__(max_length=254, error_messages=errors, **kwargs)

    def to_python(self, value: Any) -> str:
        return clean_line(str(value or "")).lower()


class Text(Line):
    """Several clean lines."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> str:
        return clean(forms.CharField.to_python(self, value) or "")


class Day(forms.DateField):
    """A day, as 2026-12-01 or 1.12.2026. Days that no calendar has are told by name."""

    def __init__(self, *, empty: Words = "", **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, error_messages={"required": empty or gettext_lazy("Choose a day.")}, **kwargs)

    def to_python(self, value: Any) -> dt.date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, dt.date):
            return value
        found = DAY.match(str(value).strip())
        if not found:
            raise ValidationError(_("Write the day as 1.12.2026."))
        year, month, day = map(int, found.group(1, 2, 3) if found.group(1) else found.group(6, 5, 4))
        try:
            when = dt.date(year, month, day)
        except ValueError:
            said = {"day": day, "month": month, "year": year}
            words = _("There is no %(day)s.%(month)s.%(year)s in the calendar. Choose another day.") % said
            raise ValidationError(words) from None
        if not 2000 <= year <= 2100:
            raise ValidationError(_("%(year)s is far away. Is the year right?") % {"year": year})
        return when


class Hour(forms.TimeField):
    """A time of day, as 09:00, 9.30 or kl. 9."""

    def __init__(self, *, empty: Words = "", **kwargs: Any) -> None:
        widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
        super().__init__(widget=widget, error_messages={"required": empty or gettext_lazy("Choose a time.")}, **kwargs)

    def to_python(self, value: Any) -> dt.time | None:
        if value in self.empty_values:
            return None
        if isinstance(value, dt.time):
            return value
        found = HOUR.match(str(value).strip())
        if not found or int(found.group(1)) > 23 or int(found.group(2) or 0) > 59:
            raise ValidationError(_("Write the time as 09:00."))
        return dt.time(int(found.group(1)), int(found.group(2) or 0))


class Number(forms.IntegerField):
    """A whole number between two others."""

    def __init__(self, *, low: int, high: int, **kwargs: Any) -> None:
        errors = {
            "required": gettext_lazy("Write a number."), "invalid": gettext_lazy("Write a whole number, such as 4."),
            "min_value": gettext_lazy("The least is %(limit_value)s."), "max_value": gettext_lazy("The most is %(limit_value)s."),
        }
        super().__init__(min_value=low, max_value=high, error_messages=errors, **kwargs)


class Link(forms.URLField):
    """An address on the web; https is put in front where it lacks."""

    def __init__(self, **kwargs: Any) -> None:
        errors = {
            "invalid": gettext_lazy("This is not an address on the web. It begins with https://."),
            "max_length": gettext_lazy("That address is too long. Use a shorter one."),
        }
        super().__init__(max_length=400, assume_scheme="https", error_messages=errors, **kwargs)

    def clean(self, value: Any) -> str:
        found: str = super().clean(value)
        if found and not found.lower().startswith(("https://", "http://")):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if "@" in urlsplit(found).netloc:
            raise ValidationError(_("This address has a name or password before the @. Whoever opens the page would see it. Write the address without it."))
        return found
