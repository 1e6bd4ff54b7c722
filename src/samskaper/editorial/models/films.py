"""A film that editors have made themselves, with what those need who cannot see or hear it."""

from __future__ import annotations

import hashlib
import io
import secrets
from typing import Any, BinaryIO, ClassVar, cast

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.db.models.fields.files import FieldFile
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError
from wagtail.admin.panels import FieldPanel

from samskaper.editorial.films import containers, webvtt
from samskaper.editorial.films.captions import Passage
from samskaper.editorial.films.shown import Moving, Shown

MOST = 12 * 1024 * 1024  # bytes of one file
LONGEST = 10 * 60  # seconds
KINDS = ("mp4", "webm")


def lies_at(film: UploadedFilm, name: str) -> str:
    """Return where a file is kept: under a name of ours, whatever it was called."""
    return f"films/{secrets.token_hex(12)}"


class UploadedFilm(models.Model):
    """A film in one language. The files are read before they are kept; captions and transcript are required."""

    title = models.CharField(_("Title"), max_length=120)
    language = models.CharField(_("Language"), max_length=2, choices=[("nb", "Bokmål"), ("nn", "Nynorsk"), ("da", "Dansk"), ("en", "English")])
    mp4 = models.FileField("MP4", upload_to=lies_at, help_text=_("H.264, at most 12 MB. Every browser shows it."))
    webm = models.FileField("WebM", upload_to=lies_at, blank=True, help_text=_("Smaller for most; at most 12 MB. Not needed."))
    captions = models.FileField(_("Captions"), upload_to=lies_at, help_text=_("A WebVTT file (.vtt): what is said, and what is heard."))
    transcript = models.TextField(_("The film as text"), help_text=_("What is said and what is seen, for those who read instead."))
    poster = models.FileField(_("Picture before it starts"), upload_to=lies_at, blank=True, help_text=_("JPEG or PNG. Without one, the method’s own picture."))
    seconds = models.PositiveSmallIntegerField(editable=False, default=0)
    marks = models.JSONField(editable=False, default=dict)

    panels: ClassVar = [FieldPanel(name) for name in ("title", "language", "mp4", "webm", "captions", "transcript", "poster")]

    class Meta:
        verbose_name = _("film")
        verbose_name_plural = _("films")
        ordering = ["title", "language", "pk"]

    def __str__(self) -> str:
        """Return the title with its language."""
        return f"{self.title} ({self.language})"

    def clean(self) -> None:
        """Read the files: what they are, how long, whether the captions fit. Raises ValidationError with a sentence for each field."""
        super().clean()
        wrong: dict[str, str] = {}
        for kind in KINDS:
            if _is_new(stored := self.file(kind)):
                self._read(kind, stored, wrong)
        if _is_new(self.captions):
            self._read_captions(wrong)
        if _is_new(self.poster):
            self._redraw_poster(wrong)
        if wrong:
            raise ValidationError(wrong)

    def _redraw_poster(self, wrong: dict[str, str]) -> None:
        """Keep what the picture shows and nothing else that its file holds."""
        try:
            with Image.open(self.poster.file, formats=("JPEG", "PNG")) as given:
                if given.width * given.height > 40_000_000:
                    raise UnidentifiedImageError
                drawn = given.convert("RGB")
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            wrong["poster"] = str(_("This is no JPEG or PNG that can be read."))
            return
        drawn.thumbnail((1280, 720))
        kept = io.BytesIO()
        drawn.save(kept, "JPEG", quality=82, optimize=True)
        self.poster = ContentFile(kept.getvalue(), name="poster.jpg")

    def _read(self, kind: str, stored: FieldFile, wrong: dict[str, str]) -> None:
        if stored.size > MOST:
            wrong[kind] = str(_("The file is larger than 12 MB. Make it smaller first; a minute of film needs 4 MB at most."))
            return
        try:
            seen = containers.look(cast(BinaryIO, stored.file), stored.size)
        except containers.NotAFilm:
            seen = None
        if seen is None or seen.kind != kind:
            wrong[kind] = str(_("This is not a whole %(kind)s film. It may be of another kind, or have been cut off on the way.")) % {"kind": kind.upper()}
        elif seen.seconds > LONGEST:
            wrong[kind] = str(_("The film is longer than ten minutes. Two short ones are seen by more."))
        else:
            self.seconds = max(round(seen.seconds), 1)
            self.marks = {**self.marks, kind: _digest(stored)}

    def _read_captions(self, wrong: dict[str, str]) -> None:
        try:
            self.captions.file.seek(0)
            cues = webvtt.read(self.captions.file.read(webvtt.LONGEST + 1))
        except webvtt.NotCaptions as refused:
            wrong["captions"] = str(refused)
            return
        finally:
            self.captions.file.seek(0)
        if self.seconds and cues[-1].begins > self.seconds + 5:
            wrong["captions"] = str(_("The captions go on after the film has ended. Are they those of this film?"))

    @property
    def shown(self) -> Shown:
        """Return the film as a page shows it."""
        files = (Moving(f"{self._address(kind)}?v={self.mark(kind)}", f"video/{kind}", self.file(kind).size) for kind in ("webm", "mp4") if self.file(kind))
        passages = (Passage("", "", tuple(line for line in self.transcript.splitlines() if line.strip())),)
        poster = self._address("jpg") if self.poster else ""
        return Shown(self.title, self.language, self.seconds, tuple(files), self._address("vtt"), "", poster, passages, ours=False)

    def _address(self, kind: str) -> str:
        return reverse("uploaded_film", kwargs={"number": self.pk, "kind": kind})

    def file(self, kind: str) -> FieldFile:
        """Return the file of a kind; empty where there is none."""
        return cast(FieldFile, getattr(self, "poster" if kind == "jpg" else kind))

    def mark(self, kind: str) -> str:
        """Return the fingerprint of a file: each has a name of its own that never comes again."""
        return str(self.marks.get(kind) or str(self.file(kind).name).rpartition("/")[2])

def _is_new(stored: FieldFile) -> bool:
    """Whether a file has just been sent and is not kept yet."""
    return bool(stored) and not getattr(stored, "_committed", True)


def _digest(stored: Any) -> str:
    stored.file.seek(0)
    seen = hashlib.sha256()
    for chunk in iter(lambda: stored.file.read(65536), b""):
        seen.update(chunk)
    stored.file.seek(0)
    return seen.hexdigest()[:20]
