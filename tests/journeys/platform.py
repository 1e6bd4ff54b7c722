"""A learning platform for the journeys: it reads a package's manifest, and plays its pieces with scorm-again, as platforms do.

What a piece tells is kept by this server, not by the browser, and is handed out the next time the piece is opened.
"""

from __future__ import annotations

import json
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from lxml import etree

from samskaper.config.setup.checkout import here

PLAYER = here().root / "node_modules/scorm-again/dist/scorm12.min.js"
IN = {"c": "http://www.imsproject.org/xsd/imscp_rootv1p1p2"}
PLAY = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A course</title>
<script src="/player.js"></script><script>
const kept = {kept};
window.API = new Scorm12API({{ lmsCommitUrl: "/told/{name}", autocommit: false, logLevel: 5, defaultValues: {{}} }});
if (kept) window.API.loadFromJSON(kept);
window.errors = [];
for (const call of ["LMSSetValue", "LMSInitialize", "LMSCommit", "LMSFinish"]) {{
  const real = window.API[call].bind(window.API);
  window.API[call] = (...said) => {{
    const answer = real(...said);
    if (String(answer) !== "true") errors.push([call, ...said, window.API.LMSGetLastError()]);
    return answer;
  }};
}}
</script></head><body><main>{frames}</main></body></html>"""


@dataclass
class Platform:
    """A platform with one package. `told` is what each piece has told last, `all_told` everything in order."""

    files: dict[str, bytes]
    mode: str = "normal"
    deep: bool = False
    told: dict[str, dict[str, Any]] = field(default_factory=dict)
    all_told: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    url: str = ""

    @property
    def pieces(self) -> dict[str, tuple[str, str]]:
        """The pieces of the course as its manifest orders them: identifier -> (title, address)."""
        top = etree.fromstring(self.files["imsmanifest.xml"])
        addresses = {one.get("identifier"): one.get("href") for one in top.iterfind(".//c:resource", IN)}
        items = top.iterfind(".//c:item[@identifierref]", IN)
        return {item.get("identifier"): (item.findtext("c:title", namespaces=IN), addresses[item.get("identifierref")]) for item in items}

    def play(self, name: str) -> str:
        """Return the page that plays a piece: in a frame, or `deep`, in a frame of a frame."""
        frame = f'<iframe title="The piece" src="/content/{self.pieces[name][1]}" width="100%" height="800"></iframe>'
        frames = f'<iframe title="Around" src="/around/{name}" width="100%" height="820"></iframe>' if self.deep else frame
        kept = self.told.get(name)
        core = {**(kept or {}).get("core", {}), "lesson_mode": self.mode} if kept or self.mode != "normal" else None
        return PLAY.format(name=name, frames=frames, kept=json.dumps({"core": core} if core else None))

    def around(self, name: str) -> str:
        """Return a page that holds nothing but the piece."""
        return f'<!doctype html><title>Around</title><iframe title="The piece" src="/content/{self.pieces[name][1]}" width="100%" height="800"></iframe>'

    def core(self, name: str) -> dict[str, str]:
        """Return what the platform knows of a piece."""
        found: dict[str, str] = self.told[name]["core"]
        return found


class Desk(BaseHTTPRequestHandler):
    """Answers the browser."""

    platform: Platform

    def do_GET(self) -> None:
        """Hand out the player, a page that plays a piece, or a file of the package."""
        where, _slash, name = self.path.lstrip("/").partition("/")
        if self.path == "/player.js":
            self.give(200, PLAYER.read_bytes(), "text/javascript")
        elif where in {"play", "around"} and name in self.platform.pieces:
            self.give(200, getattr(self.platform, where)(name).encode(), "text/html; charset=utf-8")
        elif where == "content" and name in self.platform.files:
            self.give(200, self.platform.files[name], mimetypes.guess_type(name)[0] or "application/octet-stream")
        else:
            self.give(404, b"", "text/plain")

    def do_POST(self) -> None:
        """Keep what a piece tells."""
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        name = self.path.rpartition("/")[2].partition("?")[0]
        self.platform.told[name] = said["cmi"]
        self.platform.all_told.append((name, said["cmi"]))
        self.give(200, b'{"result": true, "errorCode": 0}', "application/json")

    def give(self, status: int, body: bytes, kind: str) -> None:
        """Answer with a body."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@contextmanager
def running(platform: Platform) -> Iterator[Platform]:
    """Run the platform while inside."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("ItsDesk", (Desk,), {"platform": platform}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    platform.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield platform
    finally:
        server.shutdown()
        server.server_close()
