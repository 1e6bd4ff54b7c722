"""The shape of what is written about plans."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.commons.anchoring import queries
from samskaper.commons.anchoring.models import PlanDocument
from samskaper.commons.people.models import Organisation
from samskaper.foundation.text import clean, clean_line


class DocumentForm(forms.ModelForm[PlanDocument]):
    """A plan: what it is called, who published it, and where it can be read."""

    owner = forms.ModelChoiceField(
        queryset=Organisation.objects.none(), label=_("Who looks after the text here?"), empty_label=None
    )

    address = forms.URLField(
        label=_("Where can it be read?"),
        required=False,
        max_length=400,
        assume_scheme="https",
        help_text=_("An address that begins with https://"),
    )

    class Meta:
        model = PlanDocument
        fields = ["title", "publisher", "kind", "first_year", "last_year", "country", "address"]
        labels = {
            "title": _("What is the plan called?"),
            "publisher": _("Who made it?"),
            "kind": _("What sort of plan is it?"),
            "first_year": _("First year"),
            "last_year": _("Last year"),
            "country": _("Country"),
        }

    def __init__(self, *args: Any, owners: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["owner"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = owners
        self._only_owner = owners[0].pk if len(owners) == 1 else None
        if self.instance.pk or len(owners) == 1:
            del self.fields["owner"]

    def clean_title(self) -> str:
        """Tidy the title; signs that nobody sees are no title."""
        title = clean_line(self.cleaned_data["title"])
        if not title:
            raise forms.ValidationError(_("Write what the plan is called."))
        return title

    def clean(self) -> dict[str, Any]:
        """The last year cannot come before the first."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = data.get("first_year"), data.get("last_year")
        if first and last and last < first:
            self.add_error("last_year", _("The last year comes before the first."))
        if self._is_there_already(data):
            self.add_error("title", _("There is a plan of this name already. Open that one, or add the years to the name of this one."))
        return data

    def _is_there_already(self, data: dict[str, Any]) -> bool:
        owner = self.instance.owner_id or (data["owner"].pk if data.get("owner") else self._only_owner)
        return "title" in data and queries.has_plan(owner=owner, title=data["title"], besides=self.instance.pk)


class SectionForm(forms.Form):
    """A sentence of a plan."""

    sentence = forms.CharField(
        label=_("The sentence, in the plan's own words"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write the sentence as it stands in the plan.")},
    )
    heading = forms.CharField(label=_("Under which heading?"), max_length=160, required=False)
    page = forms.IntegerField(label=_("On which page?"), min_value=1, max_value=9999, required=False)

    def clean_sentence(self) -> str:
        """Tidy the sentence; signs that nobody sees are no sentence."""
        if not (sentence := clean(self.cleaned_data["sentence"])):
            raise forms.ValidationError(_("Write the sentence as it stands in the plan."))
        return sentence


class TieForm(forms.Form):
    """Which sentence something serves, and how."""

    says = forms.CharField(
        label=_("How does it serve the sentence?"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("In your own words. It is shown beside the sentence, to those who may see what you tie."),
    )
