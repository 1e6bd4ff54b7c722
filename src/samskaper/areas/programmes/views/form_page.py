"""A page with one form: what it is about, the form, the way out, and, where that can be, a way to take the thing away."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samskaper.areas.programmes.models import Programme


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


def version_of(request: HttpRequest) -> int:
    """Return the version that the form was made from; 0, which never fits, when it lacks."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
