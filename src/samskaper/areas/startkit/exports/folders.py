"""A folder for a machine without network: open index.html, and everything is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.conf import settings

from samskaper.areas.startkit.exports.leaves import (
    INTRODUCTION,
    Place,
    Way,
    house,
    introduction_leaf,
    languages_leaf,
    list_leaf,
    method_leaf,
    pictures,
    read_me,
)
from samskaper.areas.startkit.exports.zips import Files
from samskaper.areas.startkit.queries.packages import Where
from samskaper.areas.startkit.queries.volumes import Volume
from samskaper.areas.startkit.rules.leaving import file_name

Sheets = Mapping[Where, bytes]


def folder(volumes: Sequence[Volume], sheets: Sheets, *, films: bool = False) -> Files:
    """Return the files of a folder in these languages; more than one lie beside each other, and lead to each other. `films` lie in it, or online."""
    files = house("folder") | {"README.txt": read_me(volumes, "folder")}
    for volume in volumes:
        files |= pictures(volume)
        within, up = (f"{volume.language}/", "../") if len(volumes) > 1 else ("", "")
        place = Place(up=up, home="" if volume.key else "index.html", script="folder")
        files |= {f"{within}{name}": page for name, page in _pages(volume, place, volumes, sheets, films).items()}
        files |= {f"sheets/{volume.language}/{file_name(key)}.pdf": sheet for (language, key), sheet in sheets.items() if language == volume.language}
        if films:
            files |= {_film(volume, key): film.read() for key, film in volume.films.items()}
    if len(volumes) > 1:
        files["index.html"] = languages_leaf(volumes[0], [Way(_name(one.language), f"{one.language}/index.html", one.language) for one in volumes])
    return files


def _film(volume: Volume, key: str) -> str:
    return f"films/{volume.language}/{file_name(key)}.mp4"


def _pages(volume: Volume, place: Place, volumes: Sequence[Volume], sheets: Sheets, films: bool) -> Files:
    pages: Files = {}
    for method in volume.methods:
        name = "index" if volume.key else file_name(method.key)
        sheet = f"{place.up}sheets/{volume.language}/{file_name(method.key)}.pdf" if (volume.language, method.key) in sheets else ""
        film = f"{place.up}{_film(volume, method.key)}" if films and method.key in volume.films else ""
        others = _others(volume, volumes, f"{name}.html", method.key)
        pages[f"{name}.html"] = method_leaf(volume, method, Place(place.up, place.home, place.script, others, sheet, film))
    if not volume.key:
        pages["index.html"] = list_leaf(volume, Place(place.up, "", place.script, _others(volume, volumes, "index.html")))
    if volume.introduction:
        others = tuple(way for way in _others(volume, volumes, f"{INTRODUCTION}.html") if _has_introduction(way.code, volumes))
        pages[f"{INTRODUCTION}.html"] = introduction_leaf(volume, Place(place.up, place.home, place.script, others))
    return pages


def _others(volume: Volume, volumes: Sequence[Volume], name: str, key: str = "") -> tuple[Way, ...]:
    """Return the same page in the other languages of the folder that have it."""
    having = [one for one in volumes if one is not volume and (not key or any(method.key == key for method in one.methods))]
    return tuple(Way(_name(one.language), f"../{one.language}/{name}", one.language) for one in having)


def _has_introduction(language: str, volumes: Sequence[Volume]) -> bool:
    return any(one.language == language and one.introduction for one in volumes)


def _name(language: str) -> str:
    return dict(settings.LANGUAGES)[language]
