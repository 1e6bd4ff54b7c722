"""The scenes, put together from shapes. The thread runs through each of them and shows the way on."""

from __future__ import annotations

from samskaper.ui.pictures.shapes import (
    box,
    bubble,
    chair,
    disc,
    ground,
    knot,
    lamp,
    line,
    mug,
    path,
    person,
    plant,
    sheet,
    table,
    window,
    yarn,
)


def home() -> str:
    """Four people at a table; the thread comes out of the plan, passes them all and ends in something that grows."""
    people = (
        person(142, 250, skin=1, shirt="fjord", hair_colour="grey", scale=0.72)
        + person(220, 250, skin=3, shirt="salmon", hair="bun", scale=0.72)
        + person(298, 250, skin=2, shirt="multe", hair="scarf", hair_colour="roof", scale=0.72)
        + person(376, 250, skin=1, shirt="leaf", hair="hat", hair_colour="salmon", scale=0.72)
    )
    way = line(
        "M97 172C104 204 98 250 112 254C150 244 190 262 228 250C270 240 300 262 340 248"
        "C390 236 420 270 426 300C430 340 474 344 470 290C472 286 474 280 476 278"
    )
    return (
        ground(536, 366, flat=False)
        + lamp(218, 0)
        + window(296, 54, 128, 96)
        + sheet(26, 116)
        + bubble(120, 102, "dots")
        + bubble(262, 110, "dash", "multe")
        + people
        + table(86, 244, 346, 100)
        + mug(250, 246, "salmon")
        + mug(336, 246, "fjord")
        + box(446, 322, 72, 8, "deep", 4)
        + plant(478, 326)
        + way
        + knot(97, 172)
        + knot(178, 250, 5)
        + knot(322, 250, 5)
        + knot(476, 278)
    )


def empty() -> str:
    """A ball of yarn on a table with two free chairs; the thread leads out to the right."""
    stand = box(264, 170, 13, 86, "paper") + box(232, 244, 78, 13, "paper", 6) + box(208, 150, 126, 20, "paper", 10)
    return (
        ground(542, 260)
        + chair(116, 252, "salmon")
        + chair(426, 252, "leaf", flip=True)
        + stand
        + mug(230, 150, "multe")
        + yarn(295, 129)
        + line("M308 146C334 150 326 246 420 258C480 266 510 256 560 268", "thread", 5.5)
    )


def error() -> str:
    """Two people loosening a tangle; the thread leaves the page to the right."""
    arms = line("M196 194C226 188 248 176 262 160", "fjord", 28) + line("M412 196C384 190 362 176 346 160", "multe", 28)
    hands = disc(266, 158, 13, "skin2") + disc(342, 158, 13, "skin1")
    tangle = line(
        "M2 244C70 268 150 226 190 200C226 176 250 168 268 156C254 118 284 104 314 112"
        "C352 122 346 166 314 176C280 184 262 148 290 126C320 108 352 138 334 164"
        "C326 180 296 182 286 168M342 158C370 172 420 204 470 228C510 248 556 238 590 250C600 252 616 256 640 256",
        "thread",
        5.5,
    )
    return (
        ground(572, 262)
        + arms
        + person(170, 262, skin=2, shirt="fjord", hair="bun", scale=1.08)
        + person(438, 262, skin=1, shirt="multe", hair="hat", hair_colour="leaf", scale=1.08)
        + hands
        + tangle
    )


def door() -> str:
    """Somebody knocking on a door that is open already."""
    frame = (
        box(70, 26, 112, 190, "fjord", 8)
        + box(84, 40, 84, 176, "paper")
        + path("M84 40L142 56V228L84 212Z", "salmon")
        + disc(131, 142, 6, "multe")
    )
    return (
        ground(272, 216, "sand")
        + frame
        + line("M204 190C196 188 186 180 178 168", "leaf", 15)
        + disc(174, 160, 8, "skin2")
        + person(214, 216, skin=2, shirt="leaf", hair="long", scale=0.72)
        + bubble(190, 66)
        + line("M0 222C30 232 60 214 104 218C150 224 190 208 220 214C244 218 262 212 280 216", "thread", 5)
    )


def desk() -> str:
    """A window, a mug and a plant: the thread runs along the sill and ends in what grows."""
    return (
        ground(280, 152)
        + window(56, 20, 106, 88)
        + box(18, 144, 246, 13, "deep", 6)
        + plant(212, 144)
        + line("M96 120C104 112 92 106 98 98", "deep", 4)
        + mug(88, 144, "salmon")
        + line("M0 155C36 162 60 138 106 143C150 150 176 146 186 140C202 130 204 108 212 100")
        + knot(212, 99, 6)
    )


def graduation() -> str:
    """A certificate between two people; its ribbon is the thread."""
    paper = (
        box(164, 60, 116, 150, "paper", 6)
        + line("M186 92H258M186 112H240", "deep", 6)
        + line("M186 150H258M186 166H232", "deep", 4)
    )
    seal = disc(240, 186, 15, "multe") + knot(240, 186, 7)
    ribbon = line(
        "M240 188C236 214 252 222 244 250C240 268 300 262 346 266C380 270 400 258 420 262"
        "M240 188C226 212 236 224 214 244C180 266 90 250 0 264",
        "thread",
        5,
    )
    hands = (
        line("M120 214C138 206 150 196 164 186", "leaf", 22)
        + disc(166, 184, 10, "skin3")
        + line("M322 214C306 206 294 196 282 186", "salmon", 22)
        + disc(280, 184, 10, "skin1")
    )
    return (
        ground(420, 268)
        + person(96, 268, skin=3, shirt="leaf", hair="short")
        + person(346, 268, skin=1, shirt="salmon", hair="scarf", hair_colour="fjord")
        + paper
        + hands
        + seal
        + ribbon
    )


def letter() -> str:
    """An open envelope with a sheet in it; the thread comes out of the sheet."""
    back = path("M110 120L210 52L310 120V236H110Z", "fjord")
    page = (
        box(136, 66, 148, 130, "paper", 6)
        + line("M160 96H260M160 116H236", "deep", 6)
        + line("M160 142H222", "multe", 10)
    )
    front = path("M110 124L210 188L310 124V230A10 10 0 0 1 300 240H120A10 10 0 0 1 110 230Z", "roof")
    return (
        ground(420, 250, "sand")
        + back
        + page
        + front
        + line("M222 142C262 142 250 178 286 176C330 172 300 254 350 250C380 246 400 254 420 248", "thread", 5)
        + knot(222, 142)
        + plant(66, 246, "salmon")
    )


def calendar() -> str:
    """A leaf of a calendar; the thread ties the days together."""
    leaf = (
        box(110, 48, 200, 186, "paper", 14)
        + path("M110 92V62A14 14 0 0 1 124 48H296A14 14 0 0 1 310 62V92Z", "fjord")
        + line("M152 36V62M268 36V62", "multe", 9)
    )
    days = "".join(disc(142 + 34 * column, 120 + 32 * row, 7, "deep") for row in range(4) for column in range(5))
    way = line(
        "M0 226C40 236 96 214 142 152C168 120 190 142 210 152C240 166 244 186 278 184C330 182 350 240 420 226",
        "thread",
        5,
    )
    return (
        ground(420, 250)
        + leaf
        + days
        + way
        + knot(142, 152, 9)
        + knot(210, 152, 9)
        + knot(278, 184, 9)
        + mug(340, 250, "salmon")
    )


def talk() -> str:
    """Two people over two mugs: one asks, the other tells."""
    shelf = box(30, 36, 92, 118, "paper", 6) + "".join(
        box(40 + 16 * n, 48 + 6 * (n % 2), 11, 42 - 6 * (n % 2), c)
        for n, c in enumerate(("fjord", "salmon", "multe", "leaf"))
    )
    shelf += line("M38 92H114M38 144H114", "deep", 4) + "".join(
        box(40 + 16 * n, 102 + 5 * (n % 3), 11, 40 - 5 * (n % 3), c)
        for n, c in enumerate(("leaf", "roof", "salmon", "fjord"))
    )
    return (
        ground(480, 280)
        + shelf
        + bubble(206, 52)
        + person(180, 226, skin=1, shirt="salmon", hair_colour="grey")
        + person(314, 226, skin=3, shirt="fjord")
        + box(234, 226, 14, 46, "paper")
        + table(162, 216, 164, 60)
        + mug(216, 217, "multe")
        + mug(258, 217, "leaf")
        + line("M0 246C60 262 110 222 182 222C230 224 262 218 320 222C380 228 420 258 480 242")
        + knot(246, 220, 6)
    )


def round_table() -> str:
    """Six people around one table, seen from the hall; the thread goes from mug to mug."""
    behind = (
        person(150, 196, skin=2, shirt="leaf", hair="bun", hair_colour="roof", scale=0.62)
        + person(240, 188, skin=1, shirt="fjord", hair_colour="grey", scale=0.62)
        + person(330, 196, skin=3, shirt="multe", hair="short", scale=0.62)
    )
    before = (
        person(92, 268, skin=3, shirt="salmon", hair="scarf", hair_colour="fjord", scale=0.8)
        + person(240, 292, skin=2, shirt="roof", hair="short", hair_colour="night", scale=0.8)
        + person(388, 268, skin=1, shirt="leaf", hair="long", hair_colour="multe", scale=0.8)
    )
    board = path("M96 204C96 176 160 164 240 164C320 164 384 176 384 204C384 236 320 250 240 250C160 250 96 236 96 204Z", "paper")
    return (
        ground(480, 280)
        + lamp(240, 0)
        + bubble(52, 78, "dots")
        + bubble(372, 74, "dash", "multe")
        + behind
        + board
        + mug(162, 204, "multe")
        + mug(296, 202, "salmon")
        + line("M0 214C50 226 100 200 172 206C220 212 262 190 306 204C360 220 420 206 480 222")
        + knot(172, 206)
        + knot(306, 204)
        + before
    )


def swap() -> str:
    """Two people and a parcel between them."""
    parcel = box(178, 112, 60, 52, "paper", 4) + line(
        "M208 112V164M178 136H238M208 112C196 92 184 104 208 112C232 104 220 92 208 112", "thread", 4
    )
    arms = (
        line("M130 152C146 154 160 152 176 148", "fjord", 18)
        + line("M288 152C272 154 256 152 240 148", "salmon", 18)
        + disc(178, 146, 8, "skin1")
        + disc(238, 146, 8, "skin3")
    )
    return (
        ground(416, 222, "sand")
        + person(110, 222, skin=1, shirt="fjord", hair_colour="grey", scale=0.95)
        + person(308, 222, skin=3, shirt="salmon", scale=0.95)
        + arms
        + parcel
    )


def portrait() -> str:
    """A round portrait of a role, not of anybody."""
    return (
        disc(42, 42, 42, "sky")
        + path("M19 77C20 55 26 50 42 50C58 50 64 55 65 77A42 42 0 0 1 19 77Z", "fjord")
        + person(42, 92, skin=2, shirt="", hair="bun", scale=0.5)
    )
