"""The shape of an evaluation group, its workshops, and of asking somebody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskaper.areas.startkit.commands.groups import Day
from samskaper.areas.startkit.models import Workshop
from samskaper.commons.people.models import LANGUAGES, County, Organisation
from samskaper.commons.people.queries.places import counties_on
from samskaper.editorial.queries import Method
from samskaper.foundation import clock
from samskaper.ui.inputs import Day as DayField
from samskaper.ui.inputs import Hour, Line, Link, Mail, Name, Text


class GroupForm(forms.Form):
    """On behalf of which county library, and for which county."""

    owner = forms.ModelChoiceField(label=_("On behalf of which library?"), queryset=Organisation.objects.none(), empty_label=None)
    county = forms.ModelChoiceField(label=_("For which county?"), queryset=County.objects.none(), empty_label=None)

    def __init__(self, *args: Any, owners: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        owner, county = self.fields["owner"], self.fields["county"]
        assert isinstance(owner, forms.ModelChoiceField) and isinstance(county, forms.ModelChoiceField)
        owner.queryset, county.queryset = owners, counties_on(clock.today())
        first = owners[0] if owners else None
        if first is not None:
            owner.initial, county.initial = first.pk, first.county_id


class WorkshopForm(forms.Form):
    """A day, hours, a place or an address online, and the methods that are looked at."""

    day = DayField(label=_("Day"))
    since = Hour(label=_("From"), initial=dt.time(10))
    until = Hour(label=_("To"), initial=dt.time(14))
    place = Line(label=_("Place"), most=160, required=False)
    url = Link(label=_("Address online"), required=False)
    keys = forms.MultipleChoiceField(
        label=_("Which methods do you look at?"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Three or four are enough for a workshop. Try them, rather than read them."),
    )

    def __init__(self, *args: Any, methods: Iterable[Method], workshop: Workshop | None, **named: Any) -> None:
        super().__init__(*args, **{"initial": _values(workshop) if workshop else None, **named})
        field = self.fields["keys"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one.slug, one.title) for one in methods]

    def clean(self) -> dict[str, Any]:
        """A workshop is somewhere: at a place, or online."""
        data = super().clean() or {}
        if not data.get("place") and not data.get("url") and not {"place", "url"} & self.errors.keys():
            self.add_error("place", _("Write where it is, or the address online."))
        return data

    def when(self) -> Day:
        """Return the day."""
        said = self.cleaned_data
        starts, ends = (timezone.make_aware(dt.datetime.combine(said["day"], said[name])) for name in ("since", "until"))
        return Day(starts, ends, said["place"], said["url"], said["keys"])


def _values(workshop: Workshop) -> dict[str, Any]:
    starts, ends = timezone.localtime(workshop.starts), timezone.localtime(workshop.ends)
    return {
        "day": starts.date(), "since": starts.time(), "until": ends.time(), "place": workshop.place, "url": workshop.url, "keys": workshop.keys,
    }


class AskForm(forms.Form):
    """Whom to ask."""

    name = Name(label=_("Name"), most=120, empty=_("Write the name, so that the letter can begin with it."))
    email = Mail(label=_("E-mail address"), empty=_("Write the address that the question goes to."))
    language = forms.ChoiceField(label=_("Language of the letter"), choices=LANGUAGES, initial="nb")


class SummaryForm(forms.Form):
    """What came of a group."""

    summary = Text(
        label=_("What came of it?"), most=4000, rows=8, empty=_("Write a few sentences on what came of it. They go to those who took part."),
        help_text=_("What did you find, and what happens now? Those who took part get it in a letter, with thanks."),
    )
