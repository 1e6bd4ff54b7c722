"""What comes in when a programme is set up."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.areas.programmes.models import ActionKind, AgendaKind, CompletionPart, GatheringKind
from samskaper.areas.programmes.rules import dates
from samskaper.areas.programmes.rules.making_up import PART_OF
from samskaper.areas.programmes.rules.patterns import COURSE, PATTERNS
from samskaper.commons.people.models import LANGUAGES, Organisation
from samskaper.foundation.refusals import Invalid
from samskaper.ui.inputs import Day, Hour, Line, Link, Number, Text

AGENDA_LINES = 14


class BeginForm(forms.Form):
    """A new programme from a pattern."""

    pattern = forms.ChoiceField(
        label=gettext_lazy("What do you want to make?"), initial=COURSE.key, widget=forms.RadioSelect,
        choices=[(item.key, item.title) for item in PATTERNS.values()],
        error_messages={"required": gettext_lazy("Choose what you want to make.")},
    )
    title = Line(label=gettext_lazy("What is it called?"), most=160, empty=gettext_lazy("Give it a name that people recognise in their calendar."))
    owner = forms.ModelChoiceField(
        label=gettext_lazy("Which library arranges it?"), queryset=Organisation.objects.none(), empty_label=None,
        error_messages={"required": gettext_lazy("Choose a library."), "invalid_choice": gettext_lazy("Choose one of your libraries.")},
    )
    first = Day(label=gettext_lazy("The first date"), help_text=gettext_lazy("All other dates follow from it. You can move each of them afterwards."))
    hour = Hour(label=gettext_lazy("It begins at"), initial=dt.time(9))
    language = forms.ChoiceField(label=gettext_lazy("Which language do you hold it in?"), choices=LANGUAGES)

    def __init__(self, *args: Any, owners: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["owner"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = owners
        if len(owners) == 1:
            field.widget, field.initial = forms.HiddenInput(), owners[0].pk


class ProgrammeForm(forms.Form):
    """What a programme is, and how one signs up for it."""

    title = Line(label=gettext_lazy("What is it called?"), most=160, empty=gettext_lazy("Give it a name that people recognise in their calendar."))
    about = Text(
        label=gettext_lazy("What does one do in it?"), most=4000, required=False,
        help_text=gettext_lazy("It stands on the page and in the invitation. Two or three sentences to the one who reads are enough."),
    )
    aim = Text(
        label=gettext_lazy("What should come out of it?"), most=4000, required=False,
        help_text=gettext_lazy("It stands on the certificate. Write it as it is when the series is over."),
    )
    capacity = Number(label=gettext_lazy("Seats"), low=1, high=5000)
    enrol_until = Day(label=gettext_lazy("Last day to sign up"), required=False)
    needs_consent = forms.BooleanField(
        label=gettext_lazy("Ask the participant's leader for a yes"), required=False,
        help_text=gettext_lazy("The leader gets a letter that says how many hours it takes. The seat is held meanwhile."),
    )
    consent_days = Number(label=gettext_lazy("Days that a seat is held for the leader's answer"), low=1, high=60)
    own_hours = Number(
        label=gettext_lazy("Hours on one's own between the gatherings"), low=0, high=500,
        help_text=gettext_lazy("For the conversations, notes and reflection: 15 to 20 hours is usual."),
    )
    goal_completed = Number(label=gettext_lazy("How many should complete it, by the plan?"), low=1, high=5000, required=False)
    language = forms.ChoiceField(label=gettext_lazy("Which language do you hold it in?"), choices=LANGUAGES)
    case_reference = Line(label=gettext_lazy("Case number in your archive"), most=40, required=False)


class GatheringForm(forms.Form):
    """A date: what it is about, when and where."""

    kind = forms.ChoiceField(label=gettext_lazy("What kind of date is it?"), choices=GatheringKind.choices)
    title = Line(label=gettext_lazy("What is it called?"), most=160, empty=gettext_lazy("Give the gathering a name."))
    about = Text(label=gettext_lazy("What is it about?"), most=4000, required=False, rows=3)
    day = Day(label=gettext_lazy("Day"))
    begins = Hour(label=gettext_lazy("It begins at"))
    ends = Hour(label=gettext_lazy("It ends at"))
    place = Line(label=gettext_lazy("Place"), most=200, required=False, help_text=gettext_lazy("An address, or «online»."))
    link = Link(label=gettext_lazy("Link to the meeting"), required=False, help_text=gettext_lazy("Only those who take part see it."))
    for_participants = forms.BooleanField(label=gettext_lazy("The participants come to this"), required=False)

    def clean(self) -> dict[str, Any]:
        """Make moments of the day and the hours."""
        data: dict[str, Any] = super().clean() or {}
        day, begins, ends = data.get("day"), data.get("begins"), data.get("ends")
        if day is None or begins is None or ends is None:
            return data
        if ends <= begins:
            self.add_error("ends", _("It ends before it begins. Which of the times is wrong?"))
            return data
        for name, hour in (("begins", begins), ("ends", ends)):
            try:
                data["starts" if name == "begins" else "over"] = dates.moment(day, hour)
            except Invalid as refusal:
                self.add_error(name, str(refusal.sentence))
        return data

    def values(self) -> dict[str, Any]:
        """Return the fields of a gathering."""
        data = self.cleaned_data
        names = ("kind", "title", "about", "place", "link", "for_participants")
        return {name: data[name] for name in names} | {"starts": data["starts"], "ends": data["over"]}


class MoveForm(forms.Form):
    """Where the next date goes; those after it follow."""

    first = Day(label=gettext_lazy("New day"))
    hour = Hour(label=gettext_lazy("It begins at"))


class AgendaForm(forms.Form):
    """One line of an agenda. A line without words is left out; `place` moves it when it is changed."""

    place = Number(label=gettext_lazy("Order"), low=1, high=99, required=False)
    minutes = Number(label=gettext_lazy("Minutes"), low=1, high=600, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Form"), choices=AgendaKind.choices, required=False)
    title = Line(label=gettext_lazy("What happens"), most=160, required=False)
    contributor = Line(label=gettext_lazy("Who"), most=160, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.unmarked = True  # type: ignore[attr-defined]  # one sentence for all lines says what may be left out
        title = self.fields["title"].widget
        title.attrs["title"] = self.initial.get("title", "")

    def clean(self) -> dict[str, Any]:
        """Ask for what is missing in a line that was begun."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("title") and not data.get("minutes") and "minutes" not in self.errors:
            self.add_error("minutes", _("How many minutes does “%(title)s” take?") % {"title": data["title"][:60]})
        elif data.get("minutes") and not data.get("title") and "title" not in self.errors:
            self.add_error("title", _("What happens in these %(minutes)s minutes?") % {"minutes": data["minutes"]})
        return data


AgendaFormSet = forms.formset_factory(AgendaForm, extra=3, max_num=AGENDA_LINES + 10, absolute_max=60, validate_max=False)


def in_order(lines: forms.BaseFormSet[AgendaForm]) -> list[dict[str, Any]]:
    """Return the lines of an agenda that say something, in the order of their numbers.

    A line whose number was changed goes to where that number is; the others keep their order around it.
    """
    said = [(place, form.cleaned_data) for place, form in enumerate(lines.forms, start=1) if form.cleaned_data.get("title")]

    def key(row: tuple[int, dict[str, Any]]) -> tuple[float, int]:
        stood, data = row
        wanted = data.get("place") or stood
        return (wanted + (0.5 if wanted > stood else -0.5 if wanted < stood else 0), stood)

    return [data for _place, data in sorted(said, key=key)]


class MaterialForm(forms.Form):
    """A document or a link."""

    title = Line(label=gettext_lazy("What is it called?"), most=160, empty=gettext_lazy("Give the material a name."))
    link = Link(label=gettext_lazy("Link"), required=False)
    file = forms.FileField(
        label=gettext_lazy("… or a file"), required=False, max_length=200,
        help_text=gettext_lazy("PDF, Word, Excel, PowerPoint, OpenDocument, picture, MP3 or plain text, at most 20 MB."),
        error_messages={"empty": gettext_lazy("The file is empty."), "max_length": gettext_lazy("The file's name is too long.")},
    )

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two."""
        data: dict[str, Any] = super().clean() or {}
        if not self.errors and bool(data.get("link")) == bool(data.get("file")):
            self.add_error("link", _("Give either a link or a file."))
        return data


class ActionForm(forms.Form):
    """Something to do between gatherings."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What kind of action is it?"), choices=ActionKind.choices,
        help_text=gettext_lazy("Goals about conversations count only conversations with associations. What is said to one's leader stays between the two."),
    )
    title = Line(label=gettext_lazy("What is to be done?"), most=160, empty=gettext_lazy("Say in a few words what is to be done."))
    instructions = Text(label=gettext_lazy("How?"), most=6000, required=False)
    questions = Text(label=gettext_lazy("Questions to think about, one a line"), most=2000, required=False, rows=4)
    opens = Day(label=gettext_lazy("From"))
    due = Day(label=gettext_lazy("Until"))

    def clean(self) -> dict[str, Any]:
        """Hold the days in order."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("opens") and data.get("due") and data["due"] < data["opens"]:
            self.add_error("due", _("The last day is before the first. Which of them is wrong?"))
        return data


MAKE_UP_PARTS = tuple(sorted(PART_OF.values(), key=list(CompletionPart.values).index))


class RuleForm(forms.Form):
    """What completes the programme: how many of each part."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part in CompletionPart:
            self.fields[part.value] = Number(label=part.label, low=0, high=50, required=False)
        for value in MAKE_UP_PARTS:
            words = _("How many of them may be made up for: %(part)s") % {"part": CompletionPart(value).label}
            self.fields[f"{value}_made_up"] = Number(label=words, low=0, high=50, required=False)
            self.initial.setdefault(f"{value}_made_up", 1)
        self.order_fields([name for part in CompletionPart for name in (part.value, f"{part.value}_made_up")])

    def rule(self) -> dict[str, int]:
        """Return how many of each part; 0 where nothing was written."""
        return {part.value: self.cleaned_data.get(part.value) or 0 for part in CompletionPart}

    def made_up(self) -> dict[str, int]:
        """Return how many of each kind of gathering may be made up for; 0 where nothing was written."""
        return {value: self.cleaned_data.get(f"{value}_made_up") or 0 for value in MAKE_UP_PARTS}
