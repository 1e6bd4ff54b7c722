"""What a file of moving pictures says of itself: read from its boxes, never from its name. For MP4 and WebM; decodes nothing."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

MOST_BOXES = 4000
INSIDE = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}
BRANDS = (b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"dash")
EBML, SEGMENT, INFO, TRACKS, TRACK, CLUSTER = 0x1A45DFA3, 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0x1F43B675
DOCTYPE, SCALE, DURATION, TRACK_TYPE = 0x4282, 0x2AD7B1, 0x4489, 0x83


class NotAFilm(Exception):
    """The file is not what it should be: not of this kind, cut off, or without pictures."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file says of itself."""

    kind: str
    seconds: float


def look(file: BinaryIO, size: int) -> Seen:
    """Return what a file is. Raises NotAFilm when it is neither MP4 nor WebM, is cut off, or holds no pictures."""
    file.seek(0)
    start = file.read(16)
    try:
        if start[4:8] == b"ftyp":
            return _mp4(file, size)
        if start[:4] == EBML.to_bytes(4, "big"):
            return _webm(file, size)
    except (struct.error, IndexError, OverflowError, UnicodeDecodeError) as broken:
        raise NotAFilm("broken") from broken
    raise NotAFilm("neither MP4 nor WebM")


def _boxes(file: BinaryIO, first: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield (name, first byte, end) of the boxes between two places, going into those that hold others."""
    count, places = 0, [(first, end)]
    while places:
        at, end = places.pop()
        while at < end:
            count += 1
            file.seek(at)
            header = file.read(16)
            length, name = struct.unpack(">I4s", header[:8])
            body = at + 8
            if length == 1:
                length, body = struct.unpack(">Q", header[8:16])[0], at + 16
            if length == 0:
                length = end - at
            if length < body - at or at + length > end or count > MOST_BOXES:
                raise NotAFilm("cut off")
            yield name, body, at + length
            if name in INSIDE:
                places.append((body, at + length))
            at += length


def _mp4(file: BinaryIO, size: int) -> Seen:
    names: set[bytes] = set()
    seconds, pictures = 0.0, False
    for name, first, end in _boxes(file, 0, size):
        names.add(name)
        file.seek(first)
        content = file.read(min(end - first, 64))
        if name == b"ftyp" and not any(brand in content for brand in BRANDS):
            raise NotAFilm("another kind")
        if name == b"mvhd":
            scale, length = struct.unpack(">IQ", content[20:32]) if content[0] == 1 else struct.unpack(">II", content[12:20])
            seconds = length / scale if scale else 0
        pictures = pictures or (name == b"hdlr" and content[8:12] == b"vide")
    if not {b"moov", b"mdat"} <= names or not pictures or seconds <= 0:
        raise NotAFilm("no pictures")
    return Seen("mp4", seconds)


def _number(file: BinaryIO, *, keep: bool = False) -> tuple[int, int]:
    """Read a number of variable length; `keep` its marker, as names have it. Returns it and how many bytes it took."""
    first = file.read(1)[0]
    length = 9 - first.bit_length()
    if length > 8:
        raise NotAFilm("broken")
    rest = file.read(length - 1)
    if len(rest) != length - 1:
        raise NotAFilm("cut off")
    value = int.from_bytes(bytes([first if keep else first & ((1 << (8 - length)) - 1)]) + rest, "big")
    unknown = not keep and value == (1 << (7 * length)) - 1
    return (-1 if unknown else value), length


def _elements(file: BinaryIO, first: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield (name, first byte, end) of the elements between two places."""
    at = first
    for _count in range(MOST_BOXES):
        if at >= end:
            return
        file.seek(at)
        name, taken = _number(file, keep=True)
        length, more = _number(file)
        body = at + taken + more
        last = end if length < 0 else body + length
        if last > end:
            raise NotAFilm("cut off")
        yield name, body, last
        at = last
    raise NotAFilm("too many pieces")


def _webm(file: BinaryIO, size: int) -> Seen:
    scale, seconds, pictures, clusters, kind = 1_000_000, 0.0, False, 0, b""
    for name, first, end in _elements(file, 0, size):
        if name == EBML:
            kind = next((_content(file, a, b) for inner, a, b in _elements(file, first, end) if inner == DOCTYPE), b"")
        if name != SEGMENT:
            continue
        for inner, a, b in _elements(file, first, end):
            clusters += inner == CLUSTER
            if inner == INFO:
                said = {part: _content(file, c, d) for part, c, d in _elements(file, a, b)}
                scale = int.from_bytes(said.get(SCALE, b"\x0f\x42\x40"), "big")
                seconds = _float(said.get(DURATION, b"")) * scale / 1e9
            if inner == TRACKS:
                tracks = (dict(_parts(file, c, d)) for part, c, d in _elements(file, a, b) if part == TRACK)
                pictures = any(track.get(TRACK_TYPE) == b"\x01" for track in tracks)
    if kind != b"webm" or not pictures or not clusters or seconds <= 0:
        raise NotAFilm("no pictures")
    return Seen("webm", seconds)


def _parts(file: BinaryIO, first: int, end: int) -> Iterator[tuple[int, bytes]]:
    for name, a, b in _elements(file, first, end):
        yield name, _content(file, a, b)


def _content(file: BinaryIO, first: int, end: int) -> bytes:
    file.seek(first)
    return file.read(min(end - first, 64))


def _float(content: bytes) -> float:
    return float(struct.unpack({4: ">f", 8: ">d"}[len(content)], content)[0]) if len(content) in {4, 8} else 0.0
