"""Who may answer, who may see results, and how few may stand behind what is shown.

The threshold counts answers to a question, not questionnaires: where twelve answered something and two of them
wrote in their own words, the two are as easily recognised as if only they had answered. Hence, with FEWEST = 5:

- a question is shown when five answered it; own words when five wrote under that same heading;
- what somebody *is* (a choice, such as the workplace) is counted in cells of five at least; smaller ones are put together
  until they are five, because "regional library: 1" is a person. What somebody *thought* (1 to 5) is shown as it is: a
  lone low mark tells nothing about who gave it;
- a slice is cut question by question, and neither it nor what is left outside it may be under five, or else the few left
  over could be found by subtraction. In a slice only marks are shown: a choice against a choice makes small cells, and
  own words are never tied to what the same person chose.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from samskaper.commons.feedback.models import AskedOf, Questionnaire
from samskaper.commons.feedback.register import audiences
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Gone, Invalid, Missing
from samskaper.foundation.text import clean

ANSWERED = _("You have answered already. We cannot change it: nobody knows which answer is yours.")
NOTHING_SAID = _("Nothing was answered yet, so nothing was kept. Answer one question at least; which one is up to you.")
FEWEST = 5  # answers behind anything that is shown, and behind everything that is left out


def may_answer(doer: Doer, questionnaire: Questionnaire) -> bool:
    """Those for whom the record is, as its area says: people who sign in, or those who come by a link, whichever are asked."""
    audience = audiences.get(questionnaire.about_kind)
    is_asked = doer.link is not None if questionnaire.asked == AskedOf.BEARERS else doer.person is not None
    return is_asked and bool(audience and audience(Ref(questionnaire.about_kind, questionnaire.about_id), doer))


def must_answer(doer: Doer, questionnaire: Questionnaire) -> None:
    """Others do not learn that the questionnaire exists; those who may are told when it is too early or late."""
    if not may_answer(doer, questionnaire):
        raise Missing
    if questionnaire.closed or clock.today() > questionnaire.closes:
        raise Gone(_("This questionnaire is closed. The results are there for you to read."))
    if clock.today() < questionnaire.opens:
        raise Gone(_("This questionnaire is not open yet. We write to you when it is."))


def may_see_results(doer: Doer, questionnaire: Questionnaire) -> bool:
    """Advisers of the owner, and those who could answer."""
    return doer.holds(questionnaire.owner_id, Role.ADVISER) or may_answer(doer, questionnaire)


def must_see_results(doer: Doer, questionnaire: Questionnaire) -> None:
    """Others do not learn that the questionnaire exists."""
    if not may_see_results(doer, questionnaire):
        raise Missing


def may_close(doer: Doer, questionnaire: Questionnaire) -> bool:
    """Advisers of the owner, as long as it is open."""
    return doer.holds(questionnaire.owner_id, Role.ADVISER) and not questionnaire.closed


def must_close(doer: Doer, questionnaire: Questionnaire) -> None:
    """Others do not learn that the questionnaire exists; advisers are told when it is closed already."""
    if not doer.holds(questionnaire.owner_id, Role.ADVISER):
        raise Missing
    if questionnaire.closed:
        raise Gone(_("This questionnaire is closed. The results are there for you to read."))


def must_say_for_whom(doer: Doer, speaks_for: Ref | None) -> None:
    """A person answers for herself; whoever comes by a link answers for the one she speaks for, who answers once."""
    if (doer.link is None) != (speaks_for is None):
        raise Missing


def says_something(answers: Iterable[str]) -> bool:
    """Whether one question at least was answered: spaces and signs that nobody sees are no answer."""
    return any(clean(answer or "") for answer in answers)


def must_say_something(answers: Iterable[str]) -> None:
    """Refuse a questionnaire without a single answer. Nothing is kept, so that it can be answered later."""
    if not says_something(answers):
        raise Invalid(NOTHING_SAID)


def enough(answers: int) -> bool:
    """Whether so many answers to one question may be shown."""
    return answers >= FEWEST


def slices_that_may_be_shown(sizes: dict[str, int]) -> list[str]:
    """Return the options that may be shown apart, given how many chose each; "" are those who chose none.

    Each of them and its complement have FEWEST answers, and so has whatever is not shown apart: otherwise the
    hidden rest could be found by subtraction.
    """
    total = sum(sizes.values())
    shown = [key for key, size in sizes.items() if key and size >= FEWEST and total - size >= FEWEST]
    shown.sort(key=lambda key: (-sizes[key], key))
    while shown and 0 < total - sum(sizes[key] for key in shown) < FEWEST:
        shown.pop()
    return sorted(shown)


def cells_to_put_together(sizes: dict[str, int]) -> list[str]:
    """Return the options whose numbers are only shown as one sum, given how many chose each; none where all may stand.

    Options that nobody chose go with them: alone they tell about nobody, but would narrow down who the sum is.
    """
    if all(size == 0 or size >= FEWEST for size in sizes.values()):
        return []
    together = {key for key, size in sizes.items() if size < FEWEST}
    rest = sorted((key for key in sizes if key not in together), key=lambda key: (sizes[key], key))
    while rest and sum(sizes[key] for key in together) < FEWEST:
        together.add(rest.pop(0))
    return [key for key in sizes if key in together]
