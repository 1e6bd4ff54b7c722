"""A data folder: filled once, brought up to date when needed, used by one at a time."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from samskaper.config.setup.data import DataFolder, compile_texts, lock
from samskaper.config.setup.stages import Trouble
from tests.config.conftest import Scene

MAKES_DATABASE = 'mkdir -p "$SAMSKAPER_DATA" && touch "$SAMSKAPER_DATA/samskaper.sqlite3"'
MIGRATE = "samskaper manage migrate --no-input --skip-checks --verbosity 1"
DEMO = "samskaper demo load"


@pytest.fixture
def folder(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    scene.program(".venv/bin/samskaper", MAKES_DATABASE)
    scene.file("src/samskaper/commons/people/migrations/0001_initial.py")
    return DataFolder(scene.checkout, scene.checkout.root / "var", scene.stages)


def test_a_first_start_makes_the_tables_and_loads_the_demonstration(scene: Scene, folder: DataFolder) -> None:
    folder.fill(empty=False)

    assert scene.asked() == [MIGRATE, DEMO]


def test_a_first_start_that_is_to_be_empty_loads_nothing(scene: Scene, folder: DataFolder) -> None:
    folder.fill(empty=True)

    assert scene.asked() == [MIGRATE]


def test_a_later_start_does_nothing(scene: Scene, folder: DataFolder) -> None:
    folder.fill(empty=False)
    scene.asked()

    folder.fill(empty=False)

    assert scene.asked() == []


def test_a_later_start_with_a_new_migration_only_migrates(scene: Scene, folder: DataFolder) -> None:
    folder.fill(empty=False)
    scene.asked()
    scene.file("src/samskaper/commons/people/migrations/0002_more.py")

    folder.fill(empty=False)

    assert scene.asked() == [MIGRATE]


def test_a_first_start_that_was_interrupted_is_finished_by_the_next(scene: Scene, folder: DataFolder) -> None:
    scene.program(".venv/bin/samskaper", f'{MAKES_DATABASE}\n[ "$1" != demo ]')
    with pytest.raises(Trouble, match="demonstration could not be loaded"):
        folder.fill(empty=False)
    scene.program(".venv/bin/samskaper", MAKES_DATABASE)
    scene.asked()

    folder.fill(empty=False)

    assert scene.asked() == [DEMO]


def test_data_on_a_server_are_migrated_at_every_start_and_never_filled(
    scene: Scene, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://somewhere/else")
    served = DataFolder(scene.checkout, folder.path, scene.stages)

    served.fill(empty=False)
    served.fill(empty=False)

    assert scene.asked() == [MIGRATE, MIGRATE]


def test_the_set_up_code_is_told_until_it_is_used(scene: Scene, folder: DataFolder) -> None:
    folder.fill(empty=True)

    scene.program(".venv/bin/samskaper", "echo 'Type 1234.'")
    first = folder.setup_code()
    scene.program(".venv/bin/samskaper")
    used = folder.setup_code()
    scene.asked()
    later = folder.setup_code()

    assert (first, used, later, scene.asked()) == ("Type 1234.", "", "", [])


def test_no_set_up_code_is_made_beside_the_demonstration(scene: Scene, folder: DataFolder) -> None:
    folder.fill(empty=False)
    scene.asked()

    assert folder.setup_code() == ""
    assert scene.asked() == []


def test_a_second_start_on_the_same_folder_is_told_who_has_it(folder: DataFolder) -> None:
    told = pytest.raises(Trouble, match=r"already runs on the folder .*http://localhost:8000")

    with folder.taken("http://localhost:8000"), told, folder.taken("http://localhost:8001"):
        pass


def test_the_folder_and_what_is_made_in_it_are_ours_alone(folder: DataFolder) -> None:
    folder.path.mkdir(mode=0o755, parents=True, exist_ok=True)
    before = folder.path / "samskaper.sqlite3"
    before.touch(0o644)
    umask = os.umask(0o022)
    try:
        with folder.taken("http://localhost:8000"):
            (folder.path / "later").touch()
            subprocess.run(["touch", str(folder.path / "by-a-child")], check=True)
    finally:
        os.umask(umask)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (folder.path, before, folder.path / "later", folder.path / "by-a-child")}
    assert modes == {folder.path.name: 0o700, "samskaper.sqlite3": 0o600, "later": 0o600, "by-a-child": 0o600}


def test_a_folder_is_free_again_afterwards(folder: DataFolder) -> None:
    with folder.taken("http://localhost:8000"):
        pass

    with folder.taken("http://localhost:8000"):
        assert folder.path.exists()


def test_a_lock_hands_out_the_note_of_its_holder(tmp_path: Path) -> None:
    with lock(tmp_path / "deep/lock", "somebody"), lock(tmp_path / "deep/lock", "another") as holder:
        assert holder == "somebody"


def test_texts_are_compiled_when_a_catalogue_changes_or_its_product_is_gone(scene: Scene) -> None:
    compiles = "for po in src/samskaper/ui/locale/*/LC_MESSAGES/*.po; do touch ${po%.po}.mo; done"
    scene.program(".venv/bin/python", compiles)
    catalogue = scene.file("src/samskaper/ui/locale/nb/LC_MESSAGES/django.po", 'msgid "a"')

    asked = []
    for change in (None, None, lambda: catalogue.write_text('msgid "b"'), catalogue.with_suffix(".mo").unlink):
        if change:
            change()
        compile_texts(scene.checkout, scene.stages)
        asked.append(len(scene.asked()))

    assert asked == [1, 0, 1, 1]


def test_static_files_are_laid_out_again_when_the_bundle_changes(scene: Scene, folder: DataFolder) -> None:
    scene.program(".venv/bin/samskaper", f'{MAKES_DATABASE}; mkdir -p "$SAMSKAPER_DATA/static"')
    bundle = scene.file("src/samskaper/ui/static/ui/app.css", "a")

    folder.collect_static()
    folder.collect_static()
    bundle.write_text("b")
    folder.collect_static()

    assert len(scene.asked()) == 2
