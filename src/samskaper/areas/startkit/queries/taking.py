"""What can be taken along, and what of it is packed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samskaper.areas.startkit.queries.editions import current, find
from samskaper.areas.startkit.queries.packages import Form, Package, package
from samskaper.areas.startkit.queries.papers import imprint_of, is_made
from samskaper.areas.startkit.queries.papers import path_of as paper_path
from samskaper.areas.startkit.queries.volumes import Volume
from samskaper.areas.startkit.rules.papers import Form as PaperForm
from samskaper.areas.startkit.rules.papers import Paper
from samskaper.areas.startkit.rules.sheets import is_whole
from samskaper.editorial.register import MethodWay
from samskaper.editorial.texts import MethodText

PACKED = "kit/packages"


@dataclass(frozen=True, slots=True)
class Kept:
    """A packed file: where it lies, what it is called for whoever takes it, and how many bytes it has."""

    path: str
    name: str
    tag: str
    size: int


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to take along: a heading, for whom it is, the word on its button, and what lies in it."""

    title: str
    note: str
    act: str
    url: str
    package: Package


def path_of(what: Package) -> str:
    """Return where a package lies when it is packed."""
    return f"{PACKED}/{what.fingerprint}.zip"


def packed(what: Package) -> Kept | None:
    """Return the packed file, or None where nobody has packed it yet."""
    path = path_of(what)
    return Kept(path, f"{what.name}.zip", what.fingerprint, default_storage.size(path)) if default_storage.exists(path) else None


def sheets_of(volumes: Iterable[Volume]) -> dict[tuple[str, str], str]:
    """Return where the sheets of these volumes are kept, those that have been made."""
    found: dict[tuple[str, str], str] = {}
    for one in volumes:
        edition = find(one.edition)
        for method in one.methods if edition else ():
            paper = Paper(PaperForm.SHEET, method, imprint_of(edition)) if edition and is_whole(method) else None
            if paper and is_made(paper):
                found[one.language, method.key] = paper_path(paper)
    return found


def offers(volumes: tuple[Volume, ...]) -> list[Offer]:
    """Return what can be taken along of a volume in the language on screen, and of all its languages in one folder."""
    here = next(one for one in volumes if one.language == get_language())
    found = [
        Offer(
            _("For a course"), _("For a learning platform: Moodle, Canvas, itslearning and others that take SCORM 1.2. It notes who has read it."),
            _("Get it for a course"), _address(here, "scorm"), package(Form.SCORM, (here,)),
        ),
        Offer(
            _("For a machine without network"),
            _("A folder with everything in it. Put it on a memory stick or on the laptop that goes along to the community hall."),
            _("Get the folder"), _address(here, "offline"), package(Form.FOLDER, (here,), sheets_of((here,))),
        ),
    ]
    if here.films:
        found.append(Offer(
            _("The folder with the films in it"), _("The same folder, and larger: the films lie in it, each beside its method."),
            _("Get it with films"), _address(here, "offline_films"), package(Form.FOLDER, (here,), sheets_of((here,)), films=True),
        ))
    if len(volumes) > 1:
        found.append(Offer(
            _("All the languages in one folder"), _("The same folder in each language, with a way from every page to the others."),
            _("Get all the languages"), _address(here, "offline_all"), package(Form.FOLDER, volumes, sheets_of(volumes)),
        ))
    return found


def _address(one: Volume, form: str) -> str:
    name = f"startkit:method_{form}" if one.key else f"startkit:{form}"
    return reverse(name, args=[one.edition, one.key] if one.key else [one.edition])


def way_out(method: MethodText) -> Iterator[MethodWay]:
    """Offer to take a method along."""
    now = current()
    if now is not None:
        yield MethodWay(_("Take it with you"), reverse("startkit:take_method", args=[now.number, method.key]), icon="download", order=40)
