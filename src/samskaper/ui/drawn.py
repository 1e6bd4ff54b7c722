"""Pieces of pages that are drawn once per value: `{% drawn row may_edit %} … {% enddrawn %}`, and pure components.

Three quarters of what a page costs is walking its template, mostly for rows that have not changed since they were last
shown. A piece depends on nothing but the values that it names: it is drawn in a context of its own, where the page's
other words do not exist, and kept under its place and the values themselves. So it can never
show anybody what was drawn for somebody else: who asks with the same values would have drawn the same signs.

Values are compared by what is in them: words, numbers, days, tuples, lists and dicts of such, frozen dataclasses whose
properties look at nothing else. The language, the time zone and the day of today count as well. A model is refused with
TypeError, because two of them are equal when their numbers are, and an old row would be shown. Nothing else of the
moment (the hour, the request, the database) may be asked for inside; it is a value.
A form's protection key and once key are left open in what is kept, and filled in anew on each page.

What is kept is at most 5,000 pieces and eight million signs, in the memory of this process, written nowhere. What no
page asked for in an hour is dropped, and `forget()`, called when somebody is erased, drops everything at once.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
import uuid
from collections.abc import Callable, Hashable
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from operator import attrgetter
from threading import Lock
from time import monotonic
from typing import Any, NamedTuple

from django.template import Context, TemplateSyntaxError
from django.template.base import FilterExpression, Node, NodeList, Parser, Token
from django.template.defaulttags import CsrfTokenNode
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.timezone import get_current_timezone
from django.utils.translation import get_language

from samskaper.foundation import clock

MOST_PIECES = 5_000
MOST_SIGNS = 8_000_000
HALF_AN_HOUR = 30 * 60
OPEN = "keys are left open"  # stands in the context of what is kept; no variable of a template can have this name
KEPT = "will be kept as a whole"
TODAY = "the day of this page"
_mark = secrets.token_hex(12)  # nobody can write it in a text
_KEYS = re.compile(f"{_mark}(csrf|once);")


class Piece(NamedTuple):
    """A drawn piece. `parts` are its text and the names of its keys in turns; none where it has no keys."""

    text: SafeString
    parts: tuple[str, ...] = ()


class Store:
    """Pieces in two halves: what is asked for stands in the young one; when that is full or old, the other is dropped."""

    def __init__(self, pieces: int = MOST_PIECES, signs: int = MOST_SIGNS, seconds: float = HALF_AN_HOUR) -> None:
        self.pieces, self.signs, self.seconds = pieces // 2, signs // 2, seconds
        self.era = 0
        self._lock = Lock()
        self._young: dict[Hashable, Piece] = {}
        self._old: dict[Hashable, Piece] = {}
        self._turn()

    def __len__(self) -> int:
        return len(self._young.keys() | self._old.keys())

    def get(self, key: Hashable) -> Piece | None:
        """Return the piece that is kept under this key."""
        if monotonic() > self._until:
            with self._lock:
                self._turn()
        if (piece := self._young.get(key)) is not None:
            return piece
        if (piece := self._old.get(key)) is not None:
            self.put(key, piece, self.era)
        return piece

    def put(self, key: Hashable, piece: Piece, era: int) -> None:
        """Keep a piece, unless everything was forgotten since its drawing began in `era`."""
        with self._lock:
            if era != self.era or len(piece.text) > self.signs:
                return
            if len(self._young) >= self.pieces or self._written + len(piece.text) > self.signs:
                self._turn()
            self._young[key] = piece
            self._written += len(piece.text)

    def forget(self) -> None:
        """Drop everything, and what is being drawn now as well."""
        with self._lock:
            self.era += 1
            self._turn()
            self._old = {}

    def _turn(self) -> None:
        self._old, self._young, self._written = self._young, {}, 0
        self._until = monotonic() + self.seconds


store = Store()
forget = store.forget

_PLAIN = frozenset({int, str, SafeString, bool, type(None), dt.date, dt.time, dt.timedelta, uuid.UUID})
_alike: set[tuple[type, ...]] = set()  # the types of rows that were seen to hold nothing but plain values
_insides: dict[type, Callable[[Any], Any]] = {}


def key_of(value: Any) -> Hashable:
    """Return what this value is equal by. Raises TypeError for what cannot be compared by what is in it."""
    kind = type(value)
    if kind is str or kind is int:
        return value  # type: ignore[no-any-return]
    if kind in _PLAIN:
        return kind, value  # safe text is not the same as text, nor True the same as 1
    if kind is dt.datetime:
        return kind, value, value.tzinfo, value.fold
    if inside := _insides.get(kind):
        return kind, _row(inside(value))
    if isinstance(value, Promise):
        return key_of(str(value))
    if isinstance(value, tuple | list):
        return kind, _row(tuple(value))
    if isinstance(value, dict):
        return dict, _row(tuple(value)), _row(tuple(value.values()))
    return _rare(kind, value)


def _row(values: tuple[Any, ...]) -> Hashable:
    types = tuple(map(type, values))
    if types in _alike:
        return types, values
    if _PLAIN.issuperset(types):
        if len(_alike) < MOST_PIECES:
            _alike.add(types)
        return types, values
    return tuple(map(key_of, values))


def _rare(kind: type, value: Any) -> Hashable:
    if isinstance(value, Enum):
        _insides[kind] = _name
        return kind, _row(_name(value))
    if isinstance(value, float | Decimal | Fraction):
        return kind, str(value)
    if is_dataclass(kind) and kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        names = [field.name for field in fields(kind)]
        _insides[kind] = attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)
        return kind, _row(_insides[kind](value))
    raise TypeError(f"{kind.__name__} cannot be kept with what is drawn: it is not compared by what is in it")


def _name(value: Any) -> tuple[str]:
    return (value.name,)


def where(context: Context) -> Hashable:
    """What every piece depends on beside its values: the language, the time zone, and today (asked once a page)."""
    page: dict[str, Any] = context.render_context.dicts[0]  # type: ignore[assignment]
    today = page.get(TODAY) or page.setdefault(TODAY, clock.today())
    return get_language(), get_current_timezone(), today, context.autoescape, context.use_tz, context.use_l10n


def draw(nodes: NodeList, values: dict[str, Any], context: Context) -> Piece:
    """Draw with these values and nothing else."""
    apart = Context({OPEN: True, KEPT: True, **values}, context.autoescape, context.use_l10n, context.use_tz)
    apart.template = context.template
    apart.render_context.template = context.render_context.template
    apart.render_context.dicts[0][TODAY] = context.render_context.dicts[0][TODAY]
    text = nodes.render(apart)
    parts = _KEYS.split(text) if _mark in text else ()
    return Piece(text, tuple(parts))


def keep(key: Hashable, nodes: NodeList, values: dict[str, Any], context: Context) -> Piece:
    """Return the piece of this key, drawn if need be."""
    era = store.era
    piece = store.get(key)
    if piece is None:
        piece = draw(nodes, values, context)
        store.put(key, piece, era)
    return piece


def filled(piece: Piece, context: Context) -> SafeString:
    """Return the piece with this page's keys; a piece within another leaves them to the outer one."""
    if not piece.parts or OPEN in context:
        return piece.text
    parts = list(piece.parts)
    for place in range(1, len(parts), 2):
        parts[place] = once_key() if parts[place] == "once" else CsrfTokenNode().render(context)
    return SafeString("".join(parts))


def once_key() -> str:
    """Return a fresh key for a form."""
    return secrets.token_urlsafe(18)


class OnceKeyNode(Node):
    """A key for this form and this page, so that it counts once however often it is sent."""

    def render(self, context: Context) -> SafeString:
        return SafeString(f"{_mark}once;" if OPEN in context else once_key())


class ProtectionNode(CsrfTokenNode):
    """The key against forged requests."""

    def render(self, context: Context) -> SafeString:
        return SafeString(f"{_mark}csrf;" if OPEN in context else super().render(context))


@dataclass(eq=False)
class DrawnNode(Node):
    """A block that depends on the values that it names."""

    child_nodelists = ("nodelist",)
    values: dict[str, FilterExpression]
    nodelist: NodeList

    def render(self, context: Context) -> SafeString:
        given = {name: expression.resolve(context, ignore_failures=True) for name, expression in self.values.items()}
        key = (self, where(context), _row(tuple(given.values())))
        return filled(keep(key, self.nodelist, given, context), context)


def drawn(parser: Parser, token: Token) -> DrawnNode:
    """Read `{% drawn row heading=_("Goals") %}`: the names that are known inside."""
    values = {}
    for bit in token.split_contents()[1:]:
        name, equals, expression = bit.partition("=")
        if not name.isidentifier():
            raise TemplateSyntaxError(f"“{bit}”: what is drawn takes names, or name=value")
        values[name] = parser.compile_filter(expression if equals else name)
    nodelist = parser.parse(("enddrawn",))
    parser.delete_first_token()
    return DrawnNode(values, nodelist)


def protection(parser: Parser, token: Token) -> ProtectionNode:
    """Read `{% csrf_token %}`."""
    return ProtectionNode()


def key_of_form(parser: Parser, token: Token) -> OnceKeyNode:
    """Read `{% once_key %}`."""
    return OnceKeyNode()
