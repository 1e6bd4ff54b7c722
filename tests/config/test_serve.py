"""`bin/serve`: what it understands, and the sentences where something is missing."""

from __future__ import annotations

import socket
import subprocess
from pathlib import Path

import pytest

from samskaper.config.setup import serve
from samskaper.config.setup.checkout import here
from samskaper.config.setup.stages import Trouble
from tests.config.conftest import Scene


@pytest.fixture(autouse=True)
def untold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is set from outside."""
    for name in ("PORT", "SAMSKAPER_URL", "SAMSKAPER_DATA", "SAMSKAPER_LISTEN", "SAMSKAPER_BEHIND_PROXY"):
        monkeypatch.delenv(name, raising=False)


def test_without_wishes_it_serves_this_machine_only(scene: Scene) -> None:
    wishes = serve.read_wishes([], scene.checkout)

    assert (wishes.port, wishes.url, wishes.host) == (8000, "http://localhost:8000", "127.0.0.1")
    assert wishes.data == scene.checkout.root / "var"
    assert not wishes.empty


def test_the_environment_overrides_port_address_and_folder(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PORT", "8100")
    monkeypatch.setenv("SAMSKAPER_URL", "http://192.168.1.20:8100/")
    monkeypatch.setenv("SAMSKAPER_DATA", str(tmp_path / "data"))

    wishes = serve.read_wishes(["--empty"], scene.checkout)

    assert (wishes.port, wishes.url, wishes.data) == (8100, "http://192.168.1.20:8100", tmp_path / "data")
    assert wishes.empty


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://localhost:8000", "127.0.0.1"),
        ("http://127.0.0.1:8000", "127.0.0.1"),
        ("http://[::1]:8000", "127.0.0.1"),
        ("http://192.168.1.20:8000", "0.0.0.0"),
        ("https://samskaper.example", "0.0.0.0"),
    ],
)
def test_others_get_in_only_when_the_address_is_for_them(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, url: str, host: str
) -> None:
    monkeypatch.setenv("SAMSKAPER_URL", url)

    assert serve.read_wishes([], scene.checkout).host == host


@pytest.mark.parametrize(
    ("listen", "behind_proxy", "host"),
    [("", "", "0.0.0.0"), ("", "1", "127.0.0.1"), ("0.0.0.0", "1", "0.0.0.0"), ("10.0.0.5", "", "10.0.0.5")],
)
def test_behind_a_proxy_only_this_machine_gets_in_unless_told(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, listen: str, behind_proxy: str, host: str
) -> None:
    monkeypatch.setenv("SAMSKAPER_URL", "https://samskaper.example")
    monkeypatch.setenv("SAMSKAPER_LISTEN", listen)
    monkeypatch.setenv("SAMSKAPER_BEHIND_PROXY", behind_proxy)

    assert serve.read_wishes([], scene.checkout).host == host


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "80 80"])
def test_a_port_that_is_none_is_told_in_a_sentence(scene: Scene, monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("PORT", port)

    with pytest.raises(Trouble, match="which is not a port"):
        serve.read_wishes([], scene.checkout)


@pytest.mark.parametrize("url", ["localhost:8000", "ftp://example.org", "http://", "//x"])
def test_an_address_that_is_not_whole_is_told_in_a_sentence(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("SAMSKAPER_URL", url)

    with pytest.raises(Trouble, match="needs the whole address"):
        serve.read_wishes([], scene.checkout)


def test_a_port_in_use_is_told_with_the_way_out(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        port = door.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))

        with pytest.raises(Trouble, match=f"PORT={port + 1} bin/serve"):
            serve.check_port(serve.read_wishes([], scene.checkout))


def run_bare(tmp_path: Path, command: str, **programs: str) -> subprocess.CompletedProcess[str]:
    """Run one of the two commands on a machine that has a shell and the given programs only."""
    for name in ("sh", "dirname", "cat"):
        (tmp_path / name).symlink_to(f"/bin/{name}" if Path(f"/bin/{name}").exists() else f"/usr/bin/{name}")
    for name, body in programs.items():
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{body}\n")
        program.chmod(0o755)
    env = {"PATH": str(tmp_path), "HOME": str(tmp_path)}
    return subprocess.run([here().root / "bin" / command], env=env, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", ["serve", "test"])
def test_a_machine_without_python_gets_a_sentence(tmp_path: Path, command: str) -> None:
    done = run_bare(tmp_path, command)

    assert done.returncode == 1
    assert "needs Python 3.11 or newer; this machine has no Python at all" in done.stderr


def test_a_machine_with_an_old_python_gets_a_sentence(tmp_path: Path) -> None:
    done = run_bare(tmp_path, "serve", python3='[ "$1" = --version ] && echo Python 3.9.2; exit 1')

    assert done.returncode == 1
    assert "this machine has Python 3.9.2" in done.stderr


def test_a_newer_python_beside_the_old_one_is_found(tmp_path: Path) -> None:
    done = run_bare(tmp_path, "serve", python3="exit 1", **{"python3.12": 'echo "$0 $*"'})

    assert done.returncode == 0
    assert done.stdout.strip().endswith("python3.12 -B -m samskaper.config.setup.serve")


def test_help_is_there_without_anything_installed() -> None:
    done = subprocess.run([here().root / "bin/serve", "--help"], capture_output=True, text=True, check=False)

    assert done.returncode == 0
    assert "--empty" in done.stdout
    assert "SAMSKAPER_DATA" in done.stdout
