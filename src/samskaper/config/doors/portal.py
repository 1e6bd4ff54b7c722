"""Doors of pages that join areas, of edited pages, and of what lies below all pages."""

from __future__ import annotations

from samskaper.config.doors.door import EVERYBODY, NOBODY, SIGNED_IN, Door, of_both

NO_DEMONSTRATION = "404 where the demonstration is not loaded, and the seed is none"
PAGES: dict[str, Door] = {
    "root": Door(EVERYBODY),
    "livez": Door(EVERYBODY),
    "readyz": Door(EVERYBODY),
    "demo_short": Door(NOBODY, why=NO_DEMONSTRATION),
    "portal:demo": Door(NOBODY, why=NO_DEMONSTRATION),
    "portal:demo_try": Door(NOBODY, args=("1",), why=NO_DEMONSTRATION),
    "phone_script": Door(EVERYBODY, why="the same file for all"),
    "phone_manifest": Door(EVERYBODY, why="the same words for all"),
    "portal:phone": Door(SIGNED_IN, why="one's own pages"),
    "portal:desk": Door(SIGNED_IN),
    "portal:search": Door(EVERYBODY, query="?q=bibliotek", why="finds what each may see; a test walks it with planted words"),
    "portal:gallery": Door(EVERYBODY, why="components with invented examples"),
    "wagtail_serve": Door(EVERYBODY, args=("'",), why="published pages"),
    "wagtailcore_login": Door(NOBODY, why="leads to our sign-in; no page is private"),
}

EDITORS: dict[str, Door] = {
    "wagtaildocs_serve": Door(EVERYBODY, args=("1", "'x"), why="documents that editors have put on a page; none here"),
    "kit_film": Door(EVERYBODY, args=("'dot-voting", "'nb", "'webm")),
    "kit_track": Door(EVERYBODY, args=("'dot-voting", "'nb", "'captions")),
    "kit_still": Door(EVERYBODY, args=("'dot-voting",)),
    "uploaded_film": Door(of_both("editor"), args=("film", "'mp4"), more=(("film", "'vtt"),), why="a film that no published page shows"),
    "wagtaildocs_authenticate_with_password": Door(EVERYBODY, args=("1",), why="passwords of private documents; there are none"),
}

DOORS: dict[str, Door] = PAGES | EDITORS

# Whole regions that have one rule. Each pattern below is still walked.
REGIONS: dict[str, Door] = {
    "cms/": Door(of_both("editor"), of_both("editor"), why="the editors' tool; what is in it, its own permissions say"),
}
