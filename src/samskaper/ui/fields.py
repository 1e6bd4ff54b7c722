"""Form fields as Designsystemet draws them: one label, help, who sees it, the control, and what must be put right.

A field may say who sees what is written in it: `field.sees = _("Only you.")`. A field of choices may be drawn as pills:
`forms.RadioSelect(attrs={"data-look": "pills"})`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms import BoundField
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy, gettext_noop

from samskaper.ui import drawn

CONTROLS = "django/forms/widgets/"
NOT_KEPT = {"textarea.html", "hidden.html", "password.html", "multiple_hidden.html"}  # long, secret, or quickly drawn
REQUIRED = gettext_lazy("Something is missing here.")
GENERAL = (  # the framework's own sentences, said in the house's tone in our catalogues
    gettext_noop("Enter a valid email address."),
    gettext_noop("Enter a valid date."),
    gettext_noop("Enter a whole number."),
    gettext_noop("Enter a valid time."),
    gettext_noop("Enter a valid date/time."),
    gettext_noop("Select a valid choice. %(value)s is not one of the available choices."),
    gettext_noop("Select a valid choice. That choice is not one of the available choices."),
    gettext_noop("No file was submitted. Check the encoding type on the form."),
    gettext_noop("The submitted file is empty."),
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What `django/forms/field.html` prints. `look` is control, tick (one checkbox), list or pills."""

    look: str
    control: SafeString | str
    options: list[dict[str, Any]] = field(default_factory=list)
    sees: str = ""
    optional: bool = False
    described: str = ""
    label: str = ""
    help: str = ""
    errors: tuple[str, ...] = ()
    id: str = ""
    control_id: str = ""

    @property
    def may_be_kept(self) -> bool:
        """Whether it may lie in the memory of the process: what people wrote at length is private, and seldom the same."""
        return "<textarea" not in self.control


class KeptControls(TemplatesSetting):
    """Draws the controls of forms, each once per value: what a control's template prints depends on its widget alone.

    What somebody has written at length, and keys, are drawn anew: they shall not lie in the memory of the process.
    """

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> SafeString:
        """Return what the template prints."""
        if set(context) != {"widget"} or template_name.removeprefix(CONTROLS) in NOT_KEPT or not template_name.startswith(CONTROLS):
            return SafeString(super().render(template_name, context, request))
        try:
            key = (template_name, get_language(), drawn.key_of(context["widget"]))
        except TypeError:
            return SafeString(super().render(template_name, context, request))
        era = drawn.store.era
        piece = drawn.store.get(key)
        if piece is None:
            piece = drawn.Piece(SafeString(super().render(template_name, context, request)))
            drawn.store.put(key, piece, era)
        return piece.text


def _look(widget: forms.Widget) -> str:
    if isinstance(widget, forms.CheckboxInput):
        return "tick"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "pills" if widget.attrs.get("data-look") == "pills" else "list"
    return "group" if isinstance(widget, forms.MultiWidget) else "control"


def _described(bound: BoundField, sees: str) -> str:
    """Return the ids of the sentences that belong to the field, in the order in which they should be read."""
    ids = [bound.field.widget.attrs.get("aria-describedby", "")]
    ids += [f"{bound.auto_id}_helptext"] if bound.help_text else []
    ids += [f"{bound.auto_id}_sees"] if sees else []
    ids += [f"{bound.auto_id}_error"] if bound.errors else []
    return " ".join(filter(None, ids))


def _classes(widget: forms.Widget) -> str:
    return f"ds-input {widget.attrs.get('class', '')}".strip()


def _options(bound: BoundField, invalid: bool) -> list[dict[str, Any]]:
    """Return the choices, each with its control and label; groups are flattened, an empty choice is left out."""
    found = []
    for option in bound.subwidgets:
        data = dict(option.data)
        if data.get("value") in ("", None):
            continue
        attrs = {**data["attrs"], "class": "ds-input"}
        attrs.pop("data-look", None)
        if invalid:
            attrs["aria-invalid"] = "true"
        data["attrs"] = attrs
        found.append({"control": _render(bound, data), "label": option.choice_label, "id": option.id_for_label})
    return found


def _render(bound: BoundField, data: dict[str, Any]) -> SafeString:
    context = {"widget": {**data, "wrap_label": False}}
    return SafeString(bound.form.renderer.render(data["template_name"], context))


def draw(bound: BoundField) -> Drawn:
    """Return what the template of fields prints for this bound field."""
    widget = bound.field.widget
    sees = str(getattr(bound.field, "sees", "") or "")
    described = _described(bound, sees)
    look = _look(widget)
    one_of = getattr(bound.field, "one_of", False)  # one of several is needed, and the form says so in words
    optional = not (bound.field.required or bound.field.disabled or one_of or look == "tick" or getattr(bound.field, "unmarked", False))
    if look in ("list", "pills"):
        return Drawn(look, "", _options(bound, bool(bound.errors)), sees, optional, described, *_said(bound))
    attrs: dict[str, Any] = {"class": _classes(widget)}
    if described:
        attrs["aria-describedby"] = described
    return Drawn(look, bound.as_widget(attrs=attrs), [], sees, optional, described, *_said(bound))


def _said(bound: BoundField) -> tuple[str, str, tuple[str, ...], str, str]:
    errors = tuple(str(error) for error in bound.errors)
    return str(bound.label), str(bound.help_text), errors, str(bound.auto_id), str(bound.id_for_label)


def target(bound: BoundField) -> str:
    """Return the id that leads to a field: its control, or its group of choices."""
    return bound.auto_id if bound.use_fieldset else (bound.id_for_label or bound.auto_id)


def to_put_right(form: forms.BaseForm) -> list[tuple[str, str]]:
    """Return (id to lead to, sentence) of everything that is wrong, in the order of the page; the id may be empty.

    A sentence that several fields share, or that says only that something is missing, gets the field's label in front:
    no two links say the same, and none leaves the reader to guess.
    """
    found = [("", "", str(error)) for error in form.non_field_errors()]
    for bound in [*form.visible_fields(), *form.hidden_fields()]:
        found += [("" if bound.is_hidden else target(bound), str(bound.label), str(error)) for error in bound.errors]
    said = Counter(sentence for _id, _label, sentence in found)
    return [(id_, f"{label.rstrip(':?')}: {text}" if label and (said[text] > 1 or text == str(REQUIRED)) else text) for id_, label, text in found]
