"""The shape of what is written down on the spot."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.forms.conversations import WriteForm
from samskaper.commons.people.models import Organisation
from samskaper.foundation.text import clean_line


class SpotForm(WriteForm):
    """The five fields: with whom, when, what was said, what one thinks, and what happens now."""

    owner = forms.ModelChoiceField(label=_("On behalf of which library?"), queryset=Organisation.objects.none(), empty_label=None)
    with_whom = forms.CharField(
        label=_("Whom did you talk with?"), max_length=160, help_text=_("As you would say it yourself. You choose in the register afterwards."),
    )
    version = thoughts_version = None  # type: ignore[assignment]
    field_order = ("owner", "with_whom")

    def __init__(self, *args: Any, owners: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["owner"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = owners
        self._only = owners[0] if len(owners) == 1 else None
        if self._only:
            del self.fields["owner"]

    def clean_with_whom(self) -> str:
        """Signs that nobody sees are nobody."""
        name = clean_line(self.cleaned_data["with_whom"])
        if not name:
            raise forms.ValidationError(_("Write what they are called, also when it is only “the knitters on Thursdays”."))
        return name

    def clean(self) -> dict[str, Any]:
        """Whoever works in one library writes on its behalf."""
        data = super().clean() or {}
        return {**data, "owner": self._only} if self._only else data
