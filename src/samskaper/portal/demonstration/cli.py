"""The command line of the demonstration."""

from __future__ import annotations

import typer

app = typer.Typer(help="The demonstration: invented libraries on real dates.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """The demonstration: invented libraries on real dates."""


@app.command()
def load() -> None:
    """Load the demonstration into an empty database. Does nothing where there are organisations already."""
    from samskaper.portal.demonstration.commands import load as load_demonstration

    typer.echo("The demonstration is loaded." if load_demonstration() else "There are organisations already; nothing was loaded.")
