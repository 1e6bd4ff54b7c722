"""The shape of what is written down on the spot."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.forms.conversations import WriteForm
from samskaper.areas.cocreation.forms.owners import OnBehalf
from samskaper.foundation.text import clean_line


class SpotForm(OnBehalf, WriteForm):
    """The five fields: with whom, when, what was said, what one thinks, and what happens now."""

    with_whom = forms.CharField(
        label=_("Whom did you talk with?"), max_length=160, help_text=_("As you would say it yourself. You choose in the register afterwards."),
    )
    version = thoughts_version = None  # type: ignore[assignment]
    field_order = ("owner", "with_whom")

    def clean_with_whom(self) -> str:
        """Signs that nobody sees are nobody."""
        name = clean_line(self.cleaned_data["with_whom"])
        if not name:
            raise forms.ValidationError(_("Write what they are called, also when it is only “the knitters on Thursdays”."))
        return name
