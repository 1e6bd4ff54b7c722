"""People at sheets on a wall."""

from __future__ import annotations

from samskaper.editorial.drawing.figures import ASK, EIK, EVA, IDA, LIV, NOA, ODD, PER, UMA, Pose, figure
from samskaper.editorial.drawing.props import (
    arrow,
    house,
    note,
    paper,
    poster,
)
from samskaper.ui.pictures.shapes import (
    box,
    bubble,
    disc,
    ground,
    knot,
    line,
    path,
)

FLOOR = 280


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
        + figure(380, FLOOR, NOA.wearing("fjord"), Pose(left=(-44, -162), look=-0.8, lean=-2), scale=0.84)
        + note(194, 116, "multe", size=27, turn=-6)
        + note(334, 112, "multe", size=27, turn=9)
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
