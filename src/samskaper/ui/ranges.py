"""Files that are fetched in pieces: a film is wound forward without fetching what lies before (RFC 9110, section 14)."""

from __future__ import annotations

import io
import re
from typing import BinaryIO

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified

ONE_RANGE = re.compile(r"bytes=\s*(\d*)-(\d*)\s*\Z")
FOR_LONG = "public, max-age=31536000, immutable"
ASK_EACH_TIME = "no-cache"


class Piece(io.RawIOBase):
    """A file from one byte to another, read as a file of its own. Closing it closes the file."""

    def __init__(self, file: BinaryIO, first: int, length: int) -> None:
        super().__init__()
        self._file, self._first, self._length, self._at = file, first, length, 0
        file.seek(first)

    def readable(self) -> bool:
        """A piece is for reading."""
        return True

    def seekable(self) -> bool:
        """Web servers look for the end before they send."""
        return True

    def tell(self) -> int:
        """Return where in the piece one is."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place in the piece, never outside of it."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._length}[whence]
        self._at = min(max(start + offset, 0), self._length)
        self._file.seek(self._first + self._at)
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Read on, not past the end of the piece."""
        left = self._length - self._at
        content = self._file.read(left if size is None or size < 0 else min(size, left))
        self._at += len(content)
        return content

    def close(self) -> None:
        """Close the file."""
        if not self.closed:
            self._file.close()
        super().close()


def in_pieces(request: HttpRequest, file: BinaryIO, size: int, *, content_type: str, mark: str, cache: str = ASK_EACH_TIME) -> HttpResponseBase:
    """Return a file, or the piece of it that is asked for.

    `mark` says which version it is (a strong ETag). Several pieces at once are answered with the whole file, which the
    standard allows and no player asks for.
    """
    tag = f'"{mark}"'
    headers = {"ETag": tag, "Accept-Ranges": "bytes", "Cache-Control": cache, "X-Content-Type-Options": "nosniff"}
    if request.headers.get("If-None-Match", "").strip() in {tag, f"W/{tag}", "*"}:
        file.close()
        return HttpResponseNotModified(headers=headers)
    wanted = _wanted(request, size, tag)
    if wanted is None:
        return FileResponse(Piece(file, 0, size), content_type=content_type, headers={**headers, "Content-Length": str(size)})
    first, last = wanted
    if first > last:
        file.close()
        return HttpResponse(status=416, headers={**headers, "Content-Range": f"bytes */{size}"}, content_type=content_type)
    answer = FileResponse(Piece(file, first, last - first + 1), status=206, content_type=content_type, headers=headers)
    answer["Content-Range"] = f"bytes {first}-{last}/{size}"
    answer["Content-Length"] = str(last - first + 1)
    return answer


def _wanted(request: HttpRequest, size: int, tag: str) -> tuple[int, int] | None:
    """Return the first and last byte that are asked for; None for all, and a first above the last for what is not there."""
    asked = ONE_RANGE.match(request.headers.get("Range", ""))
    only_if = request.headers.get("If-Range", tag).strip()
    if request.method != "GET" or not asked or only_if != tag or asked[1] == asked[2] == "":
        return None
    first, last = asked[1], asked[2]
    if len(first) > 18 or len(last) > 18:
        return (1, 0) if first and len(first) > 18 else (int(first or 0), size - 1)
    if first == "":
        return (max(size - int(last), 0), size - 1) if int(last) and size else (1, 0)
    if last and int(last) < int(first):
        return None
    return (int(first), min(int(last or size), size - 1)) if int(first) < size else (1, 0)
