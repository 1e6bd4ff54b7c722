"""Addresses of pages, found once for each name and language: Django walks every pattern for each address."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, resolve, reverse
from django.utils import translation
from django.utils.translation import get_language

STAND_IN = 9_130_000_000  # stands for a record number; no address of ours has these figures


def address(name: str, *numbers: int) -> str:
    """Return the address of a page that takes nothing but record numbers, in the language that is active."""
    pattern = _pattern(get_script_prefix(), get_language() or "", name, len(numbers))
    return reverse(name, args=numbers) if pattern is None else pattern.format(*numbers)


@lru_cache(maxsize=2_000)
def _pattern(prefix: str, language: str, name: str, numbers: int) -> str | None:
    """Return the address of this name with {0}, {1} for the numbers; None where each does not stand in it once."""
    stand_ins = [STAND_IN + place for place in range(numbers)]
    found = reverse(name, args=stand_ins).replace("{", "{{").replace("}", "}}")
    for number in stand_ins:
        if found.count(str(number)) != 1:
            return None
        found = found.replace(str(number), f"{{{number - STAND_IN}}}")
    return found


def is_free(word: str, *, left_to: str) -> bool:
    """Whether no page of ours has this word as its address, so that it is left to the pattern of that name."""
    with translation.override(settings.LANGUAGE_CODE):
        return resolve(f"/{settings.LANGUAGE_CODE}/{word}/").url_name == left_to
