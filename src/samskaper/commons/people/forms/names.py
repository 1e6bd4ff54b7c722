"""Fields for names: what nobody can read, or a spreadsheet would run, gets a sentence instead of a place."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from samskaper.foundation.text import clean_line

FORMULA_SIGNS = ("=", "+", "-", "@", "|")
TOO_LONG = ngettext_lazy(
    "That is longer than %(most)d sign. Write it shorter.",
    "That is longer than %(most)d signs. Write it shorter.",
    "most",
)
NO_NAME = _("Write the name.")
NO_ADDRESS = _("Write your e-mail address.")
WRONG_ADDRESS = _("That is not an e-mail address. It looks like name@library.no.")
IN_SMALL_LETTERS = {"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}


class NameField(forms.CharField):
    """One line that names a person or an organisation, clean and readable."""

    def __init__(self, *, most: int, missing: Any = NO_NAME, **options: Any) -> None:
        self.most = most
        super().__init__(strip=True, error_messages={"required": missing}, **options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Let the browser stop at the length that fits."""
        return {**super().widget_attrs(widget), "maxlength": str(self.most)}

    def to_python(self, value: Any) -> str:
        """Return the cleaned line: signs that nobody sees are gone before it is asked whether there is anything."""
        return clean_line(str(value)) if value is not None else ""

    def validate(self, value: str) -> None:
        """Refuse what is empty, too long, a formula or a tag."""
        super().validate(value)
        if len(value) > self.most:
            raise ValidationError(TOO_LONG, params={"most": self.most}, code="too_long")
        if value.startswith(FORMULA_SIGNS):
            raise ValidationError(_("A name begins with a letter or a number, not with “%(sign)s”."),
                                  params={"sign": value[0]}, code="formula")
        if "<" in value or ">" in value:
            raise ValidationError(_("Write the name as you say it, without the signs < and >."), code="tag")


class AddressField(forms.EmailField):
    """An e-mail address, in small letters, with sentences that say what is wrong with it."""

    def __init__(self, *, missing: Any = NO_ADDRESS, **options: Any) -> None:
        options.setdefault("widget", forms.EmailInput(attrs=IN_SMALL_LETTERS))
        errors = {"required": missing, "invalid": WRONG_ADDRESS, "max_length": WRONG_ADDRESS}
        super().__init__(error_messages=errors, max_length=254, **options)

    def to_python(self, value: Any) -> str:
        """Return the address without invisible signs, in small letters."""
        return clean_line(str(value or "")).lower()
