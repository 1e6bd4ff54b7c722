"""A film that an editor has uploaded and that no published page shows yet: only editors may fetch it."""

from __future__ import annotations

from django.core.files.base import ContentFile

from samskaper.config.checkseed.world import World
from samskaper.editorial.models import UploadedFilm


def play(world: World) -> None:
    """Keep a film that nobody but editors has been shown. Editors write for the whole house, so that those of the other side see it too."""
    film = UploadedFilm(title=f"Film {world.side}", language="nb", transcript="…", seconds=60, marks={"mp4": "unseen"})
    film.mp4.save("film", ContentFile(b"not shown"), save=False)
    film.captions.save("captions", ContentFile(b"WEBVTT\n\n00:00.000 --> 00:09.000\nnot shown\n"), save=False)
    film.save()
    world.ids |= {"film": film.pk}
