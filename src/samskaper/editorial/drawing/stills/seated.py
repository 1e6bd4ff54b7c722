"""People around tables and on chairs, or carrying one."""

from __future__ import annotations

from samskaper.editorial.drawing.figures import ADA, ASK, EIK, EVA, IDA, LIV, ODD, PER, UMA, Pose, figure
from samskaper.editorial.drawing.props import (
    arrow,
    crate,
    doorway,
    paper,
    pencil,
    question,
    steam,
    stool,
)
from samskaper.ui.pictures.shapes import (
    at,
    box,
    bubble,
    disc,
    ground,
    knot,
    lamp,
    line,
    mug,
    path,
    plant,
    window,
)

FLOOR = 280


def introduction() -> str:
    """Two carry a table together through an open door; what stands on it stays standing."""
    carried = box(-98, 0, 196, 16, "paper", 8) + line("M-72 16L-80 82M72 16L80 82", "paper", 8) + mug(-64, 0, "multe") + plant(30, 0, "thread")
    return (
        ground(480, 280)
        + window(150, 34, 86, 68)
        + doorway(356, 278, 216, leaf="salmon")
        + figure(112, FLOOR, ADA, Pose(right=(48, -122), left=(36, -116), look=0.9, lean=-4, stride=0.7, front="both"), scale=0.9)
        + figure(366, FLOOR, ODD, Pose(left=(-50, -122), right=(-38, -116), look=-0.9, lean=4, stride=0.7, front="both"), scale=0.9)
        + at(240, 146, carried, turn=-2)
        + disc(159, 159, 9.5, "skin1")
        + disc(316, 157, 9.5, "skin3")
        + line("M0 256C60 286 130 262 190 276C260 290 330 262 400 270C436 274 460 262 480 252")
    )


def exploratory_conversation() -> str:
    """Two people at a table; the sheet between them fills, line by line."""
    board = path("M104 206H376L412 244A6 6 0 0 1 408 254H72A6 6 0 0 1 68 244Z", "paper") + line("M98 254L90 282M382 254L390 282", "paper", 9)
    sheet = path("M190 211H290L304 244H176Z", "sand") + line("M205 219H266M200 228H284M195 237H254", "fjord", 3.4)
    return (
        ground(480, 280)
        + window(186, 22, 108, 82)
        + bubble(152, 76)
        + figure(122, 218, ODD, Pose(right=(66, -2), left=(-34, 6), look=0.8, lean=7, bust=True, front="right"))
        + figure(358, 218, ADA, Pose(left=(-60, 4), right=(38, 6), look=-0.8, lean=-3, bust=True, front="left"))
        + board
        + sheet
        + pencil(286, 228, 42)
        + mug(118, 244, "multe")
        + steam(129, 216)
        + mug(338, 244, "leaf")
        + steam(349, 216)
        + line("M0 266C50 282 90 268 124 240C150 216 178 220 205 219C240 216 240 240 284 228C330 216 350 270 400 272C436 274 460 264 480 260")
        + knot(205, 219, 5.5)
        + knot(284, 228, 5.5)
    )


def brainwriting() -> str:
    """Sheets with boxes go round a table, and fill as they pass."""

    def grid(x: float, y: float, filled: int, turn: float) -> str:
        cells = [f"M{5 + 15 * (n % 3)} {6 + 13 * (n // 3)}h12v9h-12Z" for n in range(9)]
        written = path("".join(cells[:filled]), "salmon") + path("".join(cells[filled:]), "sky")
        return at(x, y, box(0, 0, 53, 48, "paper", 2) + written, turn=turn)

    return (
        ground(480, 280)
        + lamp(240, 0, 30)
        + figure(88, 214, LIV, Pose(right=(66, 0), left=(-30, 2), look=0.6, nod=9, lean=4, bust=True, front="right"), scale=0.92)
        + figure(240, 194, ASK, Pose(right=(38, 12), left=(-34, 14), nod=-3, bust=True), scale=0.92)
        + figure(392, 214, UMA, Pose(left=(-66, 0), right=(30, 2), look=-0.6, nod=-9, lean=-4, bust=True, front="left"), scale=0.92)
        + path("M60 212C60 186 150 176 240 176C330 176 420 186 420 212V232C420 262 340 274 240 274C140 274 60 262 60 232Z", "deep")
        + path("M60 210C60 184 150 174 240 174C330 174 420 184 420 210C420 240 340 252 240 252C140 252 60 240 60 210Z", "fjord")
        + arrow("M126 240C150 264 210 270 262 262", (266, 261), 98, "thread", 4.5)
        + arrow("M366 190C376 194 386 204 384 218", (384, 222), 184, "thread", 4.5)
        + arrow("M104 214C98 198 112 188 126 184", (130, 183), 76, "thread", 4.5)
        + grid(134, 186, 3, -7)
        + grid(214, 182, 1, 3)
        + grid(294, 188, 7, 8)
        + grid(214, 214, 5, -4)
        + pencil(152, 214, 34)
        + pencil(330, 214, -36, "leaf")
    )


def world_cafe() -> str:
    """Round tables with paper on them; whoever walks on draws the line along to the next."""

    def cafe(x: float, y: float, r: float) -> str:
        top = f"M{x - r:g} {y:g}A{r:g} {r * 0.34:g} 0 1 1 {x + r:g} {y:g}A{r:g} {r * 0.34:g} 0 1 1 {x - r:g} {y:g}Z"
        return line(f"M{x:g} {y:g}V{y + 46:g}M{x - 26:g} {y + 50:g}H{x + 26:g}", "deep", 8) + path(top, "paper")

    return (
        ground(480, 280)
        + lamp(88, -18, 20)
        + lamp(392, -18, 20)
        + figure(88, 150, EVA, Pose(left=(-40, 8), right=(38, 8), look=0.5, bust=True), scale=0.8)
        + cafe(88, 164, 84)
        + figure(392, 150, LIV, Pose(left=(-38, 8), right=(40, 8), look=-0.5, bust=True), scale=0.8)
        + cafe(392, 164, 84)
        + figure(204, 276, ASK, Pose(left=(-44, -92), right=(30, -62), look=0.8, lean=4, stride=0.8, front="left"), scale=0.8)
        + figure(284, 284, PER.wearing("salmon"), Pose(right=(44, -96), left=(-26, -66), look=-0.8, lean=-4, stride=0.8, front="right"), scale=0.8)
        + line("M30 160C52 146 66 178 88 164C108 150 118 176 136 174C148 172 152 180 160 184", "thread", 5)
        + line("M450 160C428 146 414 178 392 164C372 150 362 176 346 176C338 178 334 182 328 188", "leaf", 5)
        + mug(50, 178, "salmon")
        + mug(412, 178, "fjord")
        + disc(160, 184, 9, "skin3")
        + disc(328, 188, 9, "skin2")
    )


def action_learning_conversation() -> str:
    """Two talk face to face, two sit turned away and listen; the thread goes round a question and out of a door."""
    talking = Pose(sit=1, right=(64, -116), left=(38, -74), look=0.9, lean=4)
    hearing = Pose(sit=-1, left=(-40, -76), right=(-58, -74), look=-0.9, lean=-2)
    away = Pose(sit=1, right=(44, -74), left=(38, -70), look=0.5, nod=7)
    seats = (
        at(62, 0, stool(0, 0, "leaf") + figure(0, 0, LIV.wearing("roof"), away), flip=True)
        + stool(160, 0, "salmon")
        + figure(160, 0, UMA, talking)
        + stool(338, 0, "multe", flip=True)
        + figure(338, 0, ODD.wearing("fjord"), hearing)
        + stool(436, 0, "leaf")
        + figure(436, 0, IDA.wearing("salmon"), away)
    )
    return (
        ground(480, 280)
        + doorway(404, 276, 176, leaf="leaf")
        + f'<g transform="translate(0 280) scale(.8)">{seats}</g>'
        + disc(200, 68, 50, "paper")
        + question(199, 60, scale=1.1)
        + line(
            "M180 187C158 160 140 110 152 66C164 22 232 12 246 58C256 104 206 124 172 102C142 76 170 28 214 26"
            "C280 26 300 90 330 106C366 124 384 70 412 88C440 108 420 190 446 226C456 240 468 244 480 246"
        )
    )


def prototype() -> str:
    """A counter built of boxes; a piece of cardboard goes from hand to hand, and the thread runs to a question."""
    counter = crate(152, 278, 84, 72) + crate(240, 278, 76, 60) + crate(172, 206, 66, 42, "salmon") + path("M140 212H330L336 222H134Z", "multe")
    return (
        ground(480, 280)
        + paper(206, 30, 74, 62, turn=-4)
        + question(244, 52, "thread", scale=0.7)
        + figure(104, FLOOR, EIK, Pose(right=(98, -142), left=(36, -76), look=0.8, lean=5), scale=0.86)
        + counter
        + figure(372, FLOOR, IDA.wearing("leaf"), Pose(left=(-92, -142), right=(-46, -84), look=-0.8, lean=-5), scale=0.86)
        + at(242, 134, box(-48, -15, 96, 30, "sand", 2) + box(-8, -15, 14, 30, "multe"), turn=-7)
        + disc(202, 140, 9.5, "skin1")
        + disc(282, 136, 9.5, "skin2")
        + line("M282 94C300 112 318 96 336 74C356 48 410 60 400 28C396 14 420 8 444 18C460 24 470 22 480 18")
        + knot(282, 94)
    )


def how_might_we() -> str:
    """Two people pull a note with a question on it; it grows, and its thread runs to an open door."""
    strip = path("M128 148C176 142 226 152 284 144L288 190C228 198 178 188 130 194Z", "multe")
    return (
        ground(480, 280)
        + doorway(378, 276, 200)
        + figure(84, FLOOR, IDA, Pose(right=(50, -110), left=(34, -128), look=0.9, lean=-7, front="both"), scale=0.86)
        + figure(324, FLOOR, EIK, Pose(left=(-42, -112), right=(-28, -128), look=-0.9, lean=7, front="both"), scale=0.86)
        + strip
        + question(206, 164, scale=0.86)
        + disc(134, 172, 9, "skin2")
        + disc(284, 166, 9, "skin1")
        + line("M288 184C300 236 332 296 372 272C400 256 412 232 436 240C452 244 462 262 480 258")
        + knot(288, 184)
    )
