"""The shape of what is noticed, and of what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.areas.startkit.commands.findings import Decision, Words
from samskaper.areas.startkit.models import FindingState
from samskaper.areas.startkit.queries.board import FindingPage, Wanted
from samskaper.areas.startkit.rules.findings import TRANSITIONS
from samskaper.areas.startkit.rules.sentences import Became
from samskaper.commons.people.models import Person
from samskaper.editorial.queries import Method, phases
from samskaper.foundation.text import clean_line
from samskaper.ui.inputs import Line

NAMED = (("no", _("No, not by name")), ("yes", _("Yes, by name")))


class BoardForm(forms.Form):
    """What of the board to see."""

    key = forms.ChoiceField(label=_("Method"), required=False)
    phase = forms.ChoiceField(label=_("Phase"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *FindingState.choices])
    mine = forms.BooleanField(label=_("Only those that I look after"), required=False)
    told = forms.BooleanField(label=_("Also what is over"), required=False)

    def __init__(self, *args: Any, methods: Iterable[Method], **named: Any) -> None:
        super().__init__(*args, **named)
        for name, choices in (("key", [(one.slug, one.title) for one in methods]), ("phase", phases())):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", _("All")), *choices]
        for one in self.fields.values():
            one.unmarked = True  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """Return what was asked for; what the form does not know leaves nothing out."""
        self.is_valid()
        key, phase, state = (self.cleaned_data.get(name) or "" for name in ("key", "phase", "state"))
        return Wanted(key, phase, state, *(bool(self.cleaned_data.get(name)) for name in ("mine", "told")))


class DecisionForm(forms.Form):
    """What becomes of a finding. Which fields are asked for follows from the button that was pressed."""

    state = forms.ChoiceField(choices=[(state.value, state.label) for state in TRANSITIONS])
    because = Line(label=_("Why?"), most=400, required=False, help_text=_("One sentence, in the language of the one who said it. It goes to her."))
    aim = forms.TypedChoiceField(label=_("In which edition?"), coerce=int, empty_value=None, required=False)
    pair = forms.ChoiceField(label=_("Which sentence is different?"), required=False, widget=forms.RadioSelect)
    old = Line(label=_("It was"), most=2000, required=False)
    new = Line(label=_("It is now"), most=2000, required=False)

    def __init__(self, *args: Any, aims: list[int], pairs: list[Became], **named: Any) -> None:
        super().__init__(*args, **named)
        self.by_mark = {one.mark: one for one in pairs}
        aim, pair = self.fields["aim"], self.fields["pair"]
        assert isinstance(aim, forms.TypedChoiceField) and isinstance(pair, forms.ChoiceField)
        aim.choices = [(number, _("Edition %(n)d") % {"n": number}) for number in aims]
        aim.initial = aims[0] if aims else None
        aim.unmarked = True  # type: ignore[attr-defined]
        pair.choices = [(one.mark, f"{one.old or '–'} → {one.new or '–'}") for one in pairs]

    def decision(self) -> Decision:
        """Return what was decided; a sentence that was picked goes before one that was written."""
        said = self.cleaned_data
        picked = self.by_mark.get(said["pair"])
        old, new = (picked.old, picked.new) if picked else (said["old"], said["new"])
        return Decision(said["state"], said["because"], said["aim"] or self.fields["aim"].initial, old, new)


class NoticeForm(forms.Form):
    """Something noticed about a method: in a workshop, before it, or after it."""

    key = forms.ChoiceField(label=_("Which method?"))
    noticed = Line(label=_("What was noticed?"), most=600, empty=_("Write what was noticed, in a sentence."))
    proposal = Line(label=_("How may it be put right?"), most=600, required=False)

    def __init__(self, *args: Any, methods: Iterable[Method], first: Iterable[str] = (), **named: Any) -> None:
        super().__init__(*args, **named)
        titles = {one.slug: one.title for one in methods}
        chosen = [key for key in first if key in titles]
        field = self.fields["key"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, titles[key]) for key in [*chosen, *(key for key in titles if key not in chosen)]]

    def words(self) -> Words:
        """Return what was noticed."""
        return Words(noticed=self.cleaned_data["noticed"], proposal=self.cleaned_data["proposal"])


class WorkshopNoticeForm(NoticeForm):
    """In a workshop, on one telephone: who noticed it is one of those who are there, or nobody who wants to be named."""

    who = forms.ChoiceField(label=_("Who noticed it?"), required=False)

    def __init__(self, *args: Any, members: Iterable[tuple[int, str]], **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["who"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Nobody wants to be named")), *members]
        field.unmarked = True  # type: ignore[attr-defined]


class OwnNoticeForm(NoticeForm):
    """What a member noticed, before or after a workshop."""

    named = forms.ChoiceField(
        label=_("May the editors see that it was you?"), choices=NAMED, initial="no", widget=forms.RadioSelect(attrs={"data-look": "pills"})
    )


class CommentForm(forms.Form):
    """What an expert says about a sentence."""

    noticed = Line(label=_("What do you want to say about it?"), most=600, empty=_("Write what you want to say, in a sentence."))
    proposal = Line(label=_("How would you write it?"), most=600, required=False)

    def words(self) -> Words:
        """Return what was said."""
        return Words(noticed=self.cleaned_data["noticed"], proposal=self.cleaned_data["proposal"])


class QuestionForm(forms.Form):
    """One question more."""

    question = Line(label=_("Ask whoever said it one thing"), most=400, empty=_("Write the question in words."))


class KeeperForm(forms.Form):
    """Who looks after something."""

    person = forms.TypedChoiceField(label=_("Who looks after it?"), coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, editors: Iterable[Person], **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["person"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", _("Whoever looks after the kit")), *((one.pk, one.name) for one in editors)]


class JoinForm(forms.Form):
    """Another finding that is about the same."""

    same_as = forms.TypedChoiceField(label=_("It is about the same as"), coerce=int)

    def __init__(self, *args: Any, page: FindingPage, **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["same_as"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(one.pk, clean_line(str(one))[:90]) for one in page.others]
