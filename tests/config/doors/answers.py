"""What an answer means at a door, and which words it shows."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pikepdf

SIGN_IN = re.compile(r"^/(?:\w\w/)?(?:sign-in|login|cms/login)/")
NOT_OFFERED = 405


def is_refused(answer: Any) -> bool:
    """Tell whether the door stayed shut: by a refusal, or by leading to the sign-in."""
    if answer.status_code in {301, 302, 303, 307}:
        return bool(SIGN_IN.match(answer["Location"]))
    return answer.status_code in {401, 403, 404}


def judge(answer: Any, *, may: bool) -> str:
    """Return what is wrong with an answer at a door that one may or may not use, or ""."""
    status = answer.status_code
    if status >= 500:
        crash = getattr(answer, "exc_info", None)
        return f"{status} {crash[1]!r}"[:400] if crash else str(status)
    if may and (is_refused(answer) or status == NOT_OFFERED):
        return f"{status} although it is open"
    if not may and not is_refused(answer) and status != NOT_OFFERED:
        return f"{status} although it is closed"
    return ""


def words_of(answer: Any) -> str:
    """Return all text of an answer: headers, page, the inside of packed files, and the letters of a PDF."""
    headers = " ".join(f"{name}: {value}" for name, value in answer.items())
    body = answer.whole
    if body.startswith(b"%PDF-"):
        return headers + text_of_pdf(body)
    if body.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            body = b"\n".join(packed.read(name) for name in packed.namelist())
    return headers + body.decode("utf-8", "replace").replace("\r\n ", "")


def text_of_pdf(file: bytes) -> str:
    """Return the letters of a PDF, without spaces: enough to find a word of letters and digits."""
    found: list[str] = []
    with pikepdf.open(io.BytesIO(file)) as pdf:
        for page in pdf.pages:
            fonts = {name: _letters(font) for name, font in page.get("/Resources", {}).get("/Font", {}).items()}
            letters: dict[str, str] = {}
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "Tf":
                    letters = fonts.get(str(operands[0]), {})
                elif str(operator) in {"Tj", "TJ"}:
                    found.append(_said(operands[0], letters))
    return "".join(found)


def _said(operand: Any, letters: dict[str, str]) -> str:
    parts = list(operand) if isinstance(operand, pikepdf.Array) else [operand]
    codes = "".join(bytes(part).hex() for part in parts if isinstance(part, pikepdf.String))
    return "".join(letters.get(codes[at : at + 4], "") for at in range(0, len(codes), 4))


def _letters(font: Any) -> dict[str, str]:
    """Return what each two-byte code of a font stands for."""
    if "/ToUnicode" not in font:
        return {}
    table = bytes(font.ToUnicode.read_bytes()).decode("ascii", "replace")
    pairs = re.findall(r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>\s*(?=\n|<|$)", table)
    return {code.lower(): bytes.fromhex(text).decode("utf-16-be", "replace") for code, text in pairs}
