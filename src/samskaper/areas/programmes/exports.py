"""Files that leave: the certificate as a tagged PDF, and the list of participants as a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

import segno
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from samskaper.areas.programmes.models import Enrolment
from samskaper.areas.programmes.queries.certificates import Proof
from samskaper.commons.mail.letters import absolute, site_name
from samskaper.foundation.refusals import Refusal
from samskaper.ui.days import here

PAPERS = Path(__file__).parent / "papers"
FORMULA_SIGNS = ("=", "+", "-", "@", "|", "\t", "\r")  # what a spreadsheet takes for something to work out


def certificate_pdf(proof: Proof) -> bytes:
    """Return one A4 page in the holder's language, tagged so that it can be read aloud (PDF/UA-1).

    Raises Refusal (503) where the machine cannot make PDF files, with what to do.
    """
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError) as missing:
        raise Refusal(
            _(
                "This machine cannot make PDF files yet: it lacks Pango. The page of the certificate works, and can be "
                "printed from the browser. Tell the one who runs this to install Pango."
            ),
            status=503,
        ) from missing
    language = proof.certificate.enrolment.person.language
    address = absolute(reverse("check_certificate", args=[proof.certificate.secret]))
    code = segno.make(address, error="m").svg_data_uri(border=0, dark="#0B4F60", light=None)
    with translation.override(language):
        context = {"proof": proof, "address": address, "code": code, "language": language, "site_name": site_name(language)}
        page = render_to_string("programmes/certificate_pdf.html", context)
    fonts = FontConfiguration()
    sheet = CSS(filename=PAPERS / "certificate.css", font_config=fonts)
    pdf: bytes = HTML(string=page).write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")
    return pdf


def _table(people: Iterable[tuple[Enrolment, str]]) -> list[list[str]]:
    """Return the list as rows of text, the words on top first."""
    top = [_("Name"), _("Library"), _("How it stands"), _("Signed up on"), _("Address")]
    rows = [
        [row.person.name, row.works_at, str(row.get_state_display()), here(row.joined).isoformat()[:10], address]
        for row, address in people
    ]
    return [top, *([_harmless(cell) for cell in row] for row in rows)]


def _harmless(cell: str) -> str:
    """Return what a spreadsheet shows as it is: an apostrophe stands before whatever it would work out."""
    return f"'{cell}" if cell.lstrip().startswith(FORMULA_SIGNS) or cell.startswith(FORMULA_SIGNS) else cell


def people_csv(people: Iterable[tuple[Enrolment, str]]) -> bytes:
    """Return the list of participants as spreadsheets here open it: UTF-8 with its mark, semicolons."""
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerows(_table(people))
    return written.getvalue().encode("utf-8-sig")


def people_xlsx(people: Iterable[tuple[Enrolment, str]]) -> bytes:
    """Return the list of participants as a workbook; every cell is text."""
    from openpyxl import Workbook  # here: loading it costs a start 0.2 s

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Participants"))
    for row in _table(people):
        sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
