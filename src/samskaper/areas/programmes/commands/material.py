"""Material of a gathering: documents and links."""

from __future__ import annotations

from django.core.files.base import File
from django.db import transaction
from django.utils.text import get_valid_filename

from samskaper.areas.programmes.commands.setup import note_saved
from samskaper.areas.programmes.models import Gathering, Material
from samskaper.areas.programmes.rules.material import must_be_a_document
from samskaper.areas.programmes.rules.running import must_run
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock

MOST_SIGNS = 80


@transaction.atomic
def add_material(
    *, gathering: Gathering, title: str, link: str = "", file: File[bytes] | None = None, by: Doer
) -> Material:
    """Add a link or a file, seen by those who take part. Raises Invalid for files that are not documents."""
    must_run(by, gathering.programme)
    material = Material(gathering=gathering, title=title, link=link, added=clock.now())
    if file is not None:
        head = file.read(16)
        file.seek(0)
        must_be_a_document(file.name or "", file.size or 0, head)
        material.file.save(get_valid_filename((file.name or "file")[-MOST_SIGNS:]), file, save=False)
    material.save()
    note_saved(gathering.programme, "material added", by=by, gathering=gathering.pk)
    return material


@transaction.atomic
def remove_material(*, material: Material, by: Doer) -> None:
    """Take material away; its file goes when this is certain."""
    gathering = material.gathering
    must_run(by, gathering.programme)
    name, storage = material.file.name, material.file.storage
    material.delete()
    if name:
        transaction.on_commit(lambda: storage.delete(name))
    note_saved(gathering.programme, "material removed", by=by, gathering=gathering.pk)
