"""The budget: what comes in, what goes out, and the totals as stated."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from . import labels as words
from .lines import Labels, Ledger, Line
from .parts import Placed
from .shape import Budget, BudgetLine, Side, StatedTotal, Status, Why
from .values import read_amount

_LABELS = Labels(words.BUDGET_LABELS)
_GRANT = Labels(words.GRANT_LABELS)
_TOTALS = Labels(words.TOTAL_LABELS)
_BRACKETS = re.compile(r"\(([^()]{0,80})\)")
_LAST_AMOUNT = re.compile(r"\s((?:kr\.? ?)?[0-9]{1,3}(?:[ .][0-9]{3})+(?:,-)?(?: ?kr\.?| kroner)?)$", re.IGNORECASE)


@dataclass(slots=True)
class _Row:
    placed: Placed
    text: list[str] = field(default_factory=list)
    amount: int | None = None
    status: Status | None = None
    lines: list[int] = field(default_factory=list)
    waiting: str = ""


@dataclass(slots=True)
class _Sheet:
    """The budget in the making."""

    ledger: Ledger
    rows: list[_Row] = field(default_factory=list)
    stated: list[StatedTotal] = field(default_factory=list)
    total: tuple[str, Placed] | None = None


def read_budget(lines: Sequence[Placed], ledger: Ledger) -> Budget:
    """Both sides. A row after the total of the income is an expense."""
    sheet = _Sheet(ledger)
    for placed in lines:
        if not _total(sheet, placed) and not _labelled(sheet, placed) and not _table_row(sheet, placed):
            _continued(sheet, placed.line)
    sides: dict[Side, list[BudgetLine]] = {Side.INCOME: [], Side.EXPENSES: []}
    for row in sheet.rows:
        side, line = _finish(row, sheet)
        if line:
            sides[side].append(line)
    return Budget(tuple(sides[Side.INCOME]), tuple(sides[Side.EXPENSES]), tuple(sheet.stated))


def _total(sheet: _Sheet, placed: Placed) -> bool:
    """A total as stated; the amount may stand on the next line."""
    line = placed.line
    if sheet.total and (amount := read_amount(line.text[:40])) is not None:
        key, before = sheet.total
        _state(sheet, key, before, amount, before.line.number, line.number)
        return True
    sheet.total = None
    found = _TOTALS.read("\t".join(line.cells))
    if not found:
        return False
    _close_side(sheet, found[0])
    value = found[1].replace("\t", " ")
    match = words.YEAR.match(value[:60])
    year = placed.year
    if match and not match["head"]:
        year, value = int(match["year"]), value[match.end() :].strip(" :")
    placed = replace(placed, year=year)
    amount = read_amount(value[:40])
    sheet.ledger.claim("total", line.number)
    if value and amount is None:
        sheet.ledger.refuse(Why.NOT_AN_AMOUNT, line.number)
    elif amount is None:
        sheet.total = (found[0], placed)
    else:
        _state(sheet, found[0], placed, amount, line.number)
    return True


def _state(sheet: _Sheet, key: str, placed: Placed, amount: int, *lines: int) -> None:
    sheet.ledger.claim("total", *lines)
    sheet.stated.append(StatedTotal(Side(key), placed.year, amount, lines))
    sheet.total = None


def _close_side(sheet: _Sheet, key: str) -> None:
    """Rows that stood under no heading belong to the total that follows them."""
    if key == Side.BOTH:
        return
    for row in reversed(sheet.rows):
        if row.placed.side:
            break
        row.placed = replace(row.placed, side=Side(key))


def _labelled(sheet: _Sheet, placed: Placed) -> bool:
    line = placed.line
    joined = "\t".join(line.cells)
    if found := _GRANT.read(joined):
        label = next(cell for cell in (line.cells[0], line.text) if cell)
        row = _Row(replace(placed, side=Side.INCOME), status=Status.REQUESTED)
        row.text = [label if len(line.cells) > 1 else _LAST_AMOUNT.sub("", line.text).rstrip(" :")]
        value = line.cells[-1] if len(line.cells) > 1 else _tail(found[1])
        sheet.rows.append(row)
        _amount(sheet, row, value, line)
        return True
    found = _LABELS.read(joined)
    if not found:
        return False
    key, value = found[0], found[1].replace("\t", " ")
    if key == "text":
        sheet.rows.append(_Row(placed, [value] if value else [], lines=[line.number], waiting="text"))
        return True
    if not sheet.rows or sheet.rows[-1].amount is not None:
        sheet.rows.append(_Row(placed))
    _amount(sheet, sheet.rows[-1], value, line)
    return True


def _tail(value: str) -> str:
    match = _LAST_AMOUNT.search(f" {value[-60:]}")
    return match[1] if match else value


def _amount(sheet: _Sheet, row: _Row, value: str, line: Line) -> None:
    row.lines.append(line.number)
    row.waiting = "" if value else "amount"
    row.amount = read_amount(value[:40])
    if value and row.amount is None:
        sheet.ledger.refuse(Why.NOT_AN_AMOUNT, line.number)


def _table_row(sheet: _Sheet, placed: Placed) -> bool:
    """A row on one line: the text, then the amount; or the head of such a table."""
    line = placed.line
    if len(line.cells) > 1 and all(cell.casefold() in words.TABLE_HEADS for cell in line.cells):
        sheet.ledger.claim("heading", line.number)
        return True
    if sheet.rows and sheet.rows[-1].waiting == "amount" and read_amount(line.text[:40]) is not None:
        return False
    if len(line.cells) > 1:
        text, value = " ".join(line.cells[:-1]), line.cells[-1]
    elif match := _LAST_AMOUNT.search(line.text):
        text, value = line.text[: match.start()], match[1]
    else:
        return False
    amount = read_amount(value[:40])
    if amount is None or not text.strip():
        return False
    sheet.rows.append(_Row(placed, [text.rstrip(" :")], amount, lines=[line.number]))
    return True


def _continued(sheet: _Sheet, line: Line) -> None:
    row = sheet.rows[-1] if sheet.rows else None
    if not row or not row.waiting:
        return
    if row.waiting == "amount":
        amount = read_amount(line.text[:40])
        if amount is None:
            return
        row.amount, row.waiting = amount, ""
    elif line.turned and row.text and row.text[-1].endswith(".") and not line.text[0].islower():
        return
    else:
        row.text.append(line.text)
    row.lines.append(line.number)


def _finish(row: _Row, sheet: _Sheet) -> tuple[Side, BudgetLine | None]:
    written = " ".join(row.text)
    label, status = _status(written)
    side = row.placed.side or Side.INCOME
    sheet.ledger.claim(f"budget {side.value}", *row.lines)
    missing = (
        Why.NO_SIDE
        if not row.placed.side
        else Why.NO_AMOUNT
        if row.amount is None
        else Why.NO_TEXT
        if not label
        else None
    )
    if missing:
        sheet.ledger.refuse(missing, row.lines[0])
    if row.amount is None or not row.placed.side:
        return side, None
    usual = Status.EXPECTED if side is Side.INCOME else Status.PLANNED
    return side, BudgetLine(label, row.amount, row.status or status or usual, row.placed.year, tuple(row.lines))


def _status(text: str) -> tuple[str, Status | None]:
    """The label without the bracket that tells the status, and the status."""
    for bracket in _BRACKETS.finditer(text):
        for status, signs in words.STATUS_WORDS:
            if any(sign in bracket[1].casefold() for sign in signs):
                return " ".join((text[: bracket.start()] + text[bracket.end() :]).split()), Status(status)
    return text, None
