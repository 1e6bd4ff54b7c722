"""Who looks after plan documents, and who may tie something to them."""

from __future__ import annotations

import re
from fractions import Fraction

from django.utils.translation import gettext_lazy as _

from samskaper.commons.anchoring.models import PlanDocument, Tie
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.commons.people.rules import must_be_somebody
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Refusal

KEEPERS = (Role.ADVISER, Role.PLANNER)
FEWEST, ALIKE = 3, Fraction(3, 5)  # words of more than three letters, and how many of the shorter sentence's are shared


def may_add_plans(doer: Doer) -> bool:
    """Advisers and plan officers, for their own organisation."""
    return doer.is_system or bool(doer.organisations(*KEEPERS))


def must_add_plans(doer: Doer) -> None:
    """Refuse those who neither plan nor advise."""
    if not may_add_plans(doer):
        if not doer.is_system:
            must_be_somebody(doer)
        raise Refusal(_("Plan officers and advisers add plans. Send yours the address of the plan."))


def must_add_plans_for(doer: Doer, owner: int) -> None:
    """Refuse adding a plan in the name of an organisation where one neither plans nor advises."""
    must_add_plans(doer)
    if not (doer.is_system or doer.holds(owner, *KEEPERS)):
        raise Refusal(_("You can add plans for an organisation where you are a plan officer or an adviser."))


def may_change(doer: Doer, document: PlanDocument) -> bool:
    """Plan officers and advisers of the organisation that looks after the plan."""
    return doer.is_system or doer.holds(document.owner_id, *KEEPERS)


def must_change(doer: Doer, document: PlanDocument) -> None:
    """Refuse those who do not look after the plan."""
    if not may_change(doer, document):
        if not doer.is_system:
            must_be_somebody(doer)
        raise Refusal(_("The organisation that added this plan looks after its text. Write to them if it is wrong."))


def may_tie(doer: Doer) -> bool:
    """Plan officers and advisers tie what they can see to the sentences of any plan."""
    return may_add_plans(doer)


def must_tie(doer: Doer) -> None:
    """Refuse those who neither plan nor advise."""
    if not may_tie(doer):
        if not doer.is_system:
            must_be_somebody(doer)
        raise Refusal(_("Plan officers and advisers tie things to plans. Tell yours what belongs together."))


def may_untie(doer: Doer, tie: Tie) -> bool:
    """Those who tied it, and those who look after the plan."""
    return doer.is_system or doer.holds(tie.owner_id, *KEEPERS) or may_change(doer, tie.section.document)


def must_untie(doer: Doer, tie: Tie) -> None:
    """Answer strangers that nothing is here."""
    if not may_untie(doer, tie):
        raise Refusal(_("There is nothing at this address. It may have moved, or a letter is missing."), status=404)


def owner_of_tie(doer: Doer, owners: list[int]) -> int:
    """Return in whose name somebody ties: the record's organisation if it is theirs, otherwise their first."""
    own = sorted(doer.organisations(*KEEPERS))
    return next((one for one in owners if one in own), own[0])


def is_record(text: str) -> Ref | None:
    """Return the record that an address names, if it is one that may be tied (not a plan itself)."""
    ref = Ref.parse(text)
    return None if ref is None or ref.kind.startswith("anchoring.") else ref


def says_the_same(one: str, other: str) -> bool:
    """Whether two ways of quoting a sentence share most of their words: people say it again in words of their own."""
    words, others = _words(one), _words(other)
    fewer = min(len(words), len(others))
    return fewer >= FEWEST and len(words & others) >= ALIKE * fewer


def _words(sentence: str) -> set[str]:
    return {word for word in re.findall(r"\w+", sentence.casefold()) if len(word) > 3}
