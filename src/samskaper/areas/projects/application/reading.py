"""Read a whole application. Nothing here raises, whatever the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from . import labels as words
from .activities import read_activities
from .anchoring import read_anchorings
from .applicant import read_applicant
from .decode import decode
from .goals import Goals
from .labels import Part
from .lines import Labels, Ledger, Line, read_lines
from .money import read_budget
from .partners import read_partners
from .parts import Parts, split
from .prose import Paragraph, paragraphs
from .shape import Application, Section

_DURATION = Labels(words.DURATION_LABELS)
_BULLET = re.compile(r"^[•*·–-]\s*")


@dataclass(slots=True)
class _Story:
    """The running text: what is aimed at, and the sections."""

    aim: str = ""
    introduction: list[str] = field(default_factory=list)
    heads: list[Paragraph] = field(default_factory=list)
    bodies: list[list[Paragraph]] = field(default_factory=list)


def read(source: str | bytes) -> Application:
    """Understand an application as it leaves the funder's form.

    Takes text, or bytes in UTF-8, UTF-16 or Windows-1252. Whatever is not
    understood stands in ``not_understood``, line by line. The cost grows
    linearly with the size. Raises ``TooLarge`` over 2 MB, and nothing else.
    """
    raw = decode(source).split("\n")
    ledger = Ledger(len(raw))
    parts = split(read_lines(raw, ledger), ledger)
    goals = Goals()
    story = _Story()
    for part in (Part.AIM, Part.DESCRIPTION):
        _tell(parts.of(part), part, goals, story, ledger)
    for stray in (parts.loose, parts.of(Part.PROJECT), parts.of(Part.OTHER)):
        for paragraph in paragraphs(stray):
            goals.take(paragraph, ledger)
    says, partners = read_partners(parts.of(Part.PARTNERS), ledger)
    application = Application(
        applicant=read_applicant(parts, ledger),
        title=_text(parts.of(Part.TITLE), "title", ledger),
        aim=story.aim,
        introduction="\n\n".join(story.introduction),
        kind=_text(parts.of(Part.KIND), "kind", ledger),
        focus_areas=_focus_areas(parts.of(Part.FOCUS), ledger),
        duration=_duration(parts.of(Part.SCHEDULE), ledger),
        main_goals=tuple(goals.main.values()),
        sub_goals=tuple(goals.sub.values()),
        activities=read_activities(parts.of(Part.ACTIVITIES), goals, ledger),
        budget=read_budget(parts.lines.get(Part.BUDGET, ()), ledger),
        has_partners=says,
        partners=partners,
        anchorings=read_anchorings(_anchored(story)),
        sections=(*_sections(story), *_other(parts, ledger)),
    )
    return _closed(application, ledger, raw)


def _closed(application: Application, ledger: Ledger, raw: Sequence[str]) -> Application:
    account, not_understood = ledger.close(raw)
    return replace(application, account=account, not_understood=not_understood)


def _tell(lines: Sequence[Line], part: Part, goals: Goals, story: _Story, ledger: Ledger) -> None:
    headed = False
    for paragraph in paragraphs(lines):
        if goals.take(paragraph, ledger):
            continue
        ledger.claim("aim" if part is Part.AIM else "section", *paragraph.lines)
        purpose = words.PURPOSE.match(paragraph.text)
        if paragraph.level:
            story.heads.append(paragraph)
            story.bodies.append([])
            headed = True
        elif purpose and not story.aim:
            story.aim = purpose[1]
        elif headed:
            story.bodies[-1].append(paragraph)
        elif part is Part.AIM:
            story.introduction.append(paragraph.text)
        else:
            story.heads.append(Paragraph("", ()))
            story.bodies.append([paragraph])
            headed = True


def _sections(story: _Story) -> list[Section]:
    return [
        Section(
            head.text,
            "\n\n".join(paragraph.text for paragraph in body),
            head.level or 1,
            (*head.lines, *(line for paragraph in body for line in paragraph.lines)),
        )
        for head, body in zip(story.heads, story.bodies, strict=True)
    ]


def _anchored(story: _Story) -> list[Paragraph]:
    """The paragraphs under «Forankring»; without one, those that speak of it."""
    under = [
        paragraph
        for head, body in zip(story.heads, story.bodies, strict=True)
        if words.ANCHORING_HEADINGS.search(head.text)
        for paragraph in body
    ]
    speak = (paragraph for body in story.bodies for paragraph in body if "forankr" in paragraph.text.casefold())
    return under or list(speak)


def _other(parts: Parts, ledger: Ledger) -> list[Section]:
    """What the applicant added about the schedule."""
    left = parts.of(Part.OTHER)
    numbers = tuple(line.number for line in left)
    ledger.claim("section", *numbers)
    text = "\n\n".join(paragraph.text for paragraph in paragraphs(left))
    return [Section("Andre opplysninger", text, 1, numbers)] if text else []


def _text(lines: Sequence[Line], owner: str, ledger: Ledger) -> str:
    """A value that may run over lines; a new paragraph is no longer the value."""
    taken: list[Line] = []
    for line in lines:
        if taken and line.gap:
            break
        taken.append(line)
    ledger.claim(owner, *(line.number for line in taken))
    return " ".join(line.text for line in taken)


def _focus_areas(lines: Sequence[Line], ledger: Ledger) -> tuple[str, ...]:
    ledger.claim("focus areas", *(line.number for line in lines))
    return tuple(area for line in lines if (area := _BULLET.sub("", line.text)))


def _duration(lines: Sequence[Line], ledger: Ledger) -> str:
    """«Ettårig», as written; the value may stand on the next line."""
    asked = False
    duration = ""
    for line in lines:
        found = _DURATION.read("\t".join(line.cells))
        if found or (asked and not duration):
            duration = duration or (found[1].replace("\t", " ") if found else line.text)
            asked = True
            ledger.claim("duration", line.number)
    return duration.rstrip(".")
