"""A file in pieces: what the standard says of Range and If-Range, and nothing outside of the file."""

from __future__ import annotations

import io

import pytest
from django.test import RequestFactory

from samskaper.ui.ranges import FOR_LONG, Piece, in_pieces

CONTENT = bytes(range(100))


def fetch(method: str = "get", **headers: str) -> tuple[int, dict[str, str], bytes]:
    request = getattr(RequestFactory(), method)("/film", headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = in_pieces(request, io.BytesIO(CONTENT), len(CONTENT), content_type="video/mp4", mark="one", cache=FOR_LONG)
    body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return answer.status_code, dict(answer.headers), body


def test_the_whole_file_says_that_it_can_be_had_in_pieces() -> None:
    status, headers, body = fetch()

    assert (status, body) == (200, CONTENT)
    assert headers["Accept-Ranges"] == "bytes" and headers["Content-Length"] == "100"
    assert headers["ETag"] == '"one"' and "immutable" in headers["Cache-Control"]
    assert headers["Content-Type"] == "video/mp4" and headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(("asked", "first", "last"), [
    ("bytes=0-0", 0, 0), ("bytes=10-19", 10, 19), ("bytes=90-", 90, 99), ("bytes=-1", 99, 99), ("bytes=-10", 90, 99),
    ("bytes=-500", 0, 99), ("bytes=50-5000", 50, 99), ("bytes= 10-19", 10, 19), ("bytes=0-99", 0, 99),
])
def test_a_piece_is_answered_with_206(asked: str, first: int, last: int) -> None:
    status, headers, body = fetch(Range=asked)

    assert (status, body) == (206, CONTENT[first:last + 1])
    assert headers["Content-Range"] == f"bytes {first}-{last}/100"
    assert headers["Content-Length"] == str(last - first + 1)


@pytest.mark.parametrize("asked", ["bytes=100-", "bytes=5000-6000", "bytes=-0", f"bytes={'9' * 40}-"])
def test_what_lies_outside_is_answered_with_416(asked: str) -> None:
    status, headers, body = fetch(Range=asked)

    assert (status, body) == (416, b"")
    assert headers["Content-Range"] == "bytes */100"


@pytest.mark.parametrize("asked", ["bytes=", "bytes=-", "bytes=a-b", "bytes=20-10", "items=0-9", "bytes=0-1,5-6", "0-9", "bytes=1-2x", "bytes=-1-2"])
def test_what_is_no_single_range_is_answered_with_the_whole(asked: str) -> None:
    assert fetch(Range=asked)[::2] == (200, CONTENT)


@pytest.mark.parametrize(("condition", "status"), [('"one"', 206), ('"two"', 200), ('W/"one"', 200), ("Sun, 22 Nov 2026 10:00:00 GMT", 200)])
def test_a_piece_of_another_version_is_not_handed_out(condition: str, status: int) -> None:
    assert fetch(Range="bytes=0-9", If_Range=condition)[0] == status


@pytest.mark.parametrize(("known", "status"), [('"one"', 304), ('W/"one"', 304), ("*", 304), ('"two"', 200)])
def test_a_file_that_the_browser_has_is_not_sent_again(known: str, status: int) -> None:
    assert fetch(If_None_Match=known)[0] == status


def test_asking_for_the_head_ignores_the_range() -> None:
    status, headers, _body = fetch("head", Range="bytes=0-9")

    assert (status, headers["Content-Length"]) == (200, "100")


def test_an_empty_file_has_no_pieces() -> None:
    request = RequestFactory().get("/film", headers={"Range": "bytes=-1"})

    assert in_pieces(request, io.BytesIO(b""), 0, content_type="video/mp4", mark="x").status_code == 416


def test_a_piece_never_reads_past_its_end() -> None:
    piece = Piece(io.BytesIO(CONTENT), 10, 5)

    assert piece.read(3) + piece.read() + piece.read() == CONTENT[10:15]
    assert piece.seek(0, io.SEEK_END) == 5 and piece.read() == b""
    assert piece.seek(-99) == 0 and piece.tell() == 0 and piece.read(1) == CONTENT[10:11]


def test_closing_a_piece_closes_its_file() -> None:
    file = io.BytesIO(CONTENT)
    Piece(file, 0, 5).close()

    assert file.closed
