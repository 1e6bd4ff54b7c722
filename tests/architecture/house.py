"""The house as the tests see it: its apps, the floor of each, its sources and its templates."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src/samskaper"
FLOORS = ("foundation", "ui", "commons", "editorial", "areas", "portal", "config")
COMMONS = ("people", "record", "anchoring", "search", "mail", "feedback", "calendar")
AREAS = ("startkit", "cocreation", "projects", "programmes")
SIDE_BY_SIDE = [{"anchoring", "search", "mail"}, {"feedback", "calendar"}, {"projects", "programmes"}]

ROOMS = {  # from the door down; what stands on one line may know its neighbours
    "urls": 0, "urls_plain": 0, "urls_account": 0, "urls_cms": 0,
    "views": 1, "api": 1, "tasks": 1, "receivers": 1, "admin": 1, "management": 1, "face": 1, "cli": 1, "apps": 1,
    "forms": 2, "exports": 2,
    "commands": 3,
    "queries": 4,
    "rules": 5,
    "models": 6,
    "events": 7,
}
DOORS = {room for room, depth in ROOMS.items() if depth <= 1}
OPEN_ACROSS_AREAS = {"queries", "commands", "events"}


@dataclass(frozen=True)
class Place:
    """Where a module lives: its floor, its app, its room in the app."""

    floor: str
    app: str
    room: str

    def height(self) -> tuple[int, int]:
        """Return how high the app stands; neighbours who do not know each other stand equally high."""
        if self.floor not in ("commons", "areas"):
            return FLOORS.index(self.floor), 0
        level = {name: number for number, name in enumerate(COMMONS if self.floor == "commons" else AREAS)}
        return FLOORS.index(self.floor), max(level[name] for name in _beside(self.app))


def place(module: str) -> Place | None:
    """Return where a module of ours lives (`samskaper.areas.projects.views.goals`); None for others."""
    parts = module.split(".")
    if parts[0] != "samskaper" or len(parts) < 2:
        return None
    floor, rest = parts[1], parts[2:]
    if floor in ("areas", "commons"):
        return Place(floor, rest[0], rest[1] if len(rest) > 1 else "") if rest else None
    return Place(floor, floor, rest[0] if rest else "")


def module_of(path: Path) -> str:
    """Return the dotted name of a source file."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def sources() -> tuple[Path, ...]:
    """Return every Python file of ours but migrations."""
    return tuple(sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts))


@cache
def templates() -> tuple[Path, ...]:
    """Return every template of ours."""
    return tuple(sorted(path for path in SOURCE.rglob("templates/**/*") if path.suffix in {".html", ".txt", ".svg"}))


@cache
def tree(path: Path) -> ast.Module:
    """Return the parsed file."""
    return ast.parse(path.read_text())


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted name of everything that a file imports."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def said(path: Path) -> str:
    """Return a path as a person would say it."""
    return str(path.relative_to(SOURCE.parent))


def listed(found: Sequence[object]) -> str:
    """Return what a test found as lines, the first forty of them."""
    return "\n".join([f"{len(found)} found:", *(f"  {one}" for one in found[:40])])


def _beside(app: str) -> set[str]:
    return next((pair for pair in SIDE_BY_SIDE if app in pair), {app})
