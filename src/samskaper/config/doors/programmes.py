"""Doors of course series: open ones are read by whoever has the link; the owner's adviser runs them."""

from __future__ import annotations

from samskaper.config.doors.door import EVERYBODY, NOBODY, SIGNED_IN, Door, of_a, of_both

RUN = of_a("adviser")
HOUSE = of_a("adviser", "editor", "planner")  # colleagues at the library that owns it
PARTICIPANT = of_a("participant")
INSIDE = RUN | PARTICIPANT
SECRET = "a secret in the address"

ARRANGING: dict[str, Door] = {
    "programmes:index": Door(EVERYBODY),
    "programmes:new": Door(of_both("adviser"), of_both("adviser")),
    "programmes:programme": Door(EVERYBODY, args=("programme",), more=(("finished",),)),
    "programmes:calendar": Door(EVERYBODY, args=("programme",)),
    "programmes:setup": Door(RUN, args=("programme",), more=(("draft",), ("finished",))),
    "programmes:edit": Door(RUN, RUN, args=("programme",)),
    "programmes:programme_state": Door(NOBODY, RUN, args=("programme",)),
    "programmes:move_dates": Door(RUN, RUN, args=("programme",)),
    "programmes:working_days": Door(NOBODY, RUN, args=("programme",)),
    "programmes:tell_dates": Door(NOBODY, RUN, args=("programme",)),
    "programmes:rule": Door(RUN, RUN, args=("programme",)),
    "programmes:add_gathering": Door(RUN, RUN, args=("programme",)),
    "programmes:gathering_from_plan": Door(RUN, RUN, args=("plan_adviser",), why="one's own plan"),
    "programmes:edit_gathering": Door(RUN, RUN, args=("gathering",)),
    "programmes:remove_gathering": Door(NOBODY, RUN, args=("gathering_future",)),
    "programmes:agenda": Door(RUN, RUN, args=("gathering",)),
    "programmes:add_material": Door(RUN, RUN, args=("gathering",)),
    "programmes:material": Door(INSIDE, args=("material",), more=(("material_link",),)),
    "programmes:remove_material": Door(NOBODY, RUN, args=("material",)),
    "programmes:add_action": Door(RUN, RUN, args=("programme",)),
    "programmes:edit_action": Door(RUN, RUN, args=("action",)),
    "programmes:remove_action": Door(NOBODY, RUN, args=("action_unwritten",)),
    "programmes:publish": Door(RUN, args=("programme",)),
    "programmes:publish_words": Door(NOBODY, RUN, args=("programme",)),
    "programmes:publish_libraries": Door(RUN, RUN, args=("programme",)),
    "programmes:publish_addresses": Door(RUN, RUN, args=("programme",)),
    "programmes:invitations": Door(RUN, args=("programme",), more=(("finished",),)),
    "programmes:uninvite": Door(NOBODY, RUN, args=("programme",)),
    "programmes:send": Door(NOBODY, RUN, args=("programme",)),
}
SIGNING_UP: dict[str, Door] = {
    "programmes:sign_up": Door(SIGNED_IN, SIGNED_IN, args=("programme",)),
    "programmes:place": Door(SIGNED_IN, args=("programme",), more=(("finished",),)),
    "programmes:leader": Door(SIGNED_IN, SIGNED_IN, args=("programme",), why="one's own place; whoever has none is led to the series"),
    "programmes:leave": Door(SIGNED_IN, SIGNED_IN, args=("programme",), why="one's own place; whoever has none is led to the series"),
    "programmes:people": Door(RUN, args=("programme",)),
    "programmes:people_csv": Door(RUN, args=("programme",)),
    "programmes:people_xlsx": Door(RUN, args=("programme",)),
    "programmes:sign_up_for": Door(RUN, RUN, args=("programme",)),
    "programmes:remove": Door(NOBODY, RUN, args=("enrolment",)),
    "programmes:consent": Door(of_a("leader"), of_a("leader"), args=("consent",)),
    "programmes:consent_by_link": Door(EVERYBODY, EVERYBODY, args=("consent_secret",), why=SECRET),
}
HAPPENING: dict[str, Door] = {
    "check_in": Door(SIGNED_IN, PARTICIPANT, args=("check_in",), why="a code on the wall; others are told why nothing was recorded"),
    "check_certificate": Door(EVERYBODY, args=("certificate_secret",), why=SECRET),
    "programmes:colleagues": Door(of_both("leader")),
    "programmes:action": Door(PARTICIPANT, PARTICIPANT, args=("action",), more=(("action_unwritten",),)),
    "programmes:agreement": Door(of_a("leader", "participant"), args=("agreement",)),
    "programmes:certificate": Door(INSIDE, args=("certificate",)),
    "programmes:show_certificate": Door(NOBODY, PARTICIPANT, args=("certificate",)),
    "programmes:attendance": Door(RUN, RUN, args=("gathering",)),
    "programmes:make_up": Door(PARTICIPANT, PARTICIPANT, args=("gathering",), why="one's own missed gathering; who was there is told so"),
    "programmes:answer_make_up": Door(NOBODY, RUN, args=("make_up",)),
    "programmes:code": Door(RUN, args=("gathering",)),
    "programmes:change_state": Door(NOBODY, RUN, args=("gathering",)),
    "programmes:send_word": Door(NOBODY, PARTICIPANT, args=("gathering_future",)),
    "programmes:groups": Door(RUN, RUN, args=("gathering",)),
    "programmes:move": Door(NOBODY, RUN, args=("gathering",)),
    "programmes:mine": Door(PARTICIPANT, args=("programme",)),
    "programmes:shared": Door(INSIDE, args=("programme",)),
    "programmes:evaluation": Door(RUN, args=("programme",)),
    "programmes:ask_about_gathering": Door(RUN, RUN, args=("gathering",)),
    "programmes:ask_at_the_end": Door(RUN, RUN, args=("programme",)),
    "programmes:lead": Door(RUN, args=("programme",)),
    "programmes:write": Door(RUN, RUN, args=("programme",)),
    "programmes:people_in": Door(RUN, args=("programme", "'attended"), more=(("programme", "'stuck"),)),
}
DOORS: dict[str, Door] = ARRANGING | SIGNING_UP | HAPPENING
