"""Files that leave: the certificate as a tagged PDF."""

from __future__ import annotations

from pathlib import Path

import segno
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from samskaper.areas.programmes.queries.certificates import Proof
from samskaper.commons.mail.letters import absolute, site_name
from samskaper.foundation.refusals import Refusal

PAPERS = Path(__file__).parent / "papers"


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
