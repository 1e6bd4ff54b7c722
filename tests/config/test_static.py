"""Static files: lasting names, compressed, and a page that names a file that is not there still comes."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage

from samskaper.config.static import Files


@pytest.fixture
def laid_out(tmp_path: Path) -> Path:
    """A folder of static files after they were laid out."""
    for name in ("ui/app.css", "wagtailadmin/core.css"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("p { color: black; }\n" * 200)
    found = {name: (FileSystemStorage(tmp_path), name) for name in ("ui/app.css", "wagtailadmin/core.css")}
    list(Files(location=str(tmp_path)).post_process(found))
    return tmp_path


def test_what_visitors_fetch_is_compressed_in_both_ways(laid_out: Path) -> None:
    names = [path.name for path in (laid_out / "ui").iterdir()]

    assert len([name for name in names if name.endswith(".css.br")]) == 1
    assert len([name for name in names if name.endswith(".css.gz")]) == 1


def test_what_editors_fetch_is_compressed_in_the_quick_way(laid_out: Path) -> None:
    names = [path.name for path in (laid_out / "wagtailadmin").iterdir()]

    assert [name for name in names if name.endswith(".br")] == []
    assert len([name for name in names if name.endswith(".css.gz")]) == 1


def test_a_name_carries_the_digest_of_the_file(laid_out: Path) -> None:
    name = Files(location=str(laid_out), base_url="/static/").stored_name("ui/app.css")

    assert name != "ui/app.css"
    assert (laid_out / name).exists()


def test_a_file_that_is_not_built_keeps_its_plain_name(laid_out: Path) -> None:
    assert Files(location=str(laid_out), base_url="/static/").stored_name("ui/none.css") == "ui/none.css"
