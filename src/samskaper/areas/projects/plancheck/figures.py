"""Facts as they are said: days, months, kroner, shares, names of goals."""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.dates import MONTHS
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

_COUNTED = (
    _("two"),
    _("three"),
    _("four"),
    _("five"),
    _("six"),
    _("seven"),
    _("eight"),
    _("nine"),
    _("ten"),
    _("eleven"),
    _("twelve"),
    _("thirteen"),
    _("fourteen"),
    _("fifteen"),
    _("sixteen"),
    _("seventeen"),
    _("eighteen"),
    _("nineteen"),
    _("twenty"),
    _("twenty-one"),
    _("twenty-two"),
    _("twenty-three"),
    _("twenty-four"),
)


def in_words(number: int) -> str:
    """«fourteen»; figures above twenty-four."""
    return str(_COUNTED[number - 2]) if 2 <= number <= len(_COUNTED) + 1 else str(number)


def months(number: int) -> str:
    """«fourteen months»."""
    return gettext("one month") if number == 1 else gettext("%(count)s months") % {"count": in_words(number)}


def day(iso: str) -> str:
    """«10 March 2022»."""
    when = date.fromisoformat(iso)
    return gettext("%(day)s %(month)s %(year)s") % {"day": when.day, "month": MONTHS[when.month], "year": when.year}


def kroner(amount: int) -> str:
    """«60,000 kroner», with the signs of the language."""
    return gettext("%(amount)s kroner") % {"amount": number_format(amount, force_grouping=True)}


def share(value: str) -> str:
    """«63.5%» of a fraction written as «127/200»."""
    percent = Fraction(value) * 100
    number = number_format(round(float(percent), 1), decimal_pos=0 if percent.denominator == 1 else 1)
    return gettext("%(number)s%%") % {"number": number}


def goals(refs: Sequence[str]) -> str:
    """«1.3 and main goal 2», or «no goal»."""
    if not refs:
        return gettext("no goal")
    named = [gettext("main goal %(number)s") % {"number": ref[5:]} if ref.startswith("main ") else ref for ref in refs]
    if len(named) == 1:
        return named[0]
    return gettext("%(some)s and %(last)s") % {"some": ", ".join(named[:-1]), "last": named[-1]}


def _goal(ref: str) -> str:
    return goals([ref]) if ref.startswith("main ") else gettext("sub-goal %(number)s") % {"number": ref}


_SHOWN: dict[str, Callable[[Any], str]] = {
    **dict.fromkeys(("starts", "ends", "begins", "finishes", "launch", "until"), day),
    **dict.fromkeys(("amount", "income", "expenses", "difference", "stated", "sum"), kroner),
    **dict.fromkeys(("goals", "first_goals"), goals),
    **dict.fromkeys(("share", "minimum"), share),
    "months": months,
    "ref": _goal,
    "source": lambda text: gettext(text) if text else "",
}


def shown(name: str, value: Any) -> str:
    """A fact in the active language; its name tells what kind of fact it is."""
    return _SHOWN.get(name, str)(value)


def title(text: str, limit: int = 120) -> str:
    """A text short enough to stand in a sentence, without its full stop."""
    text = text.strip().rstrip(".,;")
    return text if len(text) <= limit else f"{text[:limit].rsplit(' ', 1)[0]} …"
