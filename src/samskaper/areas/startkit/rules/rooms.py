"""The room to write in on a sheet: what is asked for in it, by method. Where a method has a poster, its fields in small."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.editorial.texts import MethodText


@dataclass(frozen=True, slots=True)
class Field:
    """A field to write in: its heading, a line below it, whether it is one's own, and how wide it is beside the others."""

    heading: str
    note: str = ""
    own: bool = False
    wide: int = 1


@dataclass(frozen=True, slots=True)
class Room:
    """Rows of fields, or ruled lines that begin with these words."""

    rows: tuple[tuple[Field, ...], ...] = ()
    lines: str = ""

    @property
    def count(self) -> int:
        """How many rows share the height."""
        return RULED if self.lines else len(self.rows)

    @property
    def least(self) -> float:
        """How high a row is at least, in millimetres, for somebody to write in it."""
        return 8 if self.lines else 26 if len(self.rows) == 1 else 15


RULED = 5  # lines
ONE_ROW = 4  # fields that stand beside one another on a page of this width

Words = Promise | str
FIELDS: dict[str, tuple[tuple[Words, Words, bool, int], ...]] = {
    "exploratory-conversation": (
        (_("In their words"), _("Shown to the association, who may correct it"), False, 3),
        (_("Your own thoughts"), _("Tear off along the line, and keep it"), True, 2),
    ),
    "brainwriting": (
        (_("The question"), "", False, 1), (_("Names of the clusters"), _("two or three words each"), False, 1),
        (_("Who chooses on"), _("and on what day"), False, 1),
    ),
    "dot-voting": (
        (_("We begin with"), "", False, 1), (_("What must be in place"), _("so that those without a dot there can live with it"), False, 1),
        (_("Next step"), _("who, and by what day"), False, 1),
    ),
    "world-cafe": (
        (_("This comes back"), _("at more than one table"), False, 1), (_("Only one said it"), _("and it must not be lost"), False, 1),
        (_("Who goes on with it"), "", False, 1),
    ),
    "action-learning-conversation": (
        (_("The wondering"), _("as a question with “I” in it"), False, 1), (_("The action"), _("what, when, where"), False, 1),
        (_("What I look out for"), _("for yourself"), True, 1),
    ),
}
OTHERWISE: tuple[tuple[Words, Words, bool, int], ...] = ((_("What we agreed"), "", False, 3), (_("Who does what, and when"), "", False, 2))


def room_of(method: MethodText) -> Room:
    """Return the room to write in on a method's sheet, in the language that is active."""
    if method.key == "how-might-we":
        return Room(lines=f"{method.title} …")
    if method.canvas and method.key not in FIELDS:
        return Room(rows=_in_rows([field_of(words) for words in method.canvas]))
    some = FIELDS.get(method.key, OTHERWISE)
    return Room(rows=(tuple(Field(str(heading), str(note), own, wide) for heading, note, own, wide in some),))


def field_of(words: str) -> Field:
    """Return a field of a canvas: what stands before its colon is the heading, the rest a line below it."""
    heading, colon, rest = words.partition(":")
    return Field(heading.strip(), rest.strip()) if colon else Field(words.strip())


def _in_rows(fields: list[Field]) -> tuple[tuple[Field, ...], ...]:
    count = -(-len(fields) // ONE_ROW)
    long = -(-len(fields) // count)
    return tuple(tuple(fields[start : start + long]) for start in range(0, len(fields), long))
