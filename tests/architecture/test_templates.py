"""Templates: who includes whom, which addresses they name, and that nothing is written inline."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.urls import URLResolver, get_resolver

from tests.architecture.house import Place, listed, module_of, place, said, sources, templates, tree

LONGEST = 250  # lines
LETTERS = {"letters"}  # programs that show mail know no other styles than inline ones
TAKES = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")
NAMES = re.compile(r"""{%\s*url\s+["']([a-z_]+):""")
INLINE = re.compile(
    r"""<style\b|\sstyle\s*=|\son(?:click|change|input|submit|load|error|focus|blur|key\w+|mouse\w+|pointer\w+|toggle)\s*=\s*["']|javascript:|<script\b(?![^>]*\bsrc=)(?![^>]*application/json)""",
    re.IGNORECASE,
)
REVERSES = {"reverse", "reverse_lazy", "redirect", "resolve_url"}


def home_of(template: Path) -> Place:
    """Return the app that a template belongs to."""
    app = template.parents[len(template.parts) - template.parts.index("templates") - 1]
    found = place(module_of(app / "__init__.py"))
    assert found
    return found


def test_a_template_takes_others_only_from_its_own_app_or_ui() -> None:
    wrong = [
        (said(path), taken)
        for path in templates()
        for taken in TAKES.findall(path.read_text())
        if not taken.startswith(("#", "ui/", "cotton/", "wagtailadmin/"))
        and taken.split("#")[0].split("/")[0] not in {home_of(path).app, *own_overrides(home_of(path).app)}
    ]

    assert templates()
    assert not wrong, listed(wrong)


def own_overrides(app: str) -> set[str]:
    """Return the folders of a package's templates that an app replaces."""
    return {"people": {"account", "allauth"}, "ui": {"django"}}.get(app, set())


def namespaces() -> dict[str, Place]:
    """Return the app behind every namespace of addresses."""
    found: dict[str, Place] = {}

    def look(resolver: URLResolver) -> None:
        for pattern in resolver.url_patterns:
            if isinstance(pattern, URLResolver):
                where = place(getattr(pattern.urlconf_name, "__name__", str(pattern.urlconf_name)))
                if pattern.namespace and where:
                    found[pattern.namespace] = where
                look(pattern)

    look(get_resolver())
    return found


def upward(here: Place, names: list[str]) -> Iterator[str]:
    known = namespaces()
    for name in names:
        there = known.get(name)
        if there and there.app != here.app and there.height() >= here.height():
            yield name


def test_a_template_names_addresses_of_its_own_app_or_of_lower_ones() -> None:
    wrong = [
        (said(path), name) for path in templates() for name in upward(home_of(path), NAMES.findall(path.read_text()))
    ]

    assert namespaces()
    assert not wrong, listed(wrong)


def addresses(path: Path) -> list[str]:
    """Return the namespaces of the addresses that a Python file names."""
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and node.args]
    named = [
        call.args[0].value
        for call in calls
        if getattr(call.func, "id", getattr(call.func, "attr", "")) in REVERSES
        and isinstance(call.args[0], ast.Constant)
    ]
    return [name.split(":")[0] for name in named if isinstance(name, str) and ":" in name]


def test_code_names_addresses_of_its_own_app_or_of_lower_ones() -> None:
    wrong = [
        (said(path), name)
        for path in sources()
        if (here := place(module_of(path))) and here.floor != "config"
        for name in upward(here, addresses(path))
    ]

    assert not wrong, listed(wrong)


def test_no_style_or_script_is_written_inline() -> None:
    wrong = [
        (said(path), number, line.strip()[:80])
        for path in templates()
        if path.suffix == ".html" and not LETTERS & set(path.parts)
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if INLINE.search(line)
    ]

    assert not wrong, listed(wrong)


def test_no_template_is_longer_than_a_person_can_follow() -> None:
    long = [(said(path), lines) for path in templates() if (lines := len(path.read_text().splitlines())) > LONGEST]

    assert not long, listed(long)
