"""Doors of the starter kit: the kit itself, and plans for meetings."""

from __future__ import annotations

from samskaper.config.doors.door import EVERYBODY, NOBODY, Door

KEY = "a secret in the address; it opens one plan, to change it"
READING = "a secret in the address; it opens one plan, to read it"

DOORS: dict[str, Door] = {
    "startkit:kit": Door(EVERYBODY),
    "startkit:plans": Door(EVERYBODY, EVERYBODY, why="whoever is signed in sees her own; no account is needed to begin one"),
    "startkit:forget_plan": Door(NOBODY, EVERYBODY, why="only this browser forgets"),
    "startkit:put_in_plan": Door(EVERYBODY, EVERYBODY, args=("'brainwriting",)),
    "startkit:plan": Door(EVERYBODY, args=("plan_key",), why=KEY),
    "startkit:plan_about": Door(EVERYBODY, EVERYBODY, args=("plan_key",), why=KEY),
    "startkit:plan_add": Door(EVERYBODY, EVERYBODY, args=("plan_key",), why=KEY),
    "startkit:plan_point": Door(NOBODY, EVERYBODY, args=("plan_key",), why=KEY),
    "startkit:plan_press": Door(NOBODY, EVERYBODY, args=("plan_key",), why=KEY),
    "startkit:plan_row": Door(EVERYBODY, EVERYBODY, args=("plan_key", "plan_row"), why=KEY),
    "startkit:plan_keys": Door(NOBODY, EVERYBODY, args=("plan_key",), why=KEY),
    "startkit:plan_delete": Door(EVERYBODY, EVERYBODY, args=("plan_key",), why=KEY),
    "startkit:read_plan": Door(EVERYBODY, args=("plan_reading",), why=READING),
    "startkit:run_plan": Door(EVERYBODY, args=("plan_reading",), query="?point=1&since=09.00", why=READING),
    "startkit:plan_paper": Door(EVERYBODY, args=("plan_reading",), why=READING),
    "startkit:plan_pdf": Door(EVERYBODY, args=("plan_reading",), why=READING),
    "startkit:plan_calendar": Door(EVERYBODY, args=("plan_reading",), why=READING),
    "startkit:copy_plan": Door(NOBODY, EVERYBODY, args=("plan_reading",), why=READING),
}
