"""A Word file in the house's look: real styles, lists that begin at one, a language, and words for every picture."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from docx import Document as new_document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from samskaper.foundation.text import clean, clean_line

CODES = {"nb": "nb-NO", "nn": "nn-NO", "da": "da-DK", "en": "en-GB"}
INK, FJORD, MUTED = RGBColor(0x1C, 0x2E, 0x35), RGBColor(0x0B, 0x4F, 0x60), RGBColor(0x52, 0x60, 0x65)
LETTERS = "Calibri"  # on every machine with Word; LibreOffice has one that is as wide
SIZES = {"Normal": 11, "Title": 28, "Subtitle": 14, "Heading 1": 16, "Heading 2": 13, "Quote": 14}


class Document:
    """A Word file that is written from top to bottom."""

    def __init__(self, language: str) -> None:
        self.book = new_document()
        self._page()
        self._looks(language)

    def about(self, *, title: str, subject: str, author: str, keywords: str, day: dt.date) -> None:
        """Say what the file is, where programs look for it."""
        told: Any = self.book.core_properties
        told.title, told.subject, told.author, told.keywords = (clean_line(words)[:255] for words in (title, subject, author, keywords))
        told.comments, told.category, told.last_modified_by = "CC BY 4.0", "", told.author
        told.created = told.modified = dt.datetime.combine(day, dt.time(12))
        told.language = self.language

    def title(self, words: str) -> None:
        """The name of the document."""
        self.book.add_paragraph(clean_line(words), "Title")

    def lead(self, words: str) -> None:
        """What it is about, in a sentence."""
        self.book.add_paragraph(clean_line(words), "Subtitle")

    def heading(self, words: str, level: int = 1) -> None:
        """A heading, of level 1 or 2. Nothing where there are no words."""
        if words:
            self.book.add_heading(clean_line(words), level)

    def line(self, words: str, *, strong: bool = False) -> None:
        """A line in small, or one that carries weight. Nothing where there are no words."""
        if words:
            run = self.book.add_paragraph().add_run(clean_line(words))
            run.bold, run.font.color.rgb = strong, INK if strong else MUTED

    def text(self, words: str) -> None:
        """Paragraphs, one for each line that is not empty."""
        for paragraph in filter(None, map(clean_line, clean(words).splitlines())):
            self.book.add_paragraph(paragraph)

    def quote(self, words: str) -> None:
        """Words that are read aloud."""
        self.book.add_paragraph(clean_line(words), "Quote")

    def bullets(self, lines: Iterable[str]) -> None:
        """A list without order."""
        for words in lines:
            self.bullet(words)

    def bullet(self, words: str, href: str = "") -> None:
        """One line of a list, led somewhere when it has an address."""
        paragraph = self.book.add_paragraph(style="List Bullet")
        if href:
            self._linked(paragraph, words, href)
        else:
            paragraph.add_run(clean_line(words))

    def numbers(self, lines: Iterable[str]) -> None:
        """A list in order, from 1."""
        counted = self._from_one()
        for words in lines:
            self._numbered(counted).add_run(clean_line(words))

    def steps(self, steps: Iterable[tuple[str, int, str]]) -> None:
        """A list of (title, minutes, words) in order, from 1."""
        counted = self._from_one()
        for title, minutes, words in steps:
            paragraph = self._numbered(counted)
            paragraph.add_run(f"{clean_line(title)} ({minutes} {_('min')}). ").bold = True
            paragraph.add_run(clean_line(words))

    def picture(self, png: bytes, words: str, *, width: float) -> None:
        """A picture so many millimetres wide, with the words for those who do not see it."""
        shape: Any = self.book.add_picture(io.BytesIO(png), Mm(width))._inline.docPr
        shape.set("descr", clean_line(words))

    def link(self, words: str, href: str) -> None:
        """A paragraph that leads somewhere."""
        self._linked(self.book.add_paragraph(), words, href)

    def written(self) -> bytes:
        """Return the file."""
        kept = io.BytesIO()
        self.book.save(kept)
        return kept.getvalue()

    def _page(self) -> None:
        page = self.book.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = Mm(24)
        page.top_margin = page.bottom_margin = Mm(20)

    def _looks(self, language: str) -> None:
        self.language = language
        for name, size in SIZES.items():
            style: Any = self.book.styles[name]
            style.font.name, style.font.size, style.font.color.rgb = LETTERS, Pt(size), FJORD if name.startswith("Heading") else INK
            style.font.italic = False
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{kind}"), None)
            for kind in ("ascii", "hAnsi", "cs"):
                fonts.set(qn(f"w:{kind}"), LETTERS)
        for tag in self.book.styles.element.iter(qn("w:lang")):
            tag.set(qn("w:val"), language)
        link: Any = self.book.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
        link.font.color.rgb, link.font.underline = FJORD, True

    def _from_one(self) -> int:
        """Return the number of a list of its own, which counts from 1."""
        style: Any = self.book.styles["List Number"]
        numbering: Any = self.book.part.numbering_part.element
        kind = numbering.num_having_numId(style.element.pPr.numPr.numId.val).abstractNumId.val
        fresh = numbering.add_num(kind)
        fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(fresh.numId)

    def _numbered(self, counted: int) -> Any:
        paragraph: Any = self.book.add_paragraph(style="List Number")
        paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = counted
        return paragraph

    def _linked(self, paragraph: Any, words: str, href: str) -> None:
        """Put in a link; the library has no word for it."""
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run = paragraph.add_run(clean_line(words), "Hyperlink")
        link.append(run._r)
        paragraph._p.append(link)
