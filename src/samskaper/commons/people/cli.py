"""Commands that set an installation up."""

from __future__ import annotations

import typer
from django.conf import settings
from django.db import transaction

from samskaper.commons.people import commands
from samskaper.commons.people.doer import SYSTEM

app = typer.Typer(help="Set up an empty installation.", no_args_is_help=True)


@app.command()
def code() -> None:
    """Print a one-time code that the first visitor types; prints nothing when Samskaper is set up already."""
    with transaction.atomic():
        fresh = commands.make_setup_code(by=SYSTEM)
    if fresh:
        typer.echo(f"Open {settings.SITE_URL}/nb/setup/ and type this code, which works once: {fresh}")


@app.command()
def places() -> None:
    """Load the counties and municipalities of Norway and the regions and municipalities of Denmark."""
    number = commands.load_places(by=SYSTEM)
    typer.echo(f"{number} municipalities of today are known, and those that they were before.")
