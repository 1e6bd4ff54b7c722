"""Forms on the way in."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.adapter import code_digest
from samskaper.commons.people.forms.names import IN_SMALL_LETTERS, AddressField


class SignInForm(forms.Form):
    """Where the code goes."""

    email = AddressField(
        label=_("Your e-mail address"), widget=forms.EmailInput(attrs=IN_SMALL_LETTERS | {"autofocus": True})
    )
    shared_machine = forms.BooleanField(
        required=False,
        label=_("This is a shared machine"),
        help_text=_("Then you are signed out when the browser closes, and nothing that you write is kept here."),
    )


class CodeForm(forms.Form):
    """The code from the letter. `code` is the digest that the session holds."""

    code = forms.CharField(
        label=_("The code in the letter"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}),
        error_messages={
            "required": _("Write the eight digits from the letter."),
            "max_length": _("The code is eight digits."),
        },
    )

    def __init__(self, *arguments: Any, code: str = "", **options: Any) -> None:
        self.expected = code
        super().__init__(*arguments, **options)

    def clean_code(self) -> str:
        """Refuse another code than the one that was mailed."""
        code: str = self.cleaned_data["code"]
        if not self.expected or not constant_time_compare(code_digest(code), self.expected):
            raise get_adapter().validation_error("incorrect_code")
        return code
