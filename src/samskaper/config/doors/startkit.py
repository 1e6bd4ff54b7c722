"""Doors of the starter kit: the kit itself, and plans for meetings."""

from __future__ import annotations

from samskaper.config.doors.door import EVERYBODY, NOBODY, SIGNED_IN, Door, of_a, of_both

KEY = "a secret in the address; it opens one plan, to change it"
READING = "a secret in the address; it opens one plan, to read it"

ONE_VOICE = "a secret in the address; it opens what one person was asked and said"
EDITORS, EXPERTS = of_both("editor"), of_both("staff")
ADVISERS, OWN = of_both("adviser"), of_a("adviser")
DOORS: dict[str, Door] = {
    "startkit:kit": Door(EVERYBODY),
    "startkit:edition": Door(EVERYBODY, args=("2",), more=(("1",),)),
    "startkit:in_edition": Door(EVERYBODY, args=("1", "'brainwriting"), more=(("2", "'brainwriting"),), why="where the codes on sheets lead"),
    "startkit:coming": Door(EDITORS, EDITORS),
    "startkit:coming_contents": Door(EDITORS, EDITORS),
    "startkit:coming_time": Door(NOBODY, EDITORS),
    "startkit:coming_stop": Door(NOBODY, EDITORS),
    "startkit:rehearsal": Door(EDITORS, EDITORS, args=("'brainwriting",)),
    "startkit:status": Door(EDITORS),
    "startkit:take": Door(EVERYBODY, args=("'2",)),
    "startkit:scorm": Door(EVERYBODY, args=("'2",)),
    "startkit:offline": Door(EVERYBODY, args=("'2",)),
    "startkit:offline_films": Door(EVERYBODY, args=("'2",)),
    "startkit:offline_all": Door(EVERYBODY, args=("'2",)),
    "startkit:take_method": Door(EVERYBODY, args=("'2", "'brainwriting"), more=(("'1", "'dot-voting"),)),
    "startkit:method_scorm": Door(EVERYBODY, args=("'2", "'brainwriting"), more=(("'1", "'dot-voting"),)),
    "startkit:method_offline": Door(EVERYBODY, args=("'2", "'brainwriting"), more=(("'1", "'dot-voting"),)),
    "startkit:method_offline_films": Door(EVERYBODY, args=("'2", "'brainwriting")),
    "startkit:method_offline_all": Door(EVERYBODY, args=("'2", "'brainwriting")),
    "startkit:sheet": Door(EVERYBODY, args=("'2", "'brainwriting"), more=(("'1", "'dot-voting"),)),
    "startkit:poster": Door(EVERYBODY, args=("'2", "'brainwriting"), more=(("'2", "'stakeholder-map"),)),
    "startkit:word": Door(EVERYBODY, args=("'2", "'brainwriting")),
    "startkit:proof": Door(EDITORS, args=("'brainwriting",)),
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
    "startkit:keep_plan": Door(NOBODY, SIGNED_IN, args=("plan_key",), why="while nobody has it among theirs; after that one makes a copy"),
    "startkit:plan_delete": Door(EVERYBODY, EVERYBODY, args=("plan_key",), why=KEY),
    "startkit:read_plan": Door(EVERYBODY, args=("plan_reading",), why=READING),
    "startkit:run_plan": Door(EVERYBODY, args=("plan_reading",), query="?point=1&since=09.00", why=READING),
    "startkit:plan_paper": Door(EVERYBODY, args=("plan_reading",), why=READING),
    "startkit:plan_pdf": Door(EVERYBODY, args=("plan_reading",), why=READING),
    "startkit:plan_calendar": Door(EVERYBODY, args=("plan_reading",), why=READING),
    "startkit:copy_plan": Door(NOBODY, EVERYBODY, args=("plan_reading",), why=READING),
    "startkit:how_it_went": Door(EVERYBODY, EVERYBODY, args=("'2", "'dot-voting"), why="no account, counted per network; nobody is asked who"),
    "startkit:thank_you": Door(EVERYBODY, args=("'2", "'dot-voting")),
    "startkit:asked": Door(EVERYBODY, EVERYBODY, args=("asked_secret",), why=ONE_VOICE),
    "startkit:voice": Door(EVERYBODY, EVERYBODY, args=("voice_secret",), why=ONE_VOICE),
    "startkit:voice_calendar": Door(EVERYBODY, args=("voice_secret", "'1"), why=ONE_VOICE),
    "startkit:revision": Door(EDITORS | ADVISERS),
    "startkit:board": Door(EDITORS, why="editors write for the whole site"),
    "startkit:overview": Door(EDITORS, EDITORS),
    "startkit:finding": Door(EDITORS, EDITORS, args=("finding",)),
    "startkit:finding_press": Door(NOBODY, EDITORS, args=("finding",)),
    "startkit:drafts": Door(EDITORS | EXPERTS, why="staff are experts of the coming edition in the seed"),
    "startkit:draft": Door(EDITORS | EXPERTS, EXPERTS, args=("kit_draft",)),
    "startkit:experts": Door(EDITORS, EDITORS),
    "startkit:groups": Door(ADVISERS, ADVISERS),
    "startkit:group": Door(OWN, args=("group",)),
    "startkit:group_ask": Door(OWN, OWN, args=("group",)),
    "startkit:group_close": Door(OWN, OWN, args=("group",)),
    "startkit:workshop": Door(OWN, OWN, args=("group", "'1")),
    "startkit:workshop_day": Door(OWN, OWN, args=("group", "'1")),
}
