"""On whose behalf something is done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.models import Organisation


class OnBehalf(forms.Form):
    """Asks on behalf of which of `owners` something is done. Whoever works in one library is not asked, and acts for that one."""

    owner = forms.ModelChoiceField(label=_("On behalf of which library?"), queryset=Organisation.objects.none(), empty_label=None)

    def __init__(self, *args: Any, owners: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["owner"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = owners
        self._only = owners[0] if len(owners) == 1 else None
        if self._only:
            del self.fields["owner"]

    def clean(self) -> dict[str, Any]:
        """Return what was written, with the library also where it was not asked for."""
        data = super().clean() or {}
        return {**data, "owner": self._only} if self._only else data
