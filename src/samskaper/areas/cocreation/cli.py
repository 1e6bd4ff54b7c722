"""`samskaper register`: the open registers on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from samskaper.areas.cocreation.registers.client import Client

app = typer.Typer(help="The register of associations, filled from the country's open ones.", no_args_is_help=True)


@app.command()
def fill(
    county: str = typer.Option(help="The number of the county, such as 34."),
    library: int = typer.Option(0, help="The number of the regional library that answers for what is filled in. Left out, the only one in the county."),
) -> None:
    """Fill the register of a county, or bring it up to date, and wait until it is done."""
    from samskaper.areas.cocreation.commands import register as commands
    from samskaper.areas.cocreation.registers.client import RegisterError
    from samskaper.areas.cocreation.rules.register import may_fill
    from samskaper.areas.cocreation.tasks.register import fill_now
    from samskaper.commons.people.doer import SYSTEM
    from samskaper.commons.people.models import Organisation

    near = Organisation.objects.filter(county__number=county).select_related("county")
    fitting = [one for one in near if may_fill(SYSTEM, one) and library in (0, one.pk)]
    if len(fitting) != 1:
        typer.echo("No regional library has this county." if not fitting else "Say which library: " + ", ".join(f"{one.pk} {one}" for one in fitting))
        raise typer.Exit(2)
    commands.begin(library=fitting[0], by=SYSTEM)
    filling = commands.take(by=SYSTEM)
    assert filling is not None
    try:
        fill_now(filling, _client())
    except RegisterError as error:
        typer.echo(f"It did not go through: {error}. What was read is kept; run the same command again later.")
        raise typer.Exit(1) from None
    filling.refresh_from_db()
    typer.echo(f"{filling.pages} pages read: {filling.added} new, {filling.changed} changed, {filling.passed_over} left where they were.")


@app.command()
def compare() -> None:
    """Say how many of the register of voluntary organisations are here. Reads the whole country's list, about 730 questions."""
    from samskaper.areas.cocreation.models import Party
    from samskaper.areas.cocreation.registers.voluntary import numbers

    here = set(Party.objects.exclude(number="").values_list("number", flat=True))
    there = set(numbers(_client()))
    typer.echo(f"{len(there)} stand in the register of voluntary organisations; {len(there & here)} of them are here.")


def _client() -> Client:
    from django.conf import settings

    from samskaper.areas.cocreation.registers.client import Client

    return Client(home=settings.OPEN_REGISTERS)
