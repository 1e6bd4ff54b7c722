"""What comes in when somebody signs up, and when a leader answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.areas.programmes.commands.enrolment import Leader
from samskaper.areas.programmes.forms.fields import Line, Text

OTHER, OWN = "other", "own"


class LeaderForm(forms.Form):
    """Whom to ask for a yes: a leader whom we know, or somebody whose address one writes."""

    leader = forms.ChoiceField(
        label=gettext_lazy("Who is your leader?"), widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Say who your leader is."), "invalid_choice": gettext_lazy("Say who your leader is.")},
    )
    leader_name = Line(label=gettext_lazy("Your leader's name"), most=120, required=False)
    leader_email = forms.EmailField(
        label=gettext_lazy("Your leader's e-mail address"), required=False,
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
    needs = Text(
        label=gettext_lazy("Is there something we should think of?"), most=300, required=False, rows=2,
        help_text=gettext_lazy("For example sign language, food, or a place without stairs."),
    )
    field_order = ["library", "leader", "leader_name", "leader_email", "needs"]

    def __init__(
        self, *args: Any, libraries: list[Any], needs_leader: bool, leaders: list[tuple[int, str, str]],
        may_be_own: bool = False, **kwargs: Any,
    ) -> None:
        super().__init__(*args, leaders=leaders, may_be_own=may_be_own, **kwargs)
        field = self.fields["library"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(item.pk), item.name) for item in libraries]
        if len(libraries) < 2:
            del self.fields["library"]
        self.libraries = {str(item.pk): item for item in libraries}
        self.fields["needs"].sees = gettext_lazy("Seen by the adviser who arranges the course series, until it is over.")  # type: ignore[attr-defined]
        if not needs_leader:
            for name in ("leader", "leader_name", "leader_email"):
                del self.fields[name]

    def chosen_library(self) -> Any:
        """Return the library that one signs up from; None for somebody without one."""
        found = next(iter(self.libraries.values()), None)
        return self.libraries.get(self.cleaned_data.get("library", ""), found)


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
