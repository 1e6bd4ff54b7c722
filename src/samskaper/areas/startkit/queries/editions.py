"""Which edition is which, what a method said in it, and what is in the way of the next."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samskaper.areas.startkit.models import Edition, EditionText
from samskaper.areas.startkit.queries.status import gaps_in_drafts
from samskaper.areas.startkit.rules.status import LANGUAGE_NAMES, Gap
from samskaper.editorial.queries import method_text
from samskaper.editorial.texts import MethodText, Phase

CAN_COME_LATER = ("picture", "film")  # the house's own picture stands in for them


@dataclass(frozen=True, slots=True)
class InEdition:
    """A method in an edition: its words in short, and whether it came with this edition (`new`) or changed with it."""

    key: str
    title: str
    purpose: str
    phase: str
    minutes: int
    people: tuple[int, int]
    new: bool
    changed: bool


def current() -> Edition | None:
    """Return the edition that was launched last, or None before the first."""
    return Edition.objects.filter(launched__isnull=False).order_by("-number").first()


def launched() -> list[Edition]:
    """Return the editions that people may have in their hands, the newest first."""
    return list(Edition.objects.filter(launched__isnull=False).order_by("-number"))


def coming() -> Edition | None:
    """Return the edition in the making, or None."""
    return Edition.objects.filter(launched=None).order_by("number").first()


def find(number: int) -> Edition | None:
    """Return a launched edition by its number; one in the making is for editors only."""
    return Edition.objects.filter(number=number, launched__isnull=False).first()


def before(edition: Edition) -> Edition | None:
    """Return the launched edition before this one."""
    return Edition.objects.filter(number__lt=edition.number, launched__isnull=False).order_by("-number").first()


def text_in(edition: Edition, key: str, language: str) -> MethodText | None:
    """Return what a method says in a launched edition: the page where that is the current one, else what was kept. None where it is not in it."""
    if edition.launched is None:
        return None
    now = current()
    if now is not None and now.number == edition.number:
        return method_text(key, language)
    kept = EditionText.objects.filter(edition=edition, key=key, language=language).exclude(text={}).first()
    return MethodText.from_json(kept.text) if kept else None


def reasons_since(edition: Edition, key: str, language: str) -> dict[str, str]:
    """Return why parts of a method changed after this edition, by the key of the part; the latest reason of each."""
    rows = EditionText.objects.filter(edition__number__gt=edition.number, edition__launched__isnull=False, key=key, language=language)
    return {part: words for row in rows.order_by("edition__number") for part, words in row.reasons.items()}


def reasons_for(edition: Edition, key: str, language: str) -> dict[str, str]:
    """Return why parts of a method change with this edition, by the key of the part."""
    row = EditionText.objects.filter(edition=edition, key=key, language=language).first()
    return dict(row.reasons) if row else {}


def contents(edition: Edition, language: str) -> list[InEdition]:
    """Return the methods of a launched edition in a language, in the order of the phases and then by minutes."""
    texts = {row.key: row.text for row in _rows(edition, language)}
    earlier = before(edition)
    old = {row.key: row.text for row in _rows(earlier, language)} if earlier else {}
    found = [_in_short(MethodText.from_json(text), old) for text in texts.values()]
    phases = list(Phase)
    return sorted(found, key=lambda one: (phases.index(Phase(one.phase)), one.minutes, one.title))


def _rows(edition: Edition, language: str) -> list[EditionText]:
    return list(EditionText.objects.filter(edition=edition, language=language).exclude(text={}))


def _in_short(text: MethodText, old: dict[str, dict[str, object]]) -> InEdition:
    kept = old.get(text.key)
    changed = kept is not None and [*MethodText.from_json(kept).parts()] != [*text.parts()]
    return InEdition(text.key, text.title, text.purpose, text.phase, text.minutes, text.people, bool(old) and kept is None, changed)


def gaps_before(edition: Edition) -> list[Gap]:
    """Return what is in the way of launching an edition: words about what is new, and what its drafts lack."""
    unsaid = [
        Gap("", language, "news", _("Edition %(n)d") % {"n": edition.number}, _("it does not say what is new"))
        for language in LANGUAGE_NAMES if not edition.news.get(language)
    ]
    return [*unsaid, *(gap for gap in gaps_in_drafts(edition.drafts) if gap.what not in CAN_COME_LATER)]
