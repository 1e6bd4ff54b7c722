"""What can become of a challenge, a conversation or an initiative: another initiative."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.rules.parties import may_talk
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refs import Ref
from samskaper.foundation.steps import Step


def _begin_from(ref: Ref) -> str:
    return f"{reverse('cocreation:new_initiative')}?{urlencode({'from': str(ref)})}"


def _offered(_ref: Ref, doer: object) -> bool:
    assert isinstance(doer, Doer)
    return may_talk(doer)


def _step(kind: str, words: Promise | str) -> Step:
    return Step(f"cocreation.{kind}", words, _begin_from, _offered)


STEPS = (
    _step("challenge", _("Make an initiative of it")), _step("conversation", _("Make an initiative of it")),
    _step("initiative", _("Begin something new from it")),
)
