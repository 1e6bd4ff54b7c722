"""What comes in while an edition is prepared: what is new in it, whose drafts go out, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.areas.startkit.models import Edition
from samskaper.areas.startkit.rules.differences import Difference
from samskaper.areas.startkit.rules.editions import moment
from samskaper.ui.inputs import Day, Hour, Text

NEWS = "news_"
WHY = "why_"


class ContentsForm(forms.Form):
    """What is new, in each language, and the methods whose drafts wait for this edition."""

    drafts = forms.MultipleChoiceField(
        label=gettext_lazy("Which drafts go out with it?"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("A draft that is not ticked stays a draft. What is published in between belongs to the edition of now."),
    )

    def __init__(self, data: Mapping[str, Any] | None, *, edition: Edition, methods: Iterable[tuple[str, str]]) -> None:
        super().__init__(data, initial={"drafts": edition.drafts, **{NEWS + code: words for code, words in edition.news.items()}})
        field = self.fields["drafts"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(methods)
        for code, name in settings.LANGUAGES:
            self.fields[NEWS + code] = Text(
                label=_("What is new, in %(language)s?") % {"language": name}, most=600, rows=3, required=False,
                help_text=_("Two or three sentences, for whoever has the old sheet."),
            )

    @property
    def news(self) -> dict[str, str]:
        """What was written, by language."""
        return {code: self.cleaned_data[NEWS + code] for code, _name in settings.LANGUAGES}


class TimeForm(forms.Form):
    """The day and the hour of the launch, where the users are."""

    day = Day(label=gettext_lazy("Which day?"))
    hour = Hour(label=gettext_lazy("At what time?"), initial=dt.time(9))

    @property
    def launches(self) -> dt.datetime:
        """The moment that was chosen. Raises Invalid for the hour in March that does not exist."""
        return moment(self.cleaned_data["day"], self.cleaned_data["hour"])


class WhyForm(forms.Form):
    """Why each part changed, a sentence each."""

    def __init__(self, data: Mapping[str, Any] | None, *, told: Iterable[Difference]) -> None:
        super().__init__(data)
        for one in told:
            if one.part and one.pairs:
                self.fields[WHY + one.part] = Text(label=one.words, most=300, rows=2, required=False, initial=one.because)

    @property
    def reasons(self) -> dict[str, str]:
        """What was written, by the key of the part."""
        return {name.removeprefix(WHY): words for name, words in self.cleaned_data.items()}
