"""What becomes of a finding: who decides, from which state to which, and with which words. No database."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.areas.startkit.models import Finding, Voice
from samskaper.areas.startkit.models import FindingState as State
from samskaper.areas.startkit.models.voices import Asked
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.rules import must_be_somebody
from samskaper.editorial.rules import may_edit, must_edit
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid, Missing, Refusal

LINK = "startkit.voice"  # what the link of a member or an expert opens

TRANSITIONS: dict[State, tuple[State, ...]] = {
    State.NEW: (State.SEEN, State.WILL, State.LATER, State.NO),
    State.SEEN: (State.WILL, State.LATER, State.NO),
    State.WILL: (State.CHANGED, State.LATER, State.NO),
    State.CHANGED: (State.WILL,),
    State.LATER: (State.SEEN, State.WILL, State.NO),
    State.NO: (State.SEEN, State.WILL),
}
OPEN = (State.NEW, State.SEEN)  # nothing has been decided yet
DECIDED = (State.WILL, State.CHANGED, State.LATER, State.NO)
NEEDS_BECAUSE = (State.LATER, State.NO)


def must_become(finding: Finding, state: str) -> None:
    """Refuse a step that the table does not have, and to change what somebody has been told."""
    if finding.told is not None:
        raise Conflict(_("Whoever said it has been told already. Write down a new finding if it is to be something else."))
    if finding.same_as_id is not None:
        raise Conflict(_("This is about the same as another finding. Decide there, and it holds for both."))
    if state != finding.state and state not in TRANSITIONS[State(finding.state)]:
        raise Conflict(_("It cannot go there from where it is now. The page shows what can become of it."))


def must_have_because(state: str, because: str) -> None:
    """Refuse a no without a sentence: it is what goes to the one who said it."""
    if state in NEEDS_BECAUSE and not any(sign.isalpha() for sign in because):
        raise Invalid(_("Write why, in one sentence. It goes to the one who said it."))


def must_have_words(old: str, new: str) -> None:
    """Refuse a change in which nothing is different."""
    if old == new:
        raise Invalid(_("Choose or write what it was and what it is now. They are still the same."))


def may_enter(doer: Doer, voice: Voice) -> bool:
    """The bearer of somebody's link, or she herself signed in, when she has said yes."""
    hers = doer.bears(LINK, Ref.to(voice)) or (doer.person is not None and doer.person == voice.person_id)
    return hers and voice.answer == Asked.YES


def must_enter(doer: Doer, voice: Voice) -> None:
    """Refuse others, and those who have not said yes."""
    if not may_enter(doer, voice):
        raise Refusal(_("Say yes first. Then you can write down what you notice."))


def may_read_drafts(doer: Doer, *, experts: frozenset[int]) -> bool:
    """Editors, and experts (by person) of an edition that is not out yet."""
    return doer.is_system or may_edit(doer) or (doer.person is not None and doer.person in experts)


def must_read_drafts(doer: Doer, *, experts: frozenset[int]) -> None:
    """Ask guests to sign in; to all others there is no draft."""
    must_be_somebody(doer)
    if not may_read_drafts(doer, experts=experts):
        raise Missing()


def may_take_back(doer: Doer, finding: Finding) -> bool:
    """Whoever said it, as long as nothing has been decided."""
    return finding.voice is not None and finding.state in OPEN and may_enter(doer, finding.voice)


def must_take_back(doer: Doer, finding: Finding) -> None:
    """Refuse others; what has been decided stays, because somebody has worked on it."""
    if finding.voice is None or not may_enter(doer, finding.voice):
        raise Missing()
    must_be_undecided(finding)


def must_be_undecided(finding: Finding) -> None:
    """Refuse to take away what somebody has decided about."""
    if finding.state not in OPEN:
        raise Conflict(_("Something has been decided about it already, so it stays. Write to the editors if it was wrong."))


must_decide = must_edit
