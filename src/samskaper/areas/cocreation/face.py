"""What conversations register: the menu, their kind, words for what they count, what waits for whom, what is kept."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation import receivers  # noqa: F401
from samskaper.areas.cocreation.commands import meeting_letters, meeting_questions, personal
from samskaper.areas.cocreation.commands.ground import write_of_lost_ground
from samskaper.areas.cocreation.commands.keeping import RETAINED
from samskaper.areas.cocreation.commands.reminding import ask_still_going, remind
from samskaper.areas.cocreation.queries import (
    cards,
    challenge_desk,
    gained,
    initiative_desk,
    initiatives,
    meeting_dates,
    meeting_desk,
)
from samskaper.areas.cocreation.queries.desk import on_desk
from samskaper.areas.cocreation.queries.door_desk import knocks_on_desk
from samskaper.areas.cocreation.queries.found import SOURCES
from samskaper.areas.cocreation.queries.keeping import in_touch_on_desk
from samskaper.areas.cocreation.queries.personal import export
from samskaper.areas.cocreation.queries.phone import on_phone
from samskaper.areas.cocreation.queries.steps import STEPS
from samskaper.areas.cocreation.rules.counted import COUNTED
from samskaper.areas.cocreation.rules.parties import may_talk
from samskaper.areas.cocreation.tasks import register
from samskaper.commons.calendar.register import entries
from samskaper.commons.feedback.register import answerable, audiences
from samskaper.commons.people.register import PersonalData, personal_data
from samskaper.commons.record.register import fact_words, retentions
from samskaper.commons.search.register import found
from samskaper.editorial.register import Entrance, entrances
from samskaper.foundation.kinds import Kind, kinds
from samskaper.foundation.schedule import Round, rounds
from samskaper.foundation.steps import steps
from samskaper.ui.menu import MenuEntry, desk, menu
from samskaper.ui.phone import Phone, phones

phones.add("cocreation", Phone(may_talk, on_phone))  # type: ignore[arg-type]
menu.add("cocreation", MenuEntry(_("Conversations"), "cocreation:index", may_talk, 30))  # type: ignore[arg-type]
kinds.add("cocreation.meeting", Kind("cocreation.meeting", _("gathering for associations"), cards.meetings, "gathering"))
kinds.add("cocreation.challenge", Kind("cocreation.challenge", _("challenge"), cards.challenges, "challenge"))
kinds.add("cocreation.conversation", Kind("cocreation.conversation", _("conversation"), cards.conversations, "conversation"))
found(*SOURCES)
desk.add("cocreation", on_desk)
desk.add("cocreation.challenges", challenge_desk.on_desk)
desk.add("cocreation.door", knocks_on_desk)
desk.add("cocreation.in_touch", in_touch_on_desk)
entrances.add("cocreation.doors", Entrance(_("We have a challenge, or an idea"), "cocreation:doors"))
menu.add("cocreation.doors", MenuEntry(_("An idea?"), "cocreation:doors", lambda doer: doer.is_guest, 40))  # type: ignore[attr-defined]
personal_data.add("cocreation", PersonalData(
    "cocreation", _("Conversations that you held, and what you thought for yourself"),
    _("so that you can look back, and so that it is known who met whom"),
    _("Your own thoughts go a year after the conversation."), export, personal.erase,
    _("What the other party said in a conversation stays without your name: it is theirs."),
))
rounds.add("cocreation.ground", Round("cocreation.ground", 600, write_of_lost_ground))
for words in COUNTED:
    fact_words.add(words.key, words)
for kept in RETAINED:
    retentions.add(kept.key, kept)
for step in STEPS:
    steps.add(f"{step.kind} to initiative", step)
kinds.add("cocreation.initiative", Kind("cocreation.initiative", _("initiative"), initiatives.cards, "initiative"))
desk.add("cocreation.initiatives", initiative_desk.on_desk)
rounds.add("cocreation.next_steps", Round("cocreation.next_steps", 1800, remind))
rounds.add("cocreation.still_going", Round("cocreation.still_going", 3600, ask_still_going))
rounds.add("cocreation.register", Round("cocreation.register", 2, register.fill))
rounds.add("cocreation.register_again", Round("cocreation.register_again", 3600, register.fill_again))
audiences.add("cocreation.meeting", gained.may_answer)
answerable.add("cocreation.meeting", gained.answerable)
entries.add("cocreation", meeting_dates.entries_for)
desk.add("cocreation.meetings", meeting_desk.on_desk)
rounds.add("cocreation.meeting_letters", Round("cocreation.meeting_letters", 2, meeting_letters.write_letters))
rounds.add("cocreation.gained", Round("cocreation.gained", 600, meeting_questions.ask_those_due))
