"""The shape of what is written about gatherings for associations, and of what those invited answer."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.forms.owners import OnBehalf
from samskaper.areas.cocreation.models import Meeting, MeetingDate
from samskaper.areas.cocreation.rules.meeting_words import hours
from samskaper.areas.cocreation.rules.meetings import FEWEST_DATES, MOST_DATES, MOST_PEOPLE, TWO
from samskaper.foundation.text import clean_line
from samskaper.ui.inputs import Day, Hour

YES_NO = (("yes", _("We can")), ("no", _("We cannot")))


def moment(day: dt.date, time: dt.time) -> dt.datetime:
    """Return a day and a time on the clock on the wall."""
    return timezone.make_aware(dt.datetime.combine(day, time))


class AboutForm(forms.Form):
    """What those invited read about a gathering."""

    title = forms.CharField(label=_("What is the gathering called?"), max_length=160, help_text=_("Such as “An evening for the associations”."))
    about = forms.CharField(
        label=_("What happens there?"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Two or three sentences. They stand in the invitation."),
    )
    has_loop = forms.BooleanField(label=_("There is a hearing loop"), required=False)
    ring = forms.CharField(
        label=_("Whom can they ring?"), required=False, max_length=160, help_text=_("Name and number. Many would rather ring than write.")
    )
    answer_by = Day(label=_("Until when may they answer?"), required=False)

    def clean_title(self) -> str:
        """Signs that nobody sees are no name."""
        title = clean_line(self.cleaned_data["title"])
        if not title:
            raise forms.ValidationError(_("Give it a name, so that those invited know what it is."))
        return title


class PlanForm(OnBehalf, AboutForm):
    """A new gathering: on whose behalf, where, and from two to six days that would do."""

    place = forms.CharField(label=_("Where?"), required=False, max_length=160)
    since = Hour(label=_("From"), initial=dt.time(18))
    until = Hour(label=_("To"), initial=dt.time(20))
    field_order = ["owner", "title", "about", "place", "has_loop", "ring", "answer_by"]

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for number in range(1, MOST_DATES + 1):
            self.fields[f"day{number}"] = Day(label=format_lazy("{} {}", _("Day"), number), required=number <= FEWEST_DATES)
            self.fields[f"day{number}"].unmarked = True  # type: ignore[attr-defined]

    @property
    def about_fields(self) -> list[forms.BoundField]:
        """Everything but the days."""
        return [field for field in self if field.name in self.field_order]

    @property
    def day_fields(self) -> list[forms.BoundField]:
        """The days; the hours are the same on each of them."""
        return [self[f"day{number}"] for number in range(1, MOST_DATES + 1)]

    def clean(self) -> dict[str, Any]:
        """Gather the days that were filled in."""
        data = super().clean() or {}
        chosen = [day for number in range(1, MOST_DATES + 1) if (day := data.get(f"day{number}"))]
        since, until = data.get("since") or dt.time(18), data.get("until") or dt.time(20)
        days = [(moment(day, since), moment(day, until)) for day in chosen]
        kept = {name: value for name, value in data.items() if name in self.field_order}
        return {**kept, "owner": data.get("owner"), "days": days}


class ChangeForm(AboutForm):
    """What is said about a gathering, changed."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class MoveForm(forms.Form):
    """Another day or place; all who were asked are told once."""

    day = Day(label=_("Day"))
    since = Hour(label=_("From"))
    until = Hour(label=_("To"))
    place = forms.CharField(label=_("Where?"), required=False, max_length=160)
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def hours(self) -> dict[str, Any]:
        """Return when it is, and where."""
        given = self.cleaned_data
        return {"starts": moment(given["day"], given["since"]), "ends": moment(given["day"], given["until"]), "place": given["place"]}


class BringForm(forms.Form):
    """How many come, what they need and lend, and whether they may be named. It begins with two: nobody has to come alone."""

    people = forms.IntegerField(
        label=_("How many are you?"), min_value=1, max_value=MOST_PEOPLE, initial=TWO,
        help_text=_("We begin with two, because it is easier to come when one does not come alone. One is fine too."),
    )
    needs_loop = forms.BooleanField(label=_("One of us needs a hearing loop"), required=False)
    needs = forms.CharField(
        label=_("Is there something that we should think of?"), required=False, max_length=300,
        help_text=_("Stairs, food, an interpreter. Only those who arrange it read this, and it is deleted after the gathering."),
    )
    lends = forms.CharField(
        label=_("Can you lend a room or something else?"), required=False, max_length=300, help_text=_("Chairs, a coffee urn, somebody who can drive.")
    )
    by_name = forms.BooleanField(label=_("The others may read that we come. Otherwise you are only counted."), required=False)

    @property
    def brings(self) -> dict[str, Any]:
        """What was answered besides yes or no."""
        return {name: self.cleaned_data[name] for name in BringForm.base_fields}


class DaysForm(BringForm):
    """Which of the days suit, day by day, or none at all."""

    def __init__(self, *args: Any, meeting: Meeting, **named: Any) -> None:
        super().__init__(*args, **named)
        self.dates: list[MeetingDate] = list(meeting.dates.order_by("starts"))
        for date in self.dates:
            self.fields[f"d{date.pk}"] = forms.ChoiceField(
                label=hours(date.starts, date.ends), choices=YES_NO, required=False, widget=forms.RadioSelect(attrs={"data-look": "pills"})
            )
            self.fields[f"d{date.pk}"].unmarked = True  # type: ignore[attr-defined]
        self.fields["none"] = forms.BooleanField(label=_("None of the days suits us"), required=False)
        self.order_fields([*(f"d{date.pk}" for date in self.dates), "none", *BringForm.base_fields])

    @property
    def suits(self) -> dict[int, bool]:
        """Return for each day that was answered whether it suits."""
        given = self.cleaned_data
        if given.get("none"):
            return {date.pk: False for date in self.dates}
        return {date.pk: given[f"d{date.pk}"] == "yes" for date in self.dates if given.get(f"d{date.pk}")}

    def clean(self) -> dict[str, Any]:
        """An empty answer is silence, and silence is no answer; yes and none at once is neither."""
        data = super().clean() or {}
        said = [data.get(f"d{date.pk}") for date in self.dates]
        if data.get("none") and "yes" in said:
            raise forms.ValidationError(_("You said that a day suits you, and that none does. Which of the two is it?"))
        if not data.get("none") and not any(said) and not self.errors:
            raise forms.ValidationError(_("Say of one day at least whether it suits you."))
        return data


class ComingForm(BringForm):
    """Whether one comes on the day that was set."""

    comes = forms.ChoiceField(
        label=_("Can you come?"), choices=(("yes", _("Yes, we come")), ("no", _("We cannot come"))), widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )
    field_order = ["comes"]


class JoinForm(forms.Form):
    """Somebody who is there wants to do something about a challenge."""

    challenge = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    invited = forms.ChoiceField(label=_("Who?"))
    offers = forms.CharField(label=_("What do they bring?"), required=False, max_length=300)

    def __init__(self, *args: Any, here: list[tuple[int, str]], **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["invited"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Choose")), *here]
