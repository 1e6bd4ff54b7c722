"""What comes in at the outbox's doors."""

from __future__ import annotations

from django import forms

from samskaper.commons.mail.rules import Decision


class DecisionForm(forms.Form):
    """Which of the two decisions was pressed."""

    decision = forms.ChoiceField(choices=[(decision.value, decision.value) for decision in Decision])

    def decided(self) -> Decision:
        """Return the decision of a valid form."""
        return Decision(self.cleaned_data["decision"])


class ReceiverForm(forms.Form):
    """Whose letters to show in the mailbox. Anything else than an address of the list shows them all."""

    receiver = forms.CharField(max_length=254, required=False)

    def wanted(self) -> str:
        """Return the address, or ""."""
        return str(self.cleaned_data["receiver"]) if self.is_valid() else ""
