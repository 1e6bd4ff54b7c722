"""Small files of moving pictures, made by hand: enough for what a file says of itself, nothing to look at."""

from __future__ import annotations

import struct


def box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, name) + content


def mp4(seconds: float = 60, *, handler: bytes = b"vide", brand: bytes = b"isom", index: bool = True) -> bytes:
    header = box(b"mvhd", bytes(12) + struct.pack(">II", 1000, int(seconds * 1000)) + bytes(80))
    track = box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(13))))
    content = box(b"moov", header + track) if index else b""
    return box(b"ftyp", brand + bytes(4) + brand) + content + box(b"mdat", bytes(500))


def element(name: int, content: bytes) -> bytes:
    raw = name.to_bytes((name.bit_length() + 7) // 8, "big")
    return raw + (len(content) | 1 << 56).to_bytes(8, "big") + content


def webm(seconds: float = 60, *, kind: bytes = b"webm", track: bytes = b"\x01", clusters: int = 2) -> bytes:
    info = element(0x1549A966, element(0x2AD7B1, (1_000_000).to_bytes(3, "big")) + element(0x4489, struct.pack(">d", seconds * 1000)))
    tracks = element(0x1654AE6B, element(0xAE, element(0x83, track)))
    body = info + tracks + element(0x1F43B675, bytes(300)) * clusters
    return element(0x1A45DFA3, element(0x4282, kind)) + element(0x18538067, body)
