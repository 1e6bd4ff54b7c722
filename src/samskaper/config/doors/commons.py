"""Doors of people, mail, calendar, anchoring and feedback."""

from __future__ import annotations

from samskaper.config.doors.door import EVERYBODY, NOBODY, SIGNED_IN, Door, of_a, of_both

KEEPERS = of_both("adviser", "planner")
OWN = of_a("adviser", "planner")
RUN_TOWN = of_a("leader", "adviser")  # its leader, and the adviser of the regional library that keeps its entry

PEOPLE: dict[str, Door] = {
    "account_login": Door(EVERYBODY, EVERYBODY, why="whoever is in already goes on"),
    "account_request_login_code": Door(EVERYBODY, EVERYBODY),
    "account_confirm_login_code": Door(SIGNED_IN, SIGNED_IN, why="whoever is in already goes on; a guest needs a session that asked for a code"),
    "account_logout": Door(EVERYBODY, EVERYBODY),
    "people:arrive": Door(SIGNED_IN, SIGNED_IN),
    "people:introduce": Door(SIGNED_IN, SIGNED_IN),
    "people:signed_out": Door(EVERYBODY),
    "people:setup": Door(NOBODY, NOBODY, why="404 once somebody has set the house up"),
    "people:me": Door(SIGNED_IN, SIGNED_IN),
    "people:answer_offer": Door(NOBODY, SIGNED_IN, why="what one is asked is found by one's own address; an empty press is 422"),
    "people:leave_role": Door(of_a("staff"), of_a("staff"), args=("membership",)),
    "people:data": Door(SIGNED_IN),
    "people:data_file": Door(SIGNED_IN),
    "people:erase": Door(SIGNED_IN, SIGNED_IN),
    "people:organisations": Door(SIGNED_IN),
    "people:add_organisation": Door(of_both("adviser"), of_both("adviser")),
    "people:organisation": Door(SIGNED_IN, args=("town",), more=(("library",), ("funder",))),
    "people:organisation#association": Door(
        of_both("adviser", "leader", "staff", "participant", "planner") | of_a("representative"), args=("association",),
        why="a club in a village is a name: only those who work with associations look them up, and its own",
    ),
    "people:change_organisation": Door(RUN_TOWN, RUN_TOWN, args=("town",)),
    "people:invite": Door(RUN_TOWN, RUN_TOWN, args=("town",)),
    "people:take_back_offer": Door(NOBODY, RUN_TOWN, args=("town",)),
    "people:end_role": Door(NOBODY, RUN_TOWN, args=("town", "membership")),
}
MAIL: dict[str, Door] = {
    "mail:outbox": Door(of_both("adviser")),
    "mail:mailing": Door(of_a("adviser"), args=("letter",), more=(("letter_stuck",), ("letter_invitation",))),
    "mail:decide": Door(NOBODY, of_a("adviser"), args=("letter",)),
    "mail:stop": Door(EVERYBODY, EVERYBODY, args=("unsubscribe",), why="a secret in the address, good for unsubscribing only"),
    "mail:mailbox": Door(NOBODY, why="404 where the demonstration is not loaded"),
    "mail:mailbox_letter": Door(NOBODY, args=("letter",), why="404 where the demonstration is not loaded"),
    "mail:mailbox_file": Door(NOBODY, args=("letter", "1"), why="404 where the demonstration is not loaded"),
}
ANCHORING: dict[str, Door] = {
    "anchoring:documents": Door(EVERYBODY),
    "anchoring:document": Door(EVERYBODY, args=("document",)),
    "anchoring:new_document": Door(KEEPERS, KEEPERS),
    "anchoring:edit_document": Door(OWN, OWN, args=("document",)),
    "anchoring:new_section": Door(OWN, OWN, args=("document",)),
    "anchoring:edit_section": Door(OWN, OWN, args=("section",)),
    "anchoring:tie": Door(OWN, OWN, query="?record=projects.project:{project}", why="whoever may tie, and may see what is tied"),
    "anchoring:untie": Door(NOBODY, OWN, args=("tie",)),
}
FEEDBACK: dict[str, Door] = {
    "feedback:answer": Door(of_a("participant"), of_a("participant"), args=("questionnaire",)),
    "feedback:results": Door(of_a("adviser", "participant"), args=("questionnaire",), more=(("questionnaire_closed",),)),
    "feedback:close": Door(of_a("adviser"), of_a("adviser"), args=("questionnaire",)),
}
CALENDAR: dict[str, Door] = {
    "calendar_feed": Door(EVERYBODY, args=("feed",), why="a secret in the address; shows its owner's dates and nothing else"),
    "calendar:mine": Door(SIGNED_IN),
    "calendar:change_link": Door(NOBODY, SIGNED_IN),
    "calendar:one": Door(of_a("adviser", "participant"), args=("'programmes", "entry")),
}
DOORS: dict[str, Door] = PEOPLE | MAIL | ANCHORING | FEEDBACK | CALENDAR
