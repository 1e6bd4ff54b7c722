"""One moment of a film as a picture: its things without words, which is the same in every language."""

from __future__ import annotations

from math import floor

from samskaper.editorial.drawing.palette import LIGHT, fixed
from samskaper.editorial.films import crowd, keepsakes, wall  # noqa: F401  (their actors enter the stage)
from samskaper.editorial.films.actors import ACTORS
from samskaper.editorial.films.scenes import Film, Scene, Thing, Value
from samskaper.ui.pictures.shapes import box, disc, line

WIDTH, HEIGHT, BAND = 1280, 720, 556
DARK_BAND = "#07303a"
LIFE = 6.0  # small things move so many times a second


def picture(film: Film, time: float) -> str:
    """Return the SVG of a moment, without words."""
    within, scene = film.scene_at(time)
    life = floor(time * LIFE) / LIFE
    things = "".join(_draw(thing, within, life) for thing in scene.things if thing.begins <= within + 1e-6 < thing.ends)
    way = knots(film, scene) if scene.step else ""
    ground = box(0, 0, WIDTH, HEIGHT, "paper")
    band = f'<rect x="0" y="{BAND}" width="{WIDTH}" height="{HEIGHT - BAND}" fill="{DARK_BAND}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">{fixed(ground + things + way, LIGHT)}{band}</svg>'


def _draw(thing: Thing, within: float, life: float) -> str:
    values: dict[str, Value] = thing.values(within)
    if thing.draw == "person":
        values["walk"] = _speed(thing, within)
    return ACTORS[thing.draw](life, **values)


def _speed(thing: Thing, within: float) -> float:
    """Return how fast somebody walks, pixels a second: each keeps a steady gait, so the way between two keys counts."""
    before, after = thing.told["x"].at(within - 0.08), thing.told["x"].at(within + 0.08)
    return (float(after) - float(before)) / 0.16  # type: ignore[arg-type]


def knots(film: Film, scene: Scene) -> str:
    """The way through the steps, upper right: those done are solid, the one that is on is a large ring, the rest are open."""
    first, gap, y = WIDTH - 64 - 74 * (film.steps - 1), 74, 50
    way = line(f"M{first} {y}H{first + gap * (film.steps - 1)}", "deep", 6) + line(f"M{first} {y}H{first + gap * (scene.step - 1)}", "thread", 6)
    for n in range(film.steps):
        x = first + gap * n
        if n + 1 < scene.step:
            way += disc(x, y, 13, "thread")
        elif n + 1 == scene.step:
            way += disc(x, y, 22, "thread") + disc(x, y, 10, "paper")
        else:
            way += disc(x, y, 13, "deep") + disc(x, y, 7, "paper")
    return way
