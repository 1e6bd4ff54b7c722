"""What somebody says to find a method: at most a few presses, nothing that has to be filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.areas.startkit.rules.choosing import Wanted
from samskaper.editorial.queries import phases
from samskaper.editorial.texts import Influence

MINUTES = ((30, _("Half an hour")), (60, _("An hour")), (90, _("An hour and a half")), (180, _("Half a day")))
PEOPLE = ((3, _("2–4")), (8, _("5–12")), (20, _("13–30")), (40, _("More")))
DECIDE = ((Influence.CONSULT, _("They are asked")), (Influence.TOGETHER, _("We decide together")), (Influence.OWN, _("They decide")))
PILLS = {"data-look": "pills"}


class WantedForm(forms.Form):
    """Phase, time, people, how much they decide, and whether you meet online."""

    phase = forms.ChoiceField(label=_("What do you want to do?"), required=False, widget=forms.RadioSelect(attrs=PILLS))
    minutes = forms.ChoiceField(label=_("How long do you have?"), required=False, choices=MINUTES, widget=forms.RadioSelect(attrs=PILLS))
    people = forms.ChoiceField(label=_("How many are you?"), required=False, choices=PEOPLE, widget=forms.RadioSelect(attrs=PILLS))
    influence = forms.ChoiceField(label=_("How much shall those who take part decide?"), required=False, choices=DECIDE, widget=forms.RadioSelect(attrs=PILLS))
    online = forms.BooleanField(label=_("We meet online"), required=False)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        field = self.fields["phase"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = phases()

    def wanted(self) -> Wanted:
        """Return what was chosen; what nobody can choose is left out."""
        self.is_valid()
        said = self.cleaned_data
        minutes, people = (int(said.get(name) or 0) for name in ("minutes", "people"))
        return Wanted(said.get("phase", ""), minutes, people, bool(said.get("online")), said.get("influence", ""))
