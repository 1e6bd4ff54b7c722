"""What comes in when a programme goes out."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samskaper.ui.inputs import Line, Text


class LibrariesForm(forms.Form):
    """The libraries whose staff get the programme."""

    everybody = forms.BooleanField(label=_("All the libraries on the list"), required=False)
    libraries = forms.MultipleChoiceField(
        label=_("Which libraries?"), widget=forms.CheckboxSelectMultiple, required=False,
        error_messages={"invalid_choice": _("One of the libraries is no longer on the list. Choose again.")},
    )

    def __init__(self, *args: Any, libraries: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["libraries"]
        assert isinstance(field, forms.MultipleChoiceField)
        self.every: list[int] = [item.pk for item in libraries]
        field.choices = [(str(item.pk), f"{item.name} ({item.people})") for item in libraries]

    def clean(self) -> dict[str, Any]:
        """Ask for a choice where none was made."""
        data: dict[str, Any] = super().clean() or {}
        if not data.get("everybody") and not data.get("libraries") and "libraries" not in self.errors:
            self.add_error("libraries", gettext("Choose at least one library."))
        return data

    def chosen(self) -> list[int]:
        """Return the ids of the libraries that were chosen."""
        if self.cleaned_data["everybody"]:
            return self.every
        return [int(value) for value in self.cleaned_data["libraries"]]


class ForewordForm(forms.Form):
    """A line of one's own in the invitation."""

    foreword = Text(
        label=_("A line of your own in the letter"), most=1500, required=False, rows=3,
        help_text=_("It stands first. For example who you are, and why you think of just them."),
    )


class AddressesForm(forms.Form):
    """An address list, and where it comes from."""

    file = forms.FileField(
        label=_("Address list"), max_length=200, widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        help_text=_("XLSX or CSV, with one person a row. We look for the columns with e-mail and name."),
        error_messages={"required": _("Choose a file."), "empty": _("The file is empty."), "max_length": _("The file's name is too long.")},
    )
    source = Line(
        label=_("Where do the addresses come from?"), most=200,
        empty=_("Say where the addresses come from. It is told in the letter, so that nobody has to wonder."),
        help_text=_("It stands in the letter. For example: “the staff list that your municipality publishes”."),
    )
