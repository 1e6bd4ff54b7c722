"""Doors of conversations: those who hold them, the library that answers, and the other party by its link."""

from __future__ import annotations

from samskaper.config.doors.door import EVERYBODY, NOBODY, Door, of_a, of_both

TALK = of_both("adviser", "leader", "staff", "participant")  # people who work in a library
LIBRARY = of_a("leader", "staff", "participant")  # those of the library that answers for the conversation
ADVISER = of_a("adviser")
LISTENER = of_a("staff")
SECRET = "a secret in the address; it opens what one party said and nothing else"

DOORS: dict[str, Door] = {
    "cocreation:index": Door(TALK),
    "cocreation:find": Door(TALK),
    "cocreation:now": Door(TALK, TALK),
    "cocreation:choose": Door(LISTENER, LISTENER, args=("talk_spot",)),
    "cocreation:add_party": Door(TALK, TALK),
    "cocreation:meet": Door(TALK, TALK, args=("party",), why="all libraries see who has asked already, so that nobody is asked twice"),
    "cocreation:register": Door(TALK, ADVISER, why="how full the register is, is the same for whoever holds conversations in the county"),
    "cocreation:stop_filling": Door(NOBODY, ADVISER, args=("filling",)),
    "cocreation:conversation": Door(LIBRARY, args=("talk_held",), more=(("talk",),)),
    "cocreation:write": Door(LISTENER, LISTENER, args=("talk_held",)),
    "cocreation:read_back": Door(LISTENER, LISTENER, args=("talk_held",)),
    "cocreation:letter": Door(LISTENER, LISTENER, args=("talk_held",)),
    "cocreation:paper": Door(LISTENER, args=("talk_held",)),
    "cocreation:join": Door(NOBODY, TALK, args=("talk",), why="a planned one is joined by whoever works in a library"),
    "cocreation:move": Door(LISTENER, LISTENER, args=("talk",)),
    "cocreation:call_off": Door(NOBODY, LISTENER, args=("talk_held",)),
    "cocreation:reword": Door(LISTENER, LISTENER, args=("talk_held", "statement")),
    "cocreation:gave": Door(TALK, why="numbers by county, none with fewer than five conversations; no words, no libraries"),
    "cocreation:initiatives": Door(TALK),
    "cocreation:new_initiative": Door(TALK, TALK),
    "cocreation:initiative": Door(TALK, args=("initiative",), why="what is tried together is there to be joined; names as each party has chosen"),
    "cocreation:press_initiative": Door(NOBODY, TALK, args=("initiative",), why="every library may say yes; the rest is refused to those who are not in"),
    "cocreation:ask_initiative": Door(LIBRARY, LIBRARY, args=("initiative",)),
    "cocreation:serve_initiative": Door(LIBRARY, LIBRARY, args=("initiative",)),
    "cocreation:change_initiative": Door(LIBRARY, LIBRARY, args=("initiative", "'next"), more=(("initiative", "'words"), ("initiative", "'result"))),
    "cocreation:party_initiatives": Door(EVERYBODY, args=("party_secret",), why=SECRET),
    "cocreation:party_new_initiative": Door(EVERYBODY, EVERYBODY, args=("party_secret",), why=SECRET),
    "cocreation:party_initiative": Door(EVERYBODY, args=("party_secret", "initiative"), why=SECRET),
    "cocreation:party_press_initiative": Door(NOBODY, EVERYBODY, args=("party_secret", "initiative"), why=SECRET),
    "cocreation:party_serve_initiative": Door(EVERYBODY, EVERYBODY, args=("party_secret", "initiative"), why=SECRET),
    "cocreation:party_change_initiative": Door(EVERYBODY, EVERYBODY, args=("party_secret", "initiative", "'next"), why=SECRET),
    "cocreation:meetings": Door(TALK),
    "cocreation:meeting_new": Door(TALK, TALK),
    "cocreation:meeting": Door(LIBRARY, args=("meeting",), more=(("meeting_set",), ("meeting_held",))),
    "cocreation:meeting_list": Door(LIBRARY, LIBRARY, args=("meeting",)),
    "cocreation:meeting_take_off": Door(NOBODY, LIBRARY, args=("meeting",)),
    "cocreation:meeting_send": Door(NOBODY, LIBRARY, args=("meeting",)),
    "cocreation:meeting_set": Door(NOBODY, LIBRARY, args=("meeting",)),
    "cocreation:meeting_change": Door(LIBRARY, LIBRARY, args=("meeting",)),
    "cocreation:meeting_move": Door(LIBRARY, LIBRARY, args=("meeting",)),
    "cocreation:meeting_off": Door(NOBODY, LIBRARY, args=("meeting",)),
    "cocreation:evening": Door(LIBRARY, args=("meeting_held",), more=(("meeting_set",),)),
    "cocreation:evening_join": Door(NOBODY, LIBRARY, args=("meeting_held",)),
    "cocreation:who_came": Door(LIBRARY, LIBRARY, args=("meeting_held",), more=(("meeting_set",),)),
    "cocreation:walk_in": Door(NOBODY, LIBRARY, args=("meeting_held",)),
    "cocreation:gained": Door(LIBRARY, args=("meeting_held",)),
    "cocreation:meetings_behind": Door(EVERYBODY, args=("party_secret",), why=SECRET),
    "cocreation:meeting_behind": Door(EVERYBODY, EVERYBODY, args=("party_secret", "meeting"), more=(("party_secret", "meeting_held"),), why=SECRET),
    "cocreation:meeting_calendar": Door(EVERYBODY, args=("party_secret", "meeting_set"), why=SECRET),
    "cocreation:gained_behind": Door(EVERYBODY, EVERYBODY, args=("party_secret", "meeting_held", "gained"), why=SECRET),
    "cocreation:party": Door(EVERYBODY, args=("party_secret",), why=SECRET),
    "cocreation:answer": Door(NOBODY, EVERYBODY, args=("party_secret", "statement_linked"), why=SECRET),
    "cocreation:add": Door(NOBODY, EVERYBODY, args=("party_secret",), why=SECRET),
    "cocreation:who": Door(NOBODY, EVERYBODY, args=("party_secret",), why=SECRET),
    "cocreation:asking": Door(NOBODY, EVERYBODY, args=("party_secret",), why=SECRET),
    "cocreation:hand_over": Door(EVERYBODY, EVERYBODY, args=("party_secret",), why=SECRET),
}
