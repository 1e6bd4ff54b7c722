"""What comes in when somebody signs up, and when a leader answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.areas.programmes.commands.enrolment import Caller, Leader
from samskaper.commons.people.models import LANGUAGES, Organisation
from samskaper.ui.inputs import Line, Mail, Name, Text

OTHER, OWN = "other", "own"


class LeaderForm(forms.Form):
    """Whom to ask for a yes: a leader whom we know, or somebody whose address one writes."""

    leader = forms.ChoiceField(
        label=gettext_lazy("Who is your leader?"), widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Say who your leader is."), "invalid_choice": gettext_lazy("Say who your leader is.")},
    )
    leader_name = Line(
        label=gettext_lazy("Your leader's name"), most=120, required=False,
        help_text=gettext_lazy("Needed only when your leader is not among those above."),
    )
    leader_email = forms.EmailField(
        label=gettext_lazy("Your leader's e-mail address"), required=False,
        help_text=gettext_lazy("Needed only when your leader is not among those above."),
        error_messages={"invalid": gettext_lazy("This is not an e-mail address. It looks like name@library.no.")},
    )

    def __init__(self, *args: Any, leaders: list[tuple[int, str, str]], may_be_own: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaders = {f"known-{i}": (name, email) for i, (_library, name, email) in enumerate(leaders)}
        field = self.fields["leader"]
        assert isinstance(field, forms.ChoiceField)
        choices: list[tuple[str, Any]] = [(key, name) for key, (name, _email) in self.leaders.items()]
        choices.append((OTHER, gettext_lazy("Somebody else: I write the address")))
        if may_be_own:
            choices.append((OWN, gettext_lazy("I am my own leader")))
        field.choices = choices
        for name in ("leader_name", "leader_email"):
            self.fields[name].unmarked = True  # type: ignore[attr-defined]  # the help says when it is needed
        if len(choices) == 1:
            self._ask_for_address(field)

    def _ask_for_address(self, field: forms.ChoiceField) -> None:
        """Where we know nobody there is nothing to choose: the name and the address are simply asked for."""
        field.widget, field.initial, field.required = forms.HiddenInput(), OTHER, False
        for name, sentence in (
            ("leader_name", gettext_lazy("Write your leader's name, so that the letter can greet somebody.")),
            ("leader_email", gettext_lazy("Write your leader's address, so that we can ask.")),
        ):
            self.fields[name].required, self.fields[name].help_text = True, ""
            self.fields[name].error_messages["required"] = sentence

    def clean(self) -> dict[str, Any]:
        """Ask for the address of somebody whom we do not know."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("leader") == OTHER and not data.get("leader_email") and "leader_email" not in self.errors:
            self.add_error("leader_email", _("Write your leader's address, so that we can ask."))
        return data

    def chosen(self) -> Leader | None:
        """Return whom to ask; None for one's own leader."""
        data = self.cleaned_data
        if data.get("leader") in (OWN, None):
            return None
        if data["leader"] == OTHER:
            return Leader(data["leader_email"], data["leader_name"])
        name, email = self.leaders[data["leader"]]
        return Leader(email, name)


class SignUpForm(LeaderForm):
    """One sign-up for the whole series."""

    library = forms.ChoiceField(label=gettext_lazy("Where do you work?"), required=False)
    workplace = Line(
        label=gettext_lazy("Where do you work?"), most=160, required=False,
        help_text=gettext_lazy("The name of the library, as you say it."),
    )
    needs = Text(
        label=gettext_lazy("Is there something we should think of?"), most=300, required=False, rows=2,
        help_text=gettext_lazy("For example sign language, food, or a place without stairs."),
    )
    field_order = ["library", "workplace", "leader", "leader_name", "leader_email", "needs"]

    def __init__(
        self, *args: Any, libraries: list[Any], needs_leader: bool, leaders: list[tuple[int, str, str]],
        may_be_own: bool = False, may_be_elsewhere: bool = True, **kwargs: Any,
    ) -> None:
        super().__init__(*args, leaders=leaders, may_be_own=may_be_own, **kwargs)
        self.libraries = {str(item.pk): item for item in libraries}
        self._ask_where(may_be_elsewhere)
        self.fields["needs"].sees = gettext_lazy("Seen by the adviser who arranges the course series, until it is over.")  # type: ignore[attr-defined]
        if not needs_leader:
            for name in ("leader", "leader_name", "leader_email"):
                del self.fields[name]

    def _ask_where(self, may_be_elsewhere: bool) -> None:
        """A choice of the libraries where one works, with room for another; in own words for whoever works at none of them."""
        field, elsewhere = self.fields["library"], self.fields["workplace"]
        assert isinstance(field, forms.ChoiceField)
        field.unmarked = elsewhere.unmarked = True  # type: ignore[attr-defined]
        field.choices = [(key, item.name) for key, item in self.libraries.items()]
        if not self.libraries:
            del self.fields["library"]
            elsewhere.required = True
            elsewhere.error_messages["required"] = gettext_lazy("Write where you work, so that the adviser knows.")
        elif may_be_elsewhere:
            field.choices = [*field.choices, (OTHER, gettext_lazy("Another place: I write it"))]
            elsewhere.label = gettext_lazy("The other place")
            elsewhere.help_text = gettext_lazy("Needed only when you chose another place.")
        else:
            del self.fields["workplace"]

    def clean(self) -> dict[str, Any]:
        """Ask for the other place where it was chosen."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("library") == OTHER and not data.get("workplace") and "workplace" not in self.errors:
            self.add_error("workplace", _("Write where you work, so that the adviser knows."))
        return data

    def chosen_library(self) -> Any:
        """Return the library that one signs up from; None for somebody who works at none that we know."""
        chosen = self.cleaned_data.get("library", "")
        return None if chosen == OTHER else self.libraries.get(chosen, next(iter(self.libraries.values()), None))


class OnBehalfForm(forms.Form):
    """Somebody who called and wants to take part: who she is, where she works, and whom to ask."""

    name = Name(most=120, label=gettext_lazy("Name"), empty=gettext_lazy("Write their name."))
    email = Mail(label=gettext_lazy("E-mail address"), empty=gettext_lazy("Write the address that letters to them go to."))
    library = forms.ChoiceField(
        label=gettext_lazy("Where do they work?"),
        error_messages={"required": gettext_lazy("Choose the library."), "invalid_choice": gettext_lazy("Choose one of the libraries on the list.")},
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the letters"), choices=LANGUAGES)
    leader_name = Name(
        label=gettext_lazy("Their leader's name"), most=120, required=False,
        help_text=gettext_lazy("Leave it empty to ask the leader whom we know at the library."),
    )
    leader_email = Mail(
        label=gettext_lazy("Their leader's e-mail address"), required=False,
        help_text=gettext_lazy("Needed only when we do not know the leader."),
    )
    needs = Text(
        label=gettext_lazy("Is there something we should think of?"), most=300, required=False, rows=2,
        help_text=gettext_lazy("For example sign language, food, or a place without stairs."),
    )

    def __init__(
        self, *args: Any, libraries: Iterable[Organisation], needs_leader: bool,
        leaders_of: Callable[[list[int]], list[tuple[int, str, str]]], **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.libraries = {str(item.pk): item for item in libraries}
        self.leaders_of = leaders_of
        self.leader: Leader | None = None
        field = self.fields["library"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext_lazy("Choose")), *((key, item.name) for key, item in self.libraries.items())]
        if not needs_leader:
            del self.fields["leader_name"], self.fields["leader_email"]

    def clean(self) -> dict[str, Any]:
        """Find the leader: by the address that was written, by name, or the only one whom we know there."""
        data: dict[str, Any] = super().clean() or {}
        if "leader_email" not in self.fields or "library" not in data or "leader_email" in self.errors:
            return data
        name, email = data.get("leader_name", ""), data.get("leader_email", "")
        if email:
            self.leader = Leader(email, name)
            return data
        known = [(called, address) for _library, called, address in self.leaders_of([int(data["library"])])]
        fitting = [row for row in known if not name or row[0].casefold() == name.casefold()]
        # Whoever leads the library herself is asked by nobody; the command knows.
        if len(fitting) == 1:
            self.leader = Leader(fitting[0][1], fitting[0][0])
        elif fitting:
            names = ", ".join(called for called, _address in fitting)
            self.add_error("leader_name", _("We know several leaders there: %(names)s. Write the name of theirs.") % {"names": names})
        else:
            self.add_error("leader_email", _("We know no such leader at this library. Write the address, so that we can ask."))
        return data

    def chosen_library(self) -> Organisation:
        """Return the library that she works at."""
        return self.libraries[self.cleaned_data["library"]]

    def caller(self) -> Caller:
        """Return who is signed up."""
        return Caller(self.cleaned_data["name"], self.cleaned_data["email"], self.cleaned_data["language"])


class AnswerForm(forms.Form):
    """A leader's answer: one of two buttons, and a few words if one likes."""

    answer = forms.ChoiceField(
        choices=[("yes", "yes"), ("no", "no")], widget=forms.HiddenInput,
        error_messages={"required": gettext_lazy("Press yes or no."), "invalid_choice": gettext_lazy("Press yes or no.")},
    )
    words = Text(
        label=gettext_lazy("A few words to your colleague"), most=600, required=False, rows=3,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].sees = gettext_lazy("Only your colleague sees this.")  # type: ignore[attr-defined]
