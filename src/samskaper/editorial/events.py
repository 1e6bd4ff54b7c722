"""What happens with the editors' tool."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorLetIn(Event):
    """The editors' tool was opened to an account (subject: the account)."""

    key: ClassVar[str] = "editorial.editor_let_in"
    deed: ClassVar[Promise] = _("Opened the editors’ tool to somebody")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorLetOut(Event):
    """The editors' tool was closed to an account (subject: the account)."""

    key: ClassVar[str] = "editorial.editor_let_out"
    deed: ClassVar[Promise] = _("Closed the editors’ tool to somebody")


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPublished(Event):
    """A method says something new in a language (subject: its page). `data` has its key and its language."""

    key: ClassVar[str] = "editorial.method_published"
    deed: ClassVar[Promise] = _("Published a method")


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodWithdrawn(Event):
    """A method is no longer to be read in a language (subject: its page). `data` has its key and its language."""

    key: ClassVar[str] = "editorial.method_withdrawn"
    deed: ClassVar[Promise] = _("Took a method down")
