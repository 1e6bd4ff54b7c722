"""Every pattern of the resolver with its door and its address in the seed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern
from django.utils import translation
from django.utils.regex_helper import normalize

from samskaper.config.doors import cocreation, commons, portal, programmes, projects, startkit
from samskaper.config.doors.door import Door, Walk

DOORS: dict[str, Door] = portal.DOORS | programmes.DOORS | projects.DOORS | cocreation.DOORS | startkit.DOORS | commons.DOORS
# A name may be followed by # and a word: the same pattern on another kind of record has a rule of its own.
PLACE = re.compile(r"<(?:(?P<kind>\w+):)?\w+>")


class Unruled(Exception):
    """A pattern has no rule, or a rule does not fit its pattern."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern of the resolver: its name with namespaces (or "" ) and its whole route."""

    name: str
    route: str


def patterns() -> list[Pattern]:
    """Return every pattern that the resolver knows, in bokmål."""
    with translation.override(settings.LANGUAGE_CODE):
        return list(_under(get_resolver(), "", ""))


def _under(resolver: URLResolver, spaces: str, before: str) -> Iterator[Pattern]:
    for entry in resolver.url_patterns:
        route = before + _route(entry)
        if isinstance(entry, URLResolver):
            yield from _under(entry, f"{spaces}{entry.namespace}:" if entry.namespace else spaces, route)
        else:
            yield Pattern(f"{spaces}{entry.name}" if entry.name else "", route)


def _route(entry: URLPattern | URLResolver) -> str:
    if isinstance(entry.pattern, RegexPattern):
        written, names = normalize(str(entry.pattern))[0]
        return str(written % {name: f"<{name}>" for name in names})
    return str(entry.pattern)


def walks(ids: Mapping[str, str | int]) -> list[Walk]:
    """Return every pattern as an address of a side of the seed, with A's roles in its door. Raises Unruled for patterns without a rule."""
    if missing := [pattern for pattern in patterns() if pattern.name not in DOORS and _region(pattern) is None]:
        listed = ", ".join(f"{pattern.name or 'the unnamed'} /{pattern.route}" for pattern in missing)
        raise Unruled(f"No rule in config/doors says who may open {listed}.")
    return [walk for pattern in patterns() for walk in _walks(pattern, ids)]


def _walks(pattern: Pattern, ids: Mapping[str, str | int]) -> list[Walk]:
    found = [door for name, door in DOORS.items() if name.partition("#")[0] == pattern.name]
    if not found:
        return [Walk(pattern.name or pattern.route, "/" + _anything(pattern.route), _region(pattern) or Door())]
    return [
        Walk(pattern.name, _filled(pattern, words, ids) + door.query.format(**ids), door) for door in found for words in door.fillings()
    ]


def _region(pattern: Pattern) -> Door | None:
    return next((door for prefix, door in portal.REGIONS.items() if pattern.route.startswith(prefix)), None)


def _anything(route: str) -> str:
    """Fill a pattern with something of the right kind."""
    return PLACE.sub(lambda match: "00000000-0000-4000-8000-000000000000" if match["kind"] == "uuid" else "1", route)


def _filled(pattern: Pattern, words: Sequence[str], ids: Mapping[str, str | int]) -> str:
    """Fill a pattern with what these words are in the seed."""
    if len(PLACE.findall(pattern.route)) != len(words):
        raise Unruled(f"The rule of {pattern.name} names {len(words)} parts of /{pattern.route}.")
    parts = iter([_value(word, ids, pattern) for word in words])
    return "/" + PLACE.sub(lambda _match: next(parts), pattern.route)


def _value(word: str, ids: Mapping[str, str | int], pattern: Pattern) -> str:
    if word.startswith("'"):
        return word[1:]
    if word.isdigit():
        return word
    if word not in ids:
        raise Unruled(f"The seed has no «{word}», which the rule of {pattern.name} asks for.")
    return str(ids[word])


def unused() -> list[str]:
    """Return the names of rules that fit no pattern."""
    return sorted({name.partition("#")[0] for name in DOORS} - {pattern.name for pattern in patterns()})
