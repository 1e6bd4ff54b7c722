"""Stages are printed with their seconds, and a command that fails leaves a sentence and the end of its log."""

from __future__ import annotations

import re
import sys

import pytest

from samskaper.config.setup.fingerprints import Stamps, fingerprint
from samskaper.config.setup.machine import free_port, has_pango, port_is_free, received_bytes
from samskaper.config.setup.stages import Trouble, child_environment, processor_seconds
from tests.config.conftest import Scene


def test_a_stage_is_printed_with_seconds_and_remarks(scene: Scene) -> None:
    with scene.stages.stage("Database") as remarks:
        remarks.append("3 tables")

    assert re.fullmatch(r"  Database \.+ +\d+\.\d s  \(3 tables\)\n", scene.screen.getvalue())


def test_a_stage_that_fails_is_not_printed_as_done(scene: Scene) -> None:
    with pytest.raises(Trouble), scene.stages.stage("Database"):
        raise Trouble("No")

    assert scene.stages.done == []
    assert scene.screen.getvalue() == ""


def test_the_summary_tells_seconds_megabytes_and_processor_seconds(scene: Scene) -> None:
    told = r"Set up in \d+\.\d s; (\d+ MB|an unknown number of megabytes) fetched; \d+\.\d processor seconds\."

    assert re.fullmatch(told, scene.stages.summary())


def test_a_command_returns_what_it_said(scene: Scene) -> None:
    said = scene.stages.run(
        [sys.executable, "-c", "print('hello')"],
        log="hello", env=child_environment(), cwd=scene.checkout.root, trouble="",
    )

    assert said == "hello\n"


def test_a_command_that_fails_gives_the_sentence_and_the_end_of_its_log(scene: Scene) -> None:
    body = "[print('line', number) for number in range(50)]; raise SystemExit(3)"

    with pytest.raises(Trouble, match="It did not work") as trouble:
        scene.stages.run(
            [sys.executable, "-c", body], log="fails", env=child_environment(), cwd=scene.checkout.root,
            trouble="It did not work.",
        )

    assert "line 49" in str(trouble.value)
    assert "line 29\n" not in str(trouble.value)


def test_children_do_not_get_what_is_meant_for_the_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "src")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("LANG", "nb_NO.UTF-8")

    env = child_environment(PORT="8001")

    assert not {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE"} & set(env)
    assert (env["LANG"], env["PORT"]) == ("nb_NO.UTF-8", "8001")


def test_the_processor_seconds_of_children_count(scene: Scene) -> None:
    before = processor_seconds()

    scene.stages.run(
        [sys.executable, "-c", "sum(range(3_000_000))"], log="busy", env=child_environment(), cwd=scene.checkout.root,
        trouble="",
    )

    assert processor_seconds() > before


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ("nothing", True),
        ("a file's text", False),
        ("a new file", False),
        ("a word", False),
        ("bytecode", True),
    ],
)
def test_a_fingerprint_follows_the_sources(scene: Scene, change: str, same: bool) -> None:
    scene.file("source/a.py", "1")
    folder = scene.checkout.root / "source"
    before = fingerprint([folder], "word")

    if change == "a file's text":
        scene.file("source/a.py", "2")
    elif change == "a new file":
        scene.file("source/b.py")
    elif change == "bytecode":
        scene.file("source/__pycache__/a.pyc")
    after = fingerprint([folder], "other" if change == "a word" else "word")

    assert (before == after) is same


def test_a_stamp_is_fresh_only_with_its_products(scene: Scene) -> None:
    stamps = Stamps(scene.checkout.state / "stamps")
    product = scene.file("product")

    before = stamps.fresh("stage", "one", product)
    stamps.keep("stage", "one")

    assert not before
    assert stamps.fresh("stage", "one", product)
    assert not stamps.fresh("stage", "two", product)
    product.unlink()
    assert not stamps.fresh("stage", "one", product)


def test_a_port_that_somebody_listens_on_is_not_free() -> None:
    import socket

    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()

        assert not port_is_free(door.getsockname()[1])


def test_a_free_port_is_free() -> None:
    assert port_is_free(free_port())


def test_the_machine_is_only_looked_at() -> None:
    received = received_bytes()

    assert received is None or received >= 0
    assert isinstance(has_pango(), bool)
