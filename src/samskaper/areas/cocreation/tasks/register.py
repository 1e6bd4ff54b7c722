"""Reading the open registers in small bites, so that letters and waiting lists get their turn in between."""

from __future__ import annotations

import logging
import time

from django.conf import settings
from django.db import IntegrityError

from samskaper.areas.cocreation.commands import register as commands
from samskaper.areas.cocreation.models import Filling
from samskaper.areas.cocreation.queries.register import municipality_numbers, numbers_in
from samskaper.areas.cocreation.registers.client import Client, NotThere, RegisterError, Unreachable
from samskaper.areas.cocreation.registers.units import Walk, is_number, read_unit
from samskaper.areas.cocreation.rules.register import FAILURES
from samskaper.commons.people.doer import SYSTEM
from samskaper.foundation import clock

log = logging.getLogger("samskaper.register")
BITE = 1.0  # seconds of each round
LONGEST_PAUSE = 100.0  # seconds; shorter than the silence after which another worker goes on
IN_BETWEEN = (3.0, 8.0, 15.0)  # seconds for an answer: shorter than the client's own, because others wait


class Reading:
    """A county being read. What it holds may be lost: then its municipality is read once more, and nothing is written twice."""

    def __init__(self, filling: Filling) -> None:
        self.filling = filling
        numbers = municipality_numbers(filling.county)
        self.left = numbers[numbers.index(filling.place):] if filling.place in numbers else numbers
        self.walk: Walk | None = None
        self.pages = 0
        self.seen: set[str] = set()
        self.missing: list[str] = []
        self.failures = 0
        self.not_before = 0.0

    def step(self, client: Client) -> bool:
        """Read one page, or one of those that the pages no longer have. Returns whether there is more to do."""
        if self.missing:
            self._look_up(client, self.missing[-1])
            self.missing.pop()
            return True
        if self.walk is None:
            if not self.left:
                commands.finish(filling=self.filling, by=SYSTEM)
                return False
            self.walk, self.pages, self.seen = Walk(self.left[0], today=clock.today()), 0, set()
        page = self.walk.step(client)
        if page is None:
            self.missing = sorted(number for number in numbers_in(self.walk.municipality) - self.seen if is_number(number))
            self.walk = None
            self.left.pop(0)
            return True
        kept = commands.keep_page(filling=self.filling, municipality=self.left[0], page=page, is_first=not self.pages, by=SYSTEM)
        self.pages += 1
        self.seen |= {unit.number for unit in page.units}
        return kept

    def _look_up(self, client: Client, number: str) -> None:
        try:
            unit = read_unit(client, number)
        except NotThere:
            commands.keep_single(filling=self.filling, number=number, unit=None, by=SYSTEM)
        else:
            if unit is not None:
                commands.keep_single(filling=self.filling, number=number, unit=unit, by=SYSTEM)

    def stumble(self, error: Exception) -> bool:
        """Wait longer each time; give up where waiting does not help. Returns whether it goes on."""
        self.failures += 1
        passing = isinstance(error, Unreachable | IntegrityError)
        if passing and self.failures < FAILURES:
            pause = min(LONGEST_PAUSE, max(2.0**self.failures, getattr(error, "pause", 0.0)))
            self.not_before = time.monotonic() + pause
            commands.say_trouble(filling=self.filling, trouble="unreachable", by=SYSTEM)
            return True
        log.warning("The register of %s could not be read: %s", self.filling.county, error)
        commands.finish(filling=self.filling, trouble="unreachable" if passing else "not_understood", by=SYSTEM)
        return False


_reading: Reading | None = None


def fill() -> int:
    """Read on for a moment. Returns how many pages were read."""
    global _reading
    if _reading is None:
        taken = commands.take(by=SYSTEM)
        _reading = Reading(taken) if taken else None
    if _reading is None or time.monotonic() < _reading.not_before:
        return 0
    client = Client(home=settings.OPEN_REGISTERS, tries=1, times=IN_BETWEEN)
    until, pages = time.monotonic() + BITE, 0
    while time.monotonic() < until:
        try:
            goes_on = _reading.step(client)
            _reading.failures = 0
        except (RegisterError, IntegrityError) as error:
            goes_on = _reading.stumble(error)
            until = 0.0
        pages += 1
        if not goes_on:
            _reading = None
            break
    return pages


def fill_now(filling: Filling, client: Client) -> None:
    """Read a county to its end, for the command line. Raises RegisterError."""
    reading = Reading(filling)
    try:
        while reading.step(client):
            pass
    except RegisterError as error:
        commands.finish(filling=filling, trouble="unreachable" if isinstance(error, Unreachable) else "not_understood", by=SYSTEM)
        raise


def fill_again() -> int:
    """Ask for a filling of the counties whose last one is a week old."""
    return commands.begin_again(by=SYSTEM)
