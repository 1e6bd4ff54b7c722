"""The command line, `samskaper`: what people do with an installation. `--help` explains every command.

Each area's commands live in its own `cli.py` (a door) and are named here.
"""

from __future__ import annotations

import gc
import importlib
import os

import typer

app = typer.Typer(
    name="samskaper",
    help="Samskaper: co-creation from plan to everyday practice. Start with `bin/serve`; the rest is for those who run it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

COMMANDS = {
    "texts": "samskaper.config.texts",
    "projects": "samskaper.areas.projects.cli",
    "demo": "samskaper.portal.demonstration.cli",
    "register": "samskaper.areas.cocreation.cli",
    "setup": "samskaper.commons.people.cli",
    "search": "samskaper.commons.search.cli",
    "kit": "samskaper.areas.startkit.cli",
}
BELOW = {"kit": "samskaper.editorial.cli"}  # commands of a lower floor that stand under the same word


GARBAGE = 100_000  # new objects between two looks, where the language's own default is 700


def _prepare() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samskaper.config.settings")
    import django

    django.setup()
    for name, module in COMMANDS.items():
        if importlib.util.find_spec(module.rpartition(".")[0]) and importlib.util.find_spec(module):
            commands = importlib.import_module(module).app
            if name in BELOW:
                commands.registered_commands += importlib.import_module(BELOW[name]).app.registered_commands
            app.add_typer(commands, name=name)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []})
def manage(context: typer.Context) -> None:
    """Run one of the framework's own commands, such as `samskaper manage migrate`."""
    from django.core.management import execute_from_command_line

    execute_from_command_line(["samskaper manage", *context.args])


@app.command()
def worker(once: bool = typer.Option(False, help="Do every round once, then stop.")) -> None:
    """Do the work in the background: deliver mail, move waiting lists, sweep what need not be kept."""
    from samskaper.config.worker import run

    run(once=once)


@app.command("check-seed")
def check_seed(
    as_json: bool = typer.Option(False, "--json", help="Print cookies, addresses, canaries and who may write, as JSON."),
) -> None:
    """Fill an empty database with two organisations and every role, for checking who may open which door.

    Touches no database that it did not make itself: such a one is left as it is, and the exit code is 3.
    """
    from samskaper.config.checkseed.command import run

    raise typer.Exit(run(as_json=as_json))


def _collect_rarely() -> None:
    """Look for garbage seldom: migrations and the demonstration make much that lasts, and looking cost a sixth of their time."""
    gc.freeze()
    gc.set_threshold(GARBAGE, 20, 100)


def main() -> None:
    """The entry point of the command `samskaper`."""
    _prepare()
    _collect_rarely()
    app()


if __name__ == "__main__":
    main()
