"""`samskaper projects`: applications on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from samskaper.areas.projects.application import Application, TooLarge, as_json, read

app = typer.Typer(help="Development projects: bring in applications.", no_args_is_help=True)


@app.callback()
def projects() -> None:
    """Development projects: bring in applications."""


@app.command("import")
def import_(
    file: Path = typer.Argument(
        help="The application as text, in whatever encoding; - reads from the keyboard or a pipe."
    ),
    json_: bool = typer.Option(
        False, "--json", help="Print what was understood as JSON and save nothing. Needs no database."
    ),
    owner: str = typer.Option(
        "",
        help="The name (or number) of the organisation that owns the project. Left out, the installation's own library.",
    ),
    language: str = typer.Option("nb", help="The language that the application is written in: nb, nn, da or en."),
) -> None:
    """Read an application and save it as a project, or print it as JSON."""
    from django.utils import translation

    with translation.override(language):
        source = _source(file)
        application = _understood(source)
        if json_:
            typer.echo(json.dumps(as_json(application), ensure_ascii=False, indent=2))
            return
        _save(application, source, owner, language)


def _source(file: Path) -> bytes:
    if str(file) == "-":
        return typer.get_binary_stream("stdin").read()
    try:
        return file.read_bytes()
    except OSError as refused:
        typer.echo(f"We cannot read {file}: {refused.strerror}.", err=True)
        raise typer.Exit(2) from None


def _understood(source: bytes) -> Application:
    try:
        return read(source)
    except TooLarge as refused:
        typer.echo(refused.sentence(), err=True)
        raise typer.Exit(2) from None


def _save(application: Application, source: bytes, owner: str, language: str) -> None:
    from samskaper.areas.projects.application.decode import decode
    from samskaper.areas.projects.commands.importing import save_application
    from samskaper.areas.projects.queries.organisations import owner_named
    from samskaper.commons.people.doer import SYSTEM

    library = owner_named(owner)
    if library is None:
        typer.echo(
            "Nobody here has that name. Say whose project it is with --owner and the organisation's name or number.",
            err=True,
        )
        raise typer.Exit(2)
    text = decode(source).replace("\x00", "")
    project = save_application(application=application, owner=library, by=SYSTEM, text=text, language=language)
    left = len(application.not_understood)
    typer.echo(
        f"Saved as project {project.pk}, “{project.title}”: {len(application.main_goals)} main goals, {len(application.sub_goals)} sub-goals, "
        f"{len(application.activities)} activities. {left} lines were not understood{':' if left else '.'}"
    )
    for one in application.not_understood:
        typer.echo(f"  line {one.line}: {one.text[:120]}")
