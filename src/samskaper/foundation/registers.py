"""A register: higher floors write in it when the process starts, one reader on its own floor reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., object])


class Register(Generic[T]):
    """Named entries in the order in which they were registered; a name can be taken once."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._entries: dict[str, T] = {}

    def add(self, key: str, entry: T) -> T:
        """Register `entry` under `key`. Raises KeyError when the key is taken by another entry."""
        if self._entries.setdefault(key, entry) is not entry:
            raise KeyError(f"{self.name}: {key} is registered already")
        return entry

    def get(self, key: str) -> T | None:
        """Return the entry of this key, or None."""
        return self._entries.get(key)

    def keys(self) -> list[str]:
        """Return the keys in the order of registration."""
        return list(self._entries)

    def __iter__(self) -> Iterator[T]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)
