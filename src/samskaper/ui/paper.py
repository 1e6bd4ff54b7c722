"""Pages on their way to paper: programs that set PDF give drawings no styles, so their colours are written out."""

from __future__ import annotations

import re

LETTERS = "Paper, sans-serif"
INKS = {
    "fjord": "#0b4f60",
    "multe": "#f4b63f",
    "salmon": "#e88573",
    "leaf": "#4f8f72",
    "sky": "#d9e8e9",
    "deep": "#b2cfd2",
    "paper": "#ffffff",
    "sand": "#fae2ae",
    "thread": "#cf3b2b",
    "night": "#132a33",
    "grey": "#a9b3b5",
    "roof": "#3f7f93",
    "skin1": "#f2c6a2",
    "skin2": "#b9794c",
    "skin3": "#6f472f",
}
_LINE = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'
DRAWN = {
    **{f"f-{name}": f'fill="{ink}"' for name, ink in INKS.items()},
    **{f"s-{name}": f'{_LINE} stroke="{ink}"' for name, ink in INKS.items()},
    "logo__a": f'stroke="{INKS["fjord"]}"',
    "logo__b": f'stroke="{INKS["thread"]}"',
    "logo__gap": 'stroke="#ffffff"',
    "funnel__bar": f'fill="{INKS["fjord"]}"',
    "funnel__goal": f'stroke="{INKS["thread"]}" stroke-width="5"',
    "t-plan": f'fill="none" stroke="{INKS["fjord"]}" stroke-width="2"',
    "t-real": f'fill="{INKS["fjord"]}"',
    "t-grid": 'stroke="#d7dadc"',
    "t-now": f'stroke="{INKS["thread"]}" stroke-width="3.5" stroke-linecap="round"',
    "t-knot": f'fill="{INKS["thread"]}"',
    "t-label": f'font-family="{LETTERS}" font-size="16" fill="#1c2e35"',
    "t-month": f'font-family="{LETTERS}" font-size="15" fill="#526065"',
    "t-today": f'font-family="{LETTERS}" font-size="16" font-weight="700" fill="#1c2e35"',
    "thread__line": f'fill="none" stroke="{INKS["thread"]}" stroke-width="3.5" stroke-linecap="round"',
    "thread__line thread__line--may": f'fill="none" stroke="{INKS["thread"]}" stroke-width="3" stroke-dasharray="1 8"',
    "thread__gap": 'fill="#ffffff"',
    "thread__knot thread__knot--done": f'fill="{INKS["thread"]}"',
    "thread__knot thread__knot--here": f'fill="#ffffff" stroke="{INKS["thread"]}" stroke-width="9"',
    "thread__knot thread__knot--may": f'fill="#ffffff" stroke="{INKS["thread"]}" stroke-width="3"',
}
_SHAPE = re.compile(r'<(path|rect|circle|line|text)( [^>]*?)?class="([^"]+)"')


def coloured(page: str) -> str:
    """Return the page with the colours of its drawings written into them, for programs that set PDF."""

    def ink(found: re.Match[str]) -> str:
        look = next((DRAWN[name] for name in (found[3], found[3].split()[0]) if name in DRAWN), "")
        return f"{found[0]} {look}" if look else found[0]

    return _SHAPE.sub(ink, page)
