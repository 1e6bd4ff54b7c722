"""Questions whose SQL is made once: for pages that everybody opens many times a day.

Django builds the SQL of a queryset anew at every question, which costs five to twenty times what the database takes to
answer it. Here it is built at the first question of its shape and kept; later ones only put in their values.

    @prepared
    def places_of(person: int, today: dt.date) -> QuerySet[Enrolment]:
        return Enrolment.objects.filter(person=person, programme__ends__gte=today).select_related("programme")

    places_of(doer.person, clock.today())    # a list

The function is called with stand-ins, once for each shape. So it may only pass its arguments on to lookups: no `if` on
their values, no slice by them, and nothing of the moment (clock, language) that is not an argument. What breaks this
is refused with TypeError at the first question. A collection may only stand in `__in`. True, False and None are part of
the shape, and so is whether a collection has items.
"""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet
from django.db.models.base import ModelState
from django.db.models.query import ModelIterable, RelatedPopulator, get_related_populators
from django.db.models.query_utils import DeferredAttribute
from django.db.models.signals import post_init, pre_init

P = ParamSpec("P")
T = TypeVar("T")

FIRST_INTEGER = 1_913_000_000  # within every integer field, beyond every id of ours
BEYOND = 2**63
FIRST_DAY = dt.date(1583, 1, 1)
Slot = tuple[int, Callable[[Any], Any]]  # which value, and how the database wants it


class _Maker:
    """Makes instances as `Model.from_db` does, for models that nobody wants to hear about when one is made."""

    def __init__(self, model: type[Model]) -> None:
        self._model = model

    def from_db(self, alias: str, names: Sequence[str], values: Sequence[Any]) -> Model:
        made = self._model.__new__(self._model)
        state = made.__dict__["_state"] = ModelState()
        state.adding, state.db = False, alias
        made.__dict__.update(zip(names, values, strict=True))
        return made


def _maker(model: type[Model], names: Sequence[str]) -> Any:
    """Return the maker of a plain model; a model with ways of its own makes its instances itself."""
    plain = (
        model.__init__ is Model.__init__
        and model.from_db.__func__ is Model.from_db.__func__  # type: ignore[attr-defined]
        and not pre_init.has_listeners(model)
        and not post_init.has_listeners(model)
        and all(isinstance(getattr(model, name), DeferredAttribute) for name in names)
    )
    return _Maker(model) if plain else model


def _quickened(populators: Sequence[RelatedPopulator]) -> Sequence[RelatedPopulator]:
    for one in populators:
        one.model_cls = _maker(one.model_cls, one.init_list)
        _quickened(one.related_populators)
    return populators


class _Plan:
    """How a row becomes an instance with what is selected along; Django works it out anew at each question."""

    def __init__(self, compiler: Any) -> None:
        columns = compiler.klass_info["select_fields"]
        self.first, self.end = columns[0], columns[-1] + 1
        self.names = [column[0].target.attname for column in compiler.select[self.first : self.end]]
        self.maker = _maker(compiler.klass_info["model"], self.names)
        self.along = _quickened(get_related_populators(compiler.klass_info, compiler.select, DEFAULT_DB_ALIAS))  # type: ignore[call-arg]
        self.counted = list(compiler.annotation_col_map.items())


class _Instances(ModelIterable):  # type: ignore[type-arg]
    """Yields the instances of a prepared question."""

    def __iter__(self) -> Iterator[Any]:
        compiler = self.queryset.query.get_compiler()
        plan: _Plan = compiler.plan
        for row in compiler.results_iter(compiler.execute_sql()):
            made = plan.maker.from_db(DEFAULT_DB_ALIAS, plan.names, row[plan.first : plan.end])
            for one in plan.along:
                one.populate(row, made)
            for name, place in plan.counted:
                setattr(made, name, row[place])
            yield made


@dataclass(frozen=True, slots=True)
class _Statement:
    """A queryset with the SQL that it gave; `compiler` is None where it can give no row."""

    queryset: QuerySet[Any]
    compiler: Any = None
    sql: str = ""
    fixed: tuple[Any, ...] = ()
    slots: tuple[Slot | None, ...] = ()
    iterable: Any = None

    def rows(self, values: Sequence[Any], alias: str) -> list[Any]:
        """Ask with these values. A number that no column holds fits no row."""
        if self.compiler is None or any(isinstance(value, int) and abs(value) >= BEYOND for value in values):
            return []
        bound = copy.copy(self.compiler)
        bound.connection = connections[alias]
        given = tuple(
            value if slot is None else slot[1](values[slot[0]]) for value, slot in zip(self.fixed, self.slots, strict=True)
        )
        bound.as_sql = lambda *_args, **_options: (self.sql, given)
        fresh = type(self.queryset)(self.queryset.model, _Bound(bound), alias)  # type: ignore[arg-type]
        for name in ("_fields", "_prefetch_related_lookups", "_known_related_objects"):
            setattr(fresh, name, getattr(self.queryset, name))
        fresh._iterable_class = self.iterable
        return list(fresh)


class _Bound:
    """Stands for the query of a queryset that is only read."""

    def __init__(self, compiler: Any) -> None:
        self._compiler = compiler

    def get_compiler(self, *_args: Any, **_options: Any) -> Any:
        return self._compiler

    def __getattr__(self, name: str) -> Any:
        return getattr(self._compiler.query, name)


def prepared(make: Callable[P, QuerySet[Any, T]]) -> Callable[P, list[T]]:
    """Return a function that asks the same question with SQL that is made once, and returns a list."""
    kept: dict[tuple[Any, ...], _Statement] = {}

    @wraps(make)
    def ask(*args: P.args, **named: P.kwargs) -> list[T]:
        arguments = (*args, *(named[name] for name in sorted(named)))
        plain = [_plain(value) for value in arguments]
        shape = (connections[DEFAULT_DB_ALIAS].vendor, len(args), *sorted(named), *map(_shape, plain))
        statement = kept.get(shape)
        if statement is None:
            statement = kept[shape] = _compiled(make, plain, len(args), sorted(named))
        return statement.rows([item for value in plain for item in _items(value)], DEFAULT_DB_ALIAS)

    return ask


def _plain(value: Any) -> Any:
    """A collection as a tuple of 1, 2, 4, 8, … items, its last repeated: few shapes for lists of any length."""
    if not isinstance(value, set | frozenset | list | tuple):
        return value
    items = tuple(sorted(value)) if isinstance(value, set | frozenset) else tuple(value)
    return items + items[-1:] * ((1 << max(len(items) - 1, 0).bit_length()) - len(items)) if items else items


def _shape(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(type(item) for item in value)
    return value if value is None or isinstance(value, bool) else type(value)


def _items(value: Any) -> Sequence[Any]:
    if isinstance(value, tuple):
        return value
    return () if value is None or isinstance(value, bool) else (value,)


def _compiled(make: Callable[..., QuerySet[Any]], plain: list[Any], positions: int, names: list[str]) -> _Statement:
    stand_ins: list[Any] = []

    def stand_in(value: Any) -> Any:
        if isinstance(value, tuple):
            return [stand_in(item) for item in value]
        if value is None or isinstance(value, bool):
            return value
        stand_ins.append(_stand_in(value, len(stand_ins)))
        return stand_ins[-1]

    arguments = [stand_in(value) for value in plain]
    queryset = make(*arguments[:positions], **dict(zip(names, arguments[positions:], strict=True)))
    compiler: Any = queryset.query.get_compiler(using=DEFAULT_DB_ALIAS)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return _Statement(queryset)
    slots = tuple(_slot(param, stand_ins) for param in params)
    used = {slot[0] for slot in slots if slot}
    if len(used) < len(stand_ins):
        raise TypeError(f"{make.__qualname__}: an argument does not reach the database as it is")
    if any(slot is None and _is_of_the_moment(param) for param, slot in zip(params, slots, strict=True)):
        raise TypeError(f"{make.__qualname__}: a day or an hour would be frozen; make it an argument")
    return _Statement(queryset, compiler, sql, tuple(params), slots, _settled(queryset, compiler))


def _settled(queryset: QuerySet[Any], compiler: Any) -> Any:
    """Keep with the compiler what is the same for every row, and return what makes rows of its answers."""
    converters = compiler.get_converters([column[0] for column in compiler.select[: compiler.col_count]])
    compiler.get_converters = lambda _expressions: converters
    if queryset._iterable_class is not ModelIterable or queryset._known_related_objects:  # type: ignore[attr-defined]
        return queryset._iterable_class
    compiler.plan = _Plan(compiler)
    return _Instances


def _stand_in(value: Any, place: int) -> Any:
    if isinstance(value, int):
        return FIRST_INTEGER + place
    if isinstance(value, str):
        return f"(stand-in {place})"
    if isinstance(value, dt.datetime):
        return dt.datetime.combine(FIRST_DAY + dt.timedelta(days=place), dt.time(), dt.UTC)
    if isinstance(value, dt.date):
        return FIRST_DAY + dt.timedelta(days=place)
    raise TypeError(f"A prepared question takes no {type(value).__name__}")


def _slot(param: Any, stand_ins: Sequence[Any]) -> Slot | None:
    for place, value in enumerate(stand_ins):
        if isinstance(value, int | str):
            # PostgreSQL's driver has integers of several sizes; what is of a choices class is sent as what it stands for.
            if isinstance(param, int | str) and param == value:
                return place, type(param)
            continue
        for convert in (_as_it_is, _moment if isinstance(value, dt.datetime) else _day):
            converted = convert(value)
            if type(converted) is type(param) and converted == param:
                return place, convert
    return None


def _as_it_is(value: Any) -> Any:
    return value


def _moment(value: Any) -> Any:
    return connections[DEFAULT_DB_ALIAS].ops.adapt_datetimefield_value(value)


def _day(value: Any) -> Any:
    return connections[DEFAULT_DB_ALIAS].ops.adapt_datefield_value(value)


def _is_of_the_moment(param: Any) -> bool:
    return isinstance(param, dt.date) or (isinstance(param, str) and param[:10] == dt.datetime.now(dt.UTC).date().isoformat())
