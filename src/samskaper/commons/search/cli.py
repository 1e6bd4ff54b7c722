"""`samskaper search`: build the index anew, and see how well it finds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import typer
from django.conf import settings

app = typer.Typer(help="Search: build the index anew, and see how well it finds.", no_args_is_help=True)
JUDGED = Path(settings.ROOT) / "tests/commons/search/judged"
KIT = Path(settings.PACKAGE) / "editorial/content/kit"


@app.command()
def rebuild() -> None:
    """Read everything that can be found again, and say how far it has come."""
    from samskaper.commons.search import commands

    changed = commands.rebuild(typer.echo)
    typer.echo(f"{changed} documents were new or changed.")


@app.command()
def score(
    folder: Path = typer.Option(JUDGED, help="The folder of judged questions; see tests/commons/search/judged."),
    postgres: str = typer.Option("", help="The address of a PostgreSQL in which a schema may be made and dropped, to try that too."),
    wrong: bool = typer.Option(False, help="Also list the questions that we answer wrongly."),
) -> None:
    """Ask the judged questions of our search and of the databases' own, and say how well each answers."""
    if not (folder / "texts.tsv").exists():
        typer.echo(f"There are no judged questions in {folder}. They come with the source of Samskaper.", err=True)
        raise typer.Exit(2)
    from samskaper.commons.search import judged

    asked = judged.judgements(folder)
    typer.echo(f"{len(asked)} questions. Recall: of what must be found. Precision: of what was found and judged.\n")
    typer.echo(f"{'':28}{'recall':>8}{'precision':>11}{'all right':>11}")
    for name, opened in _engines(folder, postgres):
        with opened as answer:
            found = judged.score(asked, answer)
        typer.echo(f"{name:28}{found.recall:8.3f}{found.precision:11.3f}{f'{found.right}/{found.number}':>11}")
        if wrong and name.startswith("ours"):
            for one, missed, false in found.wrong:
                typer.echo(f"    {one.language} {one.query}: missed {sorted(missed)}, false {sorted(false)}")


def _engines(folder: Path, postgres: str) -> Iterator[tuple[str, AbstractContextManager[Any]]]:
    from samskaper.commons.search import judged

    texts = judged.texts(folder, KIT)
    yield "ours, SQLite", judged.ours(texts)
    yield "SQLite's own (FTS5)", judged.plain_sqlite(texts)
    if postgres:
        yield "ours, PostgreSQL", judged.ours(texts, postgres)
        yield "PostgreSQL's own (tsvector)", judged.plain_postgres(texts, postgres)
