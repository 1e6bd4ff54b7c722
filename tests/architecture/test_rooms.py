"""The rooms: what each may hold, how large it may be, and that the page about the house names them all."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median, quantiles

from tests.architecture.house import ROOMS, SOURCE, listed, module_of, place, said, sources, tree

PAGE = SOURCE.parents[1] / "docs/architecture.md"
WRITES = {"save", "create", "delete", "update", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
READ_ONLY = {"views", "api", "tasks", "receivers", "admin", "face", "forms", "exports", "queries", "rules"}


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def lengths() -> list[int]:
    return [len(path.read_text().splitlines()) for path in sources() if path.name != "__init__.py"]


def function_lengths() -> list[int]:
    return [(node.end_lineno or node.lineno) - node.lineno + 1 for path in sources() for node in functions(path)]


def test_files_stay_short() -> None:
    assert median(lengths()) <= 75
    assert quantiles(lengths(), n=20)[-1] <= 350
    assert max(lengths()) <= 600


def test_functions_stay_short() -> None:
    assert median(function_lengths()) <= 8
    assert quantiles(function_lengths(), n=20)[-1] <= 35


def test_a_face_is_registrations_only() -> None:
    long = [said(path) for path in sources() if path.name == "face.py" and len(path.read_text().splitlines()) > 80]

    assert not long, listed(long)


def test_only_commands_write() -> None:
    wrong = [
        f"{said(path)}:{node.lineno} {ast.unparse(node.func)}"
        for path in sources()
        if (where := place(module_of(path))) and where.room in READ_ONLY
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and writes(node)
    ]

    assert not wrong, listed(wrong)


def writes(call: ast.Call) -> bool:
    """Tell whether a call changes the database: a writing method of a manager or queryset, or of something saved."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in WRITES:
        return False
    on = ast.unparse(call.func.value)
    asked = ".objects" in on or ".filter(" in on or ".all()" in on or ".exclude(" in on
    return asked or (call.func.attr == "save" and not on.endswith(("storage", "image", "workbook", "book")))


def test_no_drawer_without_a_noun() -> None:
    drawers = {"utils", "helpers", "common", "misc", "shared", "base_utils"}

    wrong = [said(path) for path in sources() if path.stem in drawers or path.parent.name in drawers]

    assert not wrong, listed(wrong)


def test_the_page_about_the_house_names_every_room() -> None:
    page = PAGE.read_text()
    rooms = {where.app for path in sources() if (where := place(module_of(path)))}
    rooms |= {
        where.room
        for path in sources()
        if (where := place(module_of(path))) and where.room and where.room not in ROOMS and where.floor != "config"
    }

    missing = [room for room in sorted(rooms) if room not in page]

    assert not missing, listed(missing)
