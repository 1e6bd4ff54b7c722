"""Captions as others write them: WebVTT, read strictly, so that a player shows what an editor saw."""

from __future__ import annotations

import re
from itertools import pairwise

from django.utils.translation import gettext as _

from samskaper.editorial.films.captions import Cue

TIMES = re.compile(r"((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t]+([a-z0-9:%,. -]*))?\Z")
TAG = re.compile(r"<[^>]*>?")
ALLOWED = re.compile(r"</?(?:b|i|u|ruby|rt|c|v|lang)(?:\.[\w.-]+)?(?:[ \t][^<>&\"']{0,80})?>\Z")
LONGEST = 300_000  # bytes


class NotCaptions(Exception):
    """No captions that a player can show. Says which line, in a sentence."""


def read(content: bytes) -> list[Cue]:
    """Return the cues of a WebVTT file. Raises NotCaptions with a sentence that says what to mend."""
    if len(content) > LONGEST:
        raise NotCaptions(_("The captions are longer than any film. Is it the right file?"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotCaptions(_("The captions must be saved as UTF-8.")) from None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not re.match(r"WEBVTT(?:[ \t].*)?\Z", lines[0]) or "\0" in text:
        raise NotCaptions(_("Captions begin with the word WEBVTT on a line of its own. Save them as WebVTT (.vtt)."))
    cues = [cue for block in _blocks(lines[1:]) if (cue := _cue(*block))]
    if not cues:
        raise NotCaptions(_("There is not one text with a time in the captions."))
    for before, after in pairwise(cues):
        if after.begins < before.begins:
            raise NotCaptions(_("The captions go back in time at “%(words)s”.") % {"words": after.text[:40]})
    return cues


def _blocks(lines: list[str]) -> list[tuple[int, list[str]]]:
    """Return the blocks between empty lines, each with the number of its first line."""
    blocks, fresh = list[tuple[int, list[str]]](), True
    for number, line in enumerate(lines, start=2):
        if not line.strip():
            fresh = True
        elif fresh:
            blocks.append((number, [line]))
            fresh = False
        else:
            blocks[-1][1].append(line)
    return blocks


def _cue(number: int, block: list[str]) -> Cue | None:
    if block[0].startswith("NOTE"):
        return None
    if "-->" not in block[0]:
        if len(block) < 2 or "-->" not in block[1]:
            raise NotCaptions(_("Line %(number)d of the captions is neither a time nor a text below one.") % {"number": number})
        block, number = block[1:], number + 1
    times = TIMES.match(block[0].strip())
    if not times:
        raise NotCaptions(_("Line %(number)d of the captions is no time. It should look like 00:05.000 --> 00:09.500") % {"number": number})
    begins, ends = _seconds(times[1]), _seconds(times[2])
    text = "\n".join(block[1:])
    if begins >= ends or not text.strip():
        raise NotCaptions(_("The text at line %(number)d of the captions is empty, or ends before it begins.") % {"number": number})
    if any(not ALLOWED.match(tag) for tag in TAG.findall(text)):
        raise NotCaptions(_("The text at line %(number)d of the captions has code in it that captions cannot have.") % {"number": number})
    return Cue(begins, ends, text)


def _seconds(clock: str) -> float:
    *hours, minutes, rest = clock.split(":")
    return (int(hours[0]) if hours else 0) * 3600 + int(minutes) * 60 + float(rest)
