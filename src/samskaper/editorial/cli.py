"""What people do with the kit's content at the command line."""

from __future__ import annotations

import typer

app = typer.Typer(help="The starter kit's content.", no_args_is_help=True)


@app.callback()
def kit() -> None:
    """The starter kit's content: films made from their text."""


@app.command()
def films(
    only: str = typer.Option("", help="One method's film, by its key."),
    language: str = typer.Option("", help="One language: nb, nn, da or en."),
) -> None:
    """Make the films from their text, and write down what they were made from. Needs `requirements/film.txt`; some ten minutes a film."""
    from samskaper.editorial.films import manifest, scenes

    try:
        from samskaper.editorial.films.render import render
    except ModuleNotFoundError as missing:
        raise typer.BadParameter(f"{missing.name} is not installed. Run: uv pip install -r requirements/film.txt") from missing
    languages = [language] if language else list(scenes.LANGUAGES)
    for key in [only] if only else scenes.films():
        for file in render(scenes.film(key), [scenes.speech(key, one) for one in languages], scenes.FILMS, say=typer.echo):
            typer.echo(f"{file.name}: {file.stat().st_size / 1000:.0f} kB")
        manifest.enter(key, languages)
