"""Who takes part, and with what."""

from collections.abc import Sequence

from . import labels as words
from .lines import Labels, Ledger, Line
from .shape import Partner

_LABELS = Labels(words.PARTNER_LABELS)


class _Row:
    def __init__(self, name: str, line: int) -> None:
        self.values = {"name": name, "contribution": ""}
        self.lines = [line]
        self.waiting = "name"


def read_partners(lines: Sequence[Line], ledger: Ledger) -> tuple[bool | None, tuple[Partner, ...]]:
    """Whether the form says that there are partners, and the partners."""
    says: bool | None = None
    rows: list[_Row] = []
    asked = False
    for line in lines:
        if len(line.cells) > 1 and all(cell.casefold() in words.TABLE_HEADS for cell in line.cells):
            ledger.claim("heading", line.number)
            continue
        found = _LABELS.read("\t".join(line.cells))
        if (found and found[0] == "any") or (asked and line.text.casefold() in words.YES | words.NO):
            answer = (found[1] if found else line.text).casefold()
            says = answer in words.YES if answer in words.YES | words.NO else says
            asked = not answer
            ledger.claim("partners", line.number)
        elif found:
            _labelled(rows, found[0], found[1].replace("\t", " "), line)
        elif len(line.cells) == 2:
            rows.append(_Row(line.cells[0], line.number))
            rows[-1].values["contribution"], rows[-1].waiting = line.cells[1], "contribution"
        else:
            _continued(rows, line)
    for number, row in enumerate(rows, start=1):
        ledger.claim(f"partner {number}", *row.lines)
    found_partners = (Partner(row.values["name"], row.values["contribution"], tuple(row.lines)) for row in rows)
    return says, tuple(found_partners)


def _labelled(rows: list[_Row], key: str, value: str, line: Line) -> None:
    if key == "name" or not rows or rows[-1].values["contribution"]:
        rows.append(_Row(value if key == "name" else "", line.number))
    else:
        rows[-1].lines.append(line.number)
    if key == "contribution":
        rows[-1].values[key] = value
    rows[-1].waiting = key


def _continued(rows: list[_Row], line: Line) -> None:
    """The rest of a name or of a contribution that was too long for its line."""
    if not rows or (line.gap and rows[-1].values[rows[-1].waiting]):
        return
    row = rows[-1]
    row.values[row.waiting] = f"{row.values[row.waiting]} {line.text}".strip()
    row.lines.append(line.number)
