"""A page with one form: what it is about, the form, the way out, and, where that can be, a way to take the thing away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samskaper.areas.programmes.models import Programme
from samskaper.foundation.refusals import Stale


@dataclass(frozen=True, slots=True)
class FormPage:
    """The words around a form. `remove` is the address of a press that takes the thing away, with `remove_words`."""

    heading: str
    back: str
    submit: str
    lead: str = ""
    kicker: str = ""
    version: int | str = ""
    enctype: str = ""
    remove: str = ""
    remove_words: str = ""
    remove_note: str = ""


def answer(request: HttpRequest, page: FormPage, form: forms.Form, programme: Programme | None) -> HttpResponse:
    """Return the page; 422 when the form was sent and cannot be taken."""
    version = request.POST.get("version", "") if form.is_bound else page.version
    context = {"page": page, "form": form, "programme": programme, "version": version}
    return render(request, "programmes/form_page.html", context, status=422 if form.is_bound else 200)


@contextmanager
def in_the_words_of(form: forms.Form) -> Iterator[None]:
    """Let a stale save show both texts under the labels of the form instead of the names of fields."""
    try:
        yield
    except Stale as stale:
        labels = {name: str(field.label or name) for name, field in form.fields.items()}
        said = {name: text for name, text in stale.mine.items() if name in labels and text != stale.theirs.get(name)}
        raise Stale(
            stale.sentence, mine={labels[name]: text for name, text in said.items()},
            theirs={labels[name]: stale.theirs[name] for name in said}, version=stale.version,
        ) from None
