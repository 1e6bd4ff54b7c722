"""`samskaper kit`: the starter kit at the command line."""

from __future__ import annotations

from itertools import groupby

import typer

app = typer.Typer(help="The starter kit: how whole it is, and its films.", no_args_is_help=True)


@app.callback()
def kit() -> None:
    """The starter kit: how whole it is, and its films."""


@app.command()
def status(language: str = typer.Option("en", help="The language of the reasons: nb, nn, da or en.")) -> None:
    """List methods x languages x {text, sheet, picture, film, online variant}. Ends with 1 if anything is missing, and says what."""
    from django.utils import translation

    from samskaper.areas.startkit.queries.status import status as rows_of
    from samskaper.areas.startkit.rules.status import WHAT

    with translation.override(language):
        rows = rows_of()
        wide = max((len(row.key) for row in rows), default=0)
        typer.echo(f"{'':{wide}}  {'':4}" + "".join(f"{what:<9}" for what in WHAT))
        for key, own in groupby(rows, key=lambda row: row.key):
            for number, row in enumerate(own):
                typer.echo(f"{'' if number else key:{wide}}  {row.language:4}" + "".join(f"{row.marks[what]:<9}" for what in WHAT))
        gaps = [gap for row in rows for gap in row.gaps]
        typer.echo("")
        if not rows:
            typer.echo("There are no methods at all. Has the database been migrated?")
        for gap in gaps:
            typer.echo(f"{gap.key} {gap.language} {gap.what}: {gap.why}")
        typer.echo(f"{len({row.key for row in rows})} methods, {len({row.language for row in rows})} languages, {len(gaps)} gaps.")
    raise typer.Exit(1 if gaps or not rows else 0)
