"""Form fields as people meet them: label, help, who sees it, the control, and what must be put right."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from samskaper.ui.fields import draw, to_put_right
from samskaper.ui.gallery import ExampleForm
from tests.ui.conftest import Render, Tree

PLACES = [("", "Choose"), ("l", "Lysvik"), ("h", "Havnes")]


def form_of(field: forms.Field, data: dict[str, Any] | None = None) -> forms.Form:
    return type("OneField", (forms.Form,), {"one": field})(data)


def tree_of(field: forms.Field, data: dict[str, Any] | None = None) -> Tree:
    return Tree(str(form_of(field, data)["one"].as_field_group()))


@pytest.mark.parametrize(
    "field",
    [
        forms.CharField(),
        forms.CharField(widget=forms.Textarea),
        forms.EmailField(),
        forms.IntegerField(),
        forms.DateField(widget=forms.DateInput(attrs={"type": "date"})),
        forms.TimeField(widget=forms.TimeInput(attrs={"type": "time"})),
        forms.FileField(),
        forms.ChoiceField(choices=PLACES),
        forms.MultipleChoiceField(choices=PLACES),
        forms.BooleanField(),
        forms.CharField(widget=forms.PasswordInput),
    ],
    ids=lambda field: f"{type(field).__name__}-{type(field.widget).__name__}",
)
def test_control_is_drawn_in_the_houses_way_with_its_label(field: forms.Field) -> None:
    tree = tree_of(field)

    (control,) = [attrs for tag, attrs in tree.elements if tag in {"input", "textarea", "select"}]
    assert control["class"] == "ds-input"
    assert tree.one("label")["for"] == control["id"]


def test_own_class_of_a_widget_stays() -> None:
    assert (
        tree_of(forms.CharField(widget=forms.TextInput(attrs={"class": "wide"}))).one("input")["class"]
        == "ds-input wide"
    )


def test_hidden_field_has_neither_label_nor_frame() -> None:
    form = form_of(forms.CharField(widget=forms.HiddenInput), None)

    assert [tag for tag, _attrs in Tree(str(form.as_div())).elements] == ["input"]


def test_form_on_its_own_draws_all_fields_and_hidden_ones_last() -> None:
    tree = Tree(str(ExampleForm()))

    names = [attrs["name"] for tag, attrs in tree.elements if tag in {"input", "textarea", "select"}]
    assert names[0] == "challenge" and names[-1] == "code"


class TestSentences:
    def test_control_is_tied_to_its_help_who_sees_it_and_its_error(self) -> None:
        field = forms.CharField(help_text="One sentence.")
        field.sees = "Only you."  # type: ignore[attr-defined]
        tree = tree_of(field, {"one": ""})

        control = tree.one("input")
        ids = [attrs["id"] for _tag, attrs in tree.elements if attrs.get("id") and attrs is not control]
        assert (control["aria-describedby"] or "").split() == ids == ["id_one_helptext", "id_one_sees", "id_one_error"]
        assert control["aria-invalid"] == "true"

    def test_nothing_is_said_of_a_plain_field(self) -> None:
        control = tree_of(forms.CharField()).one("input")

        assert "aria-describedby" not in control and "aria-invalid" not in control

    def test_who_sees_it_may_be_lazy(self) -> None:
        field = forms.CharField()
        field.sees = _("Who sees this?")  # type: ignore[attr-defined]
        with translation.override("nb"):
            assert draw(form_of(field)["one"]).sees == "Hvem ser dette?"

    def test_field_that_may_stay_empty_says_so(self) -> None:
        assert "(if you like)" in tree_of(forms.CharField(required=False)).text
        assert "(if you like)" not in tree_of(forms.CharField()).text

    def test_a_tick_does_not_say_that_it_may_stay_empty(self) -> None:
        assert "(if you like)" not in tree_of(forms.BooleanField(required=False)).text

    def test_help_of_a_tick_comes_after_it(self) -> None:
        tree = tree_of(forms.BooleanField(required=False, help_text="You can change this."))

        assert tree.one("input")["aria-describedby"] == "id_one_helptext"
        assert "You can change this." in tree.text

    def test_error_from_people_is_escaped(self) -> None:
        html = str(form_of(forms.ChoiceField(choices=PLACES), {"one": "<img src=x>"})["one"].as_field_group())

        assert "<img" not in html


class TestChoices:
    @pytest.mark.parametrize(("look", "css"), [("pills", "pill"), ("", "tick")])
    def test_choices_stand_in_a_group_with_the_question_as_legend(self, look: str, css: str) -> None:
        widget = forms.RadioSelect(attrs={"data-look": look} if look else {})
        tree = tree_of(forms.ChoiceField(label="Where?", choices=PLACES, widget=widget))

        assert tree.one("fieldset")["id"] == "id_one"
        assert "Where?" in tree.text
        assert len(tree.all("div", class_=css)) == 2

    def test_nothing_is_chosen_beforehand(self) -> None:
        tree = tree_of(forms.ChoiceField(choices=PLACES, widget=forms.RadioSelect))

        assert len(tree.all("input", type="radio")) == 2
        assert not [radio for radio in tree.all("input") if "checked" in radio]

    def test_what_was_chosen_stays_chosen(self) -> None:
        tree = tree_of(forms.ChoiceField(choices=PLACES, widget=forms.RadioSelect), {"one": "h"})

        assert [radio["value"] for radio in tree.all("input") if "checked" in radio] == ["h"]

    def test_every_choice_has_a_label_of_its_own(self) -> None:
        tree = tree_of(forms.MultipleChoiceField(choices=PLACES[1:], widget=forms.CheckboxSelectMultiple))

        assert [label["for"] for label in tree.all("label")] == [box["id"] for box in tree.all("input")]

    def test_group_that_is_wrong_can_take_focus_and_says_so(self) -> None:
        tree = tree_of(forms.ChoiceField(choices=PLACES, widget=forms.RadioSelect), {"one": ""})

        group = tree.one("fieldset")
        assert group["tabindex"] == "-1" and group["aria-describedby"] == "id_one_error"
        assert {radio["aria-invalid"] for radio in tree.all("input")} == {"true"}

    def test_look_of_pills_does_not_leak_into_the_page(self) -> None:
        widget = forms.RadioSelect(attrs={"data-look": "pills"})

        assert "data-look" not in tree_of(forms.ChoiceField(choices=PLACES, widget=widget)).one("input", value="l")


class TestSummary:
    def test_valid_form_has_nothing_to_put_right(self, render: Render) -> None:
        assert render('<c-errors :form="form" />', form=form_of(forms.CharField(), {"one": "x"})).strip() == ""

    def test_form_that_was_not_sent_has_nothing_to_put_right(self, render: Render) -> None:
        assert render('<c-errors :form="form" />', form=form_of(forms.CharField())).strip() == ""

    def test_each_sentence_leads_to_its_field(self) -> None:
        form = ExampleForm({"email": "leader@", "place": "l"})

        targets = [target for target, _sentence in to_put_right(form)]
        assert targets == ["id_challenge", "id_email", "id_place", "id_minutes", "id_name_shown"]

    def test_sentences_that_are_alike_get_the_label_in_front(self) -> None:
        sentences = [sentence for _target, sentence in to_put_right(ExampleForm({"email": "leader@", "place": "l"}))]

        assert len(sentences) == len(set(sentences))
        assert sentences[0].startswith("The challenge, in your own words: ")
        assert sentences[1] == "Enter a valid email address."

    @pytest.mark.parametrize(
        ("language", "sentence"), [("en", "Something is missing here."), ("nb", "Her mangler det noe."), ("da", "Her mangler noget.")]
    )
    def test_a_lone_field_left_empty_is_named_in_the_house_s_own_words(self, language: str, sentence: str) -> None:
        with override(language):
            ((_target, said),) = to_put_right(form_of(forms.CharField(label="Plan?"), {"one": ""}))

        assert said == f"Plan: {sentence}"

    def test_what_is_wrong_with_the_whole_form_comes_first(self, render: Render) -> None:
        form = form_of(forms.CharField(), {"one": ""})
        form.add_error(None, "The two dates are in the wrong order.")

        assert to_put_right(form)[0] == ("", "The two dates are in the wrong order.")
        assert "2 things to put right" in render('<c-errors :form="form" />', form=form)

    def test_one_thing_is_counted_as_one(self, render: Render) -> None:
        assert "One thing to put right" in render(
            '<c-errors :form="form" />', form=form_of(forms.CharField(), {"one": ""})
        )

    def test_summary_takes_focus_and_is_read_out(self, render: Render) -> None:
        box = Tree(render('<c-errors :form="form" />', form=form_of(forms.CharField(), {"one": ""}))).one("div")

        assert box["role"] == "alert" and box["tabindex"] == "-1" and "data-error-summary" in box

    def test_wrong_hidden_field_is_told_without_a_link(self, render: Render) -> None:
        form = form_of(forms.CharField(widget=forms.HiddenInput), {"one": ""})

        assert not Tree(render('<c-errors :form="form" />', form=form)).all("a")


@pytest.mark.parametrize("language", ["nb", "nn", "da"])
def test_general_sentences_of_the_framework_are_said_in_our_tone(language: str) -> None:
    with translation.override(language):
        (sentence,) = form_of(forms.CharField(), {"one": ""}).errors["one"]

    assert "mangl" in sentence and "påkrev" not in sentence and "obligator" not in sentence.lower()
