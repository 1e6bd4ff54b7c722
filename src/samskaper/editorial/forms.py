"""What comes in when a new method is begun."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.editorial.texts import Phase
from samskaper.ui.inputs import Line


class NewMethodForm(forms.Form):
    """What it is called, and what one wants to do with it."""

    title = Line(
        label=_("What is the method called?"), most=80, empty=_("Give it a name that people can say to each other."),
        help_text=_("You can change it until it is published. Its address is made from it."),
    )
    phase = forms.ChoiceField(
        label=_("What does one do with it?"), choices=Phase.choices, widget=forms.RadioSelect(attrs={"data-look": "pills"}),
        error_messages={"required": _("Choose what one does with it.")},
    )
