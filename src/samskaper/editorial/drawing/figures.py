"""Whole people of cut paper: they stand, sit and reach. No faces; a head turns by its hair, and nobody is larger than anybody.

Coordinates are pixels of the scene. A hand is where it is seen from the figure's own foot (or seat), before scaling.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import hypot, sqrt

from samskaper.ui.pictures.shapes import HAIR, SKINS, disc, line, path

Point = tuple[float, float]
LEGS, SHOULDER, ARM = 104.0, 22.0, 48.0  # from foot to hip; from the middle to a shoulder; from shoulder to elbow, and on to the wrist


@dataclass(frozen=True, slots=True)
class Who:
    """How somebody looks, the same in every picture of a film. `skin` is 1, 2 or 3."""

    skin: int = 1
    top: str = "fjord"
    hair: str = "short"
    hair_colour: str = "night"
    legs: str = "night"

    def wearing(self, top: str) -> Who:
        """The same person in another jumper."""
        return replace(self, top=top)


ADA = Who(1, "fjord", "bun", "salmon")  # works at the library
ODD = Who(3, "salmon", "short", "night", "roof")  # chairs the choir
UMA = Who(2, "leaf", "scarf", "multe")
EIK = Who(1, "multe", "hat", "leaf", "fjord")
IDA = Who(2, "salmon", "long", "night")
ASK = Who(3, "multe", "bun", "night", "roof")
LIV = Who(1, "leaf", "short", "grey")
PER = Who(2, "fjord", "hat", "salmon", "roof")
NOA = Who(3, "leaf", "long", "night", "fjord")
EVA = Who(1, "salmon", "scarf", "fjord", "roof")


@dataclass(frozen=True, slots=True)
class Pose:
    """How somebody holds themselves.

    `look` is -1 left to 1 right; `lean` and `nod` degrees; `stride` -1 to 1; `sit` 1 facing right and -1 left; `bust` without legs.
    """

    left: Point | None = None
    right: Point | None = None
    look: float = 0
    lean: float = 0
    nod: float = 0
    stride: float = 0
    sit: int = 0
    bust: bool = False
    front: str = ""  # which arm lies before the body: "", "left", "right" or "both"
    holds: str = ""  # drawn in the right hand, before its fingers


STANDING = Pose()


def figure(x: float, y: float, who: Who, pose: Pose = STANDING, *, scale: float = 1) -> str:
    """Somebody whose foot (or seat's foot, or lower edge) is at (x, y)."""
    hip = 0.0 if pose.bust else -LEGS * (0.72 if pose.sit else 1)
    left, right = (_place(point, scale) for point in (pose.left, pose.right))
    arms = {"left": _arm(-1, left, hip, who, pose), "right": _arm(1, right, hip, who, pose)}
    behind = "".join(drawn for side, drawn in arms.items() if not _before(side, pose.front))
    before = "".join(drawn for side, drawn in arms.items() if _before(side, pose.front))
    body = path(f"M-38 {hip + 8:g}C-42 {hip - 58:g} -40 {hip - 90:g} 0 {hip - 90:g}C40 {hip - 90:g} 42 {hip - 58:g} 38 {hip + 8:g}Z", who.top)
    upper = behind + body + head(0, hip - 112, who, look=pose.look, nod=pose.nod) + before
    if pose.lean:
        upper = f'<g transform="rotate({pose.lean:g} 0 {hip:g})">{upper}</g>'
    size = f" scale({scale:g})" if scale != 1 else ""
    return f'<g transform="translate({x:.4g} {y:.4g}){size}">{_legs(who, pose, hip)}{upper}</g>'


def _before(side: str, front: str) -> bool:
    return front in (side, "both")


def _place(point: Point | None, scale: float) -> Point | None:
    return point and (point[0] / scale, point[1] / scale)


def head(x: float, y: float, who: Who, *, look: float = 0, nod: float = 0) -> str:
    """A head with its neck and hair; (x, y) is its middle. Looking to a side, the hair goes to the other."""
    tone = SKINS[who.skin - 1]
    loose = 0.4 if who.hair == "long" else 1
    shift, turn = -5 * look * loose, -10 * look * loose
    neck = path("M-9 10H9V36A9 7 0 0 1 -9 36Z", tone)
    hair = (
        f'<g transform="translate({shift:g} 0) rotate({turn:g})">{HAIR[who.hair](who.hair_colour)}</g>' if look else HAIR[who.hair](who.hair_colour)
    )
    skull = disc(0, 0, 24, tone)
    if who.hair == "scarf":
        shapes = neck + hair + disc(6 * look, 4, 17, tone)
    elif who.hair == "long":
        fringe = path("M-25 -2C-25 -32 25 -32 25 -2C12 -16 -12 -16 -25 -2Z", who.hair_colour)
        shapes = hair + neck + skull + (f'<g transform="translate({shift:g} 0) rotate({turn:g})">{fringe}</g>' if look else fringe)
    else:
        shapes = neck + skull + hair
    tilt = f" rotate({nod:g} 0 30)" if nod else ""
    return f'<g transform="translate({x:g} {y:g}){tilt}">{shapes}</g>'


def _arm(side: int, hand: Point | None, hip: float, who: Who, pose: Pose) -> str:
    shoulder = (side * SHOULDER, hip - 60)
    if hand is None:
        hand = (side * 42, hip - 4) if not pose.sit else (pose.sit * 34, hip - 10)
    tone = SKINS[who.skin - 1]
    held = f'<g transform="translate({hand[0]:g} {hand[1]:g})">{pose.holds}</g>' if pose.holds and side > 0 else ""
    elbow = _elbow(shoulder, hand, side)
    sleeve = line(f"M{shoulder[0]:.4g} {shoulder[1]:.4g}Q{elbow[0]:.4g} {elbow[1]:.4g} {hand[0]:.4g} {hand[1]:.4g}", who.top, 21)
    return sleeve + held + disc(round(hand[0], 1), round(hand[1], 1), 10.5, tone)


def _elbow(shoulder: Point, hand: Point, side: int) -> Point:
    """Return where the arm bends: as far out as its length leaves over, downwards and away from the body."""
    middle = ((shoulder[0] + hand[0]) / 2, (shoulder[1] + hand[1]) / 2)
    across = (hand[0] - shoulder[0], hand[1] - shoulder[1])
    reach = max(hypot(*across), 0.1)
    slack = sqrt(max(ARM**2 - (reach / 2) ** 2, 0))
    normal = (-across[1] / reach, across[0] / reach)
    if normal[1] < 0 or (abs(normal[1]) < 0.3 and normal[0] * side < 0):
        normal = (-normal[0], -normal[1])
    return middle[0] + normal[0] * slack, middle[1] + normal[1] * slack


def _legs(who: Who, pose: Pose, hip: float) -> str:
    if pose.bust:
        return ""
    if pose.sit:
        knee = pose.sit * 50
        thigh = line(f"M0 {hip:g}H{knee:g}V-14", who.legs, 25)
        return thigh + shoe(knee, 0, pose.sit)
    swing = 26 * pose.stride
    return "".join(
        line(f"M{side * 17:g} {hip:g}L{side * 15 + side * swing:.4g} {-14 - max(0, side * swing) * 0.2:.4g}", who.legs, 25)
        + shoe(side * 15 + side * swing, -max(0, side * swing) * 0.2, 1 if pose.look >= 0 else -1)
        for side in (-1, 1)
    )


def shoe(x: float, y: float, way: int = 1) -> str:
    """A shoe standing at y, its toe to the right for 1."""
    heel, toe = (x - way * 13, x + way * 20)
    return path(f"M{heel:.4g} {y:.4g}C{heel:.4g} {y - 16:.4g} {toe:.4g} {y - 18:.4g} {toe:.4g} {y:.4g}Z", "grey")
