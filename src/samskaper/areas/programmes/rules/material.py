"""Which files can be material of a gathering: their kinds by ending and by what they begin with."""

from __future__ import annotations

from pathlib import PurePath

from django.utils.translation import gettext as _

from samskaper.foundation.refusals import Invalid

LARGEST = 20 * 1024 * 1024
_OFFICE, _OLD_OFFICE = (b"PK\x03\x04",), (b"\xd0\xcf\x11\xe0",)
KINDS: dict[str, tuple[str, tuple[bytes, ...]]] = {
    ".pdf": ("application/pdf", (b"%PDF-",)),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _OFFICE),
    ".xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _OFFICE),
    ".pptx": ("application/vnd.openxmlformats-officedocument.presentationml.presentation", _OFFICE),
    ".odt": ("application/vnd.oasis.opendocument.text", _OFFICE),
    ".ods": ("application/vnd.oasis.opendocument.spreadsheet", _OFFICE),
    ".odp": ("application/vnd.oasis.opendocument.presentation", _OFFICE),
    ".doc": ("application/msword", _OLD_OFFICE),
    ".ppt": ("application/vnd.ms-powerpoint", _OLD_OFFICE),
    ".png": ("image/png", (b"\x89PNG\r\n\x1a\n",)),
    ".jpg": ("image/jpeg", (b"\xff\xd8\xff",)),
    ".jpeg": ("image/jpeg", (b"\xff\xd8\xff",)),
    ".mp3": ("audio/mpeg", (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    ".txt": ("text/plain; charset=utf-8", ()),
}
ACCEPT = ",".join(KINDS)


def content_type(name: str) -> str:
    """Return the content type that a file of this name is sent with."""
    return KINDS.get(PurePath(name).suffix.lower(), ("application/octet-stream", ()))[0]


def must_be_a_document(name: str, size: int, head: bytes) -> None:
    """Refuse files that are too large, empty, of another kind, or not what their ending says. `head` is the beginning."""
    ending = PurePath(name).suffix.lower()
    if size > LARGEST:
        raise Invalid(_("The file is larger than 20 MB. Put it where your library keeps large files, and add a link."))
    if not size:
        raise Invalid(_("The file is empty."))
    if ending not in KINDS:
        raise Invalid(_("We take PDF, Word, Excel, PowerPoint, OpenDocument, pictures, MP3 and plain text. Save it as one of these."))
    signs = KINDS[ending][1]
    if (signs and not head.startswith(signs)) or (not signs and b"\x00" in head):
        raise Invalid(_("The file is called “%(ending)s”, but there is something else in it. Open it and save it anew.") % {"ending": ending})
