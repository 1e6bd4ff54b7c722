"""`samskaper search`: build the index anew, and see how well it finds."""

from __future__ import annotations

import typer

app = typer.Typer(help="Search: build the index anew.", no_args_is_help=True)


@app.callback()
def search() -> None:
    """Search over the whole site."""


@app.command()
def rebuild() -> None:
    """Read everything that can be found again, and say how far it has come."""
    from samskaper.commons.search import commands

    changed = commands.rebuild(typer.echo)
    typer.echo(f"{changed} documents were new or changed.")
