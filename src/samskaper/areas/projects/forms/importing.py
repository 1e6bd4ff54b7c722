"""The shape of an application that comes in: pasted text or a file of text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samskaper.areas.projects.application import LIMIT, Application, TooLarge, read
from samskaper.areas.projects.application.decode import decode
from samskaper.commons.people.models import LANGUAGES, Organisation


class ApplicationForm(forms.Form):
    """An application, and whose it is. `application` is what was understood, once the form is valid."""

    text = forms.CharField(
        label=_("Paste the application here"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("All of it, as it stands in the funder's form. Headings, tables and dates may look as they like."),
    )
    file = forms.FileField(
        label=_("Or choose a file with its text"),
        required=False,
        help_text=_(
            "A file of plain text (.txt), at most 2 MB. Word and PDF we cannot read yet: open them, select all, copy, and paste above."
        ),
    )
    owner = forms.ModelChoiceField(
        queryset=Organisation.objects.none(), label=_("Which organisation owns the project?"), empty_label=None
    )
    language = forms.ChoiceField(label=_("Which language is it written in?"), choices=LANGUAGES)

    def __init__(self, *args: Any, owners: QuerySet[Organisation], language: str, **named: Any) -> None:
        super().__init__(*args, **named)
        self.application: Application | None = None
        self.source = ""
        for name in ("text", "file"):
            self.fields[name].one_of = True  # type: ignore[attr-defined]
        self.fields["language"].initial = language
        field = self.fields["owner"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = owners
        self.only = owners[0] if len(owners) == 1 else None
        if self.only:
            field.required, field.widget = False, forms.HiddenInput()

    @property
    def chosen_owner(self) -> Organisation:
        """The organisation that was chosen, or the only one."""
        chosen = self.cleaned_data.get("owner") or self.only
        assert isinstance(chosen, Organisation)
        return chosen

    def clean(self) -> dict[str, Any]:
        """Read the application. What cannot be read gets a sentence; the pasted text stays in the form."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        upload = data.get("file")
        given: str | bytes = data.get("text") or ""
        if isinstance(upload, UploadedFile):
            if upload.size and upload.size > LIMIT:
                self.add_error("file", _("The file is larger than 2 MB. Save it as plain text, without pictures."))
                return data
            given = upload.read()
        if not given.strip():
            self.add_error("text", _("Paste the application, or choose a file with its text."))
            return data
        self._read(given, "file" if upload else "text")
        return data

    def _read(self, given: str | bytes, where: str) -> None:
        if isinstance(given, bytes) and given.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")):
            self.add_error(
                where, _("This is a Word or PDF file. Open it, copy the text and paste it in the field above.")
            )
            return
        try:
            self.application = read(given)
        except TooLarge as refused:
            self.add_error(where, refused.sentence())
            return
        self.source = decode(given).replace("\x00", "")
        if not (self.application.title or self.application.sub_goals or self.application.activities):
            self.add_error(
                where, _("We found neither a title, goals nor activities in this text. Is it the whole application?")
            )
