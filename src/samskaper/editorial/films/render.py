"""From text to film: each moment is drawn once, the words of each language are laid over it, and two codecs write it.

Needs the dependency group `film` (resvg-py, av), which no installation needs to run.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from PIL import Image

from samskaper.editorial.films.frames import HEIGHT, WIDTH, picture
from samskaper.editorial.films.letters import READING, SPEAKING, active, font_file, layer
from samskaper.editorial.films.scenes import FPS, Film, Speech

CODECS: dict[str, tuple[str, dict[str, str]]] = {
    "webm": ("libvpx-vp9", {"crf": "46", "b": "0", "deadline": "good", "cpu-used": "3", "row-mt": "1", "lag-in-frames": "25"}),
    "mp4": ("libx264", {"crf": "33", "preset": "veryslow", "tune": "animation"}),
}
BETWEEN_KEYS = FPS * 12  # frames; so that one can wind to any place


def raster(svg: str, *, words: bool = False) -> Image.Image:
    """Return an SVG as a picture of the film's size. Fonts are read only for `words`: it takes as long as drawing."""
    import resvg_py

    fonts = [font_file(READING), font_file(SPEAKING)] if words else None
    drawn = resvg_py.svg_to_bytes(svg_string=svg, width=WIDTH, font_files=fonts, skip_system_fonts=True)
    return Image.open(io.BytesIO(bytes(drawn))).convert("RGBA")


@dataclass(slots=True)
class Pictures:
    """The pictures of a film in order; two moments that look the same are drawn once."""

    film: Film
    last: tuple[str, Image.Image] | None = None

    def at(self, time: float) -> Image.Image:
        """Return the picture of a moment, without words."""
        svg = picture(self.film, time)
        if self.last is None or self.last[0] != svg:
            self.last = (svg, raster(svg).convert("RGB"))
        return self.last[1]


def with_words(still: Image.Image, film: Film, speech: Speech, time: float) -> Image.Image:
    """Return a picture with the words of a language on it."""
    words, place = _words_of(film, speech, time)
    if place is None:
        return still
    copy = still.copy()
    piece = words.crop(place)
    copy.paste(piece, place[:2], piece)
    return copy


_LAYERS: dict[tuple[str, str, str, tuple[str, ...]], tuple[Image.Image, tuple[int, int, int, int] | None]] = {}


def _words_of(film: Film, speech: Speech, time: float) -> tuple[Image.Image, tuple[int, int, int, int] | None]:
    scene, standing = active(film, time)
    key = (film.key, speech.language, scene.key, tuple(f"{words.manner}.{words.key}" for words in standing))
    if key not in _LAYERS:
        drawn = raster(layer(scene, standing, speech), words=True)
        _LAYERS[key] = drawn, drawn.getbbox()
    return _LAYERS[key]


def moments(film: Film) -> Iterator[float]:
    """Yield the times of the film's frames."""
    for number in range(round(film.seconds * FPS)):
        yield number / FPS


class Writer:
    """Writes one film in one language with one codec."""

    def __init__(self, place: Path, kind: str) -> None:
        import av

        codec, options = CODECS[kind]
        extra = {"movflags": "+faststart"} if kind == "mp4" else {}
        self._file: Any = av.open(str(place), "w", format=kind, options=extra)
        self._stream: Any = self._file.add_stream(codec, rate=FPS, options=options)
        self._stream.width, self._stream.height, self._stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        self._stream.gop_size = BETWEEN_KEYS
        self._stream.codec_context.time_base = Fraction(1, FPS)
        for name in ("color_primaries", "color_trc", "colorspace"):
            setattr(self._stream.codec_context, name, 1)  # the colours of HD television
        self._stream.codec_context.thread_count = 2

    def write(self, frame: Any) -> None:
        """Add a frame."""
        for packet in self._stream.encode(frame):
            self._file.mux(packet)

    def close(self) -> None:
        """Write what is left, and the end."""
        for packet in self._stream.encode():
            self._file.mux(packet)
        self._file.close()


def _as_film(still: Image.Image) -> Any:
    import av

    frames: Any = av.VideoFrame
    return frames.from_image(still).reformat(format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG")


def render(film: Film, speeches: Sequence[Speech], folder: Path, *, say: Callable[[str], None] = print) -> list[Path]:
    """Write a film in these languages into a folder. Returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    places = {(speech.language, kind): folder / f"{film.key}.{speech.language}.{kind}" for speech in speeches for kind in CODECS}
    writers = {key: Writer(place, key[1]) for key, place in places.items()}
    pictures = Pictures(film)
    for number, time in enumerate(moments(film)):
        still = pictures.at(time)
        for speech in speeches:
            frame = _as_film(with_words(still, film, speech, time))
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            for kind in CODECS:
                writers[speech.language, kind].write(frame)
        if number % (FPS * 10) == 0:
            say(f"{film.key}: {time:.0f} of {film.seconds:.0f} s")
    for writer in writers.values():
        writer.close()
    return list(places.values())
