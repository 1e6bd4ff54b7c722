"""A method as a Word file, to adapt: all of it, in real styles, so that Word's own list of headings and a screen reader find the way."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable

import segno
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.startkit.exports.sheets import on_paper
from samskaper.areas.startkit.exports.word import CODES, Document
from samskaper.areas.startkit.rules.papers import Imprint, address_of, drawn
from samskaper.editorial.texts import HEADINGS, MethodText, Source, Step

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def method_docx(method: MethodText, imprint: Imprint) -> bytes:
    """Return all that a method says as a Word file."""
    with translation.override(method.language):
        paper = on_paper(method, imprint)
        file = Document(CODES.get(method.language, method.language))
        keywords = f"{paper['edition_words']}, CC BY 4.0"
        file.about(title=method.title, subject=method.purpose, author=paper["credit"], keywords=keywords, day=_day(method, imprint))
        file.line(f"{paper['credit']} · {_('Starter kit')} · {method.phase_words} · {paper['edition_words']}")
        file.title(method.title)
        file.lead(method.purpose)
        file.picture(_png(drawn(method.key)), method.alt, width=100)
        _beginning(file, method)
        _doing(file, method)
        _afterwards(file, method)
        _imprint(file, method, imprint)
        return file.written()


def _day(method: MethodText, imprint: Imprint) -> dt.date:
    return dt.date.fromisoformat(method.checked) if method.checked else dt.date(imprint.year or 2026, 1, 1)


def _png(svg: str) -> bytes:
    from resvg_py import svg_to_bytes  # here: only who asks for a file pays for loading it

    return svg_to_bytes(svg_string=svg, width=1100, background="#ffffff", skip_system_fonts=True)


def _beginning(file: Document, method: MethodText) -> None:
    minutes = ngettext("%(n)d minute", "%(n)d minutes", method.minutes) % {"n": method.minutes}
    people = _("%(min)d–%(max)d people") % {"min": method.people[0], "max": method.people[1]}
    file.line(f"{minutes} · {people} · {method.difficulty_words}", strong=True)
    if method.influence_words:
        file.line(f"{HEADINGS['influence_words']}: {method.influence_in_short}. {method.influence_words}")
    for name in ("when", "when_not", "materials"):
        _list(file, name, getattr(method, name))
    _list(file, "preparation", method.preparation, numbered=True)


def _doing(file: Document, method: MethodText) -> None:
    if method.say_aloud:
        file.heading(str(HEADINGS["say_aloud"]))
        file.quote(method.say_aloud)
    _steps(file, "steps", method.steps)
    _list(file, "questions", method.questions)
    _list(file, "canvas", method.canvas)
    if method.hard_moments:
        file.heading(_("When it does not go as planned"))
    for when, words in method.hard_moments:
        file.heading(when, level=2)
        file.text(words)
    if method.online_intro or method.online_steps:
        file.heading(str(HEADINGS["online_intro"]))
        file.text(method.online_intro)
        file.steps((step.title, step.minutes, step.text) for step in method.online_steps)


def _afterwards(file: Document, method: MethodText) -> None:
    if method.follow_up:
        file.heading(str(HEADINGS["follow_up"]))
        file.text(method.follow_up)
    if method.example:
        file.heading(str(HEADINGS["example"]))
        file.heading(method.example_title, level=2)
        file.text(method.example)
        file.line(_("The place and the people are invented."))
    if method.sources:
        file.heading(_("Read more"))
        for source in method.sources:
            file.bullet(_source(source), source.url)


def _source(source: Source) -> str:
    who = f"{source.author} ({source.year})" if source.author and source.year else source.author
    return f"{who}: {source.title}" if who else source.title


def _imprint(file: Document, method: MethodText, imprint: Imprint) -> None:
    code, address = io.BytesIO(), address_of(method, imprint)
    image = segno.make(address, error="m")
    image.save(code, kind="png", scale=8, border=2)
    file.heading(_("How did it go?"))
    file.text(_("Three questions, under a minute. The code opens exactly this edition, also when there is a new one."))
    file.picture(code.getvalue(), _("QR code with the address beside it"), width=28)
    file.link(address, address)
    said = [_("%(who)s answers for it.") % {"who": method.answers_for_it}] if method.answers_for_it else []
    if method.checked:
        said.append(_("Last checked %(day)s.") % {"day": date_format(dt.date.fromisoformat(method.checked), "DATE_FORMAT")})
    file.line(" ".join(said))
    file.link(f"{_('CC BY 4.0: use, share and change it.')} {_('Say where it comes from:')} {imprint.library}.", LICENCE)


def _list(file: Document, name: str, lines: Iterable[str], *, numbered: bool = False) -> None:
    lines = list(lines)
    if lines:
        file.heading(str(HEADINGS[name]))
        (file.numbers if numbered else file.bullets)(lines)


def _steps(file: Document, name: str, steps: Iterable[Step]) -> None:
    file.heading(str(HEADINGS[name]))
    file.steps((step.title, step.minutes, step.text) for step in steps)
