"""What comes in when a plan becomes a gathering: the gathering, and the course series that it belongs to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samskaper.areas.programmes.forms.setup import GatheringForm
from samskaper.areas.programmes.models import Programme


class FromPlanForm(GatheringForm):
    """A date, and the series that it goes into."""

    series = forms.ModelChoiceField(
        label=_("Which course series does it belong to?"), queryset=Programme.objects.none(), empty_label=None, widget=forms.RadioSelect,
        error_messages={"required": _("Choose a course series."), "invalid_choice": _("Choose one of the course series that you run.")},
    )
    field_order = ("series",)

    def __init__(self, *args: Any, series: QuerySet[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["series"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = series
