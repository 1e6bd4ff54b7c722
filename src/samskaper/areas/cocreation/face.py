"""What conversations register: the menu, their kind, words for what they count, what waits for whom, what is kept."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.commands import personal
from samskaper.areas.cocreation.commands.conversations import forget_thoughts
from samskaper.areas.cocreation.queries import cards
from samskaper.areas.cocreation.queries.desk import on_desk
from samskaper.areas.cocreation.queries.personal import export
from samskaper.areas.cocreation.queries.phone import on_phone
from samskaper.areas.cocreation.rules.conversations import KEPT_DAYS
from samskaper.areas.cocreation.rules.parties import may_talk
from samskaper.areas.cocreation.tasks import register
from samskaper.commons.people.register import PersonalData, personal_data
from samskaper.commons.record.register import FactWords, Retention, fact_words, retentions
from samskaper.foundation.kinds import Kind, kinds
from samskaper.foundation.schedule import Round, rounds
from samskaper.ui.menu import MenuEntry, desk, menu
from samskaper.ui.phone import Phone, phones

phones.add("cocreation", Phone(may_talk, on_phone))  # type: ignore[arg-type]
menu.add("cocreation", MenuEntry(_("Conversations"), "cocreation:index", may_talk, 30))  # type: ignore[arg-type]
kinds.add("cocreation.conversation", Kind("cocreation.conversation", _("conversation"), cards.conversations, "conversation"))
desk.add("cocreation", on_desk)
fact_words.add(events.ConversationHeld.key, FactWords(
    events.ConversationHeld.key, _("exploratory conversations"),
    _("Conversations that were held and written down. One that several took part in counts once here, and for each of them in her own course."),
))
fact_words.add(events.StatementAgreed.key, FactWords(
    events.StatementAgreed.key, _("statements that stand"),
    _("What was said in conversations and read back, or confirmed by those who said it. What they take back counts no longer."),
))
personal_data.add("cocreation", PersonalData(
    "cocreation", _("Conversations that you held, and what you thought for yourself"),
    _("so that you can look back, and so that it is known who met whom"),
    _("Your own thoughts go a year after the conversation."), export, personal.erase,
    _("What the other party said in a conversation stays without your name: it is theirs."),
))
retentions.add("cocreation.thoughts", Retention(
    "cocreation.thoughts", _("What was thought for oneself about conversations"), KEPT_DAYS,
    _("so that you can look back on it for a year"), forget_thoughts,
))
rounds.add("cocreation.register", Round("cocreation.register", 2, register.fill))
rounds.add("cocreation.register_again", Round("cocreation.register_again", 3600, register.fill_again))
