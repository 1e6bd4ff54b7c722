"""`bin/serve`: sets up what is missing, then serves and works in the background until Ctrl-C."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from samskaper.config.setup import frontend
from samskaper.config.setup.checkout import Checkout, here
from samskaper.config.setup.data import DataFolder, compile_texts, lock
from samskaper.config.setup.machine import PANGO_MISSING, has_pango, port_is_free
from samskaper.config.setup.packages import fetch_installer, install
from samskaper.config.setup.stages import Stages, Trouble
from samskaper.config.supervisor import Supervisor, processes

HERE = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True)
class Wishes:
    """What the one who starts asked for, by options and environment."""

    empty: bool
    only: str | None
    host: str
    port: int
    url: str
    data: Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    checkout = here()
    stages = Stages(checkout.state / "log")
    try:
        wishes = read_wishes(arguments, checkout)
        folder = DataFolder(checkout, wishes.data, stages)
        if wishes.only == "build":
            set_up(checkout, stages, None, wishes)
            return 0
        with folder.taken(wishes.url):
            check_port(wishes)
            set_up(checkout, stages, folder, wishes)
            return 0 if wishes.only else serve(checkout, stages, folder, wishes)
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. What was set up so far is kept.", file=sys.stderr)
        return 130


def read_wishes(arguments: Sequence[str] | None, checkout: Checkout) -> Wishes:
    """Return the wishes; raises Trouble when one of them makes no sense."""
    parser = argparse.ArgumentParser(
        prog="bin/serve",
        description="Sets up what Samskaper needs, then serves it. Ctrl-C stops it; a later start takes seconds.",
        epilog="PORT (8000), SAMSKAPER_URL (the address that people open) and SAMSKAPER_DATA (the folder for database "
        "and files, var/) are taken from the environment.",
    )
    parser.add_argument("--empty", action="store_true", help="start without the demonstration; prints a set-up code")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--only-set-up", dest="only", action="store_const", const="set-up", help="set up, then stop")
    only.add_argument(
        "--only-build", dest="only", action="store_const", const="build",
        help="set up what does not depend on the data (packages, front end, texts), then stop; for container images",
    )
    options = parser.parse_args(arguments)
    port = os.environ.get("PORT") or "8000"
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise Trouble(f"PORT is «{port}», which is not a port. A number from 1 to 65535, please; 8000 is usual.")
    url = (os.environ.get("SAMSKAPER_URL") or f"http://localhost:{port}").rstrip("/")
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        raise Trouble(f"SAMSKAPER_URL is «{url}». It needs the whole address, such as http://192.168.1.20:{port}.")
    data = Path(os.environ.get("SAMSKAPER_DATA") or checkout.root / "var").expanduser().resolve()
    return Wishes(options.empty, options.only, listening(url), int(port), url, data)


def listening(url: str) -> str:
    """Return the address to listen on: SAMSKAPER_LISTEN, or this machine alone unless others are to open the page.

    Behind a reverse proxy others come by the proxy, which is on this machine.
    """
    if told := os.environ.get("SAMSKAPER_LISTEN"):
        return told
    behind_proxy = os.environ.get("SAMSKAPER_BEHIND_PROXY")
    return "127.0.0.1" if behind_proxy or urlsplit(url).hostname in HERE else "0.0.0.0"


def check_port(wishes: Wishes) -> None:
    """Raise Trouble when somebody else listens on the port already."""
    if not wishes.only and not port_is_free(wishes.port, wishes.host):
        raise Trouble(
            f"Another program listens on port {wishes.port}. Stop it, or choose another port: "
            f"PORT={wishes.port + 1} bin/serve"
        )


def set_up(checkout: Checkout, stages: Stages, folder: DataFolder | None, wishes: Wishes) -> None:
    """Make everything ready that is not; say so only when there was something to do."""
    with lock(checkout.state / "lock", str(os.getpid())) as holder:
        if holder is not None:
            raise Trouble(f"Another start is setting this checkout up (process {holder}). Let it finish first.")
        _stages(checkout, stages, folder, wishes)
    if stages.done:
        stages.say(stages.summary())
    if not has_pango():
        stages.say(f"\n{PANGO_MISSING}\n")


def _stages(checkout: Checkout, stages: Stages, folder: DataFolder | None, wishes: Wishes) -> None:
    """Do the stages, the front end beside packages and database; without a data folder only what needs none.

    The thread beside does one thing at a time, so the static files are laid out when the bundle is built; the texts are
    compiled beside the migrations.
    """
    node = frontend.system_node()
    built = frontend.is_built(checkout)
    with ThreadPoolExecutor(1) as beside:
        if not built and node is None:
            fetch_installer(checkout, stages)
        bundle = None if built else beside.submit(build_frontend, checkout, stages, node)
        install(checkout, stages)
        texts = beside.submit(compile_texts, checkout, stages)
        static = None if folder is None else beside.submit(folder.collect_static)
        if folder is not None:
            folder.fill(empty=wishes.empty, texts=texts.result)
        for waited_for in filter(None, (bundle, texts, static)):
            waited_for.result()


def build_frontend(checkout: Checkout, stages: Stages, node: frontend.Node | None) -> None:
    """Build the front end with the machine's Node, or with one fetched for the purpose."""
    frontend.build(checkout, stages, node or frontend.wheel_node(checkout, stages))


def serve(checkout: Checkout, stages: Stages, folder: DataFolder, wishes: Wishes) -> int:
    """Start web and worker and keep them going until somebody stops us."""
    env = {**folder.environment(), "PORT": str(wishes.port), "SAMSKAPER_URL": wishes.url}
    supervisor = Supervisor(processes(checkout.root, wishes.host, wishes.port, env), say=stages.say)

    def ready(seconds: float) -> None:
        stages.say(f"\nSamskaper is ready after {seconds:.1f} s: {wishes.url}")
        if code := folder.setup_code():
            stages.say(code)
        stages.say("Ctrl-C stops it.")

    return supervisor.run(on_ready=ready)


if __name__ == "__main__":
    sys.exit(main())
