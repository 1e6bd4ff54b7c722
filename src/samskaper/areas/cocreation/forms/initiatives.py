"""The shape of what is written about initiatives, by people of libraries and by parties behind their link."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.models import PartnerRole, Shown
from samskaper.areas.cocreation.queries.beginnings import Candidate
from samskaper.areas.cocreation.rules.initiatives import LONGEST_TEXT
from samskaper.ui.inputs import Day

ROLES = ((PartnerRole.OWNER.value, _("Own it together with us")), (PartnerRole.PARTNER.value, _("Take part")))


def _text(rows: int, **kwargs: Any) -> forms.CharField:
    return forms.CharField(max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": rows}), required=False, **kwargs)


class TitleForm(forms.Form):
    """What it is called and what it is about."""

    title = forms.CharField(label=_("What do you want to do?"), max_length=160, help_text=_("In a few words, as you would say it to a neighbour."))
    about = _text(5, label=_("What does it come down to?"), help_text=_("For whom, where, and what will be different. It can wait."))


class VersionedForm(forms.Form):
    """What may have been saved by somebody else meanwhile."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class WordsForm(TitleForm, VersionedForm):
    """Other words for an initiative."""


class StepForm(forms.Form):
    """What happens next, and when."""

    next_step = forms.CharField(label=_("What is the next step?"), max_length=300, required=False, help_text=_("One thing that somebody does."))
    next_step_on = Day(label=_("When?"), required=False, help_text=_("Those who own it are reminded on that day."))


class NextForm(StepForm, VersionedForm):
    """The next step of an initiative."""


class ResultForm(VersionedForm):
    """What came of it."""

    came_of_it = _text(6, label=_("What came of it?"), help_text=_("Also what did not work. Others learn most from that."))


class YesForm(forms.Form):
    """Taking part: what one brings and, for a party, how it is named to those who do not."""

    brings = forms.CharField(
        label=_("What do you bring?"), max_length=300, required=False, help_text=_("A room, two who can drive, an evening in May. It can be nothing yet.")
    )
    shown = forms.ChoiceField(
        label=_("How are you named to those who do not take part?"), choices=Shown.choices, widget=forms.RadioSelect, initial=Shown.COUNTY, required=False,
        help_text=_("Those who take part see who you are."),
    )

    def __init__(self, *args: Any, of_party: bool, **named: Any) -> None:
        super().__init__(*args, **named)
        if not of_party:
            del self.fields["shown"]


class NewForm(TitleForm, StepForm, YesForm):
    """A new initiative, with whom to ask along. Nobody is ticked beforehand."""

    asked = forms.MultipleChoiceField(
        label=_("Whom do you ask along?"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("They answer when it suits them. Until they do, they are asked, and nothing else."),
    )
    together = forms.MultipleChoiceField(
        label=_("Who of them should own it together with you?"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("It begins when somebody on each side has said yes to owning it."),
    )
    field_order = ("title", "about", "together", "asked", "brings", "next_step", "next_step_on", "shown")

    def __init__(self, *args: Any, candidates: tuple[Candidate, ...], **named: Any) -> None:
        super().__init__(*args, **named)
        choices = [(one.key, f"{one.words}: {one.offers}" if one.offers else one.words) for one in candidates]
        for name in ("asked", "together"):
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = choices
            if not choices:
                del self.fields[name]


class AskForm(forms.Form):
    """As what somebody is asked, and whether by letter too."""

    key = forms.RegexField(regex=r"^(party|library):[0-9]{1,18}$", widget=forms.HiddenInput)
    role = forms.ChoiceField(label=_("What do you ask them to do?"), choices=ROLES, widget=forms.RadioSelect, initial=PartnerRole.PARTNER)
    letter = forms.BooleanField(label=_("Write them a letter about it too"), required=False, help_text=_("It counts towards the letters that they get in all."))


class GrownForm(forms.Form):
    """Something that grew out of it."""

    what = forms.CharField(label=_("What grew out of it?"), max_length=300, help_text=_("Such as: a concert association was founded."))
    year = forms.IntegerField(label=_("In which year?"), widget=forms.NumberInput(attrs={"class": "ds-input", "inputmode": "numeric"}))


class GoingForm(forms.Form):
    """Whether it is still going: a press, and a few words if one has them. `before` is the answer that stood on the page."""

    words = forms.CharField(
        label=_("A few words about it"), max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What did you learn? If it has ended, that is a result too."),
    )
    before = forms.CharField(required=False, max_length=8, widget=forms.HiddenInput)


class ServeForm(forms.Form):
    """Which sentence of a plan it serves, and what it does for it."""

    section = forms.IntegerField(min_value=1, error_messages={"required": _("Choose a sentence first. What you wrote is kept below.")})
    says = forms.CharField(label=_("What does it do for that?"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3}))
