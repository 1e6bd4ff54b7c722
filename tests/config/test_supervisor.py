"""The supervisor: starts, starts again, stops together; nobody outlives it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from samskaper.config.setup.checkout import here
from samskaper.config.setup.machine import free_port
from samskaper.config.setup.stages import child_environment
from samskaper.config.supervisor import Process, Supervisor, processes

SLEEPS = "import time; time.sleep(60)"
ANSWERS = """
import http.server, sys
class Yes(http.server.BaseHTTPRequestHandler):
    def do_GET(self): self.send_response(200); self.end_headers()
    def log_message(self, *words): pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Yes).serve_forever()
"""


def process(body: str, *arguments: str, name: str = "worker", answers_at: str | None = None) -> Process:
    command = [sys.executable, "-c", body, *arguments]
    return Process(name, command, child_environment(), Path.cwd(), answers_at=answers_at)


def web() -> Process:
    port = free_port()
    return process(ANSWERS, str(port), name="web", answers_at=f"http://127.0.0.1:{port}/")


def number(of: Process) -> int:
    assert of.running is not None
    return of.running.pid


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def within(seconds: float, happens: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if happens():
            return True
        time.sleep(0.02)
    return happens()


def test_it_is_ready_when_the_web_answers_and_the_rest_is_there() -> None:
    supervisor = Supervisor([web(), process(SLEEPS)])

    with supervisor.running():
        assert all(one.answers() for one in supervisor.processes)


def test_afterwards_nobody_is_left() -> None:
    supervisor = Supervisor([web(), process(SLEEPS)])

    with supervisor.running():
        numbers = [number(one) for one in supervisor.processes]

    assert not any(is_alive(one) for one in numbers)


def test_a_process_that_cannot_start_is_not_ready() -> None:
    supervisor = Supervisor([process("raise SystemExit(3)", name="web", answers_at="http://127.0.0.1:9/")])

    with pytest.raises(RuntimeError, match="did not answer"), supervisor.running():
        pass


def test_a_process_that_never_answers_is_not_ready() -> None:
    silent = process(SLEEPS, name="web", answers_at=f"http://127.0.0.1:{free_port()}/")
    supervisor = Supervisor([silent])

    try:
        assert not supervisor.start(patience=0.3)
    finally:
        supervisor.stop()


def test_a_process_that_dies_is_started_again_and_that_is_said() -> None:
    said: list[str] = []
    supervisor = Supervisor([process(SLEEPS)], say=said.append)

    with supervisor.running():
        first = number(supervisor.processes[0])
        supervisor.processes[0].began -= 60
        os.kill(first, signal.SIGKILL)
        assert within(3, supervisor.processes[0].has_died)
        supervisor.look_after()

        assert number(supervisor.processes[0]) != first
    assert said == ["worker ended unasked (killed by SIGKILL); it is started again now."]


def test_a_process_that_keeps_dying_is_started_more_and_more_slowly() -> None:
    said: list[str] = []
    one = process("raise SystemExit(7)")
    supervisor = Supervisor([one], say=said.append)

    for _ in range(7):
        one.start()
        assert one.running
        one.running.wait()
        supervisor.look_after()

    pauses = [line.rsplit("again ", 1)[1] for line in said]
    assert pauses == ["in 1 s.", "in 3 s.", "in 7 s.", "in 15 s.", "in 30 s.", "in 30 s.", "in 30 s."]


def test_what_a_dead_process_left_behind_is_ended_before_it_starts_again() -> None:
    leaves = f"import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', {SLEEPS!r}]).pid, flush=True)"
    one = process(leaves)
    one.running = subprocess.Popen(one.command, stdout=subprocess.PIPE, start_new_session=True)
    assert one.running.stdout
    left = int(one.running.stdout.readline())
    one.running.wait()
    supervisor = Supervisor([one], say=lambda line: None)

    supervisor.look_after()

    assert within(3, lambda: not is_alive(left))
    supervisor.stop()


def test_a_process_that_will_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samskaper.config.supervisor.GRACE", 0.3)
    stubborn = process(f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {SLEEPS}")
    supervisor = Supervisor([stubborn])

    supervisor.start()
    time.sleep(0.5)
    supervisor.stop()

    assert not is_alive(number(stubborn))


SUPERVISES = textwrap.dedent(
    """
    import sys, pathlib
    from samskaper.config.supervisor import Process, Supervisor
    from samskaper.config.setup.stages import child_environment
    one = Process("worker", [sys.executable, "-c", {sleeps!r}], child_environment(), pathlib.Path.cwd())
    supervisor = Supervisor([one], say=lambda line: print(line, flush=True))
    sys.exit(supervisor.run(on_ready=lambda seconds: print(one.running.pid, flush=True)))
    """
)


@pytest.fixture
def supervised() -> subprocess.Popen[str]:
    """A supervisor in a process of its own; the first line that it prints is the number of its worker."""
    body = SUPERVISES.format(sleeps=SLEEPS)
    return subprocess.Popen([sys.executable, "-c", body], stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_everything_in_peace(supervised: subprocess.Popen[str], asked: signal.Signals) -> None:
    assert supervised.stdout
    worker = int(supervised.stdout.readline())

    supervised.send_signal(asked)

    assert supervised.wait(10) == 0
    assert supervised.stdout.read() == "Stopped.\n"
    assert not is_alive(worker)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux ties a child to its parent's life")
def test_killing_the_supervisor_outright_ends_its_processes(supervised: subprocess.Popen[str]) -> None:
    assert supervised.stdout
    worker = int(supervised.stdout.readline())

    supervised.kill()
    supervised.wait()

    assert within(5, lambda: not is_alive(worker))


def test_one_machine_is_served_by_a_web_and_a_worker_process() -> None:
    found = processes(here().root, "127.0.0.1", 8123, {})

    assert [one.name for one in found] == ["web", "worker"]
    assert found[0].answers_at == "http://127.0.0.1:8123/livez"
    assert found[0].command[1:] == ["-m", "samskaper.config.web", "127.0.0.1", "8123"]
