"""The shape of what is told outside: talks and articles, and the words of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.areas.projects.forms.plan import day_field
from samskaper.areas.projects.models import Dissemination, Project
from samskaper.foundation.text import clean_line


class DisseminationForm(forms.ModelForm[Dissemination]):
    """A talk, an article or the like."""

    day = day_field(_("When?"), required=True)
    address = forms.URLField(label=_("Where can one see it?"), required=False, max_length=400, assume_scheme="https")

    class Meta:
        model = Dissemination
        fields = ["kind", "title", "day", "place", "audience", "reached", "sub_goal", "address"]
        labels = {
            "kind": _("What was it?"),
            "title": _("What was it called?"),
            "place": _("Where?"),
            "audience": _("For whom?"),
            "reached": _("How many heard or read it, roughly?"),
            "sub_goal": _("Which goal does it count for?"),
        }
        widgets = {"kind": forms.RadioSelect(attrs={"data-look": "pills"})}

    def __init__(self, *args: Any, project: Project, **named: Any) -> None:
        super().__init__(*args, **named)
        goal, kind = self.fields["sub_goal"], self.fields["kind"]
        assert isinstance(goal, forms.ModelChoiceField) and isinstance(kind, forms.ChoiceField)
        goal.queryset, goal.empty_label = project.sub_goals.all(), str(_("The project as a whole"))
        goal.help_text = _("A goal that counts talks and articles counts this one only if you choose it.")
        kind.choices = Dissemination._meta.get_field("kind").choices or []

    def clean_title(self) -> str:
        """Signs that nobody sees are no title."""
        if not (title := clean_line(self.cleaned_data["title"])):
            raise forms.ValidationError(_("Write what it was called."))
        return title


class HandInForm(forms.Form):
    """The adviser's own words in a report that is handed in."""

    words = forms.CharField(
        label=_("What do you want to say besides the numbers?"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What surprised you, what you would do otherwise, what goes on."),
    )
    final = forms.BooleanField(label=_("This is the final report"), required=False)


@dataclass(frozen=True, slots=True)
class BlankHandIn:
    """The form before anybody wrote in it: a value, so that it is drawn once."""

    @property
    def form(self) -> HandInForm:
        """A form of its own for each page that is drawn."""
        return HandInForm()
