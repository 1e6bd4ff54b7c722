"""What this app registers."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.areas.programmes import receivers  # noqa: F401
from samskaper.areas.programmes.commands import actions, enrolment, personal, publish
from samskaper.areas.programmes.queries import cards, desk, evaluation, going
from samskaper.areas.programmes.queries.dates import entries_for
from samskaper.areas.programmes.queries.found import SOURCES
from samskaper.areas.programmes.queries.open import happening
from samskaper.areas.programmes.queries.personal import export
from samskaper.areas.programmes.queries.publish import name_invited_by
from samskaper.areas.programmes.queries.steps import STEPS
from samskaper.areas.programmes.rules.actions import KEPT_DAYS
from samskaper.areas.programmes.rules.facts import FACT_WORDS
from samskaper.commons.calendar.register import entries
from samskaper.commons.feedback.register import answerable, audiences
from samskaper.commons.mail.register import purposes
from samskaper.commons.people.register import PersonalData, given_names, papers, personal_data
from samskaper.commons.record.register import Retention, fact_words, retentions
from samskaper.commons.search.register import found
from samskaper.editorial.register import happenings
from samskaper.foundation.kinds import Kind, kinds
from samskaper.foundation.schedule import Round, rounds
from samskaper.foundation.steps import steps
from samskaper.ui.menu import MenuEntry, menu
from samskaper.ui.menu import desk as desk_items

audiences.add("programmes.gathering", evaluation.may_answer_about_gathering)
audiences.add("programmes.programme", evaluation.may_answer_about_programme)
answerable.add("programmes.gathering", evaluation.answerable_gatherings)
answerable.add("programmes.programme", evaluation.answerable_programmes)

kinds.add("programmes.programme", Kind("programmes.programme", _("course series"), cards.programmes, "gathering"))
kinds.add("programmes.gathering", Kind("programmes.gathering", _("gathering"), cards.gatherings, "gathering"))
kinds.add("programmes.enrolment", Kind("programmes.enrolment", _("participant"), cards.enrolments))
kinds.add("programmes.action", Kind("programmes.action", _("action"), cards.actions, "conversation"))
kinds.add("programmes.actionreport", Kind("programmes.actionreport", _("action"), cards.reports, "conversation"))
kinds.add("programmes.makeup", Kind("programmes.makeup", _("gathering made up for"), cards.make_ups))
kinds.add("programmes.invitation", Kind("programmes.invitation", _("invitation"), cards.invitations))
menu.add("programmes", MenuEntry(_("Course series"), "programmes:index", lambda doer: True, 20))
desk_items.add("programmes.arranging", desk.arranging)
desk_items.add("programmes.going", going.going)
entries.add("programmes", entries_for)
happenings.add("programmes", happening)
found(*SOURCES)
papers.add("programmes", going.papers)
given_names.add("programmes", name_invited_by)
purposes.add("programmes", _("course series that you are invited to"))
for words in FACT_WORDS:
    fact_words.add(words.key, words)
for step in STEPS:
    steps.add(f"programmes.from {step.kind}", step)
rounds.add("programmes.letters", Round("programmes.letters", 2, publish.write_letters))
rounds.add("programmes.lapse", Round("programmes.lapse", 60, enrolment.let_lapse))
rounds.add("programmes.line", Round("programmes.line", 60, enrolment.move_waiting_lists))
# -- what is kept about people, and for how long ---------------------------------------------------------------------
personal_data.add("programmes", PersonalData(
    "programmes", _("Course series: sign-ups, attendance, actions, what you wrote, invitations"),
    _("so that you and the one who arranges it know how it goes"),
    _("What you wrote goes a year after the last gathering; numbers stay in the plan's report."),
    export, personal.erase, _("That somebody attended and completed stays as a number without your name."),
))
retentions.add("programmes.invitations", Retention(
    "programmes.invitations", _("Addresses that a course series was sent to"), 365,
    _("so that nobody is sent it twice while it runs"), personal.forget_invitations,
))
retentions.add("programmes.consents", Retention(
    "programmes.consents", _("Leaders' answers, and what we should think of for a participant"), 365,
    _("so that the course series can be carried out"), personal.forget_consents,
))
retentions.add("programmes.words", Retention(
    "programmes.words", _("What was shared and thought about actions"), KEPT_DAYS,
    _("so that you can look back on it for a year"), actions.forget_words,
))
