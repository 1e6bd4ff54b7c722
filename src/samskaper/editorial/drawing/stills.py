"""One picture per method, and one for the introduction: what people do in it, seen from across the room. All are 480 wide and 300 high."""

from __future__ import annotations

from collections.abc import Callable

from samskaper.editorial.drawing.figures import ADA, ASK, EIK, EVA, IDA, LIV, NOA, ODD, PER, UMA, Pose, figure
from samskaper.editorial.drawing.props import (
    arrow,
    crate,
    doorway,
    house,
    note,
    paper,
    pencil,
    poster,
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

WIDTH, HEIGHT, FLOOR = 480, 300, 280


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


def stakeholder_map() -> str:
    """A sheet with three rings; one note goes in, another out, and the thread between them grows."""
    rings = disc(240, 134, 104, "deep") + disc(240, 134, 72, "sky") + disc(240, 134, 38, "paper") + disc(240, 134, 11, "thread")
    notes = (
        note(262, 62, "leaf", size=22, turn=8)
        + note(206, 192, "salmon", size=22, turn=-7)
        + note(290, 172, "fjord", size=22, turn=5)
        + note(228, 90, "salmon", size=20, turn=-9)
    )
    return (
        ground(480, 280)
        + poster(124, 18, 232, 232)
        + rings
        + notes
        + line("M196 122C206 150 228 150 240 134C258 112 290 100 330 118")
        + figure(100, FLOOR, UMA, Pose(right=(88, -158), look=0.8, lean=4), scale=0.84)
        + figure(380, FLOOR, PER, Pose(left=(-44, -162), look=-0.8, lean=-2), scale=0.84)
        + note(194, 116, "multe", size=27, turn=-6)
        + note(334, 112, "multe", size=27, turn=9)
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


def dot_voting() -> str:
    """Three sheets on a wall; dots leave two hands in an arc, and most land on the middle one."""
    sheets = poster(34, 34, 92, 118) + poster(186, 18, 108, 132) + poster(354, 34, 92, 118)
    marks = disc(80, 66, 15, "leaf") + path("M224 72L240 42L256 72Z", "fjord") + box(385, 52, 30, 27, "multe", 3)
    landed = ((62, 104), (88, 122), (208, 92), (228, 106), (252, 92), (272, 108), (216, 128), (240, 126), (264, 130), (400, 108))
    return (
        ground(480, 280)
        + sheets
        + marks
        + "".join(disc(x, y, 7, "thread") for x, y in landed)
        + figure(146, FLOOR, NOA, Pose(right=(54, -118), left=(-36, -84), look=0.7), scale=0.78)
        + figure(334, FLOOR, LIV.wearing("salmon"), Pose(left=(-54, -118), right=(36, -84), look=-0.7), scale=0.78)
        + note(110, 196, "paper", size=20, turn=-8, lines=1)
        + note(370, 196, "paper", size=20, turn=8, lines=1)
        + "".join(disc(x, y, r, "thread") for x, y, r in ((208, 152, 8), (220, 142, 6.5), (272, 152, 8), (260, 144, 6.5)))
        + line("M0 270C80 282 150 262 240 274C330 284 400 264 480 272")
    )


def impact_effort() -> str:
    """A poster with one arrow up and one across; a yellow note slides along while hours land under it."""
    axes = arrow("M158 212V52", (158, 48), 0) + arrow("M158 212H334", (338, 212), 90)
    notes = note(196, 80, "leaf", turn=-5) + note(206, 168, "salmon", turn=4) + note(300, 176, "deep", turn=-4)
    return (
        ground(480, 280)
        + poster(128, 24, 232, 214)
        + axes
        + notes
        + line("M196 132C220 120 236 128 262 112", "multe", 3.5)
        + "".join(box(264 + 13 * n, 116, 10, 10, c, 1) for n, c in enumerate(("fjord", "leaf", "fjord")))
        + note(280, 98, "multe", size=32, turn=5, lines=2)
        + figure(86, FLOOR, EVA, Pose(right=(76, -108), look=0.8), scale=0.84)
        + note(164, 172, "fjord", size=16, turn=8)
        + figure(396, FLOOR, ODD.wearing("leaf"), Pose(left=(-92, -174), look=-0.8, lean=-5), scale=0.84)
        + line("M0 268C60 282 110 262 158 212M338 212C380 262 430 284 480 266")
    )


def empathy_map() -> str:
    """The empty outline of a person, and notes around it; one hand lifts a white note and leaves a yellow one."""
    outline = line("M196 232C192 176 206 158 228 150C206 138 206 92 240 92C274 92 274 138 252 150C274 158 288 176 284 232", "thread", 4.5)
    notes = (
        note(180, 66, "deep", turn=-6, lines=2)
        + note(240, 58, "multe", turn=3, lines=2)
        + note(302, 68, "deep", turn=7, lines=2)
        + note(164, 136, "multe", turn=5, lines=2)
        + note(318, 178, "multe", turn=-6, lines=2)
    )
    return (
        ground(480, 280)
        + poster(128, 22, 224, 226)
        + outline
        + notes
        + figure(88, FLOOR, PER, Pose(right=(76, -96), look=0.8, lean=2), scale=0.84)
        + note(166, 186, "deep", turn=-8, lines=2)
        + disc(164, 198, 9, "skin2")
        + figure(396, FLOOR, NOA.wearing("salmon"), Pose(left=(-78, -154), look=-0.8, lean=-3), scale=0.84)
        + note(312, 122, "multe", size=34, turn=8, lines=2)
        + disc(322, 134, 9, "skin3")
        + line("M0 268C60 284 150 270 196 232M284 232C320 268 400 286 480 264")
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


def future_workshop() -> str:
    """Three long papers: what is wrong, the dream, and a small house that really stands."""
    gloom = note(62, 62, "night", size=24, turn=-6) + note(96, 84, "grey", size=24, turn=7) + note(60, 114, "night", size=24, turn=4)
    castle = path("M198 128V84L212 60L226 84L240 46L254 84L268 60L282 84V128Z", "salmon") + path("M232 128V112A8 8 0 0 1 248 112V128Z", "fjord")
    dream = castle + disc(241, 42, 9, "multe") + box(216, 94, 13, 13, "multe") + box(252, 94, 13, 13, "paper")
    real = house(402, 132, wall="leaf", scale=1.05) + line("M412 68C408 58 420 54 414 44", "grey", 4)
    return (
        ground(480, 280)
        + poster(30, 22, 100, 136)
        + poster(182, 22, 116, 136, "sand")
        + poster(350, 22, 104, 136)
        + gloom
        + dream
        + real
        + line("M96 84C128 140 130 176 178 150C210 132 226 140 240 128C266 120 290 176 326 166C350 158 366 136 396 132")
        + knot(96, 84, 5)
        + knot(396, 132, 5)
        + figure(150, 284, UMA.wearing("fjord"), Pose(right=(44, -116), look=0.8, stride=0.7), scale=0.76)
        + figure(318, 284, EIK, Pose(right=(54, -112), left=(-32, -62), look=0.8, stride=0.7, lean=3), scale=0.76)
    )


def expectation_alignment() -> str:
    """A poster with five fields; notes of two colours slide along one thread to the field in the middle."""
    fields = (
        box(148, 40, 88, 58, "sky", 4)
        + box(244, 40, 88, 58, "sky", 4)
        + box(148, 178, 88, 52, "sky", 4)
        + box(244, 178, 88, 52, "sky", 4)
        + box(176, 106, 128, 64, "sand", 4)
    )
    return (
        ground(480, 280)
        + poster(134, 24, 212, 220)
        + fields
        + note(176, 66, "salmon", size=22, turn=-5)
        + note(306, 70, "leaf", size=22, turn=6)
        + note(202, 206, "leaf", size=22, turn=4)
        + note(286, 204, "salmon", size=22, turn=-6)
        + line("M82 180C120 150 160 160 200 138C224 126 256 126 280 138C320 158 360 150 400 180")
        + note(212, 138, "salmon", turn=-6, lines=2)
        + note(240, 142, "leaf", turn=4, lines=2)
        + note(270, 136, "salmon", turn=6, lines=2)
        + figure(78, FLOOR, LIV.wearing("salmon"), Pose(right=(66, -116), left=(-30, -70), look=0.8), scale=0.84)
        + figure(402, FLOOR, ASK.wearing("leaf"), Pose(left=(-66, -116), right=(30, -70), look=-0.8), scale=0.84)
        + note(146, 156, "salmon", size=24, turn=-10)
        + note(334, 156, "leaf", size=24, turn=10)
    )


def pitch() -> str:
    """One stands beside a poster and tells; another reaches out, and help travels along the thread."""
    rows = "".join(box(52, 62 + 33 * n, 112, 24, c, 3) for n, c in enumerate(("sand", "sky", "sky", "sky", "sand")))
    return (
        ground(480, 280)
        + poster(36, 28, 144, 204)
        + line("M64 46H128", "fjord", 7)
        + rows
        + bubble(226, 20, "lines")
        + figure(202, FLOOR, IDA, Pose(left=(-50, -150), right=(48, -122), look=0.7), scale=0.86)
        + line("M150 172C210 240 280 130 330 156C346 164 356 158 366 150")
        + note(264, 168, "leaf", size=24, turn=-9)
        + note(302, 150, "leaf", size=24, turn=7)
        + note(340, 160, "leaf", size=24, turn=-5)
        + knot(150, 172)
        + figure(420, FLOOR, ODD.wearing("multe"), Pose(left=(-54, -130), right=(-40, -108), look=-0.8, lean=-4, front="both"), scale=0.86)
    )


def after_action_reflection() -> str:
    """Four sheets on a thread; a note travels from what happened to what we do next."""
    looks = (("paper", "deep"), ("sand", "salmon"), ("paper", "deep"), ("multe", "fjord"))
    places = tuple(zip((44, 148, 252, 356), (32, 40, 40, 32), looks, strict=True))
    hung = "".join(paper(x, y, 80, 88, lines=3, colour=c, ink=i) + box(x + 36, y - 9, 9, 20, "roof", 3) for x, y, (c, i) in places)
    return (
        ground(480, 280)
        + line("M0 14C60 32 160 40 240 40C320 40 420 32 480 14")
        + hung
        + line("M192 134C224 176 300 182 352 150", "paper", 4)
        + note(300, 164, "salmon", size=30, turn=12, lines=2)
        + figure(122, 284, EVA.wearing("leaf"), Pose(right=(56, -128), left=(-34, -64), look=0.7, nod=-4), scale=0.78)
        + figure(424, 284, PER, Pose(left=(-40, -128), right=(34, -64), look=-0.7, nod=4), scale=0.78)
        + line("M0 272C80 284 150 264 240 276C330 286 400 266 480 274", "paper", 4)
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


def introduction() -> str:
    """Two carry a table together through an open door; what stands on it stays standing."""
    return (
        ground(480, 280)
        + window(150, 34, 86, 68)
        + doorway(356, 278, 216, leaf="salmon")
        + figure(112, FLOOR, ADA, Pose(right=(48, -122), left=(36, -116), look=0.9, lean=-4, stride=0.7, front="both"), scale=0.9)
        + figure(366, FLOOR, ODD, Pose(left=(-50, -122), right=(-38, -116), look=-0.9, lean=4, stride=0.7, front="both"), scale=0.9)
        + at(
            240,
            146,
            box(-98, 0, 196, 16, "paper", 8) + line("M-72 16L-80 82M72 16L80 82", "paper", 8) + mug(-64, 0, "multe") + plant(30, 0, "thread"),
            turn=-2,
        )
        + disc(159, 159, 9.5, "skin1")
        + disc(316, 157, 9.5, "skin3")
        + line("M0 256C60 286 130 262 190 276C260 290 330 262 400 270C436 274 460 262 480 252")
    )


STILLS: dict[str, Callable[[], str]] = {
    "introduction": introduction,
    "exploratory-conversation": exploratory_conversation,
    "stakeholder-map": stakeholder_map,
    "empathy-map": empathy_map,
    "how-might-we": how_might_we,
    "brainwriting": brainwriting,
    "world-cafe": world_cafe,
    "future-workshop": future_workshop,
    "dot-voting": dot_voting,
    "impact-effort": impact_effort,
    "expectation-alignment": expectation_alignment,
    "prototype": prototype,
    "pitch": pitch,
    "after-action-reflection": after_action_reflection,
    "action-learning-conversation": action_learning_conversation,
}
