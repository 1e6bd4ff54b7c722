"""What a participant writes about an action."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.areas.programmes.rules.actions import LONGEST_TEXT

TOO_LONG = _("That is more than 20,000 signs. Shorten it a little; nothing is lost, it still stands in the field.")


class ReportForm(forms.Form):
    """When it was done, what is shared, and one's own thoughts."""

    done_on = forms.DateField(
        label=_("When did you do it?"), required=False, help_text=_("Leave it empty if it was today."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("There is no such day. Write it as day, month and year, such as 14.03.2027.")},
    )
    reflection = forms.CharField(
        label=_("In a few sentences"), required=False, max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 7}), error_messages={"max_length": TOO_LONG},
    )
    thoughts = forms.CharField(
        label=_("Only for yourself"), required=False, max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 7, "autocomplete": "off"}), error_messages={"max_length": TOO_LONG},
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput, required=False)

    def clean_version(self) -> int:
        """A form without a version was made for a new text."""
        return self.cleaned_data.get("version") or 0
