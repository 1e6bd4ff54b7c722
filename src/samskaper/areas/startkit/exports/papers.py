"""Making what is put on paper."""

from __future__ import annotations

from samskaper.areas.startkit.rules.papers import Form, Paper

__all__ = ["Form", "Paper", "made"]


def made(paper: Paper) -> bytes:
    """Make it. Raises NoPdfHere for a PDF on a machine without Pango. What makes a form is loaded by who asks for it: a start need not wait for it."""
    if paper.form is Form.WORD:
        from samskaper.areas.startkit.exports.documents import method_docx

        return method_docx(paper.method, paper.imprint)
    from samskaper.areas.startkit.exports import posters, sheets

    return (posters.poster_pdf if paper.form is Form.POSTER else sheets.sheet_pdf)(paper.method, paper.imprint)
