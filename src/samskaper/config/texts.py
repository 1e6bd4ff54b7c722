"""Catalogues of the texts on screen, per app: collect them from the sources, list what is missing, compile them."""

from __future__ import annotations

import datetime as dt
import io
import os
from collections.abc import Iterator
from pathlib import Path

import typer
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parent.parent
LANGUAGES = ("nb", "nn", "da")  # English is the language of the message ids
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}
BEGUN = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
app = typer.Typer(help="The texts on screen in every language.", no_args_is_help=True)


def apps() -> Iterator[Path]:
    """Yield the folder of every app of the house that has texts of its own (a folder with an apps.py)."""
    yield from sorted(path.parent for path in PACKAGE.rglob("apps.py") if "node_modules" not in path.parts)


def _messages(folder: Path) -> Catalog:
    """Return every message in the sources of one app; the sentences of `foundation`, which is no app, are in `ui`."""
    found = Catalog(charset="utf-8")
    below = (PACKAGE / "foundation").rglob("*.py") if folder.name == "ui" else ()
    for path in sorted([*folder.rglob("*"), *below]):
        if path.suffix not in {".py", ".html", ".txt"} or {"migrations", "static"} & set(path.parts):
            continue
        source = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            if "templates" not in path.parts:
                continue
            # Read as Python below, where indentation has a meaning that it has not in a page.
            source = "\n".join(line.lstrip() for line in templatize(source).split("\n"))
        lines = io.BytesIO(source.encode())
        for _line, message, comments, context in extract("python", lines, KEYWORDS):
            place = (path.relative_to(PACKAGE).as_posix(), 0)
            found.add(message, locations=[place], auto_comments=comments, context=context)
    return found


def _po(folder: Path, language: str) -> Path:
    return folder / "locale" / language / "LC_MESSAGES" / "django.po"


def _read(path: Path, language: str) -> Catalog:
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


@app.command()
def collect() -> None:
    """Bring every app's catalogue up to date with its sources; texts that are not used any longer go."""
    for folder in apps():
        messages = _messages(folder)
        for language in LANGUAGES:
            path = _po(folder, language)
            if not len(messages) and not path.exists():
                continue
            catalogue = _read(path, language)
            catalogue.update(messages, no_fuzzy_matching=True)
            catalogue.obsolete.clear()
            catalogue.creation_date = BEGUN  # a date that moved would change every catalogue at every run
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                write_po(file, catalogue, width=110, sort_output=True, omit_header=False, include_lineno=False)


def missing_texts() -> list[str]:
    """Return a line for every text that lacks a translation, or whose translation lacks a placeholder."""
    lines = []
    for folder in apps():
        messages = _messages(folder)
        for language in LANGUAGES:
            catalogue = _read(_po(folder, language), language)
            for message in messages:
                if not message.id:
                    continue
                found = catalogue.get(message.id, message.context)
                strings = [] if found is None else [found.string] if isinstance(found.string, str) else list(found.string or ())
                if not strings or not all(strings):
                    lines.append(f"{folder.name} {language}: {message.id!r} is not translated")
                elif found is not None and (errors := [str(error) for error in found.check(catalogue)]):
                    lines.append(f"{folder.name} {language}: {message.id!r}: {'; '.join(errors)}")
    return lines


def twofold_texts() -> list[str]:
    """Return a line for every text that two apps translate differently: one of the two is never shown, and nobody says which."""
    lines = []
    for language in LANGUAGES:
        first: dict[tuple[str | None, str], tuple[str, str]] = {}
        for folder in apps():
            for message in _read(_po(folder, language), language):
                words = message.string if isinstance(message.string, str) else next(iter(message.string or ()), "")
                one = message.id if isinstance(message.id, str) else message.id[0]
                app_name, before = first.setdefault((message.context, one), (folder.name, words))
                if one and before != words:
                    lines.append(f"{language}: {one!r} is {before!r} in {app_name} and {words!r} in {folder.name}; choose one, or other English words")
    return lines


@app.command()
def missing() -> None:
    """List the texts that lack a translation, or have two; ends with 1 when there are any."""
    lines = missing_texts() + twofold_texts()
    for line in lines:
        typer.echo(line)
    raise typer.Exit(1 if lines else 0)


@app.command("compile")
def compile_() -> None:
    """Make the compiled catalogues that the pages read."""
    for path in PACKAGE.rglob("django.po"):
        target = path.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= path.stat().st_mtime:
            continue
        fresh = target.with_suffix(f".{os.getpid()}")  # whole before it takes the place of the old one: others may be reading
        with path.open("rb") as source, fresh.open("wb") as file:
            write_mo(file, read_po(source))
        fresh.replace(target)


if __name__ == "__main__":  # the set-up calls it so, because starting the whole of Samskaper takes four times as long
    app()
